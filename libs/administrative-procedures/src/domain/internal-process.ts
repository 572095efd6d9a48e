import { isLocalDate, type LocalDate, tidyLine } from '@app/kernel';

import { BadInternalProcess } from './refusals';

/** One step of a quy trình nội bộ as its decision prints it. */
export interface ProcessStep {
  name: string;
  responsible: string | null;
  time: string | null;
}

export interface InternalProcessFields {
  decisionNumber: string | null;
  decisionIssuer: string | null;
  decisionOn: string | null;
  validFrom: string;
  timeLimit: string | null;
  note: string | null;
  steps: readonly ProcessStep[];
}

/** The quy trình nội bộ of a TTHC from a day on (TT-03). */
export interface InternalProcess extends Omit<InternalProcessFields, 'decisionOn' | 'validFrom'> {
  decisionOn: LocalDate | null;
  validFrom: LocalDate;
}

const MOST_STEPS = 100;

/** Reads what was typed or pasted. @throws BadInternalProcess */
export function internalProcessFrom(fields: InternalProcessFields): InternalProcess {
  const steps = fields.steps.map(({ name, responsible, time }) => ({
    name: tidyLine(name),
    responsible: optional(responsible),
    time: optional(time),
  }));
  const { decisionOn, validFrom } = fields;
  const faults = [
    ...(steps.length === 0 || steps.length > MOST_STEPS || steps.some(({ name }) => name === '')
      ? ['steps']
      : []),
    ...(isLocalDate(validFrom) ? [] : ['validFrom']),
    ...(decisionOn === null || isLocalDate(decisionOn) ? [] : ['decisionOn']),
  ];
  if (faults.length > 0) throw new BadInternalProcess(faults);
  return {
    steps,
    decisionNumber: optional(fields.decisionNumber),
    decisionIssuer: optional(fields.decisionIssuer),
    decisionOn: decisionOn as LocalDate | null,
    validFrom: validFrom as LocalDate,
    timeLimit: optional(fields.timeLimit),
    note: optional(fields.note),
  };
}

function optional(text: string | null): string | null {
  return tidyLine(text ?? '') || null;
}
