import {
  ChoiceField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  pageDto,
  PageQuery,
  TextField,
} from '@app/platform/http';
import { Type } from 'class-transformer';

import { STEP_KINDS, type StepKind } from '../../domain/way';

export class HeldStepLine {
  @IdField()
  stepId!: string;

  @IdField()
  versionId!: string;

  @IdField()
  documentId!: string;

  @TextField()
  code!: string;

  @TextField()
  title!: string;

  @ChoiceField(STEP_KINDS)
  kind!: StepKind;

  @TextField()
  stageName!: string;

  @IdField()
  holderId!: string;

  @TextField()
  holderName!: string;

  @TextField({ nullable: true, description: 'Người đang được ủy quyền xử lý thay.' })
  delegateName!: string | null;

  @InstantField()
  since!: string;

  @IntegerField({ description: 'Số ngày làm việc đã giữ.' })
  heldDays!: number;

  @IntegerField({ description: 'Số ngày làm việc được giao.' })
  days!: number;

  @FlagField()
  isLate!: boolean;
}

export const HeldStepPage = pageDto(HeldStepLine, 'HeldStepPage');

export class HeldQuery extends PageQuery {
  @IntegerField({ optional: true, max: 250, description: 'Chỉ những bước kẹt quá số ngày làm việc này.' })
  @Type(() => Number)
  over?: number | null;
}
