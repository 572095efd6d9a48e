import { formatVi, type LocalDate } from '@app/kernel';

import { type ComparedCover } from '../../application/comparison/compare-versions';
import { type CasePair } from '../../domain/comparison/steps';
import {
  type Duration,
  type DurationUnit,
  type ProcedureCase,
  type ProcedureStep,
} from '../../domain/content';
import { displayState } from '../../domain/display-state';
import { type DetailRow } from '../../persistence/version-detail.query';
import {
  type CaseDifference,
  type ComparedStep,
  type ComparedVersion,
  type ComparisonView,
  COVER_FIELDS,
  type CoverField,
} from './comparison.dto';

/** What stands on the cover, as text; hashes prove whether a file is the same, whatever it looks like. */
const COVER: Readonly<Record<CoverField, (row: DetailRow) => string | null>> = {
  code: ({ code }) => code,
  series: ({ series }) => series,
  title: ({ title }) => title,
  kind: ({ kind }) => kind,
  unit: ({ unitName }) => unitName,
  edition: ({ issue, revision }) => `${pad(issue)}/${pad(revision)}`,
  drafter: ({ drafterName }) => drafterName,
  'issued-on': ({ issuedOn, decision }) => day(issuedOn ?? decision?.signedOn ?? null),
  'effective-on': ({ effectiveOn }) => day(effectiveOn),
  'ended-on': ({ endsOn }) => day(endsOn),
  decision: ({ decision }) => decision?.number ?? null,
  'change-class': ({ changeClass }) => changeClass,
  citations: ({ citations, namedTexts }) =>
    [
      ...citations.map(({ numberSymbol }) => numberSymbol),
      ...namedTexts.map(({ name, year }) => [name, year].filter(Boolean).join(' ')),
    ].join('; ') || null,
  pages: ({ rendition }) => (rendition.pages === null ? null : String(rendition.pages)),
  'master-hash': ({ master }) => master.sha256,
  'rendition-hash': ({ rendition }) => rendition.sha256,
};

export function showCover({ left, right, cases }: ComparedCover, today: LocalDate): ComparisonView {
  return {
    left: versionOf(left, today),
    right: versionOf(right, today),
    cover: COVER_FIELDS.map((field) => {
      const [old, fresh] = [COVER[field](left), COVER[field](right)];
      return { field, left: old, right: fresh, changed: old !== fresh };
    }),
    cases: cases.map(caseOf),
  };
}

function versionOf(row: DetailRow, today: LocalDate): ComparedVersion {
  const current = row.steps.find(({ state }) => state === 'current')?.kind ?? null;
  const { id, issue, revision } = row;
  return { versionId: id, issue, revision, state: displayState({ ...row, currentStep: current }, today) };
}

function caseOf({ name, left, right, limitChanged, steps }: CasePair): CaseDifference {
  return {
    name,
    leftLimit: limitOf(left),
    rightLimit: limitOf(right),
    limitChanged,
    steps: steps.map((pair) => ({
      left: stepOf(pair.left),
      right: stepOf(pair.right),
      changed: pair.changed,
    })),
  };
}

function stepOf(step: ProcedureStep | null): ComparedStep | null {
  if (step === null) return null;
  const { no, name, responsible, duration } = step;
  return { no, name, responsible, duration: durationOf(duration) };
}

function limitOf(held: ProcedureCase | null): string | null {
  if (held === null) return null;
  return [durationOf(held.limit), held.limitFrom].filter((part) => part !== null).join(' ') || null;
}

const UNITS: Readonly<Record<DurationUnit, string>> = {
  'working-day': 'ngày làm việc',
  day: 'ngày',
  hour: 'giờ',
  'same-day': 'trong ngày',
};

function durationOf(duration: Duration | null): string | null {
  if (duration === null) return null;
  const { value, unit } = duration;
  return unit === 'same-day' ? UNITS[unit] : `${String(value).replace('.', ',')} ${UNITS[unit]}`;
}

function day(date: LocalDate | null): string | null {
  return date === null ? null : formatVi(date);
}

function pad(count: number): string {
  return String(count).padStart(2, '0');
}
