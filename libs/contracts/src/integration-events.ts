/** Published language: what a slice tells the others. Add a version, never change one. Ids only, no personal data. */
export interface IntegrationEvents {
  /** A file was received whole; it waits to be inspected and read. */
  'documents.upload-received.v1': { uploadId: string };
  /** A version needs its PDF before anyone may sign it (R1). */
  'documents.version-drafted.v1': { versionId: string };
  /** A version has its PDF: the text of its pages can be read for search and comparison. */
  'documents.rendition-ready.v1': { versionId: string };
  /** The scan of a signed decision waits to be inspected. */
  'documents.scan-received.v1': { decisionId: string };
  /** The official file of a legal text waits to be inspected. */
  'documents.text-file-received.v1': { textId: string };
  /** A printed form waits to become a PDF. */
  'documents.print-asked.v1': { printId: string };
  /** A file signed outside, or the scan of a signed paper, waits to be checked. */
  'documents.approval-file-received.v1': { fileId: string };
  'documents.version-submitted.v1': { versionId: string };
  'documents.version-returned.v1': { versionId: string };
  'documents.version-approved.v1': { versionId: string };
  'documents.version-issued.v1': { versionId: string; documentId: string; effectiveOn: string };
  /** A ZIP was dropped into an import; the documents in it are to be taken out. */
  'documents.import-archive-received.v1': { archiveId: string };
  /** Papers in force came in from an import (OF-04); one message for all of one confirmation. */
  'documents.import-accepted.v1': { batchId: string };
  'documents.document-withdrawn.v1': { documentId: string; versionId: string };
  /** Versions of another agency wait to be received and issued here; one message per agency (OF-06). */
  'documents.version-offered.v1': { batchId: string };
  /** The owner ended an offering or the document itself; one message per agency that applies it. */
  'documents.offering-withdrawn.v1': { offeringId: string };
  /** The owner is late with a revision of a document that this agency applies. */
  'documents.owner-late.v1': { documentId: string };
  /** Somebody came, left, or changed unit, position or roles. */
  'identity.membership-changed.v1': { personId: string };
  /** An account waits after wrong passwords (RI-13). */
  'identity.account-locked.v1': { personId: string };
  /** Other agencies were merged into this one, which reads what they left (OF-11). */
  'organization.agencies-succeeded.v1': { predecessors: number; happenedOn: string };
  /** Holidays or swapped days of these days changed; one message per agency that works by them. */
  'organization.calendar-changed.v1': { from: string; until: string };
  /** A legal text came in, by hand or from a source; it waits to be read. */
  'legal-register.intake-received.v1': { intakeId: string };
  /** The file of a quyết định công bố waits to be inspected and read (TT-02). */
  'administrative-procedures.announcement-file-received.v1': { fileId: string };
  /** A confirmed quyết định công bố makes TTHC that this agency carries out; one message per agency. */
  'administrative-procedures.procedures-announced.v1': { announcementId: string };
  /** Such a decision was taken back; one message per agency. */
  'administrative-procedures.announcement-withdrawn.v1': { announcementId: string };
  /** A confirmed change reaches this agency; one message per agency. */
  'legal-impact.change-opened.v1': { changeId: string };
  /** A confirmed change was taken back; one message per agency that it had reached. */
  'legal-impact.change-withdrawn.v1': { changeId: string };
  /** The steward of a change gave this agency more time. */
  'legal-impact.deadline-moved.v1': { changeId: string };
  'declarations.declaration-registered.v1': { declarationId: string };
  'declarations.declaration-published.v1': { declarationId: string; supersededId: string | null };
  'declarations.declaration-withdrawn.v1': { declarationId: string };
}
export type IntegrationEventName = keyof IntegrationEvents;

export interface Envelope<Name extends IntegrationEventName = IntegrationEventName> {
  messageId: string;
  agencyId: string;
  agencyPath: string;
  name: Name;
  version: number;
  occurredAt: string;
  correlationId: string;
  payload: IntegrationEvents[Name];
}

/** Who hears what. A queue is one consumer's subscription, so each consumer retries on its own. */
export const SUBSCRIPTIONS = {
  'documents.upload-received.v1': ['documents.read-upload'],
  'documents.version-drafted.v1': ['documents.render'],
  'documents.rendition-ready.v1': ['documents.read-pages'],
  'documents.scan-received.v1': ['documents.inspect-scan'],
  'documents.text-file-received.v1': ['documents.inspect-text-file'],
  'documents.print-asked.v1': ['documents.print'],
  'documents.approval-file-received.v1': ['documents.check-approval-file'],
  'documents.version-submitted.v1': [],
  'documents.version-returned.v1': [],
  'documents.version-approved.v1': [],
  'documents.version-issued.v1': [
    'legal-impact.answer',
    'declarations.follow-scope',
    'documents.answer-requests',
    'documents.follow-issue',
    'documents.end-building',
  ],
  'documents.document-withdrawn.v1': [
    'legal-impact.withdraw',
    'declarations.follow-scope',
    'documents.end-requests',
    'documents.follow-end',
  ],
  'documents.import-archive-received.v1': ['documents.open-archive'],
  'documents.import-accepted.v1': ['legal-impact.first-review'],
  'documents.version-offered.v1': ['documents.receive-offers'],
  'documents.offering-withdrawn.v1': ['documents.hear-withdrawal'],
  'documents.owner-late.v1': ['documents.hear-lateness'],
  'identity.membership-changed.v1': ['documents.follow-members'],
  'identity.account-locked.v1': ['notifications.tell-locked'],
  'organization.agencies-succeeded.v1': ['documents.hear-succession'],
  'organization.calendar-changed.v1': ['notifications.follow-calendar', 'legal-impact.follow-calendar'],
  'legal-register.intake-received.v1': ['legal-register.read-intake'],
  'administrative-procedures.announcement-file-received.v1': ['administrative-procedures.read-announcement'],
  'administrative-procedures.procedures-announced.v1': ['documents.build-procedures'],
  'administrative-procedures.announcement-withdrawn.v1': ['documents.leave-procedures'],
  'legal-impact.change-opened.v1': ['legal-impact.open-tasks'],
  'legal-impact.change-withdrawn.v1': ['legal-impact.end-tasks'],
  'legal-impact.deadline-moved.v1': ['legal-impact.follow-deadlines'],
  'declarations.declaration-registered.v1': ['declarations.publish'],
  'declarations.declaration-published.v1': [],
  'declarations.declaration-withdrawn.v1': [],
} as const satisfies Record<IntegrationEventName, readonly string[]>;
