import { type LocalDate } from '@app/kernel';
import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IntegerField,
  ListField,
  ObjectField,
  pageDto,
  PageQuery,
  TextField,
} from '@app/platform/http';

import {
  CHECK_OUTCOMES,
  type CheckOutcome,
  EXTERNAL_KINDS,
  EXTERNAL_STATUSES,
  type ExternalKind,
  type ExternalStatus,
} from '../../domain/external/external-document';

export class ExternalListFilter extends PageQuery {
  @ChoiceField(['due', 'all'], {
    optional: true,
    description: 'due: chưa kiểm tra, đến hạn trong 30 ngày hoặc quá hạn.',
  })
  scope?: 'due' | 'all';

  @ChoiceField(EXTERNAL_KINDS, { optional: true })
  kind?: ExternalKind;

  @TextField({ optional: true, max: 200, min: 0 })
  q?: string;
}

export class ExternalKeyQuery {
  @TextField({ max: 600 })
  key!: string;
}

export class ExternalDocumentLine {
  @TextField({ description: 'Nhận ra tài liệu, cả khi chưa ai nhập.' })
  key!: string;

  @IdField({ nullable: true })
  id!: string | null;

  @ChoiceField(EXTERNAL_KINDS)
  kind!: ExternalKind;

  @TextField({ nullable: true })
  numberSymbol!: string | null;

  @TextField()
  title!: string;

  @TextField({ nullable: true })
  source!: string | null;

  @DateField({ nullable: true })
  issuedOn!: LocalDate | null;

  @DateField({ nullable: true })
  effectiveOn!: LocalDate | null;

  @TextField({ nullable: true })
  location!: string | null;

  @ChoiceField(EXTERNAL_STATUSES)
  status!: ExternalStatus;

  @IdField({ nullable: true })
  legalTextId!: string | null;

  @IntegerField()
  usedBy!: number;

  @IntegerField()
  checkMonths!: number;

  @DateField({ nullable: true })
  nextCheckOn!: LocalDate | null;

  @DateField({ nullable: true })
  checkedOn!: LocalDate | null;

  @ChoiceField(CHECK_OUTCOMES, { nullable: true })
  outcome!: CheckOutcome | null;

  @TextField({ nullable: true })
  checkerName!: string | null;

  @IntegerField()
  rowVersion!: number;
}

export const ExternalDocumentPage = pageDto(ExternalDocumentLine, 'ExternalDocumentPage');

export class ExternalUse {
  @IdField()
  documentId!: string;

  @IdField()
  versionId!: string;

  @TextField()
  code!: string;

  @TextField()
  title!: string;
}

export class ExternalCheckView {
  @IdField()
  id!: string;

  @DateField()
  checkedOn!: LocalDate;

  @ChoiceField(CHECK_OUTCOMES)
  outcome!: CheckOutcome;

  @TextField({ nullable: true })
  note!: string | null;

  @TextField()
  checkerName!: string;

  @TextField()
  positionTitle!: string;
}

export class ExternalDocumentDetail {
  @ObjectField(() => ExternalDocumentLine)
  document!: ExternalDocumentLine;

  @ListField(() => ExternalUse)
  usedIn!: ExternalUse[];

  @ListField(() => ExternalCheckView)
  checks!: ExternalCheckView[];
}

class ExternalDocumentBase {
  @ChoiceField(EXTERNAL_KINDS)
  kind!: ExternalKind;

  @TextField({ max: 1000 })
  title!: string;

  @TextField({ optional: true, max: 300, description: 'Nơi ban hành.' })
  source?: string | null;

  @DateField({ optional: true })
  issuedOn?: LocalDate | null;

  @DateField({ optional: true })
  effectiveOn?: LocalDate | null;

  @TextField({ optional: true, max: 500, description: 'Nơi để hoặc địa chỉ tra cứu.' })
  location?: string | null;

  @IntegerField({ optional: true, min: 1, max: 120 })
  checkMonths?: number | null;

  @DateField({ optional: true })
  nextCheckOn?: LocalDate | null;
}

export class ExternalDocumentFields extends ExternalDocumentBase {
  @TextField({ optional: true, max: 100, description: 'Số, ký hiệu.' })
  numberSymbol?: string | null;
}

export class ExternalDocumentChanges extends ExternalDocumentBase {
  @FlagField({ optional: true, description: 'Không dùng nữa.' })
  retired?: boolean;
}

export class ExternalCheckRequest {
  @TextField({ max: 600 })
  key!: string;

  @DateField()
  checkedOn!: LocalDate;

  @ChoiceField(CHECK_OUTCOMES)
  outcome!: CheckOutcome;

  @TextField({ optional: true, max: 2000 })
  note?: string | null;

  @DateField({ optional: true, description: 'Để trống: theo chu kỳ của tài liệu.' })
  nextCheckOn?: LocalDate | null;
}
