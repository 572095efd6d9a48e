import { isLocalDate, type LocalDate } from '@app/kernel';

import { procedureFrom, procedureKey } from '../procedure';
import { BadAnnouncement } from '../refusals';
import { type AnnexAct, type ProcedureLevel } from './read-annex';

/** A row of the annex as the person has corrected it. */
export interface AnnouncementRowFields {
  act: AnnexAct;
  /** The TTHC of the register that it is about; null for a new one, and for one that the register lacks. */
  procedureId: string | null;
  code: string | null;
  name: string;
  field: string | null;
  level: ProcedureLevel | null;
  executingBody: string | null;
  timeLimit: string | null;
  fee: string | null;
}

/** A row as it is kept. */
export interface AnnouncementRow extends AnnouncementRowFields {
  nameKey: string;
  fieldKey: string | null;
}

const MOST_ROWS = 2000;

/**
 * Reads the corrected rows. A new TTHC needs its lĩnh vực and level; one TTHC stands in an annex once.
 * @throws BadAnnouncement naming the faulty rows
 */
export function announcementRowsFrom(rows: readonly AnnouncementRowFields[]): AnnouncementRow[] {
  if (rows.length === 0 || rows.length > MOST_ROWS) throw new BadAnnouncement(['rows']);
  const seen = new Set<string>();
  const faults = rows.flatMap((row, at) => {
    const twin = row.procedureId !== null && seen.has(row.procedureId);
    if (row.procedureId !== null) seen.add(row.procedureId);
    return faultOf(row, twin).map((field) => `rows.${String(at)}.${field}`);
  });
  if (faults.length > 0) throw new BadAnnouncement(faults);
  return rows.map(keptRow);
}

function faultOf(row: AnnouncementRowFields, isTwin: boolean): string[] {
  const lacks = row.act === 'new' && (row.field === null || row.level === null);
  return [
    ...(procedureKey(row.name) === '' ? ['name'] : []),
    ...(lacks ? [row.field === null ? 'field' : 'level'] : []),
    ...(isTwin ? ['procedureId'] : []),
  ];
}

function keptRow(row: AnnouncementRowFields): AnnouncementRow {
  const {
    nameKey,
    fieldKey: key,
    ...tidy
  } = procedureFrom({
    ...row,
    field: row.field ?? 'chưa rõ',
    level: row.level ?? 'other',
    status: 'in-force',
    note: null,
    validFrom: null,
  });
  return {
    act: row.act,
    procedureId: row.procedureId,
    code: tidy.code,
    name: tidy.name,
    nameKey,
    field: row.field === null ? null : tidy.field,
    fieldKey: row.field === null ? null : key,
    level: row.level,
    executingBody: tidy.executingBody,
    timeLimit: tidy.timeLimit,
    fee: tidy.fee,
  };
}

/** @throws BadAnnouncement */
export function effectiveDay(effectiveOn: string | null, issuedOn: string): LocalDate {
  const day = effectiveOn ?? issuedOn;
  if (!isLocalDate(day)) throw new BadAnnouncement([effectiveOn === null ? 'issuedOn' : 'effectiveOn']);
  return day;
}
