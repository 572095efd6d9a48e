import {
  Action,
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  pageDto,
  TextField,
  TextListField,
} from '@app/platform/http';

import { ImpactReason } from './assessment.dto';

const KINDS = ['replaces', 'repeals', 'amends', 'announces'] as const;

export class Reach {
  @IntegerField()
  agencies!: number;

  @IntegerField()
  documents!: number;

  @IntegerField()
  people!: number;
}

export class ChangeLine {
  @IdField()
  id!: string;

  @TextField()
  textNumberSymbol!: string;

  @TextField({ max: 1000 })
  textTitle!: string;

  @ChoiceField(KINDS)
  kind!: (typeof KINDS)[number];

  /** A legal text, or a quyết định công bố that acts through its TTHC. */
  @ChoiceField(['text', 'announcement'])
  source!: 'text' | 'announcement';

  /** Numbers of the texts that are changed. */
  @TextListField()
  targets!: string[];

  @ChoiceField(['recorded', 'confirmed', 'withdrawn'])
  state!: 'recorded' | 'confirmed' | 'withdrawn';

  @DateField({ nullable: true })
  effectiveOn!: string | null;

  /** Counted live until the confirmation freezes it; null in lists of unconfirmed changes. */
  @ObjectField(() => Reach, { nullable: true })
  reach!: Reach | null;

  @IntegerField()
  done!: number;

  @IntegerField()
  total!: number;

  @TextField()
  recordedByAgency!: string;
}
export const ChangeLinePage = pageDto(ChangeLine, 'ChangeLinePage');

export class AgencyProgress {
  @IdField()
  agencyId!: string;

  @TextField()
  agencyName!: string;

  @IntegerField()
  open!: number;

  @IntegerField()
  done!: number;

  @IntegerField()
  overdue!: number;
}

/** A document that the change would reach. */
export class ReachedDocument {
  @TextField()
  agencyName!: string;

  @TextField()
  code!: string;

  @TextField()
  title!: string;

  @ListField(() => ImpactReason)
  reasons!: ImpactReason[];
}

export class ChangeActions {
  @ObjectField(() => Action)
  confirm!: Action;

  @ObjectField(() => Action)
  withdraw!: Action;
}

export class ChangeDetail extends ChangeLine {
  @IntegerField()
  rowVersion!: number;

  @IdField()
  textId!: string;

  @ChoiceField(['agency', 'province', 'installation'])
  scope!: 'agency' | 'province' | 'installation';

  /** As confirmed, or as the rule proposes until then. */
  @DateField({ nullable: true })
  deadlineOn!: string | null;

  @FlagField()
  needsSecondPerson!: boolean;

  @InstantField({ nullable: true })
  confirmedAt!: string | null;

  @TextField({ nullable: true })
  confirmedByName!: string | null;

  @TextField({ nullable: true })
  firstConfirmedByName!: string | null;

  @InstantField({ nullable: true })
  withdrawnAt!: string | null;

  @TextField({ nullable: true })
  withdrawnByName!: string | null;

  @TextField({ nullable: true, max: 1000 })
  withdrawReason!: string | null;

  /** The first documents that it would reach, until it is confirmed. */
  @ListField(() => ReachedDocument)
  firstDocuments!: ReachedDocument[];

  @ListField(() => AgencyProgress)
  byAgency!: AgencyProgress[];

  @ObjectField(() => ChangeActions)
  actions!: ChangeActions;
}

export class WithdrawalRequest {
  /** Everybody who was asked reads it. */
  @TextField({ max: 1000 })
  reason!: string;
}

export class ConfirmationRequest {
  @DateField({ optional: true })
  deadlineOn?: string | null;
}
