import { type Piece } from './pdf-page';

/** Straight lines drawn on a page: the borders of its tables. */
export interface Rules {
  readonly horizontal: readonly Segment[];
  readonly vertical: readonly Segment[];
}
/** At `at`, from `from` to `to`. */
interface Segment {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The box of a table in which a piece of text stands. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Matrix = readonly [number, number, number, number, number, number];
export interface PageOperators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}
export interface OperatorCodes {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly constructPath: number;
  readonly paintFormXObjectBegin: number;
  readonly paintFormXObjectEnd: number;
  /** Ends a path that only clips: nothing is drawn. */
  readonly endPath: number;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const SHORTEST = 5;
const STRAIGHT = 1;
const NEAR = 1.5;
/** Numbers that follow each step of a path: move, line, curve, quadratic curve, close. */
const STEP_LENGTH: readonly number[] = [2, 2, 6, 4, 0];

/** Follows the drawing operators with their transformations and keeps what is straight. */
export function rulesOf({ fnArray, argsArray }: PageOperators, codes: OperatorCodes): Rules {
  const state: DrawingState = { horizontal: [], vertical: [], stack: [], matrix: IDENTITY };
  const steps = new Map<number, (args: unknown) => void>([
    [codes.save, () => state.stack.push(state.matrix)],
    [codes.restore, () => (state.matrix = state.stack.pop() ?? IDENTITY)],
    [codes.transform, (args) => (state.matrix = multiply(state.matrix, asMatrix(args)))],
    [
      codes.paintFormXObjectBegin,
      (args) => {
        state.stack.push(state.matrix);
        state.matrix = multiply(state.matrix, asMatrix(Array.isArray(args) ? args[0] : null));
      },
    ],
    [codes.paintFormXObjectEnd, () => (state.matrix = state.stack.pop() ?? IDENTITY)],
    [codes.constructPath, (args) => drawn(args, codes.endPath).forEach((line) => keepStraight(line, state))],
  ]);
  fnArray.forEach((code, index) => steps.get(code)?.(argsArray[index]));
  return { horizontal: state.horizontal, vertical: state.vertical };
}

interface DrawingState {
  readonly horizontal: Segment[];
  readonly vertical: Segment[];
  readonly stack: Matrix[];
  matrix: Matrix;
}

/** The smallest box of rules around the middle of a piece; null when it stands free. */
export function boxAround(piece: Piece, { horizontal, vertical }: Rules): Box | null {
  const x = (piece.x + piece.end) / 2;
  const y = piece.y + piece.height * 0.3;
  const beside = vertical.filter(({ from, to }) => from - NEAR <= y && y <= to + NEAR).map(({ at }) => at);
  const above = horizontal.filter(({ from, to }) => from - NEAR <= x && x <= to + NEAR).map(({ at }) => at);
  const box = {
    left: Math.max(...beside.filter((at) => at <= x)),
    right: Math.min(...beside.filter((at) => at > x)),
    top: Math.min(...above.filter((at) => at > y)),
    bottom: Math.max(...above.filter((at) => at <= y)),
  };
  return Object.values(box).every(Number.isFinite) ? box : null;
}

type Point = readonly [number, number];
type StraightLine = readonly [Point, Point];

/** Lines of a path that is stroked or filled. */
function drawn(args: unknown, endPath: number): StraightLine[] {
  if (!Array.isArray(args) || args[0] === endPath) return [];
  const data: unknown = Array.isArray(args[1]) ? args[1][0] : null;
  return isNumbers(data) ? linesIn(data) : [];
}

function keepStraight([from, to]: StraightLine, { matrix, horizontal, vertical }: DrawingState): void {
  const [x1, y1] = apply(matrix, from);
  const [x2, y2] = apply(matrix, to);
  const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  if (height < STRAIGHT && width > SHORTEST) {
    horizontal.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
  } else if (width < STRAIGHT && height > SHORTEST) {
    vertical.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
  }
}

const [MOVE, LINE, CLOSE] = [0, 1, 4];

function linesIn(data: ArrayLike<number>): StraightLine[] {
  const lines: StraightLine[] = [];
  let start: Point = [0, 0];
  let here: Point = [0, 0];
  for (let index = 0; index < data.length;) {
    const step = data[index] ?? CLOSE;
    const length = STEP_LENGTH[step] ?? data.length;
    const next = step === CLOSE ? start : pointAt(data, index + length - 1);
    if (step === LINE || step === CLOSE) lines.push([here, next]);
    if (step === MOVE) start = next;
    here = next;
    index += length + 1;
  }
  return lines;
}

function pointAt(data: ArrayLike<number>, index: number): Point {
  return [data[index] ?? 0, data[index + 1] ?? 0];
}

function asMatrix(value: unknown): Matrix {
  const numbers = isNumbers(value) ? Array.from(value, Number) : [];
  return isMatrix(numbers) ? numbers : IDENTITY;
}

/** Not by `instanceof`: the library may live in another realm. */
function isNumbers(value: unknown): value is ArrayLike<number> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}

function isMatrix(numbers: number[]): numbers is [number, number, number, number, number, number] {
  return numbers.length === 6;
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

function apply(m: Matrix, [x, y]: Point): Point {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}
