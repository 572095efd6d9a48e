import { type LocalDate } from '@app/kernel';
import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IntegerField,
  ListField,
  pageDto,
  PageQuery,
  TextField,
} from '@app/platform/http';

const KINDS = ['number', 'name'] as const;
const STATUSES = ['recorded', 'in-force', 'not-yet', 'partly-expired', 'expired'] as const;

/** A citation in its own words: a number with its body and day, or a law by its name and year. */
export class CitedWordsView {
  @ChoiceField(KINDS)
  kind!: (typeof KINDS)[number];

  @TextField({ max: 300 })
  words!: string;

  @TextField({ nullable: true, max: 300 })
  issuer!: string | null;

  @DateField({ nullable: true })
  issuedOn!: LocalDate | null;

  @IntegerField({ nullable: true, min: 1900, max: 2199 })
  year!: number | null;
}

export class ProposedTextView {
  @IdField()
  textId!: string;

  @TextField()
  numberSymbol!: string;

  @TextField()
  issuer!: string;

  @DateField()
  issuedOn!: LocalDate;

  @TextField({ max: 1000 })
  title!: string;
}

export class CitationLine extends CitedWordsView {
  @IdField({ nullable: true })
  textId!: string | null;

  @TextField({ nullable: true })
  numberSymbol!: string | null;

  @TextField({ nullable: true, max: 1000 })
  title!: string | null;

  @ChoiceField(STATUSES, { nullable: true })
  status!: (typeof STATUSES)[number] | null;

  @FlagField({ nullable: true })
  amended!: boolean | null;

  @DateField({ nullable: true })
  endsOn!: LocalDate | null;

  @FlagField({ nullable: true })
  appliesHere!: boolean | null;

  /** Who said that it means this text; null when its own words say it. */
  @TextField({ nullable: true })
  linkedBy!: string | null;

  @ListField(() => ProposedTextView)
  proposals!: ProposedTextView[];
}

export class CitationLines {
  @ListField(() => CitationLine)
  items!: CitationLine[];
}

export class UnresolvedCitation extends CitedWordsView {
  /** Documents in force that cite in these words, and one of them. */
  @IntegerField()
  documents!: number;

  @IdField()
  documentId!: string;

  @TextField()
  code!: string;

  @TextField({ max: 1000 })
  title!: string;

  @ListField(() => ProposedTextView)
  proposals!: ProposedTextView[];
}
export const UnresolvedCitationPage = pageDto(UnresolvedCitation, 'UnresolvedCitationPage');

export class OutdatedCitation {
  @IdField()
  documentId!: string;

  @IdField()
  versionId!: string;

  @TextField()
  code!: string;

  @TextField({ max: 1000 })
  title!: string;

  @TextField({ nullable: true })
  unitName!: string | null;

  @TextField({ max: 300 })
  words!: string;

  @IdField()
  textId!: string;

  @TextField()
  numberSymbol!: string;

  @TextField({ max: 1000 })
  textTitle!: string;

  @ChoiceField(STATUSES)
  status!: (typeof STATUSES)[number];

  @DateField({ nullable: true })
  endsOn!: LocalDate | null;

  @FlagField()
  appliesHere!: boolean;

  @TextField({ nullable: true })
  endedBy!: string | null;
}
export const OutdatedCitationPage = pageDto(OutdatedCitation, 'OutdatedCitationPage');

export class CitationDecision {
  @ChoiceField(KINDS)
  kind!: (typeof KINDS)[number];

  @TextField({ max: 300 })
  words!: string;

  @TextField({ optional: true, max: 300 })
  issuer?: string | null;

  @DateField({ optional: true })
  issuedOn?: LocalDate | null;

  @IntegerField({ optional: true, min: 1900, max: 2199 })
  year?: number | null;

  @IdField()
  textId!: string;
}

export class CitingLine {
  @IdField()
  agencyId!: string;

  @TextField()
  agencyName!: string;

  @IdField()
  documentId!: string;

  @IdField()
  versionId!: string;

  /** Empty for a document that is kept for certain units. */
  @TextField({ min: 0 })
  code!: string;

  @TextField({ max: 1000, min: 0 })
  title!: string;

  @TextField({ max: 400 })
  cites!: string;
}
export const CitingLinePage = pageDto(CitingLine, 'CitingLinePage');

export class CitingSearch extends PageQuery {
  @ChoiceField(['agency', 'province'], { optional: true, description: 'Toàn tỉnh chỉ dành cho cấp tỉnh.' })
  scope?: 'agency' | 'province';
}

export class CitingKey {
  @ChoiceField(['agency', 'province'], { optional: true })
  scope?: 'agency' | 'province';
}
