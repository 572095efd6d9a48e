import { type LocalDate } from '@app/kernel';
import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IntegerField,
  ListField,
  TextField,
  TextListField,
} from '@app/platform/http';

import { DECISION_FORMS, type DecisionFormName } from '../../application/issuing/decision-forms';
import { AMENDMENT_FIELDS, type AmendmentField } from '../../domain/issuing/issuing-setting';
import { FORM_CHECKS, type FormCheck } from '../../domain/issuing-decision';

export class AmendmentColumnView {
  @ChoiceField(AMENDMENT_FIELDS)
  field!: AmendmentField;

  @TextField({ max: 200 })
  heading!: string;
}

export class IssuingSettingFields {
  @TextListField({ max: 1000, most: 50 })
  legalBases!: string[];

  @ChoiceField(FORM_CHECKS)
  formCheck!: FormCheck;

  @ListField(() => AmendmentColumnView, { most: 10 })
  amendmentColumns!: AmendmentColumnView[];

  @FlagField({ optional: true, description: 'Trang bìa in thêm chức danh trong Ban chỉ đạo ISO.' })
  printIsoTitles?: boolean;
}

export class AmendmentFormView {
  @TextField()
  name!: string;

  @ListField(() => AmendmentColumnView)
  columns!: AmendmentColumnView[];
}

export class IssuingSettingView extends IssuingSettingFields {
  @IntegerField({ description: '0: cơ quan chưa đặt, đang dùng mẫu khởi tạo.' })
  rowVersion!: number;

  @FlagField()
  maySet!: boolean;

  @ListField(() => AmendmentFormView)
  forms!: AmendmentFormView[];
}

export class FormCheckRequest {
  @ChoiceField(['passed', 'returned'])
  verdict!: 'passed' | 'returned';

  @TextField({ optional: true, max: 2000, description: 'Bắt buộc khi trả lại.' })
  note?: string | null;
}

export class StandingDocument {
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

  @IntegerField()
  issue!: number;

  @IntegerField()
  revision!: number;

  @DateField()
  effectiveOn!: LocalDate;
}

export class PrintRequest {
  @ChoiceField(DECISION_FORMS)
  form!: DecisionFormName;
}

export class PrintView {
  @IdField()
  id!: string;

  @TextField()
  fileName!: string;

  @ChoiceField(['waiting', 'ready', 'failed'])
  state!: string;

  @TextField({ nullable: true })
  message!: string | null;
}
