import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  CurrentLanguage,
  decodeCursor,
  IdempotencyOf,
  IdParam,
  IfMatch,
  type Language,
  type Page,
  pageOf,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { EditDistribution } from '../../application/reading/edit-distribution';
import { ReadersQuery } from '../../persistence/reading/readers.query';
import {
  DistributionView,
  EditDistributionRequest,
  OwnReadingView,
  ReaderLine,
  ReaderLinePage,
  ReaderListQuery,
} from './distribution.dto';
import { DistributionPresenter } from './distribution.presenter';

@ApiTags('documents')
@Controller('versions/:id')
export class DistributionController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly presenter: DistributionPresenter,
    private readonly readers: ReadersQuery,
    private readonly edit: EditDistribution,
  ) {}

  /** The distribution list; before the version is issued, the one proposed (DI-08). */
  @Get('distribution')
  @RequirePermission('documents.read-distribution')
  @ApiOkResponse({ type: DistributionView })
  get(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @CurrentLanguage() language: Language,
  ): Promise<DistributionView> {
    return this.unitOfWork.read(actor, (tx) => this.presenter.show(tx, id, language));
  }

  /** Sets the list before the version is issued; If-Match names the row version that was read, 0 for a proposal. */
  @Put('distribution')
  @RequirePermission('documents.distribute')
  @ApiOkResponse({ type: DistributionView })
  async change(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @IfMatch() rowVersion: number,
    @Body() { lines, dueDays }: EditDistributionRequest,
    @CurrentLanguage() language: Language,
  ): Promise<DistributionView> {
    const whole = lines.map(({ kind, unitId, positionTitle, personId, name }) => ({
      kind,
      unitId: unitId ?? null,
      positionTitle: positionTitle ?? null,
      personId: personId ?? null,
      name,
    }));
    await this.edit.execute(actor, { versionId, rowVersion, dueDays, lines: whole });
    return this.get(actor, versionId, language);
  }

  /** Distributes what is in force already and was never distributed. */
  @Post('distribution/release')
  @RequirePermission('documents.distribute')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  release(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
  ): Promise<void> {
    return this.edit.release(actor, idempotency, versionId);
  }

  /** Persons behind the list and what each has done (DI-09). */
  @Get('readers')
  @RequirePermission('documents.read-distribution')
  @ApiOkResponse({ type: ReaderLinePage })
  list(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Query() { state, after, limit = 50 }: ReaderListQuery,
  ): Promise<Page<ReaderLine>> {
    const cursor = decodeCursor(after, 2);
    return this.unitOfWork.read(actor, async (tx) => {
      await this.presenter.assertSeen(tx, id);
      const rows = await this.readers.list(tx, id, {
        state: state ?? null,
        after: cursor && [String(cursor[0]), String(cursor[1])],
        limit,
      });
      return pageOf(rows, limit, {
        show: ({ sortName: _name, unitId: _unit, ...line }) => line,
        key: ({ sortName, personId }) => [sortName, personId],
      });
    });
  }

  /** The caller's own reading of this version: what is asked, in which words, whether it is done. */
  @Get('reading')
  @RequirePermission('documents.read')
  @ApiOkResponse({ type: OwnReadingView })
  own(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<OwnReadingView> {
    return this.unitOfWork.read(actor, (tx) => this.presenter.own(tx, id));
  }
}
