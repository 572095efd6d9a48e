import { NotEntitled } from '@app/identity';
import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  type Action,
  actionOf,
  ApiIdempotent,
  CurrentActor,
  CurrentLanguage,
  decodeCursor,
  explained,
  type HttpReply,
  type HttpRequest,
  IdempotencyOf,
  IdParam,
  type Language,
  type Page,
  pageOf,
  ProblemCatalogue,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Injectable, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { HandleLocally } from '../../application/adoption/handle-locally';
import { ReceiveOffers } from '../../application/adoption/receive-offers';
import { assertLocallyHandled, assertReceivable } from '../../domain/adoption/offer';
import { OfferNotFound } from '../../domain/adoption/refusals';
import { type OfferListRow, OffersQuery } from '../../persistence/adoption/offers.query';
import { OffersRepository } from '../../persistence/adoption/offers.repository';
import { PdfSender } from '../pdf-sender';
import {
  LocalHandling,
  LocalHandlingRequest,
  OfferLine,
  OfferLinePage,
  OfferListQuery,
  Reception,
  ReceptionRequest,
} from './offer.dto';

/** What others laid before the caller's agency, with what may be done and why not. */
@Injectable()
export class OfferReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly offers: OffersQuery,
    private readonly standing: OffersRepository,
    private readonly catalogue: ProblemCatalogue,
  ) {}

  list(actor: Actor, query: OfferListQuery, language: Language): Promise<Page<OfferLine>> {
    const limit = query.limit ?? 50;
    const after = decodeCursor(query.after, 2);
    const filter = { scope: query.scope, batchId: query.batchId ?? null, after, limit };
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.offers.list(tx, filter), limit, {
        show: (row): OfferLine => ({ ...row, actions: this.#actions(actor, row, language) }),
        key: (row) => [row.offeredAt, row.id],
      }),
    );
  }

  /** @throws OfferNotFound, also for what was withdrawn before it was received */
  async file(actor: Actor, id: string): Promise<Parameters<PdfSender['send']>[2]> {
    const [offer] = await this.unitOfWork.read(actor, (tx) => this.standing.byIds(tx, [id]));
    if (offer === undefined || offer.state === 'withdrawn') throw new OfferNotFound();
    const { sha256, size } = offer.rendition;
    return {
      ref: { area: 'renditions', agencyId: offer.ownerAgencyId, sha256 },
      size,
      fileName: `${offer.code} ${offer.title}.pdf`.replaceAll('/', '-'),
    };
  }

  #actions(actor: Actor, row: OfferListRow, language: Language): OfferLine['actions'] {
    const act = (check: () => void): Action =>
      explained(
        actionOf(() => {
          if (!actor.permissions.has('documents.adopt')) throw new NotEntitled();
          check();
        }),
        this.catalogue,
        language,
      );
    return {
      receive: act(() => {
        assertReceivable(row);
      }),
      handleLocally: act(() => {
        assertLocallyHandled(row);
      }),
    };
  }
}

@ApiTags('documents')
@Controller('offers')
export class OffersController {
  constructor(
    private readonly reader: OfferReader,
    private readonly pdf: PdfSender,
    private readonly receiving: ReceiveOffers,
    private readonly locally: HandleLocally,
  ) {}

  /** Tài liệu được giao áp dụng: what waits to be received, or what is applied here. */
  @Get()
  @RequirePermission('documents.read-offers')
  @ApiOkResponse({ type: OfferLinePage })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: OfferListQuery,
    @CurrentLanguage() language: Language,
  ): Promise<Page<OfferLine>> {
    return this.reader.list(actor, query, language);
  }

  /** Tiếp nhận: one or many offers become versions that wait for the agency's own decision. */
  @Post('reception')
  @RequirePermission('documents.adopt')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: Reception })
  async receive(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { offerIds }: ReceptionRequest,
  ): Promise<Reception> {
    return { versionIds: await this.receiving.execute(actor, idempotency, offerIds) };
  }

  /** The owner's pages, before anything is received. */
  @Get(':id/rendition')
  @RequirePermission('documents.read-offers')
  @ApiProduces('application/pdf')
  async rendition(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    await this.pdf.send(request, reply, await this.reader.file(actor, id));
  }

  /** Xử lý tại chỗ: the agency goes on by itself from the owner's version. */
  @Post(':id/local-handling')
  @RequirePermission('documents.adopt')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: LocalHandling })
  handleLocally(
    @CurrentActor() actor: Actor,
    @IdParam('id') offerId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { reason }: LocalHandlingRequest,
  ): Promise<LocalHandling> {
    return this.locally.execute(actor, idempotency, { offerId, reason });
  }
}
