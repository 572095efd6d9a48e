import { type Actor, DomainError, isUuid } from '@app/kernel';
import { type ReadTransaction, UnitOfWork } from '@app/platform/database';
import {
  cleanFileName,
  CurrentActor,
  type CursorValue,
  decodeCursor,
  type HttpRequest,
  IdParam,
  type Page,
  pageOf,
  PageQuery,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { ReceiveAnnouncementFile } from '../application/announcement-files';
import { Announcements } from '../application/announcements';
import { pastedDocument } from '../domain/announcement/read-annex';
import { type AnnouncementReading, readAnnouncement } from '../domain/announcement/reading';
import { AnnouncementFileMissing, AnnouncementFileNotFound, AnnouncementNotFound } from '../domain/refusals';
import { AnnouncementFilesRepository } from '../persistence/announcement-files.repository';
import { AnnouncementsQuery, type AnnouncementSummary } from '../persistence/announcements.query';
import {
  AnnouncementDetail,
  AnnouncementFileView,
  AnnouncementLine,
  AnnouncementLinePage,
  AnnouncementReadingView,
  ReadAnnouncementRequest,
} from './announcements.dto';

const DEFAULT_LIMIT = 50;

/** Reading decisions, pasted or uploaded. Fixed paths come before those with an id. */
@ApiTags('administrative-procedures')
@Controller('announcements')
export class AnnouncementReadingsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly announcements: Announcements,
    private readonly receive: ReceiveAnnouncementFile,
    private readonly files: AnnouncementFilesRepository,
  ) {}

  /** Reads pasted text: the rows of the annex, each with the TTHC of the register that it means. Nothing is kept. */
  @Post('readings')
  @RequirePermission('administrative-procedures.record')
  @HttpCode(200)
  @ApiOkResponse({ type: AnnouncementReadingView })
  read(
    @CurrentActor() actor: Actor,
    @Body() { text }: ReadAnnouncementRequest,
  ): Promise<AnnouncementReadingView> {
    const reading = readAnnouncement(pastedDocument(text));
    return this.unitOfWork.read(actor, (tx) => this.#matched(tx, reading));
  }

  /** Takes the file of a decision (multipart field "file", at most 50 MB); the worker reads it. */
  @Post('files')
  @RequirePermission('administrative-procedures.record')
  @ApiConsumes('multipart/form-data')
  @ApiCreatedResponse({ type: AnnouncementFileView })
  async upload(@CurrentActor() actor: Actor, @Req() request: HttpRequest): Promise<AnnouncementFileView> {
    if (!request.isMultipart()) throw new AnnouncementFileMissing();
    const part = await request.file();
    if (part?.fieldname !== 'file') throw new AnnouncementFileMissing();
    const fileName = cleanFileName(part.filename);
    return this.file(actor, await this.receive.execute(actor, { fileName, content: part.file }));
  }

  @Get('files/:id')
  @RequirePermission('administrative-procedures.record')
  @ApiOkResponse({ type: AnnouncementFileView })
  file(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<AnnouncementFileView> {
    return this.unitOfWork.read(actor, async (tx) => {
      const file = await this.files.get(tx, id);
      if (file === null) throw new AnnouncementFileNotFound();
      const { fileName, state, problem, reading } = file;
      return {
        ...{ id, fileName, state, problem },
        reading: reading === null ? null : await this.#matched(tx, reading),
      };
    });
  }

  async #matched(
    tx: ReadTransaction,
    { rows, ...head }: AnnouncementReading,
  ): Promise<AnnouncementReadingView> {
    const matches = await this.announcements.match(tx, rows);
    return {
      ...head,
      rows: rows.map(({ table: _table, row: _row, ...shown }, at) => {
        const match = matches[at];
        if (match === undefined || match === null) return { ...shown, match: null };
        const { id, name, code, field, level } = match.procedure;
        return { ...shown, match: { id, name, code, field, level, by: match.by } };
      }),
    };
  }
}

@ApiTags('administrative-procedures')
@Controller('announcements')
export class AnnouncementsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly announcements: AnnouncementsQuery,
  ) {}

  /** Decisions of announcement within the caller's sight, the latest first. */
  @Get()
  @RequirePermission('administrative-procedures.read')
  @ApiOkResponse({ type: AnnouncementLinePage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { after, limit = DEFAULT_LIMIT }: PageQuery,
  ): Promise<Page<AnnouncementLine>> {
    const position = instantPosition(decodeCursor(after, 2));
    const rows = await this.unitOfWork.read(actor, (tx) =>
      this.announcements.list(tx, { after: position, limit }),
    );
    return pageOf(rows, limit, {
      show: lineOf,
      key: ({ recordedAt, id }) => [recordedAt.toISOString(), id],
    });
  }

  @Get(':id')
  @RequirePermission('administrative-procedures.read')
  @ApiOkResponse({ type: AnnouncementDetail })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<AnnouncementDetail> {
    return this.unitOfWork.read(actor, async (tx) => {
      const row = await this.announcements.summary(tx, id);
      if (row === null) throw new AnnouncementNotFound();
      return { ...lineOf(row), rows: await this.announcements.rows(tx, id) };
    });
  }
}

function lineOf({ recordedAt, confirmedAt, ...row }: AnnouncementSummary): AnnouncementLine {
  return {
    ...row,
    recordedAt: recordedAt.toISOString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
  };
}

/** The last row shown. @throws DomainError `platform.invalid-cursor` */
function instantPosition(cursor: readonly CursorValue[] | null): readonly [string, string] | null {
  if (cursor === null) return null;
  const [at, id] = cursor;
  if (typeof at !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(at) || Number.isNaN(Date.parse(at)) || !isUuid(id))
    throw new DomainError({ code: 'platform.invalid-cursor', kind: 'invalid' });
  return [at, id];
}
