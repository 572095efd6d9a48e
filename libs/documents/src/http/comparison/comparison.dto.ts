import {
  ChoiceField,
  FlagField,
  IdField,
  IntegerField,
  ListField,
  ObjectField,
  PageQuery,
  pageDto,
  TextField,
  TextListField,
} from '@app/platform/http';

import { type StepField } from '../../domain/comparison/steps';
import { DISPLAY_STATES } from '../../domain/display-state';

export const COVER_FIELDS = [
  'code',
  'series',
  'title',
  'kind',
  'unit',
  'edition',
  'drafter',
  'issued-on',
  'effective-on',
  'ended-on',
  'decision',
  'change-class',
  'citations',
  'pages',
  'master-hash',
  'rendition-hash',
] as const;
export type CoverField = (typeof COVER_FIELDS)[number];

export class ComparisonQuery {
  @IdField()
  left!: string;

  @IdField()
  right!: string;
}

export class ComparisonTextQuery extends PageQuery {
  @IdField()
  left!: string;

  @IdField()
  right!: string;

  @ChoiceField(['all', 'changes'], { optional: true })
  show?: 'all' | 'changes';
}

export class ComparedVersion {
  @IdField()
  versionId!: string;

  @IntegerField()
  issue!: number;

  @IntegerField()
  revision!: number;

  @ChoiceField(DISPLAY_STATES)
  state!: string;
}

export class CoverDifference {
  @ChoiceField(COVER_FIELDS)
  field!: CoverField;

  @TextField({ nullable: true })
  left!: string | null;

  @TextField({ nullable: true })
  right!: string | null;

  @FlagField()
  changed!: boolean;
}

export class ComparedStep {
  @TextField()
  no!: string;

  @TextField()
  name!: string;

  @TextField({ nullable: true })
  responsible!: string | null;

  @TextField({ nullable: true, description: 'Như in trên giấy: "0,5 ngày làm việc".' })
  duration!: string | null;
}

export class StepDifference {
  @ObjectField(() => ComparedStep, { nullable: true })
  left!: ComparedStep | null;

  @ObjectField(() => ComparedStep, { nullable: true })
  right!: ComparedStep | null;

  @TextListField({ description: 'Ô có thay đổi: no, name, responsible, duration.' })
  changed!: StepField[];
}

export class CaseDifference {
  @TextField()
  name!: string;

  @TextField({ nullable: true })
  leftLimit!: string | null;

  @TextField({ nullable: true })
  rightLimit!: string | null;

  @FlagField()
  limitChanged!: boolean;

  @ListField(() => StepDifference)
  steps!: StepDifference[];
}

export class ComparisonView {
  @ObjectField(() => ComparedVersion)
  left!: ComparedVersion;

  @ObjectField(() => ComparedVersion)
  right!: ComparedVersion;

  @ListField(() => CoverDifference)
  cover!: CoverDifference[];

  @ListField(() => CaseDifference)
  cases!: CaseDifference[];
}

export class SpanView {
  @ChoiceField(['same', 'removed', 'added'])
  kind!: string;

  @TextField()
  text!: string;
}

export class SideView {
  @IntegerField()
  page!: number;

  @ListField(() => SpanView)
  spans!: SpanView[];
}

export class TextRow {
  @IntegerField({ description: 'Thứ tự đoạn trong toàn văn.' })
  at!: number;

  @FlagField()
  changed!: boolean;

  @ObjectField(() => SideView, { nullable: true })
  left!: SideView | null;

  @ObjectField(() => SideView, { nullable: true })
  right!: SideView | null;
}

export class TextRowPage extends pageDto(TextRow, 'TextRows') {
  @IntegerField()
  leftPages!: number;

  @IntegerField()
  rightPages!: number;

  @IntegerField({ description: 'Số đoạn có thay đổi.' })
  changes!: number;

  @FlagField({ description: 'Văn bản quá dài, chỉ so phần đầu.' })
  isCut!: boolean;
}
