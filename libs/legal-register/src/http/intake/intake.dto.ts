import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  pageDto,
  PageQuery,
  TextField,
} from '@app/platform/http';

import {
  INTAKE_ORIGINS,
  type IntakeOrigin,
  type IntakeState,
  LONGEST_TEXT,
} from '../../domain/intake/intake';
import { RELATION_KINDS, type RelationKind } from '../../domain/relations';

const STATES: readonly IntakeState[] = ['reading', 'read', 'unread', 'recorded', 'dismissed'];

export class IntakeSearch extends PageQuery {
  /** Which ones: those that wait (default), or those on which somebody has decided. */
  @ChoiceField(['open', 'decided'], { optional: true })
  state?: 'open' | 'decided';
}

export class IntakeLine {
  @IdField()
  id!: string;

  @ChoiceField(INTAKE_ORIGINS)
  origin!: IntakeOrigin;

  @TextField({ max: 300 })
  title!: string;

  @ChoiceField(STATES)
  state!: IntakeState;

  @TextField({ nullable: true })
  numberSymbol!: string | null;

  /** How many other texts it seems to act on. */
  @IntegerField()
  relations!: number;

  @TextField({ nullable: true })
  sourceName!: string | null;

  @InstantField()
  receivedAt!: string;

  @TextField()
  receivedByName!: string;

  @DateField({ nullable: true })
  publishedOn!: string | null;

  /** The source has taken it back. */
  @FlagField()
  isWithdrawn!: boolean;

  /** The source has changed its words since somebody decided. */
  @FlagField()
  isChanged!: boolean;

  /** How often sources have announced it. */
  @IntegerField()
  notices!: number;

  @IdField({ nullable: true })
  textId!: string | null;

  @TextField({ nullable: true })
  decidedByName!: string | null;

  @InstantField({ nullable: true })
  decidedAt!: string | null;

  @TextField({ nullable: true, max: 1000 })
  reason!: string | null;
}
export const IntakeLinePage = pageDto(IntakeLine, 'IntakeLinePage');

/** The text of the register that was meant, when it is known. */
export class MeantText {
  @IdField()
  textId!: string;

  @TextField()
  numberSymbol!: string;

  @TextField({ max: 1000 })
  title!: string;
}

export class ReadTarget {
  @TextField({ nullable: true })
  kind!: string | null;

  @TextField({ nullable: true })
  numberSymbol!: string | null;

  @TextField({ nullable: true })
  issuer!: string | null;

  @DateField({ nullable: true })
  issuedOn!: string | null;

  /** Of a law that is cited by name and year. */
  @TextField({ nullable: true })
  name!: string | null;

  @IntegerField({ nullable: true })
  year!: number | null;
}

export class ReadRelationView {
  @ChoiceField(RELATION_KINDS)
  kind!: RelationKind;

  @FlagField()
  partly!: boolean;

  /** Which parts, as the text says. */
  @TextField({ nullable: true })
  provisions!: string | null;

  @DateField({ nullable: true })
  effectiveOn!: string | null;

  @ObjectField(() => ReadTarget)
  target!: ReadTarget;

  @ObjectField(() => MeantText, { nullable: true })
  meant!: MeantText | null;

  /** The passage from which it was read. */
  @TextField({ max: 1000 })
  quote!: string;
}

export class ReadTextView {
  @TextField({ nullable: true })
  kind!: string | null;

  @TextField({ nullable: true })
  numberSymbol!: string | null;

  @TextField({ nullable: true })
  issuer!: string | null;

  @DateField({ nullable: true })
  issuedOn!: string | null;

  @DateField({ nullable: true })
  effectiveOn!: string | null;

  @DateField({ nullable: true })
  expiredOn!: string | null;

  @TextField({ nullable: true, max: 5000 })
  title!: string | null;

  @ListField(() => ReadRelationView)
  relations!: ReadRelationView[];
}

export class IntakeDetail extends IntakeLine {
  @IntegerField()
  rowVersion!: number;

  @TextField({ nullable: true, max: 2000 })
  link!: string | null;

  @TextField({ nullable: true, max: LONGEST_TEXT })
  content!: string | null;

  @TextField({ nullable: true })
  fileName!: string | null;

  /** Whether the file as it came can be taken. */
  @FlagField()
  hasFile!: boolean;

  /** Why it could not be read, in the reader's language. */
  @TextField({ nullable: true })
  problem!: string | null;

  @ObjectField(() => ReadTextView, { nullable: true })
  reading!: ReadTextView | null;

  /** The text itself, when the register has it already. */
  @ObjectField(() => MeantText, { nullable: true })
  known!: MeantText | null;
}

export class PastedText {
  @TextField({ max: LONGEST_TEXT, keepSpace: true })
  text!: string;

  @TextField({ optional: true, min: 0, max: 2000 })
  link?: string | null;
}

export class IntakeDismissal {
  @TextField({ max: 1000 })
  reason!: string;
}
