import { type LocalDate } from '@app/kernel';
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
  TextField,
} from '@app/platform/http';

import { VersionOriginView } from './adoption/version-origin.dto';
import { DISPLAY_STATES, type DisplayState } from '../domain/display-state';
import {
  CHANGE_CLASSES,
  type ChangeClass,
  DOCUMENT_KINDS,
  type DocumentKind,
} from '../domain/version-fields';
import { SignatoryView, SignatureView } from './seals/seals.dto';
import { RouteStepView } from './way/way.dto';

const LEVELS = ['error', 'warning', 'information'] as const;

export class CitationView {
  @TextField({ max: 100 })
  numberSymbol!: string;

  @TextField({ optional: true, max: 100 })
  kind!: string | null;

  @TextField({ optional: true, max: 300 })
  issuer!: string | null;

  @DateField({ optional: true })
  issuedOn!: LocalDate | null;

  @IdField({ optional: true, description: 'Văn bản trong danh mục, nếu tìm thấy.' })
  legalTextId?: string | null;

  @TextField({ optional: true, max: 50 })
  legalTextState?: string | null;
}

export class NamedTextView {
  @TextField({ max: 300 })
  name!: string;

  @IntegerField({ optional: true, min: 1900, max: 2199 })
  year!: number | null;

  @IdField({ optional: true })
  legalTextId?: string | null;

  @TextField({ optional: true, max: 50 })
  legalTextState?: string | null;
}

export class ProblemView {
  @TextField()
  code!: string;

  @ChoiceField(LEVELS)
  level!: string;

  @TextField({ max: 2000 })
  message!: string;

  @TextField({ nullable: true })
  where!: string | null;

  @IntegerField({ optional: true, description: 'Trang của bản PDF, nếu biết.' })
  page?: number | null;
}

/** The fields that a person confirms of a version. */
export class VersionFieldsDto {
  @TextField({ max: 100 })
  code!: string;

  @TextField({ max: 200 })
  series!: string;

  @TextField({ max: 1000 })
  title!: string;

  @ChoiceField(DOCUMENT_KINDS)
  kind!: DocumentKind;

  @IdField({ optional: true })
  owningUnitId!: string | null;

  @IdField()
  drafterId!: string;

  @IntegerField({ min: 1, max: 999 })
  issue!: number;

  @IntegerField({ min: 0, max: 999 })
  revision!: number;

  @DateField({ optional: true })
  issuedOn!: LocalDate | null;

  @TextField({ optional: true, max: 4000 })
  changeNote!: string | null;

  @ChoiceField(CHANGE_CLASSES, { optional: true })
  changeClass!: ChangeClass | null;

  @TextField({ optional: true, max: 4000 })
  legalBasis!: string | null;

  @TextField({ optional: true, max: 4000, description: 'Lý do sửa đổi (DI-06).' })
  changeReason?: string | null;

  @TextField({ optional: true, max: 4000, description: 'Trang, mục, phần được sửa đổi (DI-06).' })
  affectedSections?: string | null;

  @ListField(() => CitationView, { most: 300 })
  citations!: CitationView[];

  @ListField(() => NamedTextView, { most: 100 })
  namedTexts!: NamedTextView[];
}

export class CreateVersion extends VersionFieldsDto {
  @IdField()
  uploadId!: string;
}

export class CreateDocument extends CreateVersion {
  @FlagField({ optional: true })
  keepRepeatedCode?: boolean;
}

/** An edit: only what it names is changed. */
export class EditVersionRequest {
  @TextField({ optional: true, max: 100 })
  code?: string;

  @TextField({ optional: true, max: 200 })
  series?: string;

  @TextField({ optional: true, max: 1000 })
  title?: string;

  @ChoiceField(DOCUMENT_KINDS, { optional: true })
  kind?: DocumentKind;

  @IdField({ optional: true })
  owningUnitId?: string | null;

  @IdField({ optional: true })
  drafterId?: string;

  @IntegerField({ optional: true, min: 1, max: 999 })
  issue?: number;

  @IntegerField({ optional: true, min: 0, max: 999 })
  revision?: number;

  @DateField({ optional: true })
  issuedOn?: LocalDate | null;

  @TextField({ optional: true, max: 4000 })
  changeNote?: string | null;

  @ChoiceField(CHANGE_CLASSES, { optional: true })
  changeClass?: ChangeClass | null;

  @TextField({ optional: true, max: 4000 })
  legalBasis?: string | null;

  @TextField({ optional: true, max: 4000 })
  changeReason?: string | null;

  @TextField({ optional: true, max: 4000 })
  affectedSections?: string | null;

  @ListField(() => CitationView, { optional: true, most: 300 })
  citations?: CitationView[];

  @ListField(() => NamedTextView, { optional: true, most: 100 })
  namedTexts?: NamedTextView[];
}

export class VersionDecisionView {
  @IdField()
  id!: string;

  @TextField({ nullable: true })
  number!: string | null;

  @DateField({ nullable: true })
  signedOn!: LocalDate | null;
}

export class MasterView {
  @TextField()
  fileName!: string;

  @IntegerField()
  size!: number;

  @TextField()
  sha256!: string;

  @TextField()
  mediaType!: string;
}

export class RenditionView {
  @ChoiceField(['none', 'waiting', 'ready', 'failed'])
  state!: string;

  @IntegerField({ nullable: true })
  pages!: number | null;

  @TextField({ nullable: true })
  sha256!: string | null;

  @TextField({ nullable: true, max: 2000 })
  message!: string | null;
}

export class VersionActions {
  @ObjectField(() => Action)
  edit!: Action;

  @ObjectField(() => Action)
  submit!: Action;

  @ObjectField(() => Action)
  review!: Action;

  @ObjectField(() => Action)
  approve!: Action;

  @ObjectField(() => Action)
  check!: Action;

  @ObjectField(() => Action)
  return!: Action;

  @ObjectField(() => Action)
  recall!: Action;

  @ObjectField(() => Action)
  reassign!: Action;

  @ObjectField(() => Action)
  confirmDrafting!: Action;

  @ObjectField(() => Action)
  copy!: Action;

  @ObjectField(() => Action)
  newVersion!: Action;

  @ObjectField(() => Action)
  confirmClass!: Action;
}

/** A name as it stands on the paper: no signature. */
export class PrintedSignerView {
  @TextField()
  role!: string;

  @TextField()
  name!: string;

  @TextField({ nullable: true })
  position!: string | null;
}

export class VersionDetail extends VersionFieldsDto {
  @FlagField({ description: 'Nhập từ bản giấy, không ký tại đây (R17).' })
  importedFromPaper!: boolean;

  @ListField(() => PrintedSignerView)
  printedSigners!: PrintedSignerView[];

  @IdField()
  id!: string;

  @IdField()
  documentId!: string;

  @IdField()
  agencyId!: string;

  @ChoiceField(DISPLAY_STATES)
  state!: DisplayState;

  @IntegerField()
  rowVersion!: number;

  @TextField()
  drafterName!: string;

  @TextField()
  uploaderName!: string;

  @TextField({ nullable: true })
  unitName!: string | null;

  @ChoiceField(CHANGE_CLASSES, {
    nullable: true,
    description: 'Loại thay đổi do người phê duyệt xác nhận (R7).',
  })
  confirmedClass!: ChangeClass | null;

  @TextField({ nullable: true })
  classConfirmerName!: string | null;

  @TextField({ nullable: true })
  classReason!: string | null;

  @IdField({ nullable: true })
  changeSetId!: string | null;

  @DateField({ nullable: true })
  effectiveOn!: LocalDate | null;

  @DateField({ nullable: true })
  endedOn!: LocalDate | null;

  @ObjectField(() => VersionDecisionView, { nullable: true })
  decision!: VersionDecisionView | null;

  @ObjectField(() => MasterView)
  master!: MasterView;

  @ObjectField(() => RenditionView)
  rendition!: RenditionView;

  @TextField({ nullable: true, description: 'Mã băm của thông tin trên bìa, ký cùng nội dung (RI-11).' })
  metadataHash!: string | null;

  @TextField({ nullable: true, description: 'Người trình; khác người soạn thảo là trình thay (OF-08).' })
  submittedByName!: string | null;

  @FlagField()
  submittedForDrafter!: boolean;

  @ChoiceField(['self', 'app', 'paper'], { nullable: true })
  draftingConfirmed!: string | null;

  @ListField(() => RouteStepView)
  route!: RouteStepView[];

  @ListField(() => SignatureView)
  signatures!: SignatureView[];

  @ListField(() => SignatoryView)
  signatories!: SignatoryView[];

  @ListField(() => ProblemView)
  problems!: ProblemView[];

  @TextField({ nullable: true })
  holderName!: string | null;

  @InstantField({ nullable: true })
  holdingSince!: string | null;

  @IdField({ nullable: true })
  effectiveVersionId!: string | null;

  @ObjectField(() => VersionOriginView, { nullable: true })
  origin!: VersionOriginView | null;

  @ObjectField(() => VersionActions)
  actions!: VersionActions;
}

export class ReturnRequest {
  @TextField({ max: 4000 })
  reason!: string;
}
