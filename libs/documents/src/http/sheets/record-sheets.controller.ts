import { type Actor } from '@app/kernel';
import { type SqlValue } from '@app/platform/database';
import { CurrentActor, type HttpReply, RequirePermission } from '@app/platform/http';
import { XLSX } from '@app/platform/sheets';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { everyRow } from '../../application/forms/every-row';
import { DisposalsRepository } from '../../persistence/upkeep/disposals.repository';
import { RecordsRepository } from '../../persistence/upkeep/records.repository';
import { RecordQuery } from '../upkeep/records.dto';
import { SheetDesk } from './sheet-desk';
import { DISPOSABLE_COLUMNS } from './change-columns';
import { DISPOSAL_COLUMNS, RECORD_COLUMNS, RECORD_TYPE_COLUMNS } from './upkeep-columns';

type Place = readonly SqlValue[];

/** Lists of records as .xlsx, with the filters in force (RI-19). */
@ApiTags('records')
@Controller()
export class RecordSheetsController {
  constructor(
    private readonly desk: SheetDesk,
    private readonly records: RecordsRepository,
    private readonly disposals: DisposalsRepository,
  ) {}

  @Get('record-types.xlsx')
  @RequirePermission('documents.read-records')
  @ApiProduces(XLSX)
  types(@CurrentActor() actor: Actor, @Res() reply: HttpReply): Promise<void> {
    const list = { name: 'Danh mục hồ sơ', columns: RECORD_TYPE_COLUMNS, query: {} };
    return this.desk.send(actor, reply, list, (tx) =>
      everyRow(
        (after: Place | null, limit) => this.records.types(tx, { after, limit }),
        ({ nameKey, id }) => [nameKey, id],
      ),
    );
  }

  @Get('records.xlsx')
  @RequirePermission('documents.read-records')
  @ApiProduces(XLSX)
  kept(
    @CurrentActor() actor: Actor,
    @Query() { typeId, state, q }: RecordQuery,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const filter = { typeId: typeId ?? null, state: state ?? null, q: q ?? null };
    const list = { name: 'Hồ sơ lưu', columns: RECORD_COLUMNS, query: filter };
    return this.desk.send(actor, reply, list, (tx) =>
      everyRow(
        (after: Place | null, limit) => this.records.list(tx, { ...filter, after, limit }),
        ({ createdAt, id }) => [createdAt, id],
      ),
    );
  }

  @Get('disposals.xlsx')
  @RequirePermission('documents.read-records')
  @ApiProduces(XLSX)
  ended(@CurrentActor() actor: Actor, @Res() reply: HttpReply): Promise<void> {
    const list = { name: 'Hồ sơ hết thời hạn lưu', columns: DISPOSAL_COLUMNS, query: {} };
    return this.desk.send(actor, reply, list, (tx) =>
      everyRow(
        (after: Place | null, limit) => this.disposals.list(tx, { after, limit }),
        ({ proposedKey, id }) => [proposedKey, id],
      ),
    );
  }

  @Get('disposals/candidates.xlsx')
  @RequirePermission('documents.read-records')
  @ApiProduces(XLSX)
  disposable(@CurrentActor() actor: Actor, @Res() reply: HttpReply): Promise<void> {
    const list = { name: 'Hồ sơ đã hết thời hạn lưu', columns: DISPOSABLE_COLUMNS, query: {} };
    return this.desk.send(actor, reply, list, (tx) =>
      everyRow(
        (after: Place | null, limit) => this.disposals.candidates(tx, { after, limit }),
        ({ disposeAfter, id }) => [disposeAfter, id],
      ),
    );
  }
}
