import { type Actor } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { CurrentActor, type HttpReply, IdParam, RequirePermission } from '@app/platform/http';
import { XLSX } from '@app/platform/sheets';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { everyRow } from '../../application/forms/every-row';
import { DistributedVersionsQuery } from '../../persistence/reading/distributed-versions.query';
import { type ReaderRow, ReadersQuery } from '../../persistence/reading/readers.query';
import { ReaderListQuery } from '../reading/distribution.dto';
import { READER_COLUMNS } from './change-columns';
import { SheetDesk } from './sheet-desk';

/** Who has read a version and who has not, as .xlsx (DI-09, RI-19). */
@ApiTags('documents')
@Controller('versions/:id')
export class ReaderSheetsController {
  constructor(
    private readonly desk: SheetDesk,
    private readonly versions: DistributedVersionsQuery,
    private readonly readers: ReadersQuery,
  ) {}

  @Get('readers.xlsx')
  @RequirePermission('documents.read-distribution')
  @ApiProduces(XLSX)
  list(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @Query() query: ReaderListQuery,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const state = query.state ?? null;
    const list = { name: 'Danh sách đọc', columns: READER_COLUMNS, query: { state } };
    return this.desk.send(actor, reply, list, (tx) => this.#rows(tx, versionId, state));
  }

  async *#rows(tx: ReadTransaction, versionId: string, state: string | null): AsyncGenerator<ReaderRow> {
    await this.versions.get(tx, versionId);
    yield* everyRow(
      (after: readonly [string, string] | null, limit) =>
        this.readers.list(tx, versionId, { state, after, limit }),
      ({ sortName, personId }): readonly [string, string] => [sortName, personId],
    );
  }
}
