import { type Actor, Clock } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  actionOf,
  ApiIdempotent,
  CurrentActor,
  CurrentLanguage,
  decodeCursor,
  explained,
  IdempotencyOf,
  IdParam,
  type Language,
  type Page,
  pageOf,
  PageQuery,
  ProblemCatalogue,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Injectable, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { AskExport } from '../application/exports/ask-export';
import { TakeExport } from '../application/exports/take-export';
import { assertMayTake, type ExportFigures } from '../domain/exports/agency-export';
import { type ExportRow, ExportsRepository } from '../persistence/exports/exports.repository';
import {
  AgencyExportFigures,
  AgencyExportLine,
  AgencyExportPage,
  AskExportRequest,
  ExportLink,
} from './exports.dto';

/** How an export is shown to the person who looks. */
@Injectable()
export class ExportPresenter {
  constructor(
    private readonly catalogue: ProblemCatalogue,
    private readonly clock: Clock,
  ) {}

  show({ personId }: Actor, { askedBy, ...row }: ExportRow, language: Language): AgencyExportLine {
    const now = this.clock.now();
    const take = actionOf(() => {
      assertMayTake({ ...row, askedBy }, { personId, now });
    });
    return {
      ...row,
      askedAt: row.askedAt.toISOString(),
      finishedAt: row.finishedAt?.toISOString() ?? null,
      expiresAt: row.expiresAt?.toISOString() ?? null,
      figures: row.figures === null ? null : figuresOf(row.figures),
      problem: row.problem === null ? null : this.catalogue.message(row.problem, language),
      actions: { take: explained(take, this.catalogue, language) },
    };
  }
}

function figuresOf({
  rows,
  files,
  journalEntries,
  withheldDocuments,
  missing,
  missingFiles,
}: ExportFigures): AgencyExportFigures {
  return {
    rows,
    files,
    journalEntries,
    withheldDocuments,
    missing,
    missingFiles: [...missingFiles],
  };
}

/** What people do with an export. */
@Injectable()
export class ExportActs {
  constructor(
    readonly ask: AskExport,
    readonly take: TakeExport,
  ) {}
}

@ApiTags('dossiers')
@Controller('agency-exports')
export class ExportsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly exports: ExportsRepository,
    private readonly acts: ExportActs,
    private readonly presenter: ExportPresenter,
  ) {}

  /** Exports of the agency, the newest first. */
  @Get()
  @RequirePermission('dossiers.export')
  @ApiOkResponse({ type: AgencyExportPage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { after, limit = 50 }: PageQuery,
    @CurrentLanguage() language: Language,
  ): Promise<Page<AgencyExportLine>> {
    const cursor = decodeCursor(after, 2);
    const rows = await this.unitOfWork.read(actor, (tx) => this.exports.list(tx, { after: cursor, limit }));
    return pageOf(rows, limit, {
      show: (row) => this.presenter.show(actor, row, language),
      key: ({ askedAt, id }) => [askedAt.toISOString(), id],
    });
  }

  /** Asks for everything of the agency; the worker makes the archive. */
  @Post()
  @RequirePermission('dossiers.export')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: AgencyExportLine })
  async ask(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: AskExportRequest,
    @CurrentLanguage() language: Language,
  ): Promise<AgencyExportLine> {
    return this.get(actor, await this.acts.ask.execute(actor, idempotency, body), language);
  }

  @Get(':id')
  @RequirePermission('dossiers.export')
  @ApiOkResponse({ type: AgencyExportLine })
  async get(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @CurrentLanguage() language: Language,
  ): Promise<AgencyExportLine> {
    const row = await this.unitOfWork.read(actor, (tx) => this.exports.get(tx, id));
    return this.presenter.show(actor, row, language);
  }

  /** A link that opens for fifteen minutes, for the person who asked. */
  @Post(':id/links')
  @RequirePermission('dossiers.export')
  @HttpCode(200)
  @ApiOkResponse({ type: ExportLink })
  async link(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<ExportLink> {
    const { token, expiresAt } = await this.acts.take.link(actor, id);
    return { path: `/agency-exports/${id}/file?token=${token}`, expiresAt: expiresAt.toISOString() };
  }
}
