import { create } from 'qrcode';

/** Light squares that must surround the code for a camera to find it (ISO/IEC 18004). */
const QUIET_ZONE = 4;

export interface QrMatrix {
  readonly size: number;
  isDark(row: number, column: number): boolean;
}

/** A horizontal bar of dark squares, in squares, from the top left. */
interface Run {
  readonly row: number;
  readonly column: number;
  readonly length: number;
}

export function qrMatrix(text: string): QrMatrix {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 };
}

/** Neighbours are joined: a third of the rectangles, and no hairlines between them on screen. */
export function qrRuns(matrix: QrMatrix): Run[] {
  const { size } = matrix;
  const runs: Run[] = [];
  for (let row = 0; row < size; row += 1) {
    let column = 0;
    while (column < size) {
      let end = column;
      while (end < size && matrix.isDark(row, end)) end += 1;
      if (end > column) runs.push({ row, column, length: end - column });
      column = end + 1;
    }
  }
  return runs;
}

/** For pages: one path, black on white, scaled by the style sheet. */
export function qrSvg(text: string): string {
  const matrix = qrMatrix(text);
  const side = String(matrix.size + 2 * QUIET_ZONE);
  const bars = qrRuns(matrix).map(
    ({ row, column, length }) => `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h${length}v1h-${length}z`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" role="img">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${bars.join('')}"/></svg>`
  );
}
