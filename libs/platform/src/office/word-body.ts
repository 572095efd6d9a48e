import { type ExtractedBlock, type ExtractedParagraph, type ExtractedTable } from '@app/kernel';
import { type Numbering, NO_NUMBERING } from './word-numbering';
import { closedCell, type OpenParagraph, type OpenTable } from './word-open-parts';
import { type XmlTag, walkXml } from './xml';

/** Which header and footer parts one section refers to, by relationship id. */
export interface WordSection {
  readonly headers: Readonly<Partial<Record<MarginType, string>>>;
  readonly footers: Readonly<Partial<Record<MarginType, string>>>;
  readonly hasTitlePage: boolean;
}

export type MarginType = 'default' | 'first' | 'even';

export interface WordBody {
  readonly blocks: readonly ExtractedBlock[];
  readonly sections: readonly WordSection[];
}

interface OpenRun {
  isHidden: boolean;
}

/** Marks that stand for a character inside a run. */
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
  ptab: '\t',
};

/** Reads a WordprocessingML part: paragraphs and tables in order, without deleted, moved-away, hidden and field-code text. */
export function readWordBody(part: Buffer, numbering: Numbering = NO_NUMBERING): WordBody {
  const reader = new WordBodyReader(numbering);
  walkXml(part, {
    open: (tag) => reader.open(tag),
    close: (tag) => reader.close(tag),
    text: (text) => reader.text(text),
  });
  return { blocks: reader.blocks, sections: reader.sections };
}

class WordBodyReader {
  readonly blocks: ExtractedBlock[] = [];
  readonly sections: WordSection[] = [];
  readonly #numbering: Numbering;
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables: OpenTable[] = [];
  #run: OpenRun | null = null;
  #section: {
    headers: Record<string, string>;
    footers: Record<string, string>;
    hasTitlePage: boolean;
  } | null = null;
  /** Inside a fallback drawing (a second copy of a text box) or text moved away. */
  #skipDepth = 0;
  #path: string[] = [];
  #textDepth = 0;
  /** Text of a paragraph whose own mark is deleted: Word shows it joined with the next one. */
  #carried = '';

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  open(tag: XmlTag): void {
    this.#path.push(tag.name);
    if (isSkipped(tag.name)) this.#skipDepth += 1;
    if (this.#skipDepth > 0) return;
    OPENERS[tag.name]?.(this, tag);
  }

  close(tag: XmlTag): void {
    this.#path.pop();
    if (isSkipped(tag.name)) {
      this.#skipDepth -= 1;
      return;
    }
    if (this.#skipDepth > 0) return;
    CLOSERS[tag.name]?.(this, tag);
  }

  text(text: string): void {
    if (this.#textDepth > 0 && this.#skipDepth === 0) this.append(text);
  }

  get parent(): string {
    return this.#path.at(-2) ?? '';
  }

  isInside(name: string): boolean {
    return this.#path.includes(name);
  }

  append(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph && this.#run?.isHidden !== true) paragraph.text += text;
  }

  openText(): void {
    this.#textDepth += 1;
  }

  closeText(): void {
    this.#textDepth -= 1;
  }

  openRun(): void {
    this.#run = { isHidden: false };
  }

  hideRun(): void {
    if (this.#run && this.parent === 'rPr') this.#run.isHidden = true;
  }

  closeRun(): void {
    this.#run = null;
  }

  openParagraph(): void {
    this.#paragraphs.push({ text: this.#carried, isMarkDeleted: false, style: null, list: null });
    this.#carried = '';
  }

  /** `w:del` in the properties of a paragraph mark or of a row; elsewhere it wraps runs whose text is `w:delText`. */
  markDeleted(): void {
    const paragraph = this.#paragraphs.at(-1);
    const table = this.#tables.at(-1);
    if (this.parent === 'trPr' && table) table.rowIsDeleted = true;
    else if (this.parent === 'rPr' && this.#path.at(-3) === 'pPr' && paragraph)
      paragraph.isMarkDeleted = true;
  }

  closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    if (paragraph.isMarkDeleted) this.#carried = paragraph.text;
    else this.#place(paragraph.text, this.#numbering.next(paragraph.style, paragraph.list));
  }

  setStyle(style: string | null): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph && this.parent === 'pPr') paragraph.style = style;
  }

  setList(part: { id: string } | { level: number }): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph && this.parent === 'numPr')
      paragraph.list = { ...(paragraph.list ?? { id: null, level: null }), ...part };
  }

  openTable(): void {
    this.#tables.push({ rows: [], row: null, rowIsDeleted: false, cell: null });
  }

  openRow(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    table.row = [];
    table.rowIsDeleted = false;
  }

  openCell(): void {
    const table = this.#tables.at(-1);
    if (table) table.cell = { lines: [], span: 1, merged: null, label: null, tables: [] };
  }

  setSpan(span: number): void {
    const cell = this.#tables.at(-1)?.cell;
    if (cell && Number.isInteger(span) && span > 0 && span < 64) cell.span = span;
  }

  continueMerged(isRestart: boolean): void {
    const cell = this.#tables.at(-1)?.cell;
    if (cell) cell.merged = isRestart ? 'begins' : 'continues';
  }

  closeCell(): void {
    const table = this.#tables.at(-1);
    if (!table?.cell) return;
    table.row?.push(closedCell(table.cell));
    table.cell = null;
  }

  closeRow(): void {
    const table = this.#tables.at(-1);
    if (table?.row && !table.rowIsDeleted) table.rows.push(table.row);
    if (table) table.row = null;
  }

  closeTable(): void {
    const table = this.#tables.pop();
    if (!table || table.rows.length === 0) return;
    // A table inside a cell becomes lines of that cell: a form drawn inside a form stays readable in order.
    const read: ExtractedTable = { kind: 'table', rows: table.rows, page: null };
    const outer = this.#tables.at(-1);
    if (outer) {
      outer.cell?.tables.push(read);
      for (const row of table.rows) this.#place(row.map(({ text }) => text).join('\t'), null);
    } else this.blocks.push(read);
  }

  openSection(): void {
    this.#section = { headers: {}, footers: {}, hasTitlePage: false };
  }

  refer(kind: 'headers' | 'footers', type: string, id: string): void {
    if (this.#section) this.#section[kind][type] = id;
  }

  setTitlePage(): void {
    if (this.#section && this.parent === 'sectPr') this.#section.hasTitlePage = true;
  }

  closeSection(): void {
    if (this.#section && !this.isInside('sectPrChange')) this.sections.push(this.#section);
    this.#section = null;
  }

  #place(text: string, label: string | null): void {
    const cell = this.#tables.at(-1)?.cell;
    if (cell) {
      cell.lines.push(text);
      cell.label ??= label;
      return;
    }
    const paragraph: ExtractedParagraph = { kind: 'paragraph', text, page: null };
    this.blocks.push(label === null ? paragraph : { ...paragraph, label });
  }
}

function isSkipped(name: string): boolean {
  // Fallback repeats what Choice shows; moveFrom is the old place of moved text; *Change keeps former properties.
  return name === 'Fallback' || name === 'moveFrom' || name.endsWith('PrChange');
}

function isOff(tag: XmlTag): boolean {
  return ['0', 'false', 'off', 'none'].includes(tag.attribute('val') ?? '');
}

type Step = (reader: WordBodyReader, tag: XmlTag) => void;

const OPENERS: Readonly<Record<string, Step | undefined>> = {
  p: (reader) => reader.openParagraph(),
  r: (reader) => reader.openRun(),
  t: (reader) => reader.openText(),
  vanish: (reader, tag) => {
    if (!isOff(tag)) reader.hideRun();
  },
  del: (reader) => reader.markDeleted(),
  tbl: (reader) => reader.openTable(),
  tr: (reader) => reader.openRow(),
  tc: (reader) => reader.openCell(),
  pStyle: (reader, tag) => reader.setStyle(tag.attribute('val')),
  numId: (reader, tag) => reader.setList({ id: tag.attribute('val') ?? '0' }),
  ilvl: (reader, tag) => reader.setList({ level: Number(tag.attribute('val') ?? 0) }),
  gridSpan: (reader, tag) => reader.setSpan(Number(tag.attribute('val'))),
  vMerge: (reader, tag) => reader.continueMerged(tag.attribute('val') === 'restart'),
  sectPr: (reader) => reader.openSection(),
  headerReference: (reader, tag) =>
    reader.refer('headers', tag.attribute('type') ?? 'default', tag.attribute('id') ?? ''),
  footerReference: (reader, tag) =>
    reader.refer('footers', tag.attribute('type') ?? 'default', tag.attribute('id') ?? ''),
  titlePg: (reader, tag) => {
    if (!isOff(tag)) reader.setTitlePage();
  },
  ...Object.fromEntries(
    Object.entries(CHARACTERS).map(([name, character]): [string, Step] => [
      name,
      (reader) => {
        if (reader.parent === 'r') reader.append(character);
      },
    ]),
  ),
};

const CLOSERS: Readonly<Record<string, Step | undefined>> = {
  p: (reader) => reader.closeParagraph(),
  r: (reader) => reader.closeRun(),
  t: (reader) => reader.closeText(),
  tbl: (reader) => reader.closeTable(),
  tr: (reader) => reader.closeRow(),
  tc: (reader) => reader.closeCell(),
  sectPr: (reader) => reader.closeSection(),
};
