import {
  ChoiceField,
  DateField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  pageDto,
  TextField,
} from '@app/platform/http';

const OUTCOMES = ['not-needed', 'must-revise'] as const;

export class ReviewedRow {
  @IdField()
  assessmentId!: string;

  @ChoiceField(OUTCOMES)
  outcome!: (typeof OUTCOMES)[number];

  @TextField({ optional: true, min: 0, max: 2000 })
  reason?: string | null;
}

export class ReviewSheetRequest {
  @ListField(() => ReviewedRow, { most: 200 })
  rows!: ReviewedRow[];

  @TextField({ max: 200, keepSpace: true })
  password!: string;
}

export class ReviewSheetLine {
  @IdField()
  id!: string;

  @TextField()
  signerName!: string;

  @TextField()
  positionTitle!: string;

  @InstantField()
  signedAt!: string;

  @TextField()
  contentHash!: string;

  /** The change set that gathers the drafts it opened. */
  @IdField({ nullable: true })
  changeSetId!: string | null;

  @IntegerField()
  documents!: number;

  @IntegerField()
  mustRevise!: number;
}
export const ReviewSheetPage = pageDto(ReviewSheetLine, 'ReviewSheetPage');

export class ReviewSheetRow {
  @IdField()
  assessmentId!: string;

  @IdField()
  documentId!: string;

  @TextField()
  code!: string;

  @TextField()
  title!: string;

  @TextField({ nullable: true })
  unitName!: string | null;

  @TextField()
  changeText!: string;

  @TextField()
  cites!: string;

  @ChoiceField(OUTCOMES)
  outcome!: (typeof OUTCOMES)[number];

  @ChoiceField(['open', 'must-revise', 'not-needed', 'done', 'withdrawn'])
  state!: 'open' | 'must-revise' | 'not-needed' | 'done' | 'withdrawn';

  @TextField({ nullable: true, max: 2000 })
  reason!: string | null;

  @DateField()
  deadlineOn!: string;
}

export class ReviewSheetDetail extends ReviewSheetLine {
  @ListField(() => ReviewSheetRow)
  rows!: ReviewSheetRow[];
}

export class SheetPrint {
  @IdField()
  id!: string;

  @TextField()
  fileName!: string;

  @ChoiceField(['waiting'])
  state!: 'waiting';

  @TextField({ nullable: true })
  message!: string | null;
}
