import { type LocalDate } from '@app/kernel';

import { type StepKind, type VersionState } from './document-version';

/** The states that people read; no other words stand on a screen (design, section 5). */
export const DISPLAY_STATES = [
  'draft',
  'waiting-review',
  'waiting-approval',
  'returned',
  'approved',
  'scheduled',
  'effective',
  'superseded',
  'withdrawn',
] as const;
export type DisplayState = (typeof DISPLAY_STATES)[number];

export const DISPLAY_WORDS: Readonly<Record<DisplayState, string>> = {
  draft: 'Dự thảo',
  'waiting-review': 'Chờ xem xét',
  'waiting-approval': 'Chờ phê duyệt',
  returned: 'Trả lại',
  approved: 'Đã phê duyệt, chờ ban hành',
  scheduled: 'Đã ban hành, chưa đến ngày hiệu lực',
  effective: 'Đang hiệu lực',
  superseded: 'Đã được thay thế',
  withdrawn: 'Đã bãi bỏ',
};

export interface StoredState {
  state: VersionState;
  /** Kind of the step that waits, while in review. */
  currentStep: StepKind | null;
  isReturned: boolean;
  /** First day in force, and the first day no longer in force. */
  effectiveOn: LocalDate | null;
  endsOn: LocalDate | null;
}

/** What a version is on a day, in Viet Nam's calendar (DI-04): the same on every server and in every time zone. */
export function displayState(stored: StoredState, today: LocalDate): DisplayState {
  switch (stored.state) {
    case 'draft':
      return stored.isReturned ? 'returned' : 'draft';
    case 'in-review':
      return stored.currentStep === 'approve' ? 'waiting-approval' : 'waiting-review';
    case 'approved':
      return 'approved';
    case 'issued':
    case 'withdrawn':
      return inForceState(stored, today);
  }
}

function inForceState({ state, effectiveOn, endsOn }: StoredState, today: LocalDate): DisplayState {
  if (effectiveOn !== null && today < effectiveOn) return 'scheduled';
  if (endsOn === null || today < endsOn) return 'effective';
  return state === 'withdrawn' ? 'withdrawn' : 'superseded';
}
