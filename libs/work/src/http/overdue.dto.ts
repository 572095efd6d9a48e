import { type LocalDate } from '@app/kernel';
import {
  ChoiceField,
  DateField,
  IdField,
  IdListField,
  IntegerField,
  pageDto,
  PageQuery,
  TextField,
  TextListField,
} from '@app/platform/http';

import { WORK_KINDS, type WorkKind } from '../domain/work-item';

export class OverdueWorkQuery extends PageQuery {
  @IdField({ optional: true })
  unitId?: string;

  @ChoiceField(WORK_KINDS, { optional: true })
  kind?: WorkKind;

  @TextField({ optional: true, max: 200 })
  q?: string;
}

export class OverdueWorkLine {
  @IdField()
  id!: string;

  @ChoiceField(WORK_KINDS)
  kind!: WorkKind;

  @TextField()
  title!: string;

  @TextField({ nullable: true })
  detail!: string | null;

  @TextField()
  link!: string;

  @DateField()
  dueOn!: LocalDate;

  @IntegerField()
  daysLate!: number;

  @TextField({ nullable: true })
  personName!: string | null;

  @IdField({ nullable: true })
  unitId!: string | null;

  @TextField({ nullable: true })
  unitName!: string | null;

  @DateField({ nullable: true, description: 'Ngày đôn đốc gần nhất.' })
  urgedOn!: LocalDate | null;

  @IntegerField()
  urgedCount!: number;
}
export const OverdueWorkPage = pageDto(OverdueWorkLine, 'OverdueWorkPage');

export class OverdueUnitLine {
  @IdField({ nullable: true })
  unitId!: string | null;

  @TextField({ nullable: true })
  unitName!: string | null;

  @IntegerField()
  count!: number;

  @IntegerField({ description: 'Số ngày quá hạn nhiều nhất.' })
  latest!: number;
}

export class UrgingRequest {
  @IdListField({ optional: true, most: 1000, description: 'Bỏ trống: mọi việc khớp bộ lọc.' })
  itemIds?: string[];

  @IdField({ optional: true })
  unitId?: string;

  @ChoiceField(WORK_KINDS, { optional: true })
  kind?: WorkKind;

  @TextField({ optional: true, max: 200 })
  q?: string;

  @TextField({ optional: true, max: 300, description: 'Trích yếu, sau “V/v”.' })
  subject?: string;
}

export class UrgingMade {
  @IdField()
  id!: string;

  @IntegerField()
  lines!: number;
}

export class UrgingLine {
  @IdField()
  id!: string;

  @DateField()
  madeOn!: LocalDate;

  @TextField()
  madeBy!: string;

  @TextField()
  subject!: string;

  @TextListField()
  addressees!: string[];

  @IntegerField()
  lineCount!: number;
}
export const UrgingLinePage = pageDto(UrgingLine, 'UrgingLinePage');

export class WeeklyWorkQuery {
  @IdField({ optional: true })
  unitId?: string;

  @ChoiceField(['docx', 'pdf', 'xlsx'], { optional: true, description: 'Word nếu không nói gì.' })
  format?: 'docx' | 'pdf' | 'xlsx';
}

export class UrgingFormQuery {
  @ChoiceField(['docx', 'pdf'], { optional: true, description: 'Word nếu không nói gì.' })
  format?: 'docx' | 'pdf';
}
