import { type LocalDate } from '@app/kernel';
import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  pageDto,
  TextField,
} from '@app/platform/http';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, Max, Min } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';

import { ESCALATION_LEVELS, type EscalationLevel } from '../../domain/rules/reminder-rule';
import { type RuleLevel } from '../../application/rules/rules-in-force';

const LEVELS = ['shipped', 'installation', 'province', 'agency'] as const satisfies readonly RuleLevel[];
const LONGEST = 365;

/** Whole numbers of days, each 0 to 365. */
function DaysField(): PropertyDecorator {
  const decorators = [
    ApiProperty({ type: 'array', items: { type: 'integer', minimum: 0, maximum: LONGEST }, maxItems: 12 }),
    IsArray({ message: 'not-a-list' }),
    ArrayMinSize(1, { message: 'too-few' }),
    ArrayMaxSize(12, { message: 'too-many' }),
    IsInt({ each: true, message: 'not-an-integer' }),
    Min(0, { each: true, message: 'not-an-integer' }),
    Max(LONGEST, { each: true, message: 'not-an-integer' }),
  ];
  return (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };
}

export class EscalationRungFields {
  @IntegerField({ min: 1, max: LONGEST })
  afterDays!: number;

  @ChoiceField(ESCALATION_LEVELS)
  to!: EscalationLevel;
}

class RuleFields {
  @DaysField()
  stages!: number[];

  @IntegerField({ min: 1, max: 90, description: 'Sau hạn, cứ bao nhiêu ngày nhắc lại một lần.' })
  repeatDays!: number;

  @ListField(() => EscalationRungFields, { most: 3 })
  escalation!: EscalationRungFields[];
}

export class ReminderRuleLine extends RuleFields {
  @TextField()
  kind!: string;

  @ChoiceField(LEVELS)
  level!: RuleLevel;

  @TextField({ nullable: true })
  stewardName!: string | null;

  @TextField({ nullable: true })
  setBy!: string | null;

  @InstantField({ nullable: true })
  setAt!: string | null;

  @TextField({ nullable: true })
  reason!: string | null;

  @IntegerField()
  ownVersion!: number;

  @FlagField()
  isOwn!: boolean;

  @IntegerField()
  running!: number;
}

export class ReminderRuleRequest extends RuleFields {
  @TextField({ max: 60 })
  kind!: string;

  @IntegerField({ description: 'Phiên bản riêng đã thấy; 0 nếu chưa có.' })
  basedOn!: number;

  @TextField({ max: 1000 })
  reason!: string;
}

export class ReminderRuleReturn {
  @TextField({ max: 60 })
  kind!: string;

  @IntegerField({ description: 'Phiên bản riêng đã thấy; 0 nếu chưa có.' })
  basedOn!: number;

  @TextField({ max: 1000 })
  reason!: string;
}

export class RulePreviewRequest extends RuleFields {
  @DateField()
  dueOn!: LocalDate;
}

export class RulePreviewLine {
  @DateField()
  plannedOn!: LocalDate;

  @DateField()
  leavesOn!: LocalDate;

  @IntegerField({ min: -10_000 })
  stage!: number;

  @ChoiceField(ESCALATION_LEVELS, { nullable: true })
  to!: EscalationLevel | null;
}

export class EscalationLine {
  @IdField()
  id!: string;

  @TextField()
  title!: string;

  @TextField()
  link!: string;

  @DateField()
  dueOn!: LocalDate;

  @ChoiceField(ESCALATION_LEVELS)
  level!: EscalationLevel;

  @TextField()
  personName!: string;

  @TextField()
  positionTitle!: string;

  @DateField()
  toldOn!: LocalDate;
}

export const EscalationLinePage = pageDto(EscalationLine, 'EscalationLinePage');
