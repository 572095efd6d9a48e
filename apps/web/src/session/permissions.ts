/** Which permissions open which part of the screen. The API decides again on every request. */
export const OPENS = {
  documents: ['documents.read'],
  upload: ['documents.draft'],
  drafting: ['documents.read-drafts'],
  decisions: ['documents.read-decisions'],
  history: ['documents.read-history'],
  decide: ['documents.draft-decision'],
  upkeep: ['documents.read-upkeep'],
  records: ['documents.read-records'],
  keepRecords: ['documents.keep-records'],
  requestChange: ['documents.request-change'],
  reviewPeriodically: ['documents.review-periodically'],
  setReviewRules: ['documents.set-review-rules'],
  import: ['documents.import'],
  offers: ['documents.read-offers'],
  offer: ['documents.offer'],
  adopt: ['documents.adopt'],
  distribution: ['documents.read-distribution'],
  distribute: ['documents.distribute'],
  keepPaper: ['documents.keep-paper-copies'],
  accessLog: ['documents.read-access-log'],
  continue: ['documents.continue'],
  nameRetired: ['documents.name-retired'],
  succeed: ['organization.succeed'],
  journal: ['journal.read'],
  legal: ['legal-register.read'],
  recordLegal: ['legal-register.record'],
  changes: ['legal-impact.read'],
  assessments: ['legal-impact.read'],
  declarations: ['declarations.read'],
  declare: ['declarations.draft', 'declarations.prepare', 'declarations.create'],
  administration: ['organization.import', 'identity.delegate', 'documents.define-routes'],
  delegations: ['identity.read-delegations'],
  delegate: ['identity.delegate'],
  routes: ['documents.define-routes'],
  importUnits: ['organization.import'],
} as const satisfies Record<string, readonly string[]>;

export type Part = keyof typeof OPENS;

export function opens(permissions: readonly string[], part: Part): boolean {
  return OPENS[part].some((permission) => permissions.includes(permission));
}
