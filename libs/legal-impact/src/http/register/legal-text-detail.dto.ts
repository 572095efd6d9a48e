import { RELATION_KINDS, type RelationKind } from '@app/legal-register';
import {
  Action,
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '@app/platform/http';

import { LegalArticle, LegalTextLine } from './legal-text.dto';

const STATES = ['recorded', 'confirmed', 'withdrawn', 'merged'] as const;
const LIKENESSES = ['same-text', 'other-date', 'other-issuer-spelling'] as const;

export class KnownAlias {
  @TextField({ max: 300 })
  name!: string;

  @IntegerField({ nullable: true })
  year!: number | null;
}

export class LegalAct {
  @ChoiceField(RELATION_KINDS)
  kind!: RelationKind;

  @FlagField()
  partly!: boolean;

  @TextField({ nullable: true, max: 500 })
  provisions!: string | null;

  @DateField({ nullable: true })
  effectiveOn!: string | null;

  @TextField({ nullable: true, max: 4000 })
  transition!: string | null;

  @TextField({ nullable: true, max: 1000 })
  note!: string | null;
}

export class LegalRelation extends LegalAct {
  @ChoiceField(['to', 'from'])
  direction!: 'to' | 'from';

  @IdField()
  textId!: string;

  @TextField()
  numberSymbol!: string;

  @TextField({ max: 1000 })
  title!: string;

  @FlagField()
  confirmed!: boolean;
}

/** A relation to a text that the register does not hold yet. */
export class AwaitedRelation extends LegalAct {
  @TextField()
  numberSymbol!: string;

  @TextField({ nullable: true })
  issuer!: string | null;

  @DateField({ nullable: true })
  issuedOn!: string | null;
}

/** A text that had said what it does to this one before this one was recorded. */
export class AwaitingText {
  @IdField()
  textId!: string;

  @TextField()
  numberSymbol!: string;

  @TextField({ max: 1000 })
  title!: string;

  @ChoiceField(RELATION_KINDS)
  kind!: RelationKind;

  @FlagField()
  partly!: boolean;

  /** Kept by the caller's agency, who may make it a relation. */
  @FlagField()
  mine!: boolean;
}

/** What was done to one article. */
export class ArticleTouch {
  @ChoiceField(RELATION_KINDS)
  kind!: RelationKind;

  @TextField()
  by!: string;

  @DateField({ nullable: true })
  effectiveOn!: string | null;
}

export class KnownArticle extends LegalArticle {
  @ListField(() => ArticleTouch)
  touched!: ArticleTouch[];
}

export class TerritoryUnit {
  @IdField()
  id!: string;

  @TextField()
  name!: string;
}

export class OfficialFileView {
  @TextField()
  name!: string;

  @IntegerField()
  size!: number;

  @ChoiceField(['waiting', 'ready', 'refused'])
  state!: 'waiting' | 'ready' | 'refused';

  @TextField({ nullable: true })
  problem!: string | null;
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

/** A record of the register as a comparison shows it. */
export class ComparedText {
  @IdField()
  id!: string;

  @TextField()
  numberSymbol!: string;

  @TextField()
  issuer!: string;

  @DateField()
  issuedOn!: string;

  @TextField({ max: 1000 })
  title!: string;

  @TextField()
  stewardName!: string;
}

/** A record that is probably of the same text, and why. */
export class DuplicateText extends ComparedText {
  @ChoiceField(LIKENESSES)
  likeness!: (typeof LIKENESSES)[number];
}

export class DuplicatePair {
  @ObjectField(() => ComparedText)
  own!: ComparedText;

  @ListField(() => DuplicateText)
  duplicates!: DuplicateText[];
}

export class DuplicateList {
  @ListField(() => DuplicatePair)
  items!: DuplicatePair[];
}

export class LegalTextActions {
  @ObjectField(() => Action)
  correct!: Action;

  @ObjectField(() => Action)
  withdraw!: Action;

  @ObjectField(() => Action)
  merge!: Action;

  @ObjectField(() => Action)
  addAlias!: Action;
}

export class LegalTextDetail extends LegalTextLine {
  @IntegerField()
  rowVersion!: number;

  @ChoiceField(STATES)
  state!: (typeof STATES)[number];

  @DateField()
  on!: string;

  @TextField({ nullable: true })
  field!: string | null;

  @DateField({ nullable: true })
  expiredOn!: string | null;

  @TextField({ nullable: true, max: 20_000 })
  abstract!: string | null;

  @TextField({ nullable: true, max: 2000 })
  sourceUrl!: string | null;

  @ObjectField(() => OfficialFileView, { nullable: true })
  file!: OfficialFileView | null;

  @ListField(() => KnownArticle)
  articles!: KnownArticle[];

  @ListField(() => TerritoryUnit)
  territory!: TerritoryUnit[];

  @TextField({ nullable: true })
  territoryNote!: string | null;

  @TextField({ nullable: true })
  closedReason!: string | null;

  @IdField({ nullable: true })
  mergedIntoId!: string | null;

  @TextField({ nullable: true })
  mergedInto!: string | null;

  @ListField(() => KnownAlias)
  aliases!: KnownAlias[];

  @ListField(() => LegalRelation)
  relations!: LegalRelation[];

  @ListField(() => AwaitedRelation)
  awaited!: AwaitedRelation[];

  @ListField(() => AwaitingText)
  awaitedBy!: AwaitingText[];

  @ListField(() => DuplicateText)
  duplicates!: DuplicateText[];

  @ListField(() => CitingDocument)
  citedByDocuments!: CitingDocument[];

  @IdField({ nullable: true })
  changeId!: string | null;

  @ObjectField(() => LegalTextActions)
  actions!: LegalTextActions;
}
