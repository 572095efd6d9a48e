import { RELATION_KINDS, type RelationKind } from '@app/legal-register';
import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IdListField,
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

  /** The day from which it has no effect, known or already decided. */
  @DateField({ nullable: true })
  endsOn!: string | null;

  @TextField({ max: 1000 })
  title!: string;

  /** On the day that was asked for, today without one. */
  @ChoiceField(STATUSES)
  status!: (typeof STATUSES)[number];

  /** Another text had amended or corrected it by that day. */
  @FlagField()
  amended!: boolean;

  /** Meant for the caller's agency: a resolution may be valid in a part of a province only. */
  @FlagField()
  appliesHere!: boolean;

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

export class LegalTextDay {
  @DateField({ optional: true, description: 'Ngày xem hiệu lực; mặc định hôm nay.' })
  on?: string;
}

export class LegalTextSearch extends PageQuery {
  @TextField({ optional: true, min: 0, max: 200 })
  q?: string;

  @DateField({ optional: true, description: 'Ngày xem hiệu lực; mặc định hôm nay.' })
  on?: string;

  @ChoiceField(STATUSES, { optional: true })
  status?: (typeof STATUSES)[number];
}

export class LegalTextAlias {
  @TextField({ max: 300 })
  name!: string;

  @IntegerField({ optional: true, min: 1945, max: 2100 })
  year?: number | null;
}

class LegalActFields {
  @ChoiceField(RELATION_KINDS)
  kind!: RelationKind;

  @FlagField()
  partly!: boolean;

  @TextField({
    optional: true,
    max: 500,
    min: 0,
    description: 'Điều, khoản bị tác động, ví dụ "khoản 2 Điều 5".',
  })
  provisions?: string | null;

  @DateField({ optional: true, description: 'Ngày quan hệ có hiệu lực, khi khác ngày hiệu lực của văn bản.' })
  effectiveOn?: string | null;

  @TextField({ optional: true, max: 4000, min: 0, description: 'Quy định chuyển tiếp.' })
  transition?: string | null;

  @TextField({ optional: true, max: 1000, min: 0 })
  note?: string | null;
}

export class NewLegalRelation extends LegalActFields {
  @IdField()
  targetId!: string;
}

export class NewAwaitedRelation extends LegalActFields {
  @TextField({ max: 100 })
  numberSymbol!: string;

  @TextField({ optional: true, max: 300, min: 0 })
  issuer?: string | null;

  @DateField({ optional: true })
  issuedOn?: string | null;
}

export class LegalArticle {
  @TextField({ max: 20 })
  label!: string;

  @TextField({ max: 500, min: 0 })
  title!: string;
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

  @DateField({ optional: true })
  expiredOn?: string | null;

  @TextField({ max: 1000 })
  title!: string;

  @TextField({ optional: true, max: 100, min: 0, description: 'Lĩnh vực, để biết ai được xác nhận.' })
  field?: string | null;

  @TextField({ optional: true, max: 20_000, min: 0 })
  abstract?: string | null;

  @TextField({ optional: true, max: 2000, min: 0, description: 'Địa chỉ bản chính thức.' })
  sourceUrl?: string | null;

  @ListField(() => LegalArticle, { most: 1000, optional: true })
  articles?: LegalArticle[];

  @IdListField({
    optional: true,
    most: 500,
    description: 'Cơ quan trên địa bàn áp dụng; để trống là toàn bộ.',
  })
  territoryIds?: string[];

  @TextField({ optional: true, max: 500, min: 0 })
  territoryNote?: string | null;

  @ListField(() => LegalTextAlias, { most: 20 })
  aliases!: LegalTextAlias[];

  @ListField(() => NewLegalRelation, { most: 50 })
  relations!: NewLegalRelation[];

  @ListField(() => NewAwaitedRelation, { most: 50, optional: true })
  awaited?: NewAwaitedRelation[];
}

/** A change of a record that the person has read in this row version. */
class RecordAct {
  @IntegerField({ min: 1, max: 1_000_000_000 })
  rowVersion!: number;

  @TextField({ min: 5, max: 1000 })
  reason!: string;
}

export class MergeRequest extends RecordAct {
  @IdField()
  intoId!: string;
}

export class WithdrawalRequest extends RecordAct {}
