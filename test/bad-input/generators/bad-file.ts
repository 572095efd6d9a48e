/** What becomes of a bad file: refused for one of these reasons, or kept (read or not) with these remarks beside it. */
export type Verdict =
  | { readonly refused: readonly string[] }
  | { readonly kept: readonly string[] }
  /** Whatever it is, it is said with a code of the catalogue. */
  | 'told';

/** One file that no honest program writes, made anew each time from nothing but its recipe. */
export interface BadFile {
  /** Row of the plan of bad input. */
  readonly code: string;
  /** What is wrong with it, in a few words. */
  readonly what: string;
  readonly fileName: string;
  readonly verdict: Verdict;
  readonly bytes: () => Buffer | Promise<Buffer>;
}

export type Recipe = readonly [what: string, verdict: Verdict, bytes: () => Buffer | Promise<Buffer>];

export const refused = (...codes: string[]): Verdict => ({ refused: codes });
export const kept = (...remarks: string[]): Verdict => ({ kept: remarks });

/** Names a list of recipes by number, so that a failure is found again. */
export function files(code: string, extension: string, recipes: readonly Recipe[]): BadFile[] {
  return recipes.map(([what, verdict, bytes], index) => ({
    code,
    what,
    fileName: `${code} ${String(index + 1)} ${what.replaceAll(/[^\p{L}\p{N} ]/gu, ' ')}${extension}`,
    verdict,
    bytes,
  }));
}

/** Numbers that are the same in every run (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Bytes that nothing can pack. */
export function noise(length: number, seed = 1): Buffer {
  const next = random(seed);
  const bytes = Buffer.alloc(length);
  for (let at = 0; at + 4 <= length; at += 4) bytes.writeUInt32LE(Math.floor(next() * 4_294_967_296), at);
  return bytes;
}
