import {
  Action,
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  ObjectField,
  pageDto,
  PageQuery,
  TextField,
} from '@app/platform/http';

const STATES = ['open', 'must-revise', 'not-needed', 'done'] as const;

export class AssessmentLine {
  @IdField()
  id!: string;

  @IdField()
  changeId!: string;

  @IdField()
  documentId!: string;

  @TextField()
  code!: string;

  @TextField()
  title!: string;

  /** The citation as the document has it. */
  @TextField()
  cites!: string;

  @ChoiceField(['number', 'name'])
  via!: 'number' | 'name';

  @TextField()
  changeText!: string;

  @TextField({ nullable: true })
  unitName!: string | null;

  @ChoiceField(STATES)
  state!: (typeof STATES)[number];

  @DateField()
  deadlineOn!: string;

  @FlagField()
  overdue!: boolean;
}
export const AssessmentLinePage = pageDto(AssessmentLine, 'AssessmentLinePage');

export class AssessmentSearch extends PageQuery {
  @ChoiceField(['open', 'all'], { optional: true })
  state?: 'open' | 'all';

  @IdField({ optional: true })
  changeId?: string;

  @IdField({ optional: true })
  documentId?: string;
}

export class AssessmentActions {
  @ObjectField(() => Action)
  conclude!: Action;
}

export class AssessmentDetail extends AssessmentLine {
  @IntegerField()
  rowVersion!: number;

  @TextField({ nullable: true, max: 2000 })
  reason!: string | null;

  @TextField({ nullable: true })
  concludedByName!: string | null;

  @InstantField({ nullable: true })
  concludedAt!: string | null;

  @IdField({ nullable: true })
  effectiveVersionId!: string | null;

  @ObjectField(() => AssessmentActions)
  actions!: AssessmentActions;
}

export class ConclusionRequest {
  @ChoiceField(['not-needed', 'must-revise'])
  outcome!: 'not-needed' | 'must-revise';

  @TextField({ optional: true, min: 0, max: 2000 })
  reason?: string | null;

  @TextField({ max: 200, keepSpace: true })
  password!: string;
}
