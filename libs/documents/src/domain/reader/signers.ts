import { type ExtractedCell, type ExtractedDocument, foldVietnamese, tidyLine } from '@app/kernel';
import { type Signer } from './proposal';

const ROLE =
  /^(?:(?:người|cán\s+bộ|bộ\s+phận|đơn\s+vị)\s+)?(?:(?:biên\s+)?soạn(?:\s+thảo)?|viết|lập|xây\s+dựng|xem\s+xét|kiểm\s+tra|thẩm\s+tra|thẩm\s+định|soát\s+xét|rà\s+soát|(?:phê|ký)\s+duyệt|duyệt)\s*:?$/iu;
const NAME_LABEL = /^(?:họ\s+(?:và\s+|,\s*)?tên|tên)\s*:?/iu;
const POSITION_LABEL = /^(?:chức\s+vụ|chức\s+danh|vị\s+trí)\s*:?/iu;
const SIGNATURE_LABEL = /^(?:chữ\s+ký|ký\s+tên|ký|ngày(?:\s+ký)?)\s*:?(?:\s|$)/iu;
/** Two to six words, each with a capital: a person's name. */
const NAME = /^\p{Lu}[\p{L}'’]*(?:\s+\p{Lu}[\p{L}'’]*){0,4}\s+\p{L}[\p{L}'’]*$/u;
const POSITION =
  /^(?:q\.?\s*|phó\s+|quyền\s+)?(?:chuyên\s+viên|trưởng|chánh|chủ\s+tịch|giám\s+đốc|cục\s+trưởng|công\s+chức|văn\s+thư|thư\s+ký|cán\s+bộ|đại\s+diện|bí\s+thư|phó|kế\s+toán|nhân\s+viên)(?:\s|$)/iu;

type Row = readonly (readonly string[])[];

/** Names and positions under or beside Soạn thảo, Xem xét, Phê duyệt. */
export function readSigners(document: ExtractedDocument): Signer[] {
  for (const rows of tableRuns(document)) {
    const signers = inColumns(rows) ?? inRows(rows);
    if (signers !== null) return signers;
  }
  return [];
}

/** Rows of tables that follow each other at once: a page's end, or a row of pictures, cuts one into two. */
function tableRuns({ blocks }: ExtractedDocument): Row[][] {
  const runs: Row[][] = [];
  let isOpen = false;
  for (const block of blocks) {
    if (block.kind !== 'table') {
      isOpen = isOpen && block.text.trim() === '';
      continue;
    }
    if (!isOpen) runs.push([]);
    isOpen = true;
    runs.at(-1)?.push(...block.rows.map((row) => row.map(cellLines)));
  }
  return runs;
}

function cellLines({ text }: ExtractedCell): string[] {
  return text
    .split('\n')
    .map(tidyLine)
    .filter((line) => line !== '');
}

/** Roles head the columns; rows below are labelled, or show by themselves what they hold. */
function inColumns(rows: readonly Row[]): Signer[] | null {
  const head = rows.findIndex((row) => row.filter((cell) => ROLE.test(cell[0] ?? '')).length >= 2);
  const roles = rows[head];
  if (roles === undefined) return null;
  const below = rows.slice(head, head + 8);
  const labelled = (label: RegExp): Row | undefined =>
    below.find((row) => label.test((row[0] ?? []).join(' ')));
  const [names, positions] = [labelled(NAME_LABEL), labelled(POSITION_LABEL)];
  const signers = roles.flatMap((cell, column): Signer[] => {
    const role = tidyLine((cell[0] ?? '').replace(/:$/, ''));
    if (!ROLE.test(role)) return [];
    const own = below.flatMap((row, index) =>
      index === 0 ? (row[column] ?? []).slice(1) : (row[column] ?? []),
    );
    const name = names === undefined ? nameAmong(own) : (names[column] ?? []).join(' ');
    const position = positions === undefined ? positionAmong(own) : (positions[column] ?? []).join(' ');
    return name === '' ? [] : [{ role, name, position: position === '' ? null : position }];
  });
  return signers.length > 0 ? signers : null;
}

/** `Soạn thảo | Nguyễn Văn A | Chuyên viên` */
function inRows(rows: readonly Row[]): Signer[] | null {
  const lines = rows.filter(
    (row) => ROLE.test((row[0] ?? []).join(' ')) || ROLE.test((row[1] ?? []).join(' ')),
  );
  if (lines.length < 2) return null;
  const head = rows[rows.findIndex((row) => row === lines[0]) - 1] ?? [];
  const columnOf = (label: RegExp): number => head.findIndex((cell) => label.test(cell.join(' ')));
  const [names, positions] = [columnOf(NAME_LABEL), columnOf(POSITION_LABEL)];
  const signers = lines.flatMap((row): Signer[] => {
    const cells = row.map((cell) => cell.join(' '));
    const place = cells.findIndex((cell) => ROLE.test(cell));
    const rest = cells.slice(place + 1).filter((cell) => cell !== '');
    const name = names >= 0 ? (cells[names] ?? '') : nameAmong(rest);
    const position = positions >= 0 ? (cells[positions] ?? '') : positionAmong(rest);
    return name === ''
      ? []
      : [{ role: cells[place] ?? '', name, position: position === '' ? null : position }];
  });
  return signers.length > 0 ? signers : null;
}

function nameAmong(lines: readonly string[]): string {
  const labelled = lines.find((line) => NAME_LABEL.test(line));
  if (labelled !== undefined) return tidyLine(labelled.replace(NAME_LABEL, ''));
  return lines.find((line) => NAME.test(line) && !isWord(line)) ?? '';
}

function positionAmong(lines: readonly string[]): string {
  const labelled = lines.find((line) => POSITION_LABEL.test(line));
  if (labelled !== undefined) return tidyLine(labelled.replace(POSITION_LABEL, ''));
  return lines.find((line) => POSITION.test(line)) ?? '';
}

function isWord(line: string): boolean {
  return (
    POSITION.test(line) ||
    ROLE.test(line) ||
    SIGNATURE_LABEL.test(line) ||
    /^(?:da ky|ky ten)/.test(foldVietnamese(line))
  );
}
