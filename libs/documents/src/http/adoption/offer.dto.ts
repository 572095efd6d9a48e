import { type LocalDate } from '@app/kernel';
import {
  Action,
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IdListField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  pageDto,
  PageQuery,
  TextField,
} from '@app/platform/http';

import { OFFER_STATES, type OfferState } from '../../domain/adoption/offer';

export class OfferListQuery extends PageQuery {
  @ChoiceField(['waiting', 'applied'])
  scope!: 'waiting' | 'applied';

  @IdField({ optional: true })
  batchId?: string;
}

export class OfferActions {
  @ObjectField(() => Action)
  receive!: Action;

  @ObjectField(() => Action)
  handleLocally!: Action;
}

export class OfferLine {
  @IdField()
  id!: string;

  @ChoiceField(OFFER_STATES)
  state!: OfferState;

  @FlagField({ description: 'Cơ quan soạn thảo đã thôi công bố.' })
  isWithdrawn!: boolean;

  @DateField({ nullable: true })
  ownerLateOn!: LocalDate | null;

  @TextField()
  ownerName!: string;

  @TextField()
  code!: string;

  @TextField()
  series!: string;

  @TextField()
  title!: string;

  @IntegerField()
  issue!: number;

  @IntegerField()
  revision!: number;

  @TextField({ nullable: true })
  changeNote!: string | null;

  @IntegerField({ nullable: true })
  pages!: number | null;

  @DateField()
  effectiveOn!: LocalDate;

  @TextField({ nullable: true })
  ownerDecisionNumber!: string | null;

  @DateField({ nullable: true })
  ownerDecisionOn!: LocalDate | null;

  @TextField({ nullable: true })
  decisionNumber!: string | null;

  @DateField({ nullable: true })
  decisionOn!: LocalDate | null;

  @IdField({ nullable: true })
  localDocumentId!: string | null;

  @IdField({ nullable: true })
  localVersionId!: string | null;

  @InstantField()
  offeredAt!: string;

  @ObjectField(() => OfferActions)
  actions!: OfferActions;
}
export const OfferLinePage = pageDto(OfferLine, 'OfferLinePage');

export class ReceptionRequest {
  @IdListField({ most: 200 })
  offerIds!: string[];
}

export class Reception {
  @IdListField()
  versionIds!: string[];
}

export class LocalHandlingRequest {
  @TextField({ max: 1000 })
  reason!: string;
}

export class LocalHandling {
  @IdField()
  documentId!: string;

  @IdField()
  versionId!: string;
}

export class OfferingRequest {
  @IdListField({ most: 200 })
  documentIds!: string[];

  @ChoiceField(['communes', 'chosen'])
  audience!: 'communes' | 'chosen';

  @IdListField({ most: 500 })
  agencyIds!: string[];

  @TextField({ optional: true, max: 1000 })
  note?: string | null;
}

export class OfferingsMade {
  @IdListField()
  ids!: string[];
}

export class OfferingLine {
  @IdField()
  id!: string;

  @IdField()
  documentId!: string;

  @TextField()
  code!: string;

  @TextField()
  series!: string;

  @TextField()
  title!: string;

  @ChoiceField(['communes', 'chosen'])
  audience!: 'communes' | 'chosen';

  @ChoiceField(['open', 'withdrawn'])
  state!: 'open' | 'withdrawn';

  @TextField({ nullable: true })
  note!: string | null;

  @InstantField()
  offeredAt!: string;

  @TextField()
  offeredByName!: string;
}
export const OfferingLinePage = pageDto(OfferingLine, 'OfferingLinePage');

export class AdopterLine {
  @IdField()
  agencyId!: string;

  @TextField()
  agencyName!: string;

  @IntegerField()
  issue!: number;

  @IntegerField()
  revision!: number;

  @ChoiceField(OFFER_STATES)
  state!: OfferState;

  @InstantField({ nullable: true })
  answeredAt!: string | null;

  @TextField({ nullable: true })
  decisionNumber!: string | null;

  @DateField({ nullable: true })
  decisionOn!: LocalDate | null;
}

export class OfferingDetail extends OfferingLine {
  @InstantField({ nullable: true })
  withdrawnAt!: string | null;

  @TextField({ nullable: true })
  withdrawReason!: string | null;

  @ListField(() => AdopterLine)
  adopters!: AdopterLine[];
}

export class OfferingWithdrawalRequest {
  @TextField({ max: 1000 })
  reason!: string;
}
