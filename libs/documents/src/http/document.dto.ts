import { type LocalDate } from '@app/kernel';
import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  pageDto,
  PageQuery,
  TextField,
} from '@app/platform/http';
import { Type } from 'class-transformer';

import { DISPLAY_STATES, type DisplayState } from '../domain/display-state';
import {
  CHANGE_CLASSES,
  type ChangeClass,
  DOCUMENT_KINDS,
  type DocumentKind,
} from '../domain/version-fields';
import { VersionDetail } from './version.dto';

/** What a list of documents may be narrowed to. */
export class DocumentFilterQuery extends PageQuery {
  @TextField({ optional: true, max: 200 })
  series?: string;

  @IdField({ optional: true })
  unitId?: string;

  @ChoiceField(DOCUMENT_KINDS, { optional: true })
  kind?: DocumentKind;

  /** In which it came or comes into force. */
  @IntegerField({ optional: true, min: 1945, max: 2200 })
  @Type(() => Number)
  year?: number;

  @ChoiceField(CHANGE_CLASSES, { optional: true })
  changeClass?: ChangeClass;
}

export class DocumentListQuery extends DocumentFilterQuery {
  @ChoiceField(['effective', 'in-progress'])
  scope!: 'effective' | 'in-progress';

  @TextField({ optional: true, max: 200, min: 0 })
  q?: string;
}

export class CodeCheckQuery {
  @TextField({ max: 100 })
  code!: string;

  @TextField({ max: 200 })
  series!: string;

  @IdField({ optional: true })
  documentId?: string;
}

export class DocumentLine {
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

  @TextField()
  kind!: string;

  @ChoiceField(DISPLAY_STATES)
  state!: DisplayState;

  @IntegerField()
  issue!: number;

  @IntegerField()
  revision!: number;

  @DateField({ nullable: true })
  effectiveOn!: LocalDate | null;

  @TextField({ nullable: true })
  unitName!: string | null;

  @IdField()
  agencyId!: string;

  @TextField()
  agencyName!: string;

  @TextField({ nullable: true, description: 'Cơ quan soạn thảo, khi là cơ quan khác.' })
  originName!: string | null;

  @TextField({ nullable: true })
  holderName!: string | null;

  @InstantField({ nullable: true })
  holdingSince!: string | null;
}

export const DocumentLinePage = pageDto(DocumentLine, 'DocumentLinePage');

export class SeriesLine {
  @TextField()
  series!: string;

  @IntegerField()
  count!: number;
}

export class VersionWithdrawalView {
  @TextField({ nullable: true })
  reason!: string | null;

  @IdField()
  decisionId!: string;

  @TextField({ nullable: true })
  number!: string | null;

  @IdField({ nullable: true })
  successorId!: string | null;

  @TextField({ nullable: true })
  successor!: string | null;
}

export class VersionLine {
  @IdField()
  versionId!: string;

  @IntegerField()
  issue!: number;

  @IntegerField()
  revision!: number;

  @ChoiceField(DISPLAY_STATES)
  state!: DisplayState;

  @DateField({ nullable: true })
  effectiveOn!: LocalDate | null;

  @DateField({ nullable: true })
  endedOn!: LocalDate | null;

  @TextField()
  drafterName!: string;

  @TextField({ nullable: true })
  changeNote!: string | null;

  @TextField({ nullable: true })
  decisionNumber!: string | null;

  @IdField({ nullable: true })
  decisionId!: string | null;

  @DateField({ nullable: true })
  issuedOn!: LocalDate | null;

  @ChoiceField(CHANGE_CLASSES, { nullable: true })
  changeClass!: string | null;

  @TextField({ nullable: true })
  changeReason!: string | null;

  @TextField({ nullable: true })
  affectedSections!: string | null;

  @TextField({ nullable: true })
  legalBasis!: string | null;

  @FlagField({ description: 'Nhập từ bản giấy, không ký tại đây.' })
  importedFromPaper!: boolean;

  @ObjectField(() => VersionWithdrawalView, { nullable: true })
  withdrawal!: VersionWithdrawalView | null;
}

export class DocumentHead {
  @IdField()
  id!: string;

  @TextField()
  code!: string;

  @TextField()
  series!: string;

  @TextField()
  title!: string;

  @TextField()
  kind!: string;

  @IdField()
  agencyId!: string;

  @TextField({ nullable: true })
  unitName!: string | null;
}

export class DocumentPage {
  @ObjectField(() => DocumentHead)
  document!: DocumentHead;

  @ObjectField(() => VersionDetail)
  current!: VersionDetail;

  @ListField(() => VersionLine)
  versions!: VersionLine[];
}
