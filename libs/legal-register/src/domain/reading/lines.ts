import { continues, plainSpaces, tidyLine } from '@app/kernel';

/** A statement of a legal text: a paragraph, torn lines joined. */
export interface Line {
  readonly text: string;
  /** Number of the statement, from 1: the place that a person is shown. */
  readonly no: number;
}

const ENDS = /^(?:Nơi nhận|Nơi gửi)\s*:?/iu;
const LETTERHEAD = /^(?:(?:\p{L}+\s){0,2}s\s?ố\s*:|[\p{Lu}][^,;:\d]{1,40},\s*ngày\s[\d\s]+tháng)/iu;
const COLUMN = /\t+| {4,}/;

/** Statements in order. Cells of a letterhead that stand beside each other come apart; what follows "Nơi nhận" is left out. */
export function linesOf(text: string): Line[] {
  const lines: string[] = [];
  for (const raw of text.split(/\r\n?|\n/)) {
    const pieces = raw
      .split(COLUMN)
      .map((piece) => tidyLine(plainSpaces(piece)))
      .filter((piece) => piece !== '');
    if (pieces.some((piece) => ENDS.test(piece))) break;
    for (const piece of pieces) {
      const last = lines.at(-1);
      if (last !== undefined && goesOn(last, piece)) lines[lines.length - 1] = `${last} ${piece}`;
      else lines.push(piece);
    }
  }
  return withoutQuoted(lines).map((line, index) => ({ text: line, no: index + 1 }));
}

/** Lines of a letterhead stand by themselves: a heading in capitals, the number, place and day. */
function goesOn(line: string, next: string): boolean {
  return ![line, next].some(isCapitals) && !LETTERHEAD.test(line) && continues(line, next);
}

export function isCapitals(line: string): boolean {
  return /\p{Lu}/u.test(line) && !/\p{Ll}/u.test(line);
}

/** The words that an amending text puts into another one are that one's words: `“Điều 5. … thay thế …”`. */
function withoutQuoted(lines: readonly string[]): string[] {
  let isOpen = false;
  return lines
    .map((line) => {
      let kept = '';
      for (const piece of line.split(/([“”])/u)) {
        if (piece === '“') isOpen = true;
        else if (piece === '”') isOpen = false;
        else if (!isOpen) kept += piece;
      }
      return tidyLine(kept);
    })
    .filter((line) => line !== '');
}
