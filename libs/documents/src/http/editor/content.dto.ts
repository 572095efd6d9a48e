import { type LocalDate } from '@app/kernel';
import {
  ChoiceField,
  DateField,
  FlagField,
  IntegerField,
  ListField,
  NumberField,
  ObjectField,
  TextField,
  TextListField,
} from '@app/platform/http';

import { type DurationUnit } from '../../domain/content';
import { VersionFieldsDto } from '../version.dto';

const UNITS = ['working-day', 'day', 'hour', 'same-day'] as const;
const LONG = 20_000;

export class DurationFields {
  @NumberField({ max: 10_000 })
  value!: number;

  @ChoiceField(UNITS)
  unit!: DurationUnit;
}

export class SectionFields {
  @TextField({ optional: true, max: 20 })
  number!: string | null;

  @TextField({ max: 500 })
  heading!: string;

  @TextField({ max: LONG, min: 0, keepSpace: true })
  text!: string;
}

export class StepFields {
  @TextField({ max: 20, min: 0 })
  no!: string;

  @TextField({ max: 5000 })
  name!: string;

  @TextField({ optional: true, max: 1000 })
  responsible!: string | null;

  @ObjectField(() => DurationFields, { optional: true })
  duration!: DurationFields | null;

  @TextField({ optional: true, max: 500, description: 'Mốc tính thời gian riêng của bước.' })
  durationFrom?: string | null;

  @TextField({
    optional: true,
    max: 500,
    description: 'Thời gian như trên giấy khi không phải một khoảng cố định.',
  })
  timeAsWritten?: string | null;

  @TextField({ optional: true, max: 1000, description: 'Biểu mẫu, kết quả của bước.' })
  result?: string | null;
}

export class CaseFields {
  @TextField({ max: 500, min: 0, description: 'Để trống khi quy trình chỉ có một trường hợp.' })
  name!: string;

  @ObjectField(() => DurationFields, { optional: true })
  limit!: DurationFields | null;

  @TextField({ optional: true, max: 1000 })
  limitFrom!: string | null;

  @ListField(() => StepFields, { most: 200 })
  steps!: StepFields[];
}

export class FormLineFields {
  @TextField({ optional: true, max: 100 })
  code!: string | null;

  @TextField({ max: 1000 })
  name!: string;
}

export class RecordLineFields {
  @TextField({ max: 1000 })
  name!: string;

  @TextField({ optional: true, max: 1000 })
  place!: string | null;

  @TextField({ optional: true, max: 500 })
  retention!: string | null;
}

export class AmendmentFields {
  @TextField({ max: 5000 })
  summary!: string;

  @TextField({ optional: true, max: 2000 })
  basis!: string | null;

  @TextField({ optional: true, max: 500 })
  place!: string | null;

  @IntegerField({ optional: true, max: 999 })
  issue!: number | null;

  @IntegerField({ optional: true, max: 999 })
  revision!: number | null;

  @DateField({ optional: true })
  date!: LocalDate | null;
}

/** A procedure as fields: read from the file, or written in the editor. */
export class ContentFields {
  @ListField(() => SectionFields, { most: 300 })
  sections!: SectionFields[];

  @ListField(() => CaseFields, { most: 30 })
  cases!: CaseFields[];

  @TextField({ optional: true, max: LONG })
  fee!: string | null;

  @TextListField({ max: 5000, most: 300 })
  dossier!: string[];

  @ListField(() => FormLineFields, { most: 300 })
  forms!: FormLineFields[];

  @ListField(() => RecordLineFields, { most: 300 })
  records!: RecordLineFields[];

  @ListField(() => AmendmentFields, { most: 200 })
  amendments!: AmendmentFields[];
}

export class ContentView {
  @ChoiceField(['read', 'written'], {
    description: 'read: tệp tải lên là bản gốc; written: bản gốc làm từ các mục này.',
  })
  origin!: 'read' | 'written';

  @ObjectField(() => ContentFields)
  content!: ContentFields;

  @IntegerField()
  rowVersion!: number;
}

export class ContentChanges {
  @ObjectField(() => ContentFields)
  content!: ContentFields;

  @FlagField({ optional: true, description: 'Làm lại tệp Word gốc từ các mục này.' })
  makesPaper?: boolean;
}

export class WrittenVersionRequest extends VersionFieldsDto {}

export class WrittenDocumentRequest extends WrittenVersionRequest {
  @FlagField({ optional: true })
  keepRepeatedCode?: boolean;
}
