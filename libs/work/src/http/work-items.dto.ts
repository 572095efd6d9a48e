import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  pageDto,
  PageQuery,
  TextField,
} from '@app/platform/http';

import { WORK_GROUPS, WORK_KINDS, type WorkGroup, type WorkKind } from '../domain/work-item';

export class WorkItemLine {
  @IdField()
  id!: string;

  @ChoiceField(WORK_KINDS)
  kind!: WorkKind;

  @TextField()
  title!: string;

  @TextField({ nullable: true })
  detail!: string | null;

  /** Path in the staff app. */
  @TextField()
  link!: string;

  @DateField({ nullable: true })
  dueOn!: string | null;

  @InstantField()
  openedAt!: string;

  @ChoiceField(WORK_GROUPS)
  group!: WorkGroup;

  /** Only watched, to be done by somebody else. */
  @FlagField()
  following!: boolean;

  @DateField({ nullable: true, description: 'Ngày đôn đốc gần nhất.' })
  urgedOn!: string | null;

  /** Whose work it is, when the caller stands in for somebody today. */
  @TextField({ nullable: true })
  onBehalfOf!: string | null;
}

export class WorkGroupCounts {
  @IntegerField()
  overdue!: number;

  @IntegerField()
  'this-week'!: number;

  @IntegerField()
  later!: number;
}

export class WorkItemQuery extends PageQuery {
  @ChoiceField(WORK_GROUPS, { optional: true })
  group?: WorkGroup;
}

export const WorkItemLinePage = pageDto(WorkItemLine, 'WorkItemLinePage');
