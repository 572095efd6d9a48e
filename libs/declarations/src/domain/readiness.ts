/** What must be true, or is only said, before a declaration is signed. Codes; the words are given where they are shown. */
export const CONDITIONS = [
  'effective-procedures',
  'scope-current',
  'standard-declarable',
  'internal-audit',
  'management-review',
  'tthc-coverage',
] as const;
export type ConditionCode = (typeof CONDITIONS)[number];

export interface Condition {
  code: ConditionCode;
  /** `information` is shown and blocks nothing: the system does not know. */
  state: 'met' | 'unmet' | 'information';
}

export interface ReadinessFacts {
  /** Versions in the scope. */
  scope: readonly string[];
  /** Versions in force today. */
  inForce: ReadonlySet<string>;
  standardDeclarable: boolean;
}

/** Internal audit, management review and TTHC coverage have no records in the system yet, and that is what is said. */
export function readinessOf({ scope, inForce, standardDeclarable }: ReadinessFacts): Condition[] {
  const met = (isMet: boolean): Condition['state'] => (isMet ? 'met' : 'unmet');
  return [
    { code: 'effective-procedures', state: met(scope.length > 0) },
    { code: 'scope-current', state: met(scope.every((versionId) => inForce.has(versionId))) },
    { code: 'standard-declarable', state: met(standardDeclarable) },
    { code: 'internal-audit', state: 'information' },
    { code: 'management-review', state: 'information' },
    { code: 'tthc-coverage', state: 'information' },
  ];
}

export function unmet(conditions: readonly Condition[]): ConditionCode[] {
  return conditions.filter(({ state }) => state === 'unmet').map(({ code }) => code);
}
