/** How a refusal is answered: the HTTP filter maps kinds to statuses, nobody else does. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'too-many'
  | 'too-large'
  | 'unavailable';

export interface Refusal {
  /** Stable, catalogued `slice.refusal`. */
  code: string;
  kind: RefusalKind;
  /** Values that the catalogue's message may name. No personal data of another agency. */
  detail?: Readonly<Record<string, string | number | null>>;
  /** Faults per field, when the refusal is about input. */
  fields?: readonly FieldFault[];
}

export interface FieldFault {
  field: string;
  code: string;
}

/** A refusal that belongs to the rules. Anything else that is thrown is a defect and answers 500. */
export class DomainError extends Error {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly detail: Readonly<Record<string, string | number | null>>;
  readonly fields: readonly FieldFault[];

  constructor({ code, kind, detail = {}, fields = [] }: Refusal) {
    super(code);
    this.name = new.target.name;
    this.code = code;
    this.kind = kind;
    this.detail = detail;
    this.fields = fields;
  }
}
