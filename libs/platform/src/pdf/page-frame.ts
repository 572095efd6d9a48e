/** A page as it is seen: its crop box, and how much it is turned. */
export interface PageFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Clockwise, 0, 90, 180 or 270. */
  readonly turn: number;
}

/** a b c d e f of a PDF matrix. */
export type Matrix = readonly [number, number, number, number, number, number];

/** Width and height as a reader sees them. */
export function seenSize({ width, height, turn }: PageFrame): { width: number; height: number } {
  return turn % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** Takes a point measured from the bottom left corner that the reader sees to the page's own coordinates. */
export function seenToPage({ x, y, width, height, turn }: PageFrame): Matrix {
  switch (turn) {
    case 90:
      return [0, 1, -1, 0, x + width, y];
    case 180:
      return [-1, 0, 0, -1, x + width, y + height];
    case 270:
      return [0, -1, 1, 0, x, y + height];
    default:
      return [1, 0, 0, 1, x, y];
  }
}

/** Shrinks the page towards the middle of the edge that the reader sees on top, which frees a band below. */
export function shrinkAboveBand(frame: PageFrame, bandHeight: number): Matrix {
  const { width, height } = seenSize(frame);
  const scale = (height - bandHeight) / height;
  const [fixedX, fixedY] = apply(seenToPage(frame), width / 2, height);
  return [scale, 0, 0, scale, fixedX * (1 - scale), fixedY * (1 - scale)];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
