import {
  ChoiceField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
  TextListField,
} from '@app/platform/http';

import { CHANGE_CLASSES, type ChangeClass } from '../../domain/version-fields';
import { AmendmentColumnView } from '../issuing/issuing.dto';

export class ConfirmClassRequest {
  @ChoiceField(CHANGE_CLASSES)
  changeClass!: ChangeClass;

  @TextField({ optional: true, max: 2000, description: 'Bắt buộc khi khác với đề xuất của người soạn thảo.' })
  reason?: string | null;
}

export class EditionNumbers {
  @IntegerField()
  issue!: number;

  @IntegerField()
  revision!: number;
}

export class NextNumbers {
  @ObjectField(() => EditionNumbers)
  editorial!: EditionNumbers;

  @ObjectField(() => EditionNumbers)
  minor!: EditionNumbers;

  @ObjectField(() => EditionNumbers)
  major!: EditionNumbers;
}

export class AmendmentRow {
  @TextListField()
  cells!: string[];
}

export class AmendmentTableView {
  @ListField(() => AmendmentColumnView)
  columns!: AmendmentColumnView[];

  @ListField(() => AmendmentRow)
  rows!: AmendmentRow[];
}
