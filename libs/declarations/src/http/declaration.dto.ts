import { type LocalDate } from '@app/kernel';
import {
  Action,
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IdListField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  pageDto,
  TextField,
} from '@app/platform/http';

const SHOWN_STATES = ['draft', 'signed', 'registered', 'published', 'superseded', 'withdrawn'] as const;
export type ShownState = (typeof SHOWN_STATES)[number];
const KINDS = ['first', 'again'] as const;
type Kind = (typeof KINDS)[number];
const CONDITION_STATES = ['met', 'unmet', 'information'] as const;

export class DeclarationLine {
  @IdField()
  id!: string;

  @ChoiceField(SHOWN_STATES)
  state!: ShownState;

  @ChoiceField(KINDS)
  kind!: Kind;

  @TextField()
  standard!: string;

  @TextField({ nullable: true })
  number!: string | null;

  @DateField({ nullable: true })
  signedOn!: LocalDate | null;

  @InstantField({ nullable: true })
  publishedAt!: string | null;

  @IntegerField()
  procedures!: number;
}

export const DeclarationLinePage = pageDto(DeclarationLine, 'DeclarationLinePage');

export class ScopeLine {
  @IdField()
  documentId!: string;

  @IdField()
  versionId!: string;

  @TextField()
  code!: string;

  @TextField()
  series!: string;

  @TextField()
  title!: string;

  @IntegerField()
  issue!: number;

  @IntegerField()
  revision!: number;
}

export class ConditionView {
  @TextField()
  code!: string;

  @TextField()
  label!: string;

  @ChoiceField(CONDITION_STATES)
  state!: (typeof CONDITION_STATES)[number];

  @TextField({ nullable: true })
  detail!: string | null;

  @TextField({ nullable: true })
  link!: string | null;
}

class DeclarationActions {
  @ObjectField(() => Action)
  sign!: Action;

  @ObjectField(() => Action)
  register!: Action;

  @ObjectField(() => Action)
  withdraw!: Action;

  @ObjectField(() => Action)
  edit!: Action;
}

export class DeclarationDetail extends DeclarationLine {
  @IntegerField()
  rowVersion!: number;

  @TextField({ nullable: true })
  reason!: string | null;

  @ListField(() => ScopeLine)
  scope!: ScopeLine[];

  @ListField(() => ConditionView)
  conditions!: ConditionView[];

  @TextField({ nullable: true })
  signerName!: string | null;

  @TextField({ nullable: true })
  signerPosition!: string | null;

  @TextField({ nullable: true })
  portalUrl!: string | null;

  @TextField({ nullable: true })
  withdrawalReason!: string | null;

  /** Why a registered declaration is not on the portal yet, in words. */
  @TextField({ nullable: true })
  waiting!: string | null;

  @ObjectField(() => DeclarationActions)
  actions!: DeclarationActions;
}

export class StandardOption {
  @IdField()
  id!: string;

  @TextField()
  label!: string;
}

export class DeclarationFields {
  @IdField()
  standardId!: string;

  @ChoiceField(KINDS)
  kind!: Kind;

  @TextField({ optional: true, max: 1000 })
  reason?: string | null;

  @IdListField({ optional: true })
  excludeDocumentIds?: string[] | null;
}

export class DeclarationSigning {
  @TextField({ max: 200, keepSpace: true })
  password!: string;
}

export class DeclarationRegistration {
  @TextField({ max: 60 })
  number!: string;

  @DateField()
  signedOn!: LocalDate;

  @FlagField({ optional: true })
  acceptRepeatedNumber?: boolean | null;
}

export class DeclarationWithdrawal {
  @TextField({ max: 1000 })
  reason!: string;

  @TextField({ max: 200, keepSpace: true })
  password!: string;
}
