import {
  Action,
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  InstantField,
  IdListField,
  IntegerField,
  ListField,
  ObjectField,
  pageDto,
  PageQuery,
  TextField,
  TextListField,
} from '@app/platform/http';

const STATES = ['open', 'must-revise', 'not-needed', 'done', 'withdrawn'] as const;
const VIAS = ['number', 'name', 'amended', 'procedure'] as const;

/** One way by which a change reaches a document. */
export class ImpactReason {
  /** The citation as the document has it. */
  @TextField()
  cites!: string;

  @ChoiceField(VIAS)
  via!: (typeof VIAS)[number];

  /** The text that is changed. */
  @TextField({ nullable: true })
  target!: string | null;

  @ChoiceField(['replaces', 'repeals', 'amends', 'announces'], { nullable: true })
  kind!: 'replaces' | 'repeals' | 'amends' | 'announces' | null;

  @FlagField()
  partly!: boolean;

  /** Which articles are changed. */
  @TextField({ nullable: true, max: 1000 })
  note!: string | null;

  /** Texts between what is cited and what is changed. */
  @TextListField()
  path!: string[];
}

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

  @ChoiceField(VIAS)
  via!: (typeof VIAS)[number];

  @ListField(() => ImpactReason)
  reasons!: ImpactReason[];

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

  @ObjectField(() => Action)
  extend!: Action;
}

export class DeadlineMove {
  @ChoiceField(['extension', 'calendar'])
  kind!: 'extension' | 'calendar';

  @DateField()
  fromOn!: string;

  @DateField()
  untilOn!: string;

  @TextField({ max: 1000 })
  reason!: string;

  @TextField()
  movedByName!: string;

  @TextField()
  movedByAgency!: string;

  @InstantField()
  movedAt!: string;
}

export class AssessmentDetail extends AssessmentLine {
  /** The first deadline: what was done in time is counted by it (R13). */
  @DateField()
  originalDeadlineOn!: string;

  @ListField(() => DeadlineMove)
  moves!: DeadlineMove[];

  /** The draft that is to answer it. */
  @IdField({ nullable: true })
  answeringVersionId!: string | null;

  @IdField({ nullable: true })
  sheetId!: string | null;

  /** What else the same task waits for: other changes that reach the document. */
  @ListField(() => AssessmentLine)
  others!: AssessmentLine[];

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
  /** Other reasons of the same task that are answered with it. */
  @IdListField({ optional: true, most: 50 })
  alsoIds?: string[];

  @ChoiceField(['not-needed', 'must-revise'])
  outcome!: 'not-needed' | 'must-revise';

  @TextField({ optional: true, min: 0, max: 2000 })
  reason?: string | null;

  @TextField({ max: 200, keepSpace: true })
  password!: string;
}
