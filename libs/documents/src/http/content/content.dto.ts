import {
  ChoiceField,
  DateField,
  IntegerField,
  ListField,
  NumberField,
  ObjectField,
  TextField,
  TextListField,
} from '@app/platform/http';

class ContentDurationView {
  @NumberField()
  value!: number;

  @ChoiceField(['working-day', 'day', 'hour', 'same-day'])
  unit!: string;
}

class ContentStepView {
  @TextField()
  no!: string;

  @TextField({ max: 20_000 })
  name!: string;

  @TextField({ nullable: true, max: 20_000 })
  responsible!: string | null;

  @ObjectField(() => ContentDurationView, { nullable: true })
  duration!: ContentDurationView | null;

  @TextField({ optional: true, max: 20_000, description: 'Thời điểm bắt đầu tính riêng của bước.' })
  durationFrom?: string | null;

  @TextField({ optional: true, max: 20_000, description: 'Ô thời gian như đã ghi.' })
  timeAsWritten?: string | null;

  @TextField({ optional: true, max: 20_000 })
  result?: string | null;
}

class ContentCaseView {
  @TextField({ max: 2000 })
  name!: string;

  @ObjectField(() => ContentDurationView, { nullable: true })
  limit!: ContentDurationView | null;

  @TextField({ nullable: true, max: 2000 })
  limitFrom!: string | null;

  @ListField(() => ContentStepView)
  steps!: ContentStepView[];
}

class ContentSectionView {
  @TextField({ nullable: true })
  number!: string | null;

  @TextField({ max: 2000 })
  heading!: string;

  @TextField({ max: 1_000_000 })
  text!: string;
}

class ContentFormLineView {
  @TextField({ nullable: true })
  code!: string | null;

  @TextField({ max: 2000 })
  name!: string;
}

class ContentRecordLineView {
  @TextField({ max: 2000 })
  name!: string;

  @TextField({ nullable: true, max: 2000 })
  place!: string | null;

  @TextField({ nullable: true, max: 2000 })
  retention!: string | null;
}

class ContentAmendmentView {
  @TextField({ max: 20_000 })
  summary!: string;

  @TextField({ nullable: true, max: 20_000 })
  basis!: string | null;

  @TextField({ nullable: true, max: 2000 })
  place!: string | null;

  @IntegerField({ nullable: true })
  issue!: number | null;

  @IntegerField({ nullable: true })
  revision!: number | null;

  @DateField({ nullable: true })
  date!: string | null;
}

/** What a procedure says, as fields (libs/documents/src/domain/content). */
export class ProcedureContentView {
  @ListField(() => ContentSectionView)
  sections!: ContentSectionView[];

  @ListField(() => ContentCaseView)
  cases!: ContentCaseView[];

  @TextField({ nullable: true, max: 1_000_000 })
  fee!: string | null;

  @TextListField({ max: 20_000 })
  dossier!: string[];

  @ListField(() => ContentFormLineView)
  forms!: ContentFormLineView[];

  @ListField(() => ContentRecordLineView)
  records!: ContentRecordLineView[];

  @ListField(() => ContentAmendmentView)
  amendments!: ContentAmendmentView[];
}

export class VersionContentView {
  @ChoiceField(['read', 'written'], { nullable: true, description: 'Đọc từ tệp hay viết trong phần mềm.' })
  origin!: string | null;

  @ObjectField(() => ProcedureContentView, {
    nullable: true,
    description: 'Trống: chưa có gì được đọc hay viết.',
  })
  content!: ProcedureContentView | null;

  @IntegerField({ nullable: true })
  rowVersion!: number | null;
}
