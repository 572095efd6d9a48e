import { type deadlines as vi } from '../vi/deadlines';

export const deadlines: typeof vi = {
  title: 'Deadline rules for revisions',
  note: 'The deadline of a change is proposed by the rule in force when it is confirmed. The rule of the nearest level counts.',
  add: 'Set a new rule',
  save: 'Save the rule',
  saved: 'The deadline rule is saved.',
  keeps: 'The former rule is kept. Open tasks keep the deadline that they were given.',
  validFrom: 'In force from',
  current: 'In force',
  rule: 'Time allowed',
  within: (days) => `${String(days)} working days`,
  beforeCommencement: 'Ready before the text commences',
  least: (days) => `at least ${String(days)} working days`,
  workingDays: 'Working days',
  leastWorkingDays: 'At least (working days)',
  secondPersonAbove: 'A second person above (documents)',
  legalBasis: 'Basis',
  steward: 'Set by',
  preview: 'Try with a text confirmed today',
  commencesOn: 'Day on which the text commences',
  wouldBe: 'The deadline would be',
};
