import { type LocalDate } from '@app/kernel';
import {
  ChoiceField,
  DateField,
  IdField,
  IntegerField,
  pageDto,
  PageQuery,
  TextField,
  TextListField,
} from '@app/platform/http';

import { HEALTH_KINDS, type HealthKind } from '../../persistence/adoption/health.query';

const NAME_KINDS = ['body', 'post', 'place'] as const;

export class HealthListQuery extends PageQuery {
  @ChoiceField(HEALTH_KINDS, { optional: true })
  kind?: HealthKind;
}

export class HealthFinding {
  @ChoiceField(HEALTH_KINDS)
  kind!: HealthKind;

  @IdField()
  documentId!: string;

  @IdField()
  versionId!: string;

  @TextField()
  code!: string;

  @TextField()
  series!: string;

  @TextField()
  title!: string;

  @IntegerField({ nullable: true })
  page!: number | null;

  @TextField({ nullable: true })
  what!: string | null;

  @TextField({ nullable: true })
  replacement!: string | null;

  @DateField({ nullable: true })
  since!: LocalDate | null;
}
export const HealthFindingPage = pageDto(HealthFinding, 'HealthFindingPage');

export class RetiredNameRequest {
  @ChoiceField(NAME_KINDS)
  kind!: (typeof NAME_KINDS)[number];

  @TextField({ max: 200 })
  name!: string;

  @TextListField({ max: 200, most: 19 })
  phrases!: string[];

  @DateField()
  retiredOn!: LocalDate;

  @TextField({ optional: true, max: 300 })
  replacement?: string | null;

  @TextField({ optional: true, max: 500 })
  legalBasis?: string | null;
}

export class RetiredNameLine {
  @IdField()
  id!: string;

  @ChoiceField(NAME_KINDS)
  kind!: (typeof NAME_KINDS)[number];

  @TextField()
  name!: string;

  @TextListField()
  phrases!: string[];

  @DateField()
  retiredOn!: LocalDate;

  @TextField({ nullable: true })
  replacement!: string | null;

  @TextField({ nullable: true })
  legalBasis!: string | null;
}
export const RetiredNameLinePage = pageDto(RetiredNameLine, 'RetiredNameLinePage');
