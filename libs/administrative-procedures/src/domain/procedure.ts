import { foldVietnamese, isLocalDate, type LocalDate, tidyLine } from '@app/kernel';

import { type ProcedureLevel } from './announcement/read-annex';
import { BadProcedure } from './refusals';

export const PROCEDURE_LEVELS = ['province', 'commune', 'other'] as const;
export const PROCEDURE_STATUSES = ['in-force', 'suspended', 'ended'] as const;
export type ProcedureStatus = (typeof PROCEDURE_STATUSES)[number];

/** A TTHC as a person types it or an annex prints it. */
export interface ProcedureFields {
  code: string | null;
  name: string;
  field: string;
  level: ProcedureLevel;
  executingBody: string | null;
  timeLimit: string | null;
  fee: string | null;
  status: ProcedureStatus;
  note: string | null;
  validFrom: string | null;
}

/** A TTHC in the form in which it is kept and compared. */
export interface Procedure extends Omit<ProcedureFields, 'validFrom'> {
  nameKey: string;
  fieldKey: string;
  validFrom: LocalDate | null;
}

const LONGEST_NAME = 1000;
const LONGEST_FIELD = 200;
const LONGEST_CODE = 60;
/** How people begin a title that is otherwise the name of the TTHC. */
const OPENING = /^(?:quy trinh|giai quyet|thu tuc hanh chinh|tthc|thu tuc|ve viec|ve)\s+/;

/** Reads what was typed. @throws BadProcedure naming every faulty field at once */
export function procedureFrom(fields: ProcedureFields): Procedure {
  const name = tidyLine(fields.name);
  const field = tidyLine(fields.field);
  const code = optional(fields.code);
  const validFrom = fields.validFrom === null || isLocalDate(fields.validFrom) ? fields.validFrom : undefined;
  const faults = [...wordFaults({ name, field, code }), ...(validFrom === undefined ? ['validFrom'] : [])];
  if (faults.length > 0 || validFrom === undefined) throw new BadProcedure(faults);
  return {
    ...fields,
    code,
    name,
    nameKey: procedureKey(name),
    field,
    fieldKey: fieldKey(field),
    executingBody: optional(fields.executingBody),
    timeLimit: optional(fields.timeLimit),
    fee: optional(fields.fee),
    note: optional(fields.note),
    validFrom,
  };
}

function wordFaults({ name, field, code }: Pick<Procedure, 'name' | 'field' | 'code'>): string[] {
  const tests = {
    name: procedureKey(name) === '' || name.length > LONGEST_NAME,
    field: fieldKey(field) === '' || field.length > LONGEST_FIELD,
    code: (code?.length ?? 0) > LONGEST_CODE,
  };
  return Object.entries(tests).flatMap(([word, isFaulty]) => (isFaulty ? [word] : []));
}

/** Under this key the name of a TTHC and the title of its quy trình are one: no accents, marks, or "Quy trình", "Thủ tục". */
export function procedureKey(name: string): string {
  let words = foldVietnamese(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  for (let before = ''; before !== words;) {
    before = words;
    words = words.replace(OPENING, '');
  }
  return words;
}

export function fieldKey(field: string): string {
  return foldVietnamese(field)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^\s*linh vuc\s+/, '')
    .trim();
}

/** The head `x.xxxxxx` is the same all over the country; the tail may name a province that is gone. */
export function codeHead(code: string | null): string | null {
  return /\d\.\d{6}/.exec(code ?? '')?.[0] ?? null;
}

function optional(text: string | null): string | null {
  return tidyLine(text ?? '') || null;
}
