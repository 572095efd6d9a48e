import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IntegerField,
  ListField,
  ObjectField,
  Action,
  pageDto,
  PageQuery,
  TextField,
} from '@app/platform/http';

import { ANNEX_ACTS, type AnnexAct, type ProcedureLevel } from '../domain/announcement/read-annex';
import { PROCEDURE_LEVELS, PROCEDURE_STATUSES, type ProcedureStatus } from '../domain/procedure';

const SHOWN_STATUSES = [...PROCEDURE_STATUSES, 'not-yet'] as const;

export class TthcLine {
  @IdField()
  id!: string;

  @TextField({ nullable: true })
  code!: string | null;

  @TextField({ max: 1000 })
  name!: string;

  @TextField()
  field!: string;

  @ChoiceField(PROCEDURE_LEVELS)
  level!: ProcedureLevel;

  @TextField({ nullable: true })
  executingBody!: string | null;

  @TextField({ nullable: true })
  timeLimit!: string | null;

  @TextField({ nullable: true })
  fee!: string | null;

  @ChoiceField(SHOWN_STATUSES)
  status!: (typeof SHOWN_STATUSES)[number];

  @TextField()
  stewardName!: string;

  /** Entered by the caller's agency. */
  @FlagField()
  own!: boolean;

  /** Falls to the caller's agency. */
  @FlagField()
  duty!: boolean;
}
export const TthcLinePage = pageDto(TthcLine, 'TthcLinePage');

/** Filters of the register, as they stand in the address. */
export class TthcFilter {
  @TextField({ optional: true, min: 0, max: 200 })
  q?: string;

  @TextField({ optional: true, max: 200 })
  field?: string;

  @ChoiceField(PROCEDURE_LEVELS, { optional: true })
  level?: ProcedureLevel;

  @ChoiceField(SHOWN_STATUSES, { optional: true })
  status?: (typeof SHOWN_STATUSES)[number];

  @ChoiceField(['own', 'all'], { optional: true })
  scope?: 'own' | 'all';
}

export class TthcSearch extends PageQuery {
  @TextField({ optional: true, min: 0, max: 200 })
  q?: string;

  @TextField({ optional: true, max: 200 })
  field?: string;

  @ChoiceField(PROCEDURE_LEVELS, { optional: true })
  level?: ProcedureLevel;

  @ChoiceField(SHOWN_STATUSES, { optional: true })
  status?: (typeof SHOWN_STATUSES)[number];

  @ChoiceField(['own', 'all'], { optional: true })
  scope?: 'own' | 'all';
}

export class TthcField {
  @TextField()
  key!: string;

  @TextField()
  name!: string;

  @IntegerField()
  procedures!: number;
}

export class TthcFields {
  @TextField({ optional: true, min: 0, max: 60 })
  code?: string | null;

  @TextField({ max: 1000 })
  name!: string;

  @TextField({ max: 200 })
  field!: string;

  @ChoiceField(PROCEDURE_LEVELS)
  level!: ProcedureLevel;

  @TextField({ optional: true, min: 0, max: 300 })
  executingBody?: string | null;

  @TextField({ optional: true, min: 0, max: 1000 })
  timeLimit?: string | null;

  @TextField({ optional: true, min: 0, max: 1000 })
  fee?: string | null;

  @ChoiceField(PROCEDURE_STATUSES)
  status!: ProcedureStatus;

  @TextField({ optional: true, min: 0, max: 2000 })
  note?: string | null;

  @DateField({ optional: true })
  validFrom?: string | null;
}

export class TthcHistoryLine {
  @IdField()
  announcementId!: string;

  @ChoiceField(ANNEX_ACTS)
  act!: AnnexAct;

  @TextField({ max: 1000 })
  name!: string;

  @IdField()
  textId!: string;

  @TextField()
  numberSymbol!: string;

  @TextField()
  issuer!: string;

  @DateField()
  issuedOn!: string;

  @DateField({ nullable: true })
  effectiveOn!: string | null;
}

export class InternalStep {
  @TextField({ max: 1000 })
  name!: string;

  @TextField({ optional: true, min: 0, max: 300 })
  responsible?: string | null;

  @TextField({ optional: true, min: 0, max: 200 })
  time?: string | null;
}

export class InternalProcessFields {
  @TextField({ optional: true, min: 0, max: 100 })
  decisionNumber?: string | null;

  @TextField({ optional: true, min: 0, max: 300 })
  decisionIssuer?: string | null;

  @DateField({ optional: true })
  decisionOn?: string | null;

  @DateField()
  validFrom!: string;

  @TextField({ optional: true, min: 0, max: 300 })
  timeLimit?: string | null;

  @TextField({ optional: true, min: 0, max: 2000 })
  note?: string | null;

  @ListField(() => InternalStep, { most: 100 })
  steps!: InternalStep[];
}

export class InternalProcessView {
  @IdField()
  id!: string;

  @TextField({ nullable: true })
  decisionNumber!: string | null;

  @TextField({ nullable: true })
  decisionIssuer!: string | null;

  @DateField({ nullable: true })
  decisionOn!: string | null;

  @TextField({ nullable: true })
  timeLimit!: string | null;

  @TextField({ nullable: true })
  note!: string | null;

  @ListField(() => InternalStep)
  steps!: InternalStep[];

  @DateField({ nullable: true })
  validFrom!: string | null;

  @DateField({ nullable: true })
  validUntil!: string | null;

  @FlagField()
  current!: boolean;

  @FlagField()
  own!: boolean;
}

export class DutyRequest {
  /** True or false goes before the rule; left out, the rule decides again. */
  @FlagField({ optional: true })
  applies?: boolean | null;

  @TextField({ optional: true, min: 0, max: 500 })
  reason?: string | null;
}

class TthcActions {
  @ObjectField(() => Action)
  edit!: Action;

  @ObjectField(() => Action)
  addProcess!: Action;
}

export class TthcDetail extends TthcLine {
  @TextField({ nullable: true })
  note!: string | null;

  @DateField({ nullable: true })
  validFrom!: string | null;

  @DateField({ nullable: true })
  validUntil!: string | null;

  @FlagField({ nullable: true })
  dutyByRule!: boolean | null;

  @TextField({ nullable: true })
  dutyReason!: string | null;

  @TextField({ nullable: true })
  dutySetByName!: string | null;

  @ListField(() => TthcHistoryLine)
  history!: TthcHistoryLine[];

  @ListField(() => InternalProcessView)
  processes!: InternalProcessView[];

  @IntegerField()
  rowVersion!: number;

  @ObjectField(() => TthcActions)
  actions!: TthcActions;
}
