import { searchWords } from '@app/kernel';

export interface Passage {
  readonly text: string;
  /** What was looked for, from and to, in letters of the text. */
  readonly marks: readonly (readonly [number, number])[];
}

const BEFORE = 60;
const LENGTH = 220;

/** The part of a text where most of the words stand together, with the words marked. */
export function passageOf(source: string, wanted: readonly string[], length = LENGTH): Passage {
  const text = source.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const searched = new Set(wanted);
  const hits = searchWords(text).filter(({ word }) => searched.has(word));
  const best = densest(hits);
  const from = text.length <= length ? 0 : atWord(text, Math.max(0, (hits[best]?.start ?? 0) - BEFORE));
  const to = Math.min(text.length, from + length);
  const head = from === 0 ? '' : '… ';
  const shown = head + text.slice(from, to).trimEnd() + (to < text.length ? ' …' : '');
  const marks = hits
    .filter(({ start, end }) => start >= from && end <= to)
    .map(({ start, end }) => [start - from + head.length, end - from + head.length] as const);
  return { text: shown, marks };
}

/** Where the most different words follow within the length of a passage. */
function densest(hits: readonly { word: string; start: number }[]): number {
  let best = 0;
  let most = 0;
  hits.forEach(({ start }, at) => {
    const near = new Set<string>();
    for (let next = at; next < hits.length; next += 1) {
      const hit = hits[next];
      if (hit === undefined || hit.start > start + LENGTH - BEFORE) break;
      near.add(hit.word);
    }
    if (near.size > most) [best, most] = [at, near.size];
  });
  return best;
}

function atWord(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  return space === -1 ? at : space + 1;
}
