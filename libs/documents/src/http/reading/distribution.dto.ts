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
  PageQuery,
  TextField,
  TextListField,
} from '@app/platform/http';

import { DUTIES, type Duty } from '../../domain/reading/duty';
import { LINE_KINDS, type LineKind } from '../../persistence/reading/distributions.repository';

const READER_STATES = ['open', 'done', 'cancelled'] as const;
const METHODS = ['self', 'meeting'] as const;

export class DistributionLineView {
  @ChoiceField(LINE_KINDS)
  kind!: LineKind;

  @IdField({ optional: true })
  unitId!: string | null;

  @TextField({ optional: true, max: 200 })
  positionTitle!: string | null;

  @IdField({ optional: true })
  personId!: string | null;

  @TextField({ max: 300, description: 'Tên như trong danh sách; với nơi nhận bên ngoài là tên nơi đó.' })
  name!: string;
}

export class UnitProgressView {
  @TextField({ nullable: true })
  unitName!: string | null;

  @IntegerField()
  total!: number;

  @IntegerField({ description: 'Tự xác nhận.' })
  self!: number;

  @IntegerField({ description: 'Ký nhận tại cuộc họp (OF-09).' })
  meeting!: number;

  @TextListField({ description: 'Họ tên những người chưa đọc.' })
  missing!: string[];
}

/** What the periodic look at the PDF found (DI-17). */
export class RenditionCheckView {
  @TextField()
  format!: string;

  @InstantField()
  checkedAt!: string;

  @TextField({ nullable: true })
  problem!: string | null;
}

export class DistributionActions {
  @ObjectField(() => Action)
  edit!: Action;

  @ObjectField(() => Action)
  release!: Action;
}

export class DistributionView {
  @IdField()
  versionId!: string;

  @ChoiceField(['draft', 'fixed', 'ended'])
  state!: string;

  @ChoiceField(['previous', 'unit', 'hand', 'none'])
  proposedFrom!: string;

  @ChoiceField(DUTIES, { nullable: true })
  duty!: Duty | null;

  @IntegerField({ min: 1, max: 90 })
  dueDays!: number;

  @DateField({ nullable: true })
  dueOn!: LocalDate | null;

  @InstantField({ nullable: true })
  fixedAt!: string | null;

  @TextField({ nullable: true })
  endReason!: string | null;

  @IntegerField()
  rowVersion!: number;

  @ListField(() => DistributionLineView)
  lines!: DistributionLineView[];

  @IntegerField()
  total!: number;

  @IntegerField()
  informed!: number;

  @ListField(() => UnitProgressView)
  units!: UnitProgressView[];

  @ObjectField(() => RenditionCheckView, { nullable: true })
  rendition!: RenditionCheckView | null;

  @ObjectField(() => DistributionActions)
  actions!: DistributionActions;
}

export class EditDistributionRequest {
  @ListField(() => DistributionLineView, { most: 200 })
  lines!: DistributionLineView[];

  @IntegerField({ min: 1, max: 90 })
  dueDays!: number;
}

export class ReaderLine {
  @IdField()
  personId!: string;

  @TextField()
  personName!: string;

  @TextField()
  positionTitle!: string;

  @TextField({ nullable: true })
  unitName!: string | null;

  @ChoiceField(DUTIES)
  duty!: Duty;

  @ChoiceField(READER_STATES)
  state!: string;

  @DateField({ nullable: true })
  dueOn!: LocalDate | null;

  @FlagField()
  newcomer!: boolean;

  @TextField({ nullable: true })
  closeReason!: string | null;

  @ChoiceField(METHODS, { nullable: true })
  method!: string | null;

  @InstantField({ nullable: true })
  acknowledgedAt!: string | null;
}

export const ReaderLinePage = pageDto(ReaderLine, 'ReaderLinePage');

export class ReaderListQuery extends PageQuery {
  @ChoiceField(READER_STATES, { optional: true })
  state?: string;
}

export class OwnReadingView {
  @FlagField({ description: 'Người đang mở có trong danh sách nhận.' })
  asked!: boolean;

  @ChoiceField(DUTIES, { nullable: true })
  duty!: Duty | null;

  @ChoiceField(READER_STATES, { nullable: true })
  state!: string | null;

  @DateField({ nullable: true })
  dueOn!: LocalDate | null;

  @TextField({ nullable: true })
  closeReason!: string | null;

  @ChoiceField(METHODS, { nullable: true })
  method!: string | null;

  @InstantField({ nullable: true })
  acknowledgedAt!: string | null;

  @TextField({ description: 'Câu mà người đọc xác nhận.' })
  wording!: string;

  @FlagField()
  hasTest!: boolean;

  @FlagField()
  testPassed!: boolean;
}

export class ToReadLine {
  @IdField()
  versionId!: string;

  @IdField()
  documentId!: string;

  @TextField()
  code!: string;

  @TextField()
  title!: string;

  @IntegerField()
  issue!: number;

  @IntegerField()
  revision!: number;

  @DateField()
  dueOn!: LocalDate;

  @FlagField()
  hasTest!: boolean;

  @FlagField()
  testPassed!: boolean;

  @TextField()
  wording!: string;
}

export const ToReadLinePage = pageDto(ToReadLine, 'ToReadLinePage');

export class AcknowledgementsRequest {
  @IdListField({ most: 100, least: 1 })
  versionIds!: string[];
}

export class MeetingView {
  @IdField()
  id!: string;

  @DateField()
  heldOn!: LocalDate;

  @TextField({ nullable: true })
  place!: string | null;

  @TextField()
  fileName!: string;

  @IntegerField()
  fileSize!: number;

  @TextField()
  recordedByName!: string;

  @InstantField()
  recordedAt!: string;

  @IntegerField()
  people!: number;
}

export class QuestionView {
  @TextField({ max: 1000 })
  text!: string;

  @TextListField({ max: 500, most: 10 })
  options!: string[];

  @IntegerField({
    max: 9,
    optional: true,
    description: 'Phương án đúng, đếm từ 0; chỉ người phân phối thấy.',
  })
  answer?: number | null;
}

export class ReadingTestView {
  @ListField(() => QuestionView)
  questions!: QuestionView[];

  @IntegerField({ min: 1, max: 100 })
  passMark!: number;

  @IntegerField()
  attempts!: number;

  @IntegerField()
  rowVersion!: number;
}

export class QuestionFields {
  @TextField({ max: 1000 })
  text!: string;

  @TextListField({ max: 500, most: 10 })
  options!: string[];

  @IntegerField({ max: 9 })
  answer!: number;
}

export class ReadingTestRequest {
  @ListField(() => QuestionFields, { most: 30 })
  questions!: QuestionFields[];

  @IntegerField({ min: 1, max: 100 })
  passMark!: number;
}

/** The chosen option of one question, in the order of the questions. */
export class AnswerField {
  @IntegerField({ max: 9 })
  option!: number;
}

export class AnswersRequest {
  @ListField(() => AnswerField, { most: 30 })
  answers!: AnswerField[];
}

export class AttemptResult {
  @IntegerField({ max: 100 })
  score!: number;

  @FlagField()
  passed!: boolean;
}
