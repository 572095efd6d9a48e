import { type Actor, isLocalDate } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  CurrentLanguage,
  decodeCursor,
  type HttpRequest,
  IdempotencyOf,
  IdParam,
  IfMatch,
  type Language,
  type Page,
  pageOf,
  PageQuery,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { ImportUnitList } from '../application/import-unit-list';
import { PointHistoricalUnit } from '../application/point-historical-unit';
import { UnitListNotFound } from '../domain/refusals';
import { type RefusedLine } from '../domain/unit-list-file';
import { ORGANIZATION_PROBLEMS } from '../organization.problems';
import { entryKey, OrganizationQuery, type UnitListRow } from '../persistence/organization.query';
import { keyedBy, listOf } from './list-upload';
import {
  PresentAgencyRequest,
  type RefusedUnitLine,
  UnitListEntry,
  UnitListEntryPage,
  UnitListImport,
  UnitListLine,
  UnitListLinePage,
} from './organization.dto';
import { positionOf } from './position';

const DEFAULT_LIMIT = 50;
const LIST_FORM = {
  schema: {
    type: 'object',
    required: ['file', 'title', 'asOf'],
    properties: {
      file: { type: 'string', format: 'binary' },
      title: { type: 'string' },
      asOf: { type: 'string', format: 'date' },
      legalBasis: { type: 'string' },
      dryRun: { type: 'boolean' },
    },
  },
};

@ApiTags('organization')
@Controller('unit-lists')
export class UnitListsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organization: OrganizationQuery,
    private readonly importList: ImportUnitList,
    private readonly point: PointHistoricalUnit,
  ) {}

  /** Lists of units "tại thời điểm", the latest day first. */
  @Get()
  @RequirePermission('organization.read')
  @ApiOkResponse({ type: UnitListLinePage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { after, limit = DEFAULT_LIMIT }: PageQuery,
  ): Promise<Page<UnitListLine>> {
    const position = positionOf(decodeCursor(after, 2), isLocalDate);
    const rows = await this.unitOfWork.read(actor, (tx) =>
      this.organization.unitLists(tx, { after: position, limit }),
    );
    return pageOf(rows, limit, { show: lineOf, key: ({ asOf, id }) => [asOf, id] });
  }

  /** Enters a CSV list, or with `dryRun` tells what that would do. */
  @Post()
  @RequirePermission('organization.import')
  @ApiIdempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody(LIST_FORM)
  @ApiCreatedResponse({ type: UnitListImport })
  async add(
    @CurrentActor() actor: Actor,
    @Req() request: HttpRequest,
    @IdempotencyOf() idempotency: Idempotency | null,
    @CurrentLanguage() language: Language,
  ): Promise<UnitListImport> {
    const upload = await listOf(request);
    const { title = '', asOf = '', legalBasis = null, dryRun } = upload.fields;
    const { refused, ...outcome } = await this.importList.execute(actor, keyedBy(idempotency, upload), {
      content: upload.content,
      title,
      asOf,
      legalBasis,
      dryRun: dryRun === 'true',
    });
    return { ...outcome, refused: refused.map((line) => refusedLine(line, language)) };
  }

  /** The units of a list, by year and ordinal. */
  @Get(':id/entries')
  @RequirePermission('organization.read')
  @ApiOkResponse({ type: UnitListEntryPage })
  async entries(
    @CurrentActor() actor: Actor,
    @IdParam('id') listId: string,
    @Query() { after, limit = DEFAULT_LIMIT }: PageQuery,
  ): Promise<Page<UnitListEntry>> {
    const position = positionOf(decodeCursor(after, 2));
    const rows = await this.unitOfWork.read(actor, async (tx) => {
      const found = await this.organization.entries(tx, { listId, after: position, limit });
      if (found.length === 0 && !(await this.organization.hasUnitList(tx, listId)))
        throw new UnitListNotFound();
      return found;
    });
    return pageOf(rows, limit, { show: (row) => row, key: (row) => [entryKey(row), row.id] });
  }

  /** Says which agency stands today in the place of an old unit; null takes it back. */
  @Put(':id/entries/:entryId/present-agency')
  @RequirePermission('organization.import')
  @ApiOkResponse({ type: UnitListEntry })
  pointAt(
    @CurrentActor() actor: Actor,
    @IdParam('id') listId: string,
    @IdParam('entryId') entryId: string,
    @IfMatch() rowVersion: number,
    @Body() { agencyId = null }: PresentAgencyRequest,
  ): Promise<UnitListEntry> {
    return this.point.execute(actor, { listId, entryId, presentAgencyId: agencyId, rowVersion });
  }
}

function lineOf({ importedAt, ...row }: UnitListRow): UnitListLine {
  return { ...row, importedAt: importedAt.toISOString() };
}

function refusedLine({ line, text, code, repeats }: RefusedLine, language: Language): RefusedUnitLine {
  return {
    line,
    text,
    code,
    reason: ORGANIZATION_PROBLEMS[code][language].replace('{repeats}', String(repeats)),
  };
}
