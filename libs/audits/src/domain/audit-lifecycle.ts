import { lifecycle } from '@app/kernel';

/** An internal audit (9.2): the auditee hears of it before it begins, and it closes only after its report. */
export const AUDIT_LIFECYCLE = lifecycle({
  planned: ['notified'],
  notified: ['in-progress', 'planned'],
  'in-progress': ['reported'],
  reported: ['closed'],
  closed: [],
});
export type AuditState = keyof typeof AUDIT_LIFECYCLE;
