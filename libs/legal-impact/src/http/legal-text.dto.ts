import { RELATION_KINDS, type RelationKind } from '@app/legal-register';
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

const STATUSES = ['recorded', 'in-force', 'not-yet', 'partly-expired', 'expired'] as const;

export class LegalTextLine {
  @IdField()
  id!: string;

  @TextField()
  kind!: string;

  @TextField()
  numberSymbol!: string;

  @TextField()
  issuer!: string;

  @DateField({ nullable: true })
  issuedOn!: string | null;

  @DateField({ nullable: true })
  effectiveOn!: string | null;

  @TextField({ max: 1000 })
  title!: string;

  @ChoiceField(STATUSES)
  status!: (typeof STATUSES)[number];

  /** Confirmed by a person entitled for it; otherwise it counts for its recorder alone. */
  @FlagField()
  confirmed!: boolean;

  @TextField()
  stewardName!: string;

  /** Valid documents within the caller's sight that cite it. */
  @IntegerField()
  citedBy!: number;
}
export const LegalTextLinePage = pageDto(LegalTextLine, 'LegalTextLinePage');

export class LegalTextSearch extends PageQuery {
  @TextField({ optional: true, min: 0, max: 200 })
  q?: string;
}

export class LegalTextAlias {
  @TextField({ max: 300 })
  name!: string;

  @IntegerField({ optional: true, min: 1945, max: 2100 })
  year?: number | null;
}

export class NewLegalRelation {
  @ChoiceField(RELATION_KINDS)
  kind!: RelationKind;

  @IdField()
  targetId!: string;

  @FlagField()
  partly!: boolean;

  @TextField({ optional: true, max: 1000, min: 0 })
  note?: string | null;
}

export class LegalTextFields {
  @TextField({ max: 100 })
  kind!: string;

  @TextField({ max: 100 })
  numberSymbol!: string;

  @TextField({ max: 300 })
  issuer!: string;

  @DateField()
  issuedOn!: string;

  @DateField({ optional: true })
  effectiveOn?: string | null;

  @TextField({ max: 1000 })
  title!: string;

  @TextField({ optional: true, max: 100, min: 0, description: 'Lĩnh vực, để biết ai được xác nhận.' })
  field?: string | null;

  @ListField(() => LegalTextAlias, { most: 20 })
  aliases!: LegalTextAlias[];

  @ListField(() => NewLegalRelation, { most: 50 })
  relations!: NewLegalRelation[];
}

export class KnownAlias {
  @TextField({ max: 300 })
  name!: string;

  @IntegerField({ nullable: true })
  year!: number | null;
}

export class LegalRelation {
  @ChoiceField(RELATION_KINDS)
  kind!: RelationKind;

  @ChoiceField(['to', 'from'])
  direction!: 'to' | 'from';

  @IdField()
  textId!: string;

  @TextField()
  numberSymbol!: string;

  @TextField({ max: 1000 })
  title!: string;

  @FlagField()
  partly!: boolean;

  @TextField({ nullable: true, max: 1000 })
  note!: string | null;
}

export class CitingDocument {
  @IdField()
  documentId!: string;

  @TextField()
  code!: string;

  @TextField()
  title!: string;

  @TextField()
  agencyName!: string;
}

export class LegalTextDetail extends LegalTextLine {
  @IntegerField()
  rowVersion!: number;

  @ListField(() => KnownAlias)
  aliases!: KnownAlias[];

  @ListField(() => LegalRelation)
  relations!: LegalRelation[];

  @ListField(() => CitingDocument)
  citedByDocuments!: CitingDocument[];

  @IdField({ nullable: true })
  changeId!: string | null;
}
