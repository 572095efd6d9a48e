/** Two places that hold the same word: index in the left text, index in the right text; both grow. */
export type Match = readonly [left: number, right: number];

interface Gap {
  left: readonly [from: number, to: number];
  right: readonly [from: number, to: number];
}

/** A gap is compared word by word while its table stays within this many cells. */
const TABLE_CELLS = 250_000;
/** Runs of words that anchor a larger gap, the longest first: long runs are rarely alike by accident. */
const RUNS = [8, 4, 2, 1] as const;

/**
 * Finds which words of two texts stand for each other. Runs of words that occur once on both sides are anchors; only
 * what lies between them is compared word by word, so that time grows with the length of the texts and not with its
 * square, however different they are. Yields after each gap: the caller decides when others have their turn.
 */
export function* alignment(left: readonly string[], right: readonly string[]): Generator<Match[], void> {
  const gaps: Gap[] = [{ left: [0, left.length], right: [0, right.length] }];
  for (let gap = gaps.pop(); gap !== undefined; gap = gaps.pop()) {
    const found = lookInto(left, right, gap);
    gaps.push(...found.gaps);
    yield found.matches;
  }
}

function lookInto(
  left: readonly string[],
  right: readonly string[],
  gap: Gap,
): { matches: Match[]; gaps: Gap[] } {
  const { inner, matches } = trim(left, right, gap);
  const [height, width] = [inner.left[1] - inner.left[0], inner.right[1] - inner.right[0]];
  if (height === 0 || width === 0) return { matches, gaps: [] };
  if (height * width <= TABLE_CELLS)
    return { matches: [...matches, ...byTable(left, right, inner)], gaps: [] };
  for (const run of RUNS) {
    const anchors = anchorsOf(left, right, { gap: inner, run });
    if (anchors.length > 0) return { matches: [...matches, ...anchors], gaps: between(anchors, inner) };
  }
  return { matches, gaps: [] };
}

/** What both sides begin and end with needs no looking for. */
function trim(
  left: readonly string[],
  right: readonly string[],
  { left: [l0, l1], right: [r0, r1] }: Gap,
): { inner: Gap; matches: Match[] } {
  const matches: Match[] = [];
  let [i, j, p, q] = [l0, r0, l1, r1];
  while (i < p && j < q && left[i] === right[j]) matches.push([i++, j++]);
  while (p > i && q > j && left[p - 1] === right[q - 1]) matches.push([--p, --q]);
  return { inner: { left: [i, p], right: [j, q] }, matches };
}

/** Longest common subsequence by a table. */
function byTable(
  left: readonly string[],
  right: readonly string[],
  { left: [l0, l1], right: [r0, r1] }: Gap,
): Match[] {
  const width = r1 - r0 + 1;
  const lengths = new Uint16Array((l1 - l0 + 1) * width);
  const at = (i: number, j: number): number => lengths[(i - l0) * width + (j - r0)] ?? 0;
  for (let i = l1 - 1; i >= l0; i -= 1)
    for (let j = r1 - 1; j >= r0; j -= 1)
      lengths[(i - l0) * width + (j - r0)] =
        left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const matches: Match[] = [];
  for (let i = l0, j = r0; i < l1 && j < r1;) {
    if (left[i] === right[j]) matches.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return matches;
}

/** Runs of words that stand once on each side, in an order that both sides share. */
function anchorsOf(
  left: readonly string[],
  right: readonly string[],
  { gap, run }: { gap: Gap; run: number },
): Match[] {
  const there = placesOf(right, gap.right, run);
  const pairs: Match[] = [];
  for (const [key, i] of placesOf(left, gap.left, run)) {
    const j = there.get(key);
    if (i >= 0 && j !== undefined && j >= 0) pairs.push([i, j]);
  }
  return longestRising(pairs.sort(([a], [b]) => a - b));
}

/** Where each run of words begins; -1 when it stands more than once. */
function placesOf(words: readonly string[], [from, to]: Gap['left'], run: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at + run <= to; at += 1) {
    const key = run === 1 ? (words[at] ?? '') : words.slice(at, at + run).join(' ');
    places.set(key, places.has(key) ? -1 : at);
  }
  return places;
}

/** The longest chain of pairs that rises on both sides (patience sorting). */
function longestRising(pairs: readonly Match[]): Match[] {
  const piles: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, right], index) => {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[piles[middle] ?? 0]?.[1] ?? 0) < right) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (piles[low - 1] ?? -1) : -1;
    piles[low] = index;
  });
  const chain: Match[] = [];
  for (let index = piles.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) chain.push(pair);
  }
  return chain.reverse();
}

function between(anchors: readonly Match[], { left, right }: Gap): Gap[] {
  const gaps: Gap[] = [];
  let [i, j] = [left[0], right[0]];
  for (const [l, r] of [...anchors, [left[1], right[1]] as const]) {
    if (l > i || r > j) gaps.push({ left: [i, l], right: [j, r] });
    [i, j] = [l + 1, r + 1];
  }
  return gaps;
}
