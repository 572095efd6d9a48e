import { type Actor } from '@app/kernel';
import { type SqlValue } from '@app/platform/database';
import { CurrentActor, type HttpReply, RequirePermission } from '@app/platform/http';
import { XLSX } from '@app/platform/sheets';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { everyRow } from '../../application/forms/every-row';
import { OffersQuery } from '../../persistence/adoption/offers.query';
import { ChangeSetsRepository } from '../../persistence/change-sets/change-sets.repository';
import { ImportsQuery } from '../../persistence/imports/imports.query';
import { OfferListQuery } from '../adoption/offer.dto';
import { CHANGE_SET_COLUMNS, IMPORT_COLUMNS, OFFER_COLUMNS, OFFERING_COLUMNS } from './change-columns';
import { SheetDesk } from './sheet-desk';

type Place = readonly SqlValue[];

/** Lists of changes and of what comes from elsewhere as .xlsx, with the filters in force (RI-19). */
@ApiTags('documents')
@Controller()
export class ChangeSheetsController {
  constructor(
    private readonly desk: SheetDesk,
    private readonly sets: ChangeSetsRepository,
    private readonly imports: ImportsQuery,
    private readonly offers: OffersQuery,
  ) {}

  @Get('change-sets.xlsx')
  @RequirePermission('documents.read-drafts')
  @ApiProduces(XLSX)
  changeSets(@CurrentActor() actor: Actor, @Res() reply: HttpReply): Promise<void> {
    const list = { name: 'Tập sửa đổi', columns: CHANGE_SET_COLUMNS, query: {} };
    return this.desk.send(actor, reply, list, (tx) =>
      everyRow(
        (after: Place | null, limit) => this.sets.list(tx, { after, limit }),
        ({ createdAt, id }) => [createdAt, id],
      ),
    );
  }

  @Get('imports.xlsx')
  @RequirePermission('documents.import')
  @ApiProduces(XLSX)
  batches(@CurrentActor() actor: Actor, @Res() reply: HttpReply): Promise<void> {
    const list = { name: 'Đợt nhập', columns: IMPORT_COLUMNS, query: {} };
    return this.desk.send(actor, reply, list, (tx) =>
      everyRow(
        (after: Place | null, limit) => this.imports.list(tx, { after, limit }),
        ({ createdAt, id }) => [createdAt, id],
      ),
    );
  }

  @Get('offers.xlsx')
  @RequirePermission('documents.read-offers')
  @ApiProduces(XLSX)
  offered(
    @CurrentActor() actor: Actor,
    @Query() query: OfferListQuery,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { scope } = query;
    const batchId = query.batchId ?? null;
    const name = scope === 'waiting' ? 'Tài liệu chờ tiếp nhận' : 'Tài liệu dùng chung đang áp dụng';
    const list = { name, columns: OFFER_COLUMNS, query: { scope, batchId } };
    return this.desk.send(actor, reply, list, (tx) =>
      everyRow(
        (after: Place | null, limit) => this.offers.list(tx, { scope, batchId, after, limit }),
        ({ offeredAt, id }) => [offeredAt, id],
      ),
    );
  }

  @Get('offerings.xlsx')
  @RequirePermission('documents.read-offers')
  @ApiProduces(XLSX)
  offerings(@CurrentActor() actor: Actor, @Res() reply: HttpReply): Promise<void> {
    const list = { name: 'Tài liệu công bố dùng chung', columns: OFFERING_COLUMNS, query: {} };
    return this.desk.send(actor, reply, list, (tx) =>
      everyRow(
        (after: Place | null, limit) => this.offers.offerings(tx, { after, limit }),
        ({ offeredAt, id }) => [offeredAt, id],
      ),
    );
  }
}
