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

import { type DisposalMethod, type DisposalState } from '../../persistence/upkeep/disposals.repository';
import { type RecordState } from '../../persistence/upkeep/records.repository';

const STATES = ['open', 'completed', 'destroyed', 'transferred'] as const;
const METHODS = ['destroy', 'transfer'] as const;

class RecordTypeBase {
  @TextField({ max: 500 })
  name!: string;

  @TextField({ optional: true, max: 500, description: 'Nơi lưu, người lưu trữ.' })
  place?: string | null;

  @IntegerField({
    optional: true,
    min: 1,
    max: 1200,
    description: 'Thời hạn lưu (tháng); để trống: vĩnh viễn.',
  })
  retentionMonths?: number | null;

  @TextField({ optional: true, max: 500 })
  legalBasis?: string | null;
}

export class RecordTypeFields extends RecordTypeBase {
  @IdField({ optional: true })
  documentId?: string | null;
}

export class RecordTypeChanges extends RecordTypeBase {
  @FlagField({ optional: true, description: 'Không dùng nữa; hồ sơ đã có vẫn giữ.' })
  retired?: boolean;
}

export class RecordTypeView {
  @IdField()
  id!: string;

  @IdField({ nullable: true })
  documentId!: string | null;

  @TextField({ nullable: true })
  code!: string | null;

  @TextField()
  name!: string;

  @TextField({ nullable: true })
  place!: string | null;

  @IntegerField({ nullable: true })
  retentionMonths!: number | null;

  @TextField({ nullable: true })
  legalBasis!: string | null;

  @IntegerField()
  records!: number;

  @IntegerField()
  rowVersion!: number;
}

export const RecordTypePage = pageDto(RecordTypeView, 'RecordTypePage');

export class TakenOver {
  @IntegerField()
  made!: number;
}

export class RecordQuery extends PageQuery {
  @IdField({ optional: true })
  typeId?: string;

  @ChoiceField(STATES, { optional: true })
  state?: RecordState;

  @TextField({ optional: true, max: 200 })
  q?: string;
}

export class RecordFields {
  @IdField()
  typeId!: string;

  @TextField({ max: 500 })
  title!: string;

  @TextField({ optional: true, max: 200, description: 'Số, ký hiệu hồ sơ.' })
  reference?: string | null;

  @TextField({ optional: true, max: 500 })
  place?: string | null;

  @DateField()
  openedOn!: LocalDate;
}

export class RecordLineView {
  @IdField()
  id!: string;

  @IdField()
  typeId!: string;

  @TextField()
  typeName!: string;

  @TextField({ nullable: true })
  code!: string | null;

  @TextField()
  title!: string;

  @TextField({ nullable: true })
  reference!: string | null;

  @TextField({ nullable: true })
  place!: string | null;

  @ChoiceField(STATES)
  state!: RecordState;

  @DateField()
  openedOn!: LocalDate;

  @DateField({ nullable: true })
  closedOn!: LocalDate | null;

  @DateField({ nullable: true })
  disposeAfter!: LocalDate | null;

  @IntegerField({ nullable: true })
  retentionMonths!: number | null;

  @TextField({ nullable: true })
  holdReason!: string | null;

  @TextField()
  keeperName!: string;

  @IntegerField()
  rowVersion!: number;
}

export const RecordPage = pageDto(RecordLineView, 'RecordPage');

export class RecordEntryView {
  @IdField()
  id!: string;

  @TextField()
  text!: string;

  @IdField({ nullable: true })
  correctsId!: string | null;

  @TextField()
  authorName!: string;

  @InstantField()
  enteredAt!: string;
}

export class RecordDetail extends RecordLineView {
  @ListField(() => RecordEntryView)
  entries!: RecordEntryView[];
}

export class EntryRequest {
  @TextField({ max: 10_000 })
  text!: string;

  @IdField({ optional: true, description: 'Dòng được đính chính; bắt buộc khi hồ sơ đã hoàn tất.' })
  correctsId?: string | null;
}

export class CompletionRequest {
  @DateField()
  closedOn!: LocalDate;
}

export class HoldRequest {
  @TextField({ optional: true, max: 1000, description: 'Để trống: thôi giữ.' })
  reason?: string | null;
}

export class DisposableLine {
  @IdField()
  id!: string;

  @TextField()
  title!: string;

  @TextField({ nullable: true })
  reference!: string | null;

  @TextField()
  typeName!: string;

  @DateField()
  closedOn!: LocalDate;

  @DateField()
  disposeAfter!: LocalDate;

  @TextField({ nullable: true })
  place!: string | null;
}

export const DisposablePage = pageDto(DisposableLine, 'DisposablePage');

export class DisposalFields {
  @ChoiceField(METHODS)
  method!: DisposalMethod;

  @TextField({ max: 2000 })
  reason!: string;

  @IdListField({ most: 1000, least: 1 })
  recordIds!: string[];
}

export class DisposalLineView {
  @IdField()
  id!: string;

  @ChoiceField(METHODS)
  method!: DisposalMethod;

  @TextField()
  reason!: string;

  @ChoiceField(['proposed', 'approved', 'declined', 'executed'])
  state!: DisposalState;

  @IntegerField()
  records!: number;

  @TextField()
  proposedName!: string;

  @InstantField()
  proposedAt!: string;
}

export const DisposalPage = pageDto(DisposalLineView, 'DisposalPage');

class DisposalActions {
  @ObjectField(() => Action)
  approve!: Action;

  @ObjectField(() => Action)
  decline!: Action;

  @ObjectField(() => Action)
  execute!: Action;
}

export class DisposalDetail extends DisposalLineView {
  @TextField({ nullable: true })
  approverName!: string | null;

  @TextField({ nullable: true })
  approverPosition!: string | null;

  @InstantField({ nullable: true })
  decidedAt!: string | null;

  @TextField({ nullable: true })
  decisionReason!: string | null;

  @DateField({ nullable: true })
  executedOn!: LocalDate | null;

  @TextField({ nullable: true })
  executedPlace!: string | null;

  @TextListField()
  witnesses!: string[];

  @IntegerField()
  rowVersion!: number;

  @ListField(() => DisposableLine)
  lines!: DisposableLine[];

  @ObjectField(() => DisposalActions)
  actions!: DisposalActions;
}

export class DisposalApproval {
  @TextField({ max: 200, keepSpace: true })
  password!: string;
}

export class DisposalRefusal extends DisposalApproval {
  @TextField({ max: 2000 })
  reason!: string;
}

export class ExecutionRequest {
  @DateField()
  executedOn!: LocalDate;

  @TextField({ max: 500 })
  place!: string;

  @TextListField({ max: 200, most: 20, description: 'Họ tên, chức vụ người chứng kiến.' })
  witnesses!: string[];
}
