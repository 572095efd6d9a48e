import { type LocalDate } from '@app/kernel';
import {
  ChoiceField,
  DateField,
  IdField,
  IdListField,
  InstantField,
  IntegerField,
  ListField,
  pageDto,
  PageQuery,
  TextField,
  TextListField,
} from '@app/platform/http';

import { PAPER_COPY_STATES, type PaperCopyState } from '../../domain/reading/paper-copy';
import { type Trace, TRACES } from '../../persistence/reading/access-log.repository';

export class PaperCopyLine {
  @IdField()
  id!: string;

  @IdField()
  versionId!: string;

  @IdField()
  documentId!: string;

  @TextField()
  code!: string;

  @TextField()
  title!: string;

  @IntegerField()
  issue!: number;

  @IntegerField()
  revision!: number;

  @IntegerField({ min: 1 })
  number!: number;

  @TextField()
  holderName!: string;

  @TextField({ nullable: true })
  unitName!: string | null;

  @TextField()
  place!: string;

  @DateField()
  issuedOn!: LocalDate;

  @ChoiceField(PAPER_COPY_STATES)
  state!: PaperCopyState;

  @TextField({ nullable: true })
  recallReason!: string | null;

  @DateField({ nullable: true })
  recallSince!: LocalDate | null;

  @DateField({ nullable: true })
  recalledOn!: LocalDate | null;

  @TextField({ nullable: true })
  condition!: string | null;

  @IdField({ nullable: true })
  destructionId!: string | null;
}

export const PaperCopyLinePage = pageDto(PaperCopyLine, 'PaperCopyLinePage');

export class PaperCopyQuery extends PageQuery {
  @IdField({ optional: true })
  versionId?: string;

  @ChoiceField(PAPER_COPY_STATES, { optional: true })
  state?: PaperCopyState;
}

export class HandOutRequest {
  @TextField({ max: 200 })
  holderName!: string;

  @IdField({ optional: true })
  unitId?: string | null;

  @TextField({ max: 300 })
  place!: string;

  @DateField()
  issuedOn!: LocalDate;
}

export class TakeBackRequest {
  @DateField({ optional: true, description: 'Bỏ trống khi người giữ không trả được (mất, hỏng).' })
  recalledOn?: LocalDate | null;

  @TextField({ optional: true, max: 1000 })
  condition?: string | null;
}

export class DestroyRequest {
  @IdListField({ most: 500, least: 1 })
  copyIds!: string[];

  @DateField()
  heldOn!: LocalDate;

  @TextField({ max: 300 })
  place!: string;

  @TextField({ max: 300, description: 'Cách hủy: cắt vụn, đốt…' })
  method!: string;

  @TextField({ max: 1000 })
  reason!: string;

  @TextListField({ max: 200, most: 20 })
  members!: string[];
}

export class DestroyedCopyView {
  @TextField()
  code!: string;

  @TextField()
  title!: string;

  @IntegerField()
  number!: number;

  @TextField()
  holderName!: string;
}

export class DestructionView {
  @IdField()
  id!: string;

  @DateField()
  heldOn!: LocalDate;

  @TextField()
  place!: string;

  @TextField()
  method!: string;

  @TextField()
  reason!: string;

  @TextListField()
  members!: string[];

  @TextField()
  recordedByName!: string;

  @InstantField()
  recordedAt!: string;

  @ListField(() => DestroyedCopyView)
  copies!: DestroyedCopyView[];
}

export const DestructionPage = pageDto(DestructionView, 'DestructionPage');

export class AccessLine {
  @IdField()
  id!: string;

  @IdField()
  versionId!: string;

  @TextField()
  code!: string;

  @TextField()
  title!: string;

  @IntegerField()
  issue!: number;

  @IntegerField()
  revision!: number;

  @IdField({ nullable: true })
  documentId!: string | null;

  @TextField()
  personName!: string;

  @ChoiceField(TRACES)
  action!: Trace;

  @IntegerField({ nullable: true })
  copyNumber!: number | null;

  @TextField({ nullable: true })
  sha256!: string | null;

  @InstantField()
  at!: string;
}

export const AccessLinePage = pageDto(AccessLine, 'AccessLinePage');

export class AccessQuery extends PageQuery {
  @IdField({ optional: true })
  versionId?: string;

  @IdField({ optional: true })
  documentId?: string;

  @IdField({ optional: true })
  personId?: string;

  @ChoiceField(TRACES, { optional: true })
  action?: Trace;

  @DateField({ optional: true })
  from?: LocalDate;

  @DateField({ optional: true, description: 'Kể cả ngày này.' })
  to?: LocalDate;
}
