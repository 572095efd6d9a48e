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

export class WithdrawalFields {
  @IdField()
  documentId!: string;

  @TextField({ max: 1000, description: 'Lý do bãi bỏ (DI-13).' })
  reason!: string;

  @IdField({ optional: true, description: 'Tài liệu thay cho tài liệu bị bãi bỏ, nếu có.' })
  successorId?: string | null;
}

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

  @ListField(() => WithdrawalFields, { most: 500 })
  withdrawals!: WithdrawalFields[];

  @IdField({ optional: true, description: 'Quyết định cũ mà quyết định này thay thế.' })
  replacesId?: string | null;
}

export class DecisionRefView {
  @IdField()
  id!: string;

  @TextField({ nullable: true })
  number!: string | null;

  @DateField({ nullable: true })
  signedOn!: LocalDate | null;

  @TextField()
  abstract!: string;
}

export class SuccessorView {
  @IdField()
  documentId!: string;

  @TextField()
  code!: string;

  @TextField()
  title!: string;
}

export class FormCheckView {
  @ChoiceField(['waiting', 'passed', 'returned'])
  state!: string;

  @FlagField({ description: 'Phải kiểm tra thể thức trước khi vào số.' })
  required!: boolean;

  @TextField({ nullable: true })
  note!: string | null;

  @InstantField({ nullable: true })
  checkedAt!: string | null;

  @TextField({ nullable: true })
  checkerName!: string | null;
}

export class ScanView {
  @ChoiceField(['waiting', 'ready', 'refused'])
  state!: string;

  @TextField()
  name!: string;

  @IntegerField()
  size!: number;

  @TextField()
  sha256!: string;

  @ChoiceField(['pdf', 'image'], { nullable: true })
  type!: string | null;

  @InstantField()
  at!: string;

  @TextField({ nullable: true })
  problem!: string | null;
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

  @TextField({ nullable: true })
  reason!: string | null;

  @TextField({ nullable: true })
  changeNote!: string | null;

  @ObjectField(() => SuccessorView, { nullable: true })
  successor!: SuccessorView | null;
}

export class DecisionActions {
  @ObjectField(() => Action)
  edit!: Action;

  @ObjectField(() => Action)
  checkForm!: Action;

  @ObjectField(() => Action)
  register!: Action;

  @ObjectField(() => Action)
  attachScan!: Action;
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

  @ObjectField(() => DecisionRefView, { nullable: true })
  replaces!: DecisionRefView | null;

  @ObjectField(() => DecisionRefView, { nullable: true })
  replacedBy!: DecisionRefView | null;

  @ObjectField(() => FormCheckView)
  form!: FormCheckView;

  @ObjectField(() => ScanView, { nullable: true })
  scan!: ScanView | null;

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
