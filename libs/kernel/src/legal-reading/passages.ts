import { type ExtractedBlock, type ExtractedDocument } from '../extracted-document';
import { plainSpaces, startsItem } from '../text';

/** A run of text that belongs together: a paragraph (or one torn over several), or a table cell. */
export interface Passage {
  readonly text: string;
  /** Index of the block in which it begins. */
  readonly block: number;
  /** For people: `Trang 3`, `Đoạn 12`, `Bảng 2`. */
  readonly where: string;
  /** Where the format knows it. */
  readonly page: number | null;
}

const ENDS_SENTENCE = /[.;:!?…]\s*$/u;
/** A line that cannot end here: the number, date or issuer of a citation goes on below. */
const HANGS =
  /(?:[-–/,(]|(?<!\p{L})(?:s\s*ố|ngày|tháng|năm|của|và|do|tại|Bộ|Bộ trưởng|Chủ tịch|Giám đốc|Thủ tướng|tỉnh|thành phố|theo|Luật|Quyết định|Thông tư|Nghị định|Nghị quyết|\d{1,3}))\s*$/iu;
const GOES_ON = /^\s*(?:\p{Ll}|[\d(/-])/u;

/** Text to look for citations in: whole paragraphs and cells, torn ones joined. */
export function passagesOf(document: ExtractedDocument): Passage[] {
  const passages: Passage[] = [];
  let open: { lines: string[]; block: number } | null = null;
  const flush = (): void => {
    if (open)
      passages.push({
        text: open.lines.join('\n'),
        block: open.block,
        where: whereOf(document, open.block),
        page: document.blocks[open.block]?.page ?? null,
      });
    open = null;
  };
  document.blocks.forEach((block, index) => {
    if (block.kind === 'table') {
      flush();
      passages.push(...cellPassages(block, index, whereOf(document, index)));
      return;
    }
    const text = plainSpaces(block.text);
    const last: string | undefined = open?.lines.at(-1);
    if (last !== undefined && !continues(last, text)) flush();
    open ??= { lines: [], block: index };
    open.lines.push(text);
  });
  flush();
  return passages.filter(({ text }) => text.trim() !== '');
}

/** Whether the second line is the rest of the first: someone pressed Enter inside a sentence, or the format has lines only. */
export function continues(line: string, next: string): boolean {
  if (line.trim() === '' || next.trim() === '' || startsItem(next)) return false;
  if (HANGS.test(line)) return true;
  return !ENDS_SENTENCE.test(line) && GOES_ON.test(next);
}

function cellPassages(block: ExtractedBlock & { kind: 'table' }, index: number, where: string): Passage[] {
  return block.rows.flatMap((row) =>
    row.map(({ text }) => ({ text: plainSpaces(text), block: index, where, page: block.page })),
  );
}

function whereOf(document: ExtractedDocument, index: number): string {
  const block = document.blocks[index];
  if (typeof block?.page === 'number') return `Trang ${block.page}`;
  const before = document.blocks.slice(0, index + 1);
  if (block?.kind === 'table') return `Bảng ${before.filter(({ kind }) => kind === 'table').length}`;
  return `Đoạn ${before.filter((other) => other.kind === 'paragraph' && other.text.trim() !== '').length}`;
}
