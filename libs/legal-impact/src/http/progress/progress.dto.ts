import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IdListField,
  IntegerField,
  pageDto,
  TextField,
  TextListField,
} from '@app/platform/http';
import { ApiProperty } from '@nestjs/swagger';

const STATES = ['open', 'must-revise', 'not-needed', 'done', 'withdrawn'] as const;

class Figures {
  @IntegerField()
  total!: number;

  /** Chưa rà soát. */
  @IntegerField()
  unseen!: number;

  @IntegerField()
  notNeeded!: number;

  /** Đang sửa. */
  @IntegerField()
  revising!: number;

  @IntegerField()
  done!: number;

  @IntegerField()
  overdue!: number;

  /** Concluded or issued by the deadline that was first set (R13). */
  @IntegerField()
  onTime!: number;

  @ApiProperty({ type: Number, nullable: true })
  medianDays!: number | null;
}

export class ChangeProgress extends Figures {
  @IntegerField()
  agencies!: number;

  /** Agencies that have something overdue. */
  @IntegerField()
  late!: number;
}

export class AgencyFigures extends Figures {
  @IdField()
  agencyId!: string;

  @TextField()
  agencyName!: string;

  @TextField({ nullable: true, max: 4000 })
  lateUnits!: string | null;
}
export const AgencyFiguresPage = pageDto(AgencyFigures, 'AgencyFiguresPage');

export class ProgressDocument {
  @IdField()
  id!: string;

  @TextField()
  code!: string;

  @TextField()
  title!: string;

  @TextField({ nullable: true })
  unitName!: string | null;

  @ChoiceField(STATES)
  state!: (typeof STATES)[number];

  @DateField()
  deadlineOn!: string;

  @DateField()
  originalDeadlineOn!: string;

  @FlagField()
  overdue!: boolean;

  @DateField({ nullable: true })
  closedOn!: string | null;

  @TextField()
  cites!: string;
}
export const ProgressDocumentPage = pageDto(ProgressDocument, 'ProgressDocumentPage');

export class OwnerReview {
  @IdField()
  documentId!: string;

  @TextField()
  code!: string;

  @TextField()
  title!: string;

  @TextField()
  ownerName!: string;

  @TextListField()
  changes!: string[];

  @DateField()
  deadlineOn!: string;

  @FlagField()
  overdue!: boolean;
}
export const OwnerReviewPage = pageDto(OwnerReview, 'OwnerReviewPage');

export class ExtensionRequest {
  @IdListField({ least: 1, most: 200 })
  assessmentIds!: string[];

  @DateField()
  until!: string;

  @TextField({ max: 1000 })
  reason!: string;
}

export class AgencyExtensionRequest {
  @IdField()
  agencyId!: string;

  @DateField()
  until!: string;

  @TextField({ max: 1000 })
  reason!: string;
}
