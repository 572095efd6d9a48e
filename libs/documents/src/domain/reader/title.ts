import { type ExtractedBlock, type ExtractedDocument, tidyLine } from '@app/kernel';
import { columnsOf, coverBlocks, rowText } from './cover';
import { isLabelled, readLabels } from './labels';

/** The line that says what kind of document it is; the title follows it. */
const KIND_LINE =
  /^(?:quy\s+trình(?:\s+(?:nội\s+bộ|tác\s+nghiệp|hệ\s+thống|iso|xử\s+lý\s+công\s+việc|số\s*\d+))?|hướng\s+dẫn(?:\s+công\s+việc)?|quy\s+chế|quy\s+định|kế\s+hoạch|quyết\s+định|chỉ\s+thị|thông\s+báo|báo\s+cáo|tờ\s+trình|chương\s+trình|nghị\s+quyết|thông\s+tư|nghị\s+định|công\s+điện|đề\s+án|phương\s+án|biểu\s+mẫu)\s*:?\s*$/iu;
/** Documents whose kind is their title. */
const SELF_TITLED =
  /^(?:chính\s+sách\s+chất\s+lượng|mục\s+tiêu\s+chất\s+lượng|sổ\s+tay\s+chất\s+lượng|mô\s+tả\s+hệ\s+thống)/iu;
/** `QUY TRÌNH ĐĂNG KÝ KHAI SINH` in one line. */
const KIND_AND_TITLE = /^(?:quy\s+trình|hướng\s+dẫn)\s*[:–-]?\s+(\S.{3,300})$/iu;
const TITLE_ENDS =
  /^(?:mục\s+lục|căn\s+cứ|theo\s+đề\s+nghị|điều\s+1|số\s*:|cộng\s+h[oòó][aà]|độc\s+lập|\(?ban\s+hành\s+kèm)/iu;
/** The authority that decides stands in capitals under the title of a decision. */
const AUTHORITY =
  /^(?:CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG|HỘI ĐỒNG NHÂN DÂN|[UỦ][ỶY] BAN NHÂN DÂN|CHÍNH PHỦ|QUỐC HỘI)(?:\s+[\p{Lu}\s–-]+)?$/u;
const MAX_LINES = 12;
const BODY_HEAD =
  /^(?:sở|ubnd|[uủ][yỷ]\s+ban|hội\s+đồng|bộ|cục|chi\s+cục|ban|văn\s+phòng|trung\s+tâm|phòng|công\s+an|tỉnh|thành\s+phố|tổng\s+cục|viện|trường|kho\s+bạc|tòa|toà)(?:\s|$)/iu;

/** Title without its kind (`QUY TRÌNH`), from a label, from the cover table's column, or from the lines under the kind. */
export function readTitle(document: ExtractedDocument, labelled: string | null): string | null {
  const cover = coverBlocks(document);
  const fromTable = cover.map(titleInTable).find((title) => title !== null);
  const title = fromTable ?? labelled ?? titleInLines(cover.flatMap((block) => rowText(block).split('\n')));
  return title === null ? titleInHeader(document) : cleanTitle(title);
}

/** Offices without a cover print the title in the page header. */
function titleInHeader(document: ExtractedDocument): string | null {
  const labelled = titlesInHeaders(document)[0]?.title;
  if (labelled !== undefined) return labelled;
  const title = document.headers
    .map(({ text }) => titleInLines(text.split('\n')))
    .find((found) => found !== null);
  return title == null ? null : cleanTitle(title);
}

export function titlesInHeaders(document: ExtractedDocument): { title: string; section: number }[] {
  return document.headers.flatMap(({ text, section }) => {
    const title = readLabels(text).get('title');
    const clean = title === undefined ? '' : cleanTitle(title);
    return clean === '' ? [] : [{ title: clean, section }];
  });
}

/** The office on the cover: the first line that names a body. */
export function readUnit(document: ExtractedDocument): string | null {
  const lines = coverBlocks(document)
    .slice(0, 12)
    .flatMap((block) => rowText(block).split('\n'))
    .map(tidyLine)
    .filter((line) => line !== '');
  const unit = lines
    .slice(0, 10)
    .find((line) => BODY_HEAD.test(line) && line.length <= 100 && !line.endsWith(':'));
  return unit ?? null;
}

function titleInTable(block: ExtractedBlock): string | null {
  if (block.kind !== 'table') return null;
  for (const cells of columnsOf(block)) {
    const lines = cells.flatMap((cell) => cell.split('\n')).map(tidyLine);
    const title = titleInLines(lines);
    if (title !== null) return title;
  }
  return null;
}

function titleInLines(raw: readonly string[]): string | null {
  const lines = raw.map(tidyLine);
  const kind = lines.findIndex((line) => KIND_LINE.test(line));
  if (kind >= 0) {
    const title = linesUnder(lines.slice(kind + 1));
    if (title !== null) return title;
  }
  return lines.find((line) => SELF_TITLED.test(line)) ?? titleOnKindLine(lines);
}

/** `QUY TRÌNH KIỂM SOÁT TÀI LIỆU`, perhaps going on in the line below. */
function titleOnKindLine(lines: readonly string[]): string | null {
  const place = lines.findIndex((line) => KIND_AND_TITLE.test(line));
  const beginning = KIND_AND_TITLE.exec(lines[place] ?? '')?.[1];
  if (beginning === undefined) return null;
  const below = lines[place + 1] ?? '';
  return goesOnBelow(lines, place + 1) && isShouted(below) === isShouted(beginning)
    ? `${beginning} ${below}`
    : beginning;
}

function goesOnBelow(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  return line !== '' && !isField(lines, index) && !TITLE_ENDS.test(line) && !AUTHORITY.test(line);
}

function isShouted(text: string): boolean {
  return text === text.toUpperCase();
}

/** Lines up to a blank one; labelled fields and their values that stand in between (text taken from a table) are passed over. */
function linesUnder(lines: readonly string[]): string | null {
  const free = lines.map((line, index) => (isField(lines, index) ? '' : line));
  const start = free.findIndex((line) => line !== '');
  const title = start < 0 ? [] : free.slice(start, start + MAX_LINES);
  const end = title.findIndex((line) => line === '' || TITLE_ENDS.test(line) || AUTHORITY.test(line));
  const whole = title.slice(0, end < 0 ? title.length : end);
  return whole.length > 0 ? whole.join(' ') : null;
}

/** A labelled line, or the value under a label that stands alone. */
function isField(lines: readonly string[], index: number): boolean {
  if (isLabelled(lines[index] ?? '')) return true;
  const above = lines.slice(0, index).findLast((line) => line !== '') ?? '';
  return above.endsWith(':') && isLabelled(above);
}

function cleanTitle(title: string): string {
  return tidyLine(title.replace(/_{2,}/g, ' '))
    .replace(/^["“”'«]+|["“”'»]+$/gu, '')
    .replace(/[\s.;,:–-]+$/u, '');
}
