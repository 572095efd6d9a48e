import { codeHead, fieldKey, procedureKey } from '../procedure';
import { type AnnexRow, type ProcedureLevel } from './read-annex';

/** A TTHC of the register that a row of an annex may mean. */
export interface RegisteredProcedure {
  id: string;
  code: string | null;
  name: string;
  nameKey: string;
  field: string;
  fieldKey: string;
  level: ProcedureLevel;
  isEnded: boolean;
}

export type MatchedBy = 'code' | 'name';

export interface RowMatch {
  procedure: RegisteredProcedure;
  by: MatchedBy;
}

/**
 * By code, else by folded name with lĩnh vực and level as far as the row says them. Several that fit are none: the person
 * chooses (TT-01).
 */
export function matchRow(
  row: Pick<AnnexRow, 'code' | 'name' | 'field' | 'level'>,
  register: readonly RegisteredProcedure[],
): RowMatch | null {
  const head = codeHead(row.code);
  const byCode = head === null ? null : onlyOne(register.filter(({ code }) => codeHead(code) === head));
  if (byCode !== null) return { procedure: byCode, by: 'code' };
  const key = procedureKey(row.name);
  const named = register.filter(
    ({ nameKey, code }) => nameKey === key && (head === null || codeHead(code) === null),
  );
  const fitting = named.filter(
    (known) =>
      (row.field === null || known.fieldKey === fieldKey(row.field)) &&
      (row.level === null || known.level === row.level),
  );
  const byName = onlyOne(fitting);
  return byName === null ? null : { procedure: byName, by: 'name' };
}

/** What is in force goes before what was ended. */
function onlyOne(found: readonly RegisteredProcedure[]): RegisteredProcedure | null {
  const standing = found.filter(({ isEnded }) => !isEnded);
  const rest = standing.length > 0 ? standing : found;
  return rest.length === 1 ? (rest[0] ?? null) : null;
}
