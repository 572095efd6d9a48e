import { DateField, FlagField, IdField, IntegerField, ListField, TextField } from '@app/platform/http';

export class DeadlinePreview {
  @IntegerField({ min: 1, max: 400 })
  workingDays!: number;

  @IntegerField({ min: 0, max: 400 })
  leastWorkingDays!: number;

  /** Ready on the working day before a text commences. */
  @FlagField()
  beforeCommencement!: boolean;

  @DateField({ optional: true })
  commencesOn?: string | null;
}

export class PreviewedDeadline {
  @DateField()
  deadlineOn!: string;
}

export class DeadlineRuleFields {
  @DateField()
  validFrom!: string;

  @IntegerField({ min: 1, max: 400 })
  workingDays!: number;

  @FlagField()
  beforeCommencement!: boolean;

  @IntegerField({ min: 0, max: 400 })
  leastWorkingDays!: number;

  /** Above so many documents a second person confirms. */
  @IntegerField({ min: 0, max: 100000 })
  secondPersonAbove!: number;

  @TextField({ max: 1000 })
  legalBasis!: string;
}

export class DeadlineRule extends DeadlineRuleFields {
  @IdField()
  id!: string;

  @TextField()
  stewardName!: string;

  @FlagField()
  isOwn!: boolean;

  /** The one that is counted by today. */
  @FlagField()
  isCurrent!: boolean;
}

export class DeadlineRules {
  @ListField(() => DeadlineRule)
  items!: DeadlineRule[];
}
