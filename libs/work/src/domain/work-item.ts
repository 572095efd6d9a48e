/** What a person may be asked to do. */
export const WORK_KINDS = [
  'review',
  'check-iso',
  'check-form',
  'approve',
  'confirm-drafting',
  'register-decision',
  'revise',
  'assess',
  'register-declaration',
  'sign-declaration',
  'fix-returned',
  'answer-request',
  'review-periodically',
  'approve-disposal',
  'read',
  'recall-copies',
  'receive-offers',
  'end-adopted',
  'continue-documents',
  'confirm-original',
  'build-procedure',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export const WORK_GROUPS = ['overdue', 'this-week', 'later'] as const;
export type WorkGroup = (typeof WORK_GROUPS)[number];

/** Work to be opened for one or more people, about one subject. */
export interface OpenWork {
  kind: WorkKind;
  subjectType: string;
  subjectId: string;
  /** People who are to do it. */
  assigneeIds: readonly string[];
  /** People who only watch it, the secretary most of all. */
  followerIds?: readonly string[];
  title: string;
  detail?: string | null;
  /** Path in the staff app, beginning with a slash. */
  link: string;
  dueOn?: string | null;
}

export interface CloseWork {
  subjectType: string;
  subjectId: string;
  /** All kinds when absent. */
  kind?: WorkKind;
  /** Everybody's when absent. */
  assigneeId?: string;
  reason: string;
}
