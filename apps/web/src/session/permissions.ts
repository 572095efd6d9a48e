/** Which permissions open which part of the screen. The API decides again on every request. */
export const OPENS = {
  documents: ['documents.read'],
  upload: ['documents.upload', 'documents.create', 'documents.draft'],
  drafting: [
    'documents.work',
    'documents.draft',
    'documents.upload',
    'documents.create',
    'documents.decide',
    'documents.review',
    'documents.approve',
    'documents.register',
  ],
  decide: ['documents.decide', 'documents.prepare-decision'],
  legal: ['legal-register.read'],
  recordLegal: ['legal-register.record'],
  changes: ['legal-impact.read', 'legal-register.read'],
  assessments: ['legal-impact.read', 'legal-impact.assess', 'legal-register.read'],
  declarations: ['declarations.read'],
  declare: ['declarations.prepare', 'declarations.create'],
  administration: ['organization.import', 'organization.read', 'organization.administer'],
  importUnits: ['organization.import'],
} as const satisfies Record<string, readonly string[]>;

export type Part = keyof typeof OPENS;

export function opens(permissions: readonly string[], part: Part): boolean {
  return OPENS[part].some((permission) => permissions.includes(permission));
}
