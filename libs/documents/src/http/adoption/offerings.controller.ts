import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  decodeCursor,
  IdempotencyOf,
  IdParam,
  type Page,
  pageOf,
  PageQuery,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { OfferDocuments } from '../../application/adoption/offer-documents';
import { OffersQuery } from '../../persistence/adoption/offers.query';
import {
  OfferingDetail,
  OfferingLine,
  OfferingLinePage,
  OfferingRequest,
  OfferingsMade,
  OfferingWithdrawalRequest,
} from './offer.dto';

@ApiTags('documents')
@Controller('offerings')
export class OfferingsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly offers: OffersQuery,
    private readonly offering: OfferDocuments,
  ) {}

  /** What the caller's agency lays before others, the newest first. */
  @Get()
  @RequirePermission('documents.read-offers')
  @ApiOkResponse({ type: OfferingLinePage })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<OfferingLine>> {
    const limit = query.limit ?? 50;
    const after = decodeCursor(query.after, 2);
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.offers.offerings(tx, { after, limit }), limit, {
        show: (row): OfferingLine => row,
        key: (row) => [row.offeredAt, row.id],
      }),
    );
  }

  /** Công bố dùng chung: one batch over the versions in force of these documents. */
  @Post()
  @RequirePermission('documents.offer')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: OfferingsMade })
  async offer(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { note, ...command }: OfferingRequest,
  ): Promise<OfferingsMade> {
    return { ids: await this.offering.execute(actor, idempotency, { ...command, note: note ?? null }) };
  }

  /** Who has received and issued it, with number and day of their decision. */
  @Get(':id')
  @RequirePermission('documents.read-offers')
  @ApiOkResponse({ type: OfferingDetail })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<OfferingDetail> {
    return this.unitOfWork.read(actor, (tx) => this.offers.offering(tx, id));
  }

  /** Thôi công bố dùng chung, with the reason. */
  @Post(':id/withdrawal')
  @RequirePermission('documents.offer')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: OfferingDetail })
  async withdraw(
    @CurrentActor() actor: Actor,
    @IdParam('id') offeringId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { reason }: OfferingWithdrawalRequest,
  ): Promise<OfferingDetail> {
    await this.offering.withdraw(actor, idempotency, { offeringId, reason });
    return this.get(actor, offeringId);
  }
}
