/** How each kind of notice leaves where nobody has said otherwise. */
interface NoticeKind {
  /** Mailed within a minute, whatever hour it is. */
  urgent: boolean;
  /** Good to know, nothing to do: people may go without the mail. */
  information: boolean;
}

const DAILY: NoticeKind = { urgent: false, information: false };
const URGENT: NoticeKind = { urgent: true, information: false };
const INFORMATION: NoticeKind = { urgent: false, information: true };

export const NOTICE_KINDS: Readonly<Record<string, NoticeKind>> = {
  'legal-change': URGENT,
  'legal-impact.owner-late': URGENT,
  'documents.approved': INFORMATION,
  'documents.returned': DAILY,
  'documents.issued': INFORMATION,
  'documents.changed-a-little': INFORMATION,
  'documents.read': DAILY,
  'documents.offered': DAILY,
  'declarations.waiting': DAILY,
  'declarations.published': INFORMATION,
  'declarations.withdrawn': INFORMATION,
  'declarations.scope-changed': DAILY,
  escalation: DAILY,
  'work.urged': URGENT,
};

/** Kinds that a list may slow down. Others leave as they were sent: somebody may be at the door. */
export function followsPolicy(kind: string): boolean {
  return kind in NOTICE_KINDS;
}

export function isInformation(kind: string): boolean {
  return NOTICE_KINDS[kind]?.information ?? false;
}

export function shippedUrgentKinds(): string[] {
  return Object.keys(NOTICE_KINDS).filter((kind) => NOTICE_KINDS[kind]?.urgent === true);
}
