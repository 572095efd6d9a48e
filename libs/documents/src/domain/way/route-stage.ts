import { type Role } from '@app/kernel';

import { type DocumentKind } from '../version-fields';

/** Xem xét · kiểm tra ISO · kiểm tra thể thức · phê duyệt. The two checks are recorded, not printed on the cover (OF-05). */
export const STEP_KINDS = ['review', 'iso-check', 'form-check', 'approve'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** How the people of a stage are found: who holds a role, the head of the owning unit, or whoever is chosen. */
export const STAGE_HOLDERS = ['role', 'unit-head', 'chosen'] as const;
export type StageHolder = (typeof STAGE_HOLDERS)[number];

/** Roles that may stand at a station of each kind; authority is checked again at the moment of signing (RI-08). */
export const ENTITLED_ROLES: Readonly<Record<StepKind, readonly Role[]>> = {
  review: ['reviewer', 'approver', 'head'],
  'iso-check': ['secretary'],
  'form-check': ['office-lead'],
  approve: ['approver', 'head'],
};

/** One stage of a route, as an agency defines it. */
export interface RouteStage {
  kind: StepKind;
  name: string;
  who: StageHolder;
  /** One after another, or all at once. */
  inSequence: boolean;
  /** How many must agree; null = all who are asked. */
  quorum: number | null;
  /** May be left out when a version is sent. */
  isOptional: boolean;
  /** Working days that a person has for it. */
  days: number;
}

export interface RouteDefinition {
  name: string;
  /** Kinds of document that it serves; none named = all that have no route of their own. */
  documentKinds: readonly DocumentKind[];
  stages: readonly RouteStage[];
}

const MOST_STAGES = 10;

/**
 * What is wrong with a definition, or null. Approval is one person's and closes the way; somebody reviews before it
 * (DI-03).
 */
export function faultOfStages(stages: readonly RouteStage[]): string | null {
  if (stages.length > MOST_STAGES) return 'too-many';
  const approvals = stages.filter(({ kind }) => kind === 'approve');
  if (approvals.length !== 1 || stages.at(-1)?.kind !== 'approve') return 'approval-last';
  if (approvals[0]?.isOptional) return 'approval-compulsory';
  if (!stages.some(({ kind, isOptional }) => kind === 'review' && !isOptional)) return 'review-missing';
  return null;
}

const REVIEW: RouteStage = {
  kind: 'review',
  name: 'Xem xét',
  who: 'unit-head',
  inSequence: false,
  quorum: null,
  isOptional: false,
  days: 3,
};
const APPROVE: RouteStage = { ...REVIEW, kind: 'approve', name: 'Phê duyệt', who: 'role' };

/** Serves agencies that have defined none: an office with its own ISO secretary and head of office. */
export const STANDARD_ROUTE: RouteDefinition = {
  name: 'Đủ các bước',
  documentKinds: [],
  stages: [
    { ...REVIEW, name: 'Trưởng phòng xem xét' },
    { ...REVIEW, kind: 'iso-check', name: 'Kiểm tra ISO', who: 'role', isOptional: true, days: 2 },
    { ...REVIEW, kind: 'form-check', name: 'Kiểm tra thể thức', who: 'role', isOptional: true, days: 2 },
    APPROVE,
  ],
};

/** Few people (commune mode): one reviews and checks, another approves; the drafter is never the one who approves. */
export const COMMUNE_ROUTE: RouteDefinition = {
  name: 'Cấp xã, ít người',
  documentKinds: [],
  stages: [{ ...REVIEW, name: 'Xem xét, kiểm tra' }, APPROVE],
};

/** Whom a person has chosen when they send a version. */
export interface SubmissionPeople {
  /** A definition of the agency, or the name of a shipped route; none = the first that serves the kind. */
  route?: string | null;
  /** By stage, from 1; an optional stage that is not named is left out. */
  people?: readonly { stage: number; personIds: readonly string[] }[];
  /** In short: one reviewer and one approver. */
  reviewerId?: string | null;
  approverId?: string | null;
}
