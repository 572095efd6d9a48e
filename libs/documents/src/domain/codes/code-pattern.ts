import { PatternWithoutNumber } from '../refusals';

/** Where the number stands, and with how many digits at least. */
const NUMBER = /\{n{1,3}\}/g;

/** "QT {nn}/CX-HCTP": the codes of one kind of document, by rule (DI-02). */
export class CodePattern {
  readonly #head: string;
  readonly #tail: string;
  readonly #digits: number;

  /** @throws PatternWithoutNumber */
  constructor(readonly pattern: string) {
    const places = pattern.match(NUMBER) ?? [];
    const [place] = places;
    if (place === undefined || places.length > 1) throw new PatternWithoutNumber();
    const [head = '', tail = ''] = pattern.split(place);
    [this.#head, this.#tail, this.#digits] = [keyOf(head), keyOf(tail), place.length - 2];
  }

  codeOf(number: number): string {
    return this.pattern.replace(NUMBER, String(number).padStart(this.#digits, '0'));
  }

  /** The number in a code that follows the pattern, however it is spaced; null for any other code. */
  numberIn(code: string): number | null {
    const key = keyOf(code);
    if (!key.startsWith(this.#head) || !key.endsWith(this.#tail)) return null;
    const middle = key.slice(this.#head.length, key.length - this.#tail.length);
    return /^\d{1,6}$/.test(middle) ? Number(middle) : null;
  }

  /** What comes next, and which numbers below it no document bears. */
  count(codes: readonly string[]): { next: number; missing: number[] } {
    const used = new Set(codes.map((code) => this.numberIn(code)).filter((number) => number !== null));
    const highest = Math.max(0, ...used);
    const missing: number[] = [];
    for (let number = 1; number < highest && missing.length < MOST_MISSING; number += 1)
      if (!used.has(number)) missing.push(number);
    return { next: highest + 1, missing };
  }
}

/** A screen shows no more; a code like "QT 9999" is a slip, not nine thousand gaps. */
const MOST_MISSING = 200;

function keyOf(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, '');
}
