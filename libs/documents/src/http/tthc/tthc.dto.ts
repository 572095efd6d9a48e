import { PROCEDURE_LEVELS, type ProcedureLevel } from '@app/administrative-procedures';
import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IntegerField,
  ListField,
  ObjectField,
  pageDto,
  PageQuery,
  TextField,
} from '@app/platform/http';

const WAYS = ['code', 'name', 'similar', 'person'] as const;
const STATES = ['all', 'missing', 'covered'] as const;
const DIFFERENCES = [
  'limit-longer',
  'limit-differs',
  'older',
  'step-count',
  'step-name',
  'step-responsible',
  'step-time',
] as const;

export class FieldCoverageView {
  @TextField()
  fieldKey!: string;

  @TextField()
  field!: string;

  @IntegerField()
  total!: number;

  @IntegerField()
  covered!: number;
}

export class CoverageView {
  @IntegerField()
  total!: number;

  @IntegerField()
  covered!: number;

  @ListField(() => FieldCoverageView)
  fields!: FieldCoverageView[];
}

export class CoveringDocument {
  @IdField()
  documentId!: string;

  @TextField()
  code!: string;

  @TextField({ max: 1000 })
  title!: string;
}

export class CoverageLine {
  @IdField()
  procedureId!: string;

  @TextField({ nullable: true })
  code!: string | null;

  @TextField({ max: 1000 })
  name!: string;

  @TextField()
  field!: string;

  @TextField({ nullable: true })
  timeLimit!: string | null;

  /** A linked procedure is in force today. */
  @FlagField()
  covered!: boolean;

  @ListField(() => CoveringDocument)
  documents!: CoveringDocument[];
}
export const CoverageLinePage = pageDto(CoverageLine, 'CoverageLinePage');

export class CoverageFilter {
  @ChoiceField(STATES, { optional: true })
  state?: (typeof STATES)[number];

  @TextField({ optional: true, max: 200 })
  field?: string;
}

export class CoverageSearch extends PageQuery {
  @ChoiceField(STATES, { optional: true })
  state?: (typeof STATES)[number];

  @TextField({ optional: true, max: 200 })
  field?: string;
}

export class AgencyCoverageLine {
  @IdField()
  agencyId!: string;

  @TextField()
  agencyName!: string;

  @TextField()
  kind!: string;

  @IntegerField()
  total!: number;

  @IntegerField()
  covered!: number;
}

export class MissingProcedure {
  @IdField()
  procedureId!: string;

  @TextField({ nullable: true })
  code!: string | null;

  @TextField({ max: 1000 })
  name!: string;

  @TextField()
  field!: string;
}

export class LinkableDocumentView {
  @IdField()
  documentId!: string;

  @TextField()
  code!: string;

  @TextField({ max: 1000 })
  title!: string;

  @TextField()
  series!: string;
}

export class LinkSuggestionView {
  @IdField()
  documentId!: string;

  @IdField()
  procedureId!: string;

  @ChoiceField(WAYS)
  by!: (typeof WAYS)[number];
}

export class ProcedureMatchesView {
  @ListField(() => LinkableDocumentView)
  documents!: LinkableDocumentView[];

  @ListField(() => MissingProcedure)
  procedures!: MissingProcedure[];

  @ListField(() => LinkSuggestionView)
  suggestions!: LinkSuggestionView[];
}

class ProcedureLinkFields {
  @IdField()
  documentId!: string;

  @IdField()
  procedureId!: string;

  @ChoiceField(WAYS, { optional: true })
  by?: (typeof WAYS)[number] | null;
}

export class ProcedureLinksRequest {
  @ListField(() => ProcedureLinkFields, { most: 500 })
  links!: ProcedureLinkFields[];
}

export class ProcedureLinkRemoval {
  @IdField()
  documentId!: string;

  @IdField()
  procedureId!: string;
}

class PublishedStep {
  @TextField({ max: 1000 })
  name!: string;

  @TextField({ nullable: true })
  responsible!: string | null;

  @TextField({ nullable: true })
  time!: string | null;
}

class PublishedProcess {
  @TextField({ nullable: true })
  decisionNumber!: string | null;

  @TextField({ nullable: true })
  decisionIssuer!: string | null;

  @DateField({ nullable: true })
  decisionOn!: string | null;

  @TextField({ nullable: true })
  timeLimit!: string | null;

  @DateField({ nullable: true })
  validFrom!: string | null;

  @ListField(() => PublishedStep)
  steps!: PublishedStep[];
}

export class ProcedureDifference {
  @ChoiceField(DIFFERENCES)
  kind!: (typeof DIFFERENCES)[number];

  @IntegerField({ nullable: true })
  step!: number | null;

  @TextField({ max: 2000 })
  own!: string;

  @TextField({ max: 2000 })
  published!: string;
}

export class ImplementedProcedure {
  @IdField()
  procedureId!: string;

  @TextField({ nullable: true })
  code!: string | null;

  @TextField({ max: 1000 })
  name!: string;

  @TextField()
  field!: string;

  @ChoiceField(PROCEDURE_LEVELS)
  level!: ProcedureLevel;

  @ChoiceField(['in-force', 'suspended', 'ended', 'not-yet'])
  status!: 'in-force' | 'suspended' | 'ended' | 'not-yet';

  @TextField({ nullable: true })
  timeLimit!: string | null;

  @ChoiceField(WAYS)
  matchedBy!: (typeof WAYS)[number];

  @TextField({ nullable: true })
  confirmedByName!: string | null;

  @ObjectField(() => PublishedProcess, { nullable: true })
  process!: PublishedProcess | null;

  @ListField(() => ProcedureDifference)
  differences!: ProcedureDifference[];
}

export class SuggestedProcedure extends MissingProcedure {
  @ChoiceField(WAYS)
  by!: (typeof WAYS)[number];
}

export class DocumentProceduresView {
  @IdField({ nullable: true })
  versionId!: string | null;

  @DateField({ nullable: true })
  effectiveOn!: string | null;

  @ListField(() => ImplementedProcedure)
  linked!: ImplementedProcedure[];

  @ListField(() => SuggestedProcedure)
  suggested!: SuggestedProcedure[];
}
