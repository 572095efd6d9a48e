import {
  ChoiceField,
  FlagField,
  IdField,
  IdListField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '@app/platform/http';

import { CHANGE_CLASSES, type ChangeClass } from '../../domain/version-fields';
import { STAGE_HOLDERS, STEP_KINDS } from '../../domain/way';

export class RouteStepView {
  @IdField()
  id!: string;

  @ChoiceField(STEP_KINDS)
  kind!: string;

  @IntegerField({ description: 'Các bước cùng số đứng song song.' })
  stage!: number;

  @TextField()
  stageName!: string;

  @FlagField()
  inSequence!: boolean;

  @IntegerField({ description: 'Số người phải đồng ý trong bước.' })
  quorum!: number;

  @IntegerField({ description: 'Số ngày làm việc.' })
  days!: number;

  @IdField()
  assigneeId!: string;

  @TextField()
  assigneeName!: string;

  @ChoiceField(['waiting', 'current', 'done', 'returned', 'cancelled'])
  state!: string;

  @InstantField({ nullable: true })
  since!: string | null;

  @InstantField({ nullable: true })
  decidedAt!: string | null;

  @TextField({ nullable: true, description: 'Người được ủy quyền đã xử lý thay.' })
  takenByName!: string | null;

  @TextField({ nullable: true, max: 4000 })
  comment!: string | null;
}

export class StagePick {
  @IntegerField({ min: 1, max: 20 })
  stage!: number;

  @IdListField({ most: 50 })
  personIds!: string[];
}

/** Who stands where: by stage, or in short one reviewer and one approver. */
export class SubmissionRequest {
  @TextField({ optional: true, max: 36 })
  route?: string | null;

  @ListField(() => StagePick, { optional: true, most: 20 })
  people?: StagePick[];

  @IdField({ optional: true })
  reviewerId?: string | null;

  @IdField({ optional: true })
  approverId?: string | null;
}

export class SignRequest {
  @TextField({ max: 200, keepSpace: true })
  password!: string;

  @TextField({ max: 64, description: 'Mã băm của bản PDF đã đọc.' })
  contentHash!: string;

  @TextField({ optional: true, max: 64, description: 'Mã băm của thông tin trên bìa đã đọc.' })
  metadataHash?: string | null;

  @TextField({ optional: true, max: 4000 })
  comment?: string | null;
}

export class ApproveRequest extends SignRequest {
  @ChoiceField(CHANGE_CLASSES, { optional: true, description: 'Mức sửa đổi do người phê duyệt xác nhận.' })
  changeClass?: ChangeClass | null;

  @TextField({ optional: true, max: 2000, description: 'Bắt buộc khi khác với đề xuất của người soạn thảo.' })
  classReason?: string | null;
}

export class CheckRequest {
  @TextField({ max: 64, description: 'Mã băm của bản PDF đã đọc.' })
  contentHash!: string;

  @ChoiceField(['iso-check', 'form-check'])
  kind!: 'iso-check' | 'form-check';

  @TextField({ optional: true, max: 4000 })
  comment?: string | null;
}

export class RecallRequest {
  @TextField({ max: 4000 })
  reason!: string;
}

export class ReassignmentRequest {
  @IdField()
  personId!: string;

  @TextField({ max: 4000 })
  reason!: string;
}

export class DraftingConfirmationRequest {
  @ChoiceField(['app', 'paper'])
  way!: 'app' | 'paper';

  @TextField({ optional: true, max: 1000, description: 'Căn cứ trên giấy: phiếu, ngày ký.' })
  note?: string | null;
}

export class WayPerson {
  @IdField()
  personId!: string;

  @TextField()
  fullName!: string;

  @TextField()
  positionTitle!: string;

  @TextField({ nullable: true })
  unitName!: string | null;

  @TextField({ nullable: true, description: 'Đang vắng: người được ủy quyền hôm nay.' })
  delegateName!: string | null;
}

export class WayStage {
  @IntegerField()
  stage!: number;

  @ChoiceField(STEP_KINDS)
  kind!: string;

  @TextField()
  name!: string;

  @ChoiceField(STAGE_HOLDERS)
  who!: string;

  @FlagField()
  inSequence!: boolean;

  @IntegerField({ nullable: true })
  quorum!: number | null;

  @FlagField()
  isOptional!: boolean;

  @IntegerField()
  days!: number;

  @IdListField()
  proposedIds!: string[];

  @ListField(() => WayPerson)
  people!: WayPerson[];
}

export class WayRoute {
  @TextField()
  id!: string;

  @TextField()
  name!: string;

  @ListField(() => WayStage)
  stages!: WayStage[];
}

export class VersionWayView {
  @ListField(() => WayRoute)
  routes!: WayRoute[];

  @ObjectField(() => WayPerson, { nullable: true })
  drafter!: WayPerson | null;
}
