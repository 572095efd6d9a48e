import { type ExtractedDocument, type ExtractedTable, tidyLine } from '@app/kernel';
import { type Signer } from './proposal';

const ROLE =
  /^(?:(?:người\s+)?(?:biên\s+)?soạn(?:\s+thảo)?|(?:người\s+)?(?:xem\s+xét|kiểm\s+tra|thẩm\s+tra|soát\s+xét)|(?:người\s+)?phê\s+duyệt)$/iu;
const NAME_ROW = /^họ\s+(?:và\s+)?tên/iu;
const POSITION_ROW = /^(?:chức\s+vụ|chức\s+danh)/iu;

/** Names and positions under Soạn thảo, Xem xét, Phê duyệt. */
export function readSigners(document: ExtractedDocument): Signer[] {
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue;
    const signers = signersIn(block);
    if (signers.length > 0) return signers;
  }
  return [];
}

function signersIn(table: ExtractedTable): Signer[] {
  const rows = table.rows.map((row) => row.map(({ text }) => tidyLine(text)));
  const roles = rows.find((row) => row.filter((cell) => ROLE.test(cell)).length >= 2);
  const names = rows.find((row) => NAME_ROW.test(row[0] ?? ''));
  if (!roles || !names) return [];
  const positions = rows.find((row) => POSITION_ROW.test(row[0] ?? ''));
  return roles.flatMap((role, column) => {
    const name = names[column] ?? '';
    if (!ROLE.test(role) || name === '') return [];
    return [{ role, name, position: positions?.[column] ?? null }];
  });
}
