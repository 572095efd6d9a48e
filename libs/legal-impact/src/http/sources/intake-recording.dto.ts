import { RELATION_KINDS, type RelationKind } from '@app/legal-register';
import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  ListField,
  ObjectField,
  TextField,
} from '@app/platform/http';

import { LegalTextAlias } from '../register/legal-text.dto';

/** A text that the register lacks: entered with the one that acts on it. */
export class MissingTextFields {
  @TextField({ max: 100 })
  kind!: string;

  @TextField({ max: 100 })
  numberSymbol!: string;

  @TextField({ max: 300 })
  issuer!: string;

  @DateField()
  issuedOn!: string;

  @TextField({ max: 1000 })
  title!: string;
}

/** A text that the register lacks and that nobody can describe fully: the relation waits until it comes. */
export class AwaitedTextFields {
  @TextField({ max: 100 })
  numberSymbol!: string;

  @TextField({ optional: true, min: 0, max: 300 })
  issuer?: string | null;

  @DateField({ optional: true })
  issuedOn?: string | null;
}

export class IntakeRelationFields {
  @ChoiceField(RELATION_KINDS)
  kind!: RelationKind;

  /** A text of the register; else `missing` says which text is meant, or `awaited` which one it will be. */
  @IdField({ optional: true })
  targetId?: string | null;

  @ObjectField(() => MissingTextFields, { optional: true })
  missing?: MissingTextFields | null;

  @ObjectField(() => AwaitedTextFields, { optional: true })
  awaited?: AwaitedTextFields | null;

  /** Which provisions are touched. */
  @TextField({ optional: true, min: 0, max: 1000 })
  provisions?: string | null;

  /** Quy định chuyển tiếp. */
  @TextField({ optional: true, min: 0, max: 4000 })
  transition?: string | null;

  @FlagField()
  partly!: boolean;

  @DateField({ optional: true })
  effectiveOn?: string | null;

  @TextField({ optional: true, max: 1000, min: 0 })
  note?: string | null;
}

export class IntakeRecordingRequest {
  @TextField({ max: 100 })
  kind!: string;

  @TextField({ max: 100 })
  numberSymbol!: string;

  @TextField({ max: 300 })
  issuer!: string;

  @DateField()
  issuedOn!: string;

  @DateField({ optional: true })
  effectiveOn?: string | null;

  @DateField({ optional: true })
  expiredOn?: string | null;

  @TextField({ max: 1000 })
  title!: string;

  @TextField({ optional: true, max: 100, min: 0 })
  field?: string | null;

  @ListField(() => LegalTextAlias, { most: 20 })
  aliases!: LegalTextAlias[];

  @ListField(() => IntakeRelationFields, { most: 50 })
  relations!: IntakeRelationFields[];
}

export class IntakeRecorded {
  @IdField()
  textId!: string;

  /** The change that waits to be confirmed, when the text does something to others. */
  @IdField({ nullable: true })
  changeId!: string | null;
}
