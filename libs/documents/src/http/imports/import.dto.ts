import { type LocalDate } from '@app/kernel';
import {
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
  PageQuery,
  TextField,
  TextListField,
} from '@app/platform/http';

import { IMPORT_STATUSES, type ImportStatus } from '../../domain/imports';
import { DOCUMENT_KINDS, type DocumentKind } from '../../domain/version-fields';
import { PrintedSignerView, ProblemView } from '../version.dto';

const FORMULAS = ['', 'TM.', 'KT.', 'TL.', 'TUQ.', 'Q.'] as const;

export class OpenImportRequest {
  @TextField({ max: 200, description: 'Tên đợt nhập.' })
  name!: string;
}

export class ImportLine {
  @IdField()
  id!: string;

  @TextField()
  name!: string;

  @TextField()
  createdByName!: string;

  @InstantField()
  createdAt!: string;

  @IntegerField()
  files!: number;

  @IntegerField()
  accepted!: number;
}

export const ImportLinePage = pageDto(ImportLine, 'ImportLinePage');

export class ImportArchive {
  @IdField()
  id!: string;

  @TextField()
  fileName!: string;

  @ChoiceField(['received', 'opened', 'refused'])
  state!: string;

  @TextField({ nullable: true })
  problem!: string | null;

  @TextListField({ description: 'Tệp trong ZIP không phải tài liệu.' })
  leftOut!: string[];
}

export class ImportCounts {
  @IntegerField()
  reading!: number;

  @IntegerField()
  refused!: number;

  @IntegerField({ description: 'Cần bổ sung trước khi nhận.' })
  blocked!: number;

  @IntegerField({ description: 'Nhận được, có vấn đề cần xem.' })
  warned!: number;

  @IntegerField()
  clean!: number;

  @IntegerField()
  skipped!: number;

  @IntegerField()
  accepted!: number;
}

export class FindingGroupView {
  @TextField()
  key!: string;

  @TextField({ max: 2000 })
  label!: string;

  @ChoiceField(['error', 'warning', 'information'])
  level!: string;

  @IntegerField()
  files!: number;

  @IntegerField()
  findings!: number;
}

export class RepeatedCodeFile {
  @IdField()
  itemId!: string;

  @TextField()
  fileName!: string;

  @TextField({ nullable: true })
  series!: string | null;

  @TextField({ nullable: true, max: 1000 })
  title!: string | null;
}

export class RepeatedCodeView {
  @TextField()
  code!: string;

  @FlagField({ description: 'Trùng ngay trong một lĩnh vực.' })
  sameSeries!: boolean;

  @ListField(() => RepeatedCodeFile)
  files!: RepeatedCodeFile[];
}

export class ImportDetail {
  @IdField()
  id!: string;

  @TextField()
  name!: string;

  @TextField()
  createdByName!: string;

  @InstantField()
  createdAt!: string;

  @IntegerField()
  total!: number;

  @ObjectField(() => ImportCounts)
  counts!: ImportCounts;

  @ListField(() => FindingGroupView)
  groups!: FindingGroupView[];

  @ListField(() => RepeatedCodeView)
  repeatedCodes!: RepeatedCodeView[];

  @ListField(() => ImportArchive)
  archives!: ImportArchive[];
}

export class ReceivedImportFile {
  @ChoiceField(['item', 'archive'])
  kind!: string;

  @IdField()
  id!: string;

  @FlagField({ description: 'Tệp này đã có trong đợt nhập.' })
  known!: boolean;
}

/** What a person may change of a row; only what is named is changed. */
export class ImportFieldChanges {
  @TextField({ optional: true, max: 100 })
  code?: string;

  @TextField({ optional: true, max: 200 })
  series?: string;

  @TextField({ optional: true, max: 1000 })
  title?: string;

  @ChoiceField(DOCUMENT_KINDS, { optional: true })
  kind?: DocumentKind;

  @IntegerField({ optional: true, min: 1, max: 999 })
  issue?: number;

  @IntegerField({ optional: true, min: 0, max: 999 })
  revision?: number;

  @DateField({ optional: true })
  issuedOn?: LocalDate | null;

  @IdField({ optional: true })
  owningUnitId?: string | null;

  @TextField({ optional: true, max: 200 })
  drafterName?: string | null;
}

/** R17: the row is an earlier version of a document that stands, or of another row. */
export class EarlierVersionFields {
  @IdField({ optional: true })
  documentId!: string | null;

  @IdField({ optional: true })
  itemId!: string | null;

  @TextField({ max: 100, description: 'Số quyết định ban hành khi đó.' })
  number!: string;

  @DateField()
  signedOn!: LocalDate;

  @DateField({ description: 'Ngày có hiệu lực khi đó.' })
  from!: LocalDate;

  @DateField({ description: 'Ngày hết hiệu lực.' })
  until!: LocalDate;
}

export class ImportItemChanges {
  @ObjectField(() => ImportFieldChanges, { optional: true })
  fields?: ImportFieldChanges;

  @FlagField({ optional: true, description: 'Giữ mã đã in dù trùng trong lĩnh vực.' })
  keepsCode?: boolean;

  @ChoiceField(['open', 'skipped'], { optional: true })
  state?: 'open' | 'skipped';

  @ObjectField(() => EarlierVersionFields, {
    optional: true,
    description: 'null: không còn là phiên bản trước.',
  })
  earlier?: EarlierVersionFields | null;
}

export class ManyItemsFields {
  @TextField({ optional: true, max: 200 })
  series?: string;

  @IdField({ optional: true })
  owningUnitId?: string | null;
}

export class ManyItemsRequest {
  @IdListField({ most: 1000, least: 1 })
  itemIds!: string[];

  @ObjectField(() => ManyItemsFields, { optional: true })
  fields?: ManyItemsFields;

  @FlagField({ optional: true })
  keepsCode?: boolean;

  @ChoiceField(['open', 'skipped'], { optional: true })
  state?: 'open' | 'skipped';
}

export class ImportFieldsView {
  @TextField({ nullable: true })
  code!: string | null;

  @TextField({ nullable: true })
  series!: string | null;

  @TextField({ nullable: true, max: 1000 })
  title!: string | null;

  @ChoiceField(DOCUMENT_KINDS)
  kind!: DocumentKind;

  @IntegerField({ nullable: true })
  issue!: number | null;

  @IntegerField({ nullable: true })
  revision!: number | null;

  @DateField({ nullable: true })
  issuedOn!: LocalDate | null;

  @IdField({ nullable: true })
  owningUnitId!: string | null;

  @TextField({ nullable: true, description: 'Người soạn thảo như in trên tài liệu.' })
  drafterName!: string | null;
}

export class ImportItemView {
  @IdField()
  id!: string;

  @TextField()
  fileName!: string;

  @TextField({ min: 0 })
  folder!: string;

  @ChoiceField(IMPORT_STATUSES)
  status!: ImportStatus;

  @IntegerField({ max: 100 })
  progress!: number;

  @IntegerField()
  rowVersion!: number;

  @ObjectField(() => ImportFieldsView)
  fields!: ImportFieldsView;

  @FlagField()
  keepsCode!: boolean;

  @ObjectField(() => EarlierVersionFields, { nullable: true })
  earlier!: EarlierVersionFields | null;

  @ListField(() => PrintedSignerView)
  signers!: PrintedSignerView[];

  @ListField(() => ProblemView)
  problems!: ProblemView[];

  @TextField({ nullable: true, description: 'Mã tiếp theo chưa dùng, khi mã đã in trùng.' })
  nextCode!: string | null;

  @IntegerField({ nullable: true, description: 'Số trang của bản PDF xem trước.' })
  pages!: number | null;

  @IdField({ nullable: true })
  documentId!: string | null;

  @IdField({ nullable: true })
  versionId!: string | null;
}

export const ImportItemPage = pageDto(ImportItemView, 'ImportItemPage');

export const ITEM_FILTERS = [...IMPORT_STATUSES, 'problems', 'all'] as const;

export class ImportItemQuery extends PageQuery {
  @ChoiceField(ITEM_FILTERS, { optional: true })
  status?: (typeof ITEM_FILTERS)[number];
}

export class ImportChoice {
  @IdListField({ most: 1000, least: 1 })
  itemIds!: string[];
}

export class PaperSignerFields {
  @TextField({ max: 200 })
  name!: string;

  @TextField({ max: 200 })
  position!: string;

  @ChoiceField(FORMULAS)
  formula!: string;
}

/** The decision as it stands on paper. */
export class PaperDecisionFields {
  @TextField({ max: 100, description: 'Số, ký hiệu như trên bản đã ký.' })
  number!: string;

  @DateField()
  signedOn!: LocalDate;

  @DateField({ optional: true, description: 'Để trống: có hiệu lực kể từ ngày ký.' })
  effectiveOn!: LocalDate | null;

  @TextField({ max: 1000, description: 'Trích yếu.' })
  abstract!: string;

  @ObjectField(() => PaperSignerFields)
  signer!: PaperSignerFields;
}

export class AcceptInForceRequest extends ImportChoice {
  @ObjectField(() => PaperDecisionFields)
  decision!: PaperDecisionFields;

  @FlagField({ optional: true })
  acceptRepeatedNumber?: boolean;

  @TextField({ max: 200, keepSpace: true })
  password!: string;
}

export class ImportAccepted {
  @IntegerField()
  accepted!: number;
}
