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
  TextField,
} from '@app/platform/http';

import { ANNEX_ACTS, type AnnexAct, type ProcedureLevel } from '../domain/announcement/read-annex';
import { PROCEDURE_LEVELS } from '../domain/procedure';

const STATES = ['recorded', 'confirmed', 'withdrawn'] as const;

export class AnnouncementLine {
  @IdField()
  id!: string;

  @IdField()
  textId!: string;

  @TextField()
  numberSymbol!: string;

  @TextField({ max: 1000 })
  title!: string;

  @TextField()
  issuer!: string;

  @DateField()
  issuedOn!: string;

  @DateField({ nullable: true })
  effectiveOn!: string | null;

  @ChoiceField(STATES)
  state!: (typeof STATES)[number];

  @TextField()
  stewardName!: string;

  @FlagField()
  own!: boolean;

  @TextField({ nullable: true })
  recordedByName!: string | null;

  @InstantField()
  recordedAt!: string;

  @InstantField({ nullable: true })
  confirmedAt!: string | null;

  @IntegerField()
  made!: number;

  @IntegerField()
  amended!: number;

  @IntegerField()
  replaced!: number;

  @IntegerField()
  abolished!: number;

  /** Rows about a TTHC that the register does not have. */
  @IntegerField()
  unmatched!: number;
}
export const AnnouncementLinePage = pageDto(AnnouncementLine, 'AnnouncementLinePage');

export class AnnouncementRowView {
  @IdField()
  id!: string;

  @IntegerField()
  ordinal!: number;

  @ChoiceField(ANNEX_ACTS)
  act!: AnnexAct;

  @IdField({ nullable: true })
  procedureId!: string | null;

  @TextField({ nullable: true })
  procedureName!: string | null;

  @TextField({ nullable: true })
  code!: string | null;

  @TextField({ max: 1000 })
  name!: string;

  @TextField({ nullable: true })
  field!: string | null;

  @ChoiceField(PROCEDURE_LEVELS, { nullable: true })
  level!: ProcedureLevel | null;

  @TextField({ nullable: true })
  executingBody!: string | null;

  @TextField({ nullable: true })
  timeLimit!: string | null;

  @TextField({ nullable: true })
  fee!: string | null;
}

export class AnnouncementDetail extends AnnouncementLine {
  @ListField(() => AnnouncementRowView)
  rows!: AnnouncementRowView[];
}

export class ReadAnnouncementRequest {
  @TextField({ max: 500_000, keepSpace: true, description: 'Văn bản dán vào, các cột cách nhau bằng Tab.' })
  text!: string;
}

class MatchedProcedure {
  @IdField()
  id!: string;

  @TextField({ max: 1000 })
  name!: string;

  @TextField({ nullable: true })
  code!: string | null;

  @TextField()
  field!: string;

  @ChoiceField(PROCEDURE_LEVELS)
  level!: ProcedureLevel;

  @ChoiceField(['code', 'name'])
  by!: 'code' | 'name';
}

export class ReadRow {
  @ChoiceField(ANNEX_ACTS, { nullable: true })
  act!: AnnexAct | null;

  @TextField({ nullable: true })
  code!: string | null;

  @TextField({ max: 1000 })
  name!: string;

  @TextField({ nullable: true })
  field!: string | null;

  @ChoiceField(PROCEDURE_LEVELS, { nullable: true })
  level!: ProcedureLevel | null;

  @TextField({ nullable: true })
  executingBody!: string | null;

  @TextField({ nullable: true })
  timeLimit!: string | null;

  @TextField({ nullable: true })
  fee!: string | null;

  @TextField({ nullable: true })
  legalBasis!: string | null;

  @ObjectField(() => MatchedProcedure, { nullable: true })
  match!: MatchedProcedure | null;
}

export class AnnouncementReadingView {
  @TextField({ nullable: true })
  numberSymbol!: string | null;

  @DateField({ nullable: true })
  issuedOn!: string | null;

  @TextField({ nullable: true })
  issuer!: string | null;

  @TextField({ nullable: true, max: 1000 })
  title!: string | null;

  @ListField(() => ReadRow)
  rows!: ReadRow[];
}

export class AnnouncementFileView {
  @IdField()
  id!: string;

  @TextField()
  fileName!: string;

  @ChoiceField(['received', 'read', 'refused'])
  state!: 'received' | 'read' | 'refused';

  @TextField({ nullable: true })
  problem!: string | null;

  @ObjectField(() => AnnouncementReadingView, { nullable: true })
  reading!: AnnouncementReadingView | null;
}
