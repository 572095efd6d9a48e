import { type XmlTag, walkXml } from './xml';

interface Level {
  start: number;
  format: string;
  /** `%1.%2)`: each `%n` stands for the number of that level. */
  text: string;
}

interface List {
  readonly abstractId: string;
  readonly starts: Map<number, number>;
}

interface ListReference {
  readonly id: string | null;
  readonly level: number | null;
}

interface Style {
  readonly basedOn: string | null;
  readonly list: ListReference | null;
}

const DEEPEST = 9;
/** Formats of numbers and letters; bullets and pictures are no number that a reader may quote. */
const FORMATS: Readonly<Record<string, ((count: number) => string) | undefined>> = {
  decimal: String,
  decimalZero: (count) => String(count).padStart(2, '0'),
  lowerLetter: (count) => letter(count),
  upperLetter: (count) => letter(count).toUpperCase(),
  lowerRoman: (count) => roman(count).toLowerCase(),
  upperRoman: (count) => roman(count),
};

/** The automatic numbers of Word: counts paragraphs of each list in the order in which they are met. */
export class Numbering {
  readonly #levels = new Map<string, Map<number, Level>>();
  readonly #lists = new Map<string, List>();
  readonly #styles = new Map<string, Style>();
  readonly #counts = new Map<string, number[]>();

  constructor(lists: Buffer | null, styles: Buffer | null) {
    if (lists) this.#readLists(lists);
    if (styles) this.#readStyles(styles);
  }

  /** The label of the next paragraph, without its closing space; null for one outside lists and for bullets. */
  next(style: string | null, own: ListReference | null): string | null {
    const { id, level } = this.#listOf(style, own);
    const list = id === null ? undefined : this.#lists.get(id);
    const levels = list && this.#levels.get(list.abstractId);
    if (!list || !levels || level < 0 || level >= DEEPEST) return null;
    return labelOf(levels, level, this.#count(list, level, levels.get(level)?.start ?? 1));
  }

  /** Lists of one definition go on where the last one stopped; one that starts anew does so when it is first met. */
  #count(list: List, level: number, first: number): readonly number[] {
    const counts = this.#counts.get(list.abstractId) ?? [];
    this.#counts.set(list.abstractId, counts);
    const start = list.starts.get(level);
    list.starts.delete(level);
    counts[level] = start ?? (counts[level] ?? first - 1) + 1;
    counts.length = level + 1;
    return counts;
  }

  #listOf(style: string | null, own: ListReference | null): { id: string | null; level: number } {
    const inherited = this.#listOfStyle(style);
    return { id: own?.id ?? inherited?.id ?? null, level: own?.level ?? inherited?.level ?? 0 };
  }

  #listOfStyle(name: string | null): ListReference | null {
    let style = name === null ? undefined : this.#styles.get(name);
    for (let depth = 0; style && depth < DEEPEST; depth += 1) {
      if (style.list) return style.list;
      style = style.basedOn === null ? undefined : this.#styles.get(style.basedOn);
    }
    return null;
  }

  #readLists(part: Buffer): void {
    let levels: Map<number, Level> | null = null;
    let level: Level | null = null;
    let list: { id: string; abstractId: string; starts: Map<number, number>; at: number } | null = null;
    const value = (tag: XmlTag): string => tag.attribute('val') ?? '';
    const steps: Readonly<Record<string, ((tag: XmlTag) => void) | undefined>> = {
      abstractNum: (tag) =>
        this.#levels.set(tag.attribute('abstractNumId') ?? '', (levels = new Map<number, Level>())),
      lvl: (tag) => {
        level = { start: 1, format: 'decimal', text: '' };
        if (!list) levels?.set(Number(tag.attribute('ilvl') ?? 0), level);
      },
      start: (tag) => level && (level.start = Number(value(tag)) || 0),
      numFmt: (tag) => level && (level.format = value(tag)),
      lvlText: (tag) => level && (level.text = value(tag)),
      num: (tag) =>
        (list = {
          id: tag.attribute('numId') ?? '',
          abstractId: '',
          starts: new Map<number, number>(),
          at: 0,
        }),
      abstractNumId: (tag) => {
        if (!list) return;
        list.abstractId = value(tag);
        this.#lists.set(list.id, list);
      },
      lvlOverride: (tag) => list && (list.at = Number(tag.attribute('ilvl') ?? 0)),
      startOverride: (tag) => list?.starts.set(list.at, Number(value(tag)) || 0),
    };
    walkXml(part, {
      open: (tag) => steps[tag.name]?.(tag),
      close: (tag) => {
        if (tag.name === 'num') list = null;
        if (tag.name === 'lvl') level = null;
      },
    });
  }

  #readStyles(part: Buffer): void {
    let style: { basedOn: string | null; list: { id: string | null; level: number | null } | null } | null =
      null;
    const list = (): { id: string | null; level: number | null } => style?.list ?? { id: null, level: null };
    const steps: Readonly<Record<string, ((tag: XmlTag) => void) | undefined>> = {
      style: (tag) => {
        style = { basedOn: null, list: null };
        this.#styles.set(tag.attribute('styleId') ?? '', style);
      },
      basedOn: (tag) => style && (style.basedOn = tag.attribute('val')),
      numId: (tag) => style && (style.list = { ...list(), id: tag.attribute('val') }),
      ilvl: (tag) => style && (style.list = { ...list(), level: Number(tag.attribute('val')) }),
    };
    walkXml(part, {
      open: (tag) => steps[tag.name]?.(tag),
      close: (tag) => {
        if (tag.name === 'style') style = null;
      },
    });
  }
}

export const NO_NUMBERING = new Numbering(null, null);

function labelOf(
  levels: ReadonlyMap<number, Level>,
  level: number,
  counts: readonly number[],
): string | null {
  const own = levels.get(level);
  if (!own || FORMATS[own.format] === undefined) return null;
  const label = own.text.replace(/%(\d)/g, (_, digit: string) => {
    const place = Number(digit) - 1;
    const { format = 'decimal', start = 1 } = levels.get(place) ?? {};
    return FORMATS[format]?.(counts[place] ?? start) ?? '';
  });
  return label.trim() === '' ? null : label.trim();
}

/** a … z, aa, bb, as Word counts on. */
function letter(count: number): string {
  if (count < 1) return '';
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(4, Math.ceil(count / 26)));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(count: number): string {
  let rest = Math.min(count, 399);
  return ROMAN.map(([value, sign]) => {
    const times = Math.max(0, Math.floor(rest / value));
    rest -= times * value;
    return sign.repeat(times);
  }).join('');
}
