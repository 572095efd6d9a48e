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
  TextListField,
} from '@app/platform/http';

import { ProblemView } from './version.dto';

const FORMULAS = ['', 'TM.', 'KT.', 'TL.', 'TUQ.', 'Q.'] as const;

export class DecisionFields {
  @TextField({ max: 1000, description: 'Trích yếu.' })
  abstract!: string;

  @TextListField({ max: 1000, most: 50 })
  legalBases!: string[];

  @IdField()
  signerId!: string;

  @ChoiceField(FORMULAS)
  formula!: string;

  @DateField({ optional: true, description: 'Để trống: có hiệu lực kể từ ngày ký.' })
  effectiveFrom!: LocalDate | null;

  @IdListField({ most: 500 })
  versionIds!: string[];

  @IdListField({ most: 500 })
  withdrawDocumentIds!: string[];
}

export class DecisionLine {
  @IdField()
  id!: string;

  @TextField()
  abstract!: string;

  @ChoiceField(['draft', 'registered'])
  state!: string;

  @TextField({ nullable: true })
  number!: string | null;

  @DateField({ nullable: true })
  signedOn!: LocalDate | null;

  @DateField({ nullable: true })
  effectiveOn!: LocalDate | null;

  @IntegerField()
  documents!: number;

  @TextField()
  signerName!: string;
}

export const DecisionLinePage = pageDto(DecisionLine, 'DecisionLinePage');

export class DecisionLineView {
  @IdField()
  versionId!: string;

  @IdField()
  documentId!: string;

  @ChoiceField(['issue', 'replace', 'withdraw'])
  action!: string;

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

export class DecisionActions {
  @ObjectField(() => Action)
  edit!: Action;

  @ObjectField(() => Action)
  register!: Action;
}

export class DecisionDetail extends DecisionFields {
  @IdField()
  id!: string;

  @IntegerField()
  rowVersion!: number;

  @ChoiceField(['draft', 'registered'])
  state!: string;

  @TextField({ nullable: true })
  number!: string | null;

  @DateField({ nullable: true })
  signedOn!: LocalDate | null;

  @DateField({ nullable: true })
  effectiveOn!: LocalDate | null;

  @InstantField({ nullable: true })
  enteredAt!: string | null;

  @TextField({ nullable: true })
  lateReason!: string | null;

  @TextField()
  signerName!: string;

  @TextField()
  signerPosition!: string;

  @ListField(() => DecisionLineView)
  lines!: DecisionLineView[];

  @ListField(() => ProblemView)
  warnings!: ProblemView[];

  @ObjectField(() => DecisionActions)
  actions!: DecisionActions;
}

export class RegistrationRequest {
  @TextField({ max: 100, description: 'Số, ký hiệu như trên bản đã ký.' })
  number!: string;

  @DateField()
  signedOn!: LocalDate;

  @DateField({ optional: true })
  effectiveOn?: LocalDate | null;

  @TextField({ optional: true, max: 1000 })
  lateReason?: string | null;

  @FlagField({ optional: true })
  acceptRepeatedNumber?: boolean;
}
