import { apply, type PageFrame, seenSize, seenToPage, shrinkAboveBand } from './page-frame';

const BAND = 60;
const frame = (turn: number): PageFrame => ({ x: 10, y: 20, width: 600, height: 800, turn });

describe.each([0, 90, 180, 270])('a page turned by %d degrees', (turn) => {
  const page = frame(turn);
  const seen = seenSize(page);

  it('has its seen corners on the corners of the box', () => {
    const corners = [
      [0, 0],
      [seen.width, 0],
      [0, seen.height],
      [seen.width, seen.height],
    ].map(([x = 0, y = 0]) => apply(seenToPage(page), x, y).join(' '));

    expect([...corners].sort()).toEqual(['10 20', '10 820', '610 20', '610 820']);
  });

  it('keeps the top edge where it is and frees the band below', () => {
    const shrink = shrinkAboveBand(page, BAND);
    const toPage = seenToPage(page);
    const moved = (x: number, y: number): [number, number] => apply(shrink, ...apply(toPage, x, y));
    const side = (seen.width * BAND) / seen.height / 2;

    expectClose(moved(0, seen.height), apply(toPage, side, seen.height));
    expectClose(moved(seen.width, 0), apply(toPage, seen.width - side, BAND));
    expectClose(moved(0, 0), apply(toPage, side, BAND));
  });
});

function expectClose(one: readonly number[], other: readonly number[]): void {
  expect(one.map((value) => value.toFixed(6))).toEqual(other.map((value) => value.toFixed(6)));
}
