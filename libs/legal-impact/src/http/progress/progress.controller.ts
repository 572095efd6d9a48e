import { type Actor, Clock, formatVi, isUuid, todayIn } from '@app/kernel';
import { OrganizationFacade } from '@app/organization';
import { type ReadTransaction, type SqlValue, UnitOfWork } from '@app/platform/database';
import {
  CurrentActor,
  decodeCursor,
  type HttpReply,
  IdParam,
  type Page,
  pageOf,
  PageQuery,
  RequirePermission,
} from '@app/platform/http';
import { sendSheet, sheetOf, XLSX } from '@app/platform/sheets';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { type AgencyProgressRow, ProgressQuery } from '../../persistence/progress.query';
import { datePosition, invalidCursor } from '../position';
import { PROGRESS_COLUMNS } from './progress-columns';
import {
  AgencyFigures,
  AgencyFiguresPage,
  ChangeProgress,
  OwnerReview,
  OwnerReviewPage,
  ProgressDocument,
  ProgressDocumentPage,
} from './progress.dto';

const CHUNK = 500;
const SHEET = 'Tiến độ rà soát';

/** Progress of one change: of every agency for its steward, of its communes for a province, of the own one for all. */
@ApiTags('legal-impact')
@Controller()
export class ProgressController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly progress: ProgressQuery,
    private readonly organization: OrganizationFacade,
    private readonly clock: Clock,
  ) {}

  @Get('legal-changes/:id/progress')
  @RequirePermission('legal-impact.read')
  @ApiOkResponse({ type: ChangeProgress })
  whole(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<ChangeProgress> {
    return this.unitOfWork.read(actor, (tx) => this.progress.whole(tx, id));
  }

  /** Agencies that are late first. */
  @Get('legal-changes/:id/agencies')
  @RequirePermission('legal-impact.read')
  @ApiOkResponse({ type: AgencyFiguresPage })
  agencies(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Query() { after: cursor, limit = 50 }: PageQuery,
  ): Promise<Page<AgencyFigures>> {
    const after = lateness(decodeCursor(cursor, 3));
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.progress.agencies(tx, id, { after, limit }), limit, {
        show: (row) => row,
        key: ({ overdue, agencyName, agencyId }) => [overdue, agencyName, agencyId],
      }),
    );
  }

  /** All of them as .xlsx (RI-19). */
  @Get('legal-changes/:id/agencies.xlsx')
  @RequirePermission('legal-impact.read')
  @ApiProduces(XLSX)
  async sheet(
    @CurrentActor() actor: Actor,
    @IdParam('id') changeId: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const takenAt = this.clock.now();
    const file = await this.unitOfWork.read(actor, async (tx) => {
      const agency = await this.organization.agency(tx, actor.agencyId);
      const source = { agencyName: agency?.name ?? '', takenBy: actor.personName, takenAt };
      return sheetOf(
        { ...source, name: SHEET, columns: PROGRESS_COLUMNS, query: { changeId } },
        this.#every(tx, changeId),
      );
    });
    await sendSheet(reply, file, `${SHEET} ${formatVi(todayIn(takenAt)).replaceAll('/', '-')}.xlsx`);
  }

  /** The documents behind one line. */
  @Get('legal-changes/:id/agencies/:agencyId/documents')
  @RequirePermission('legal-impact.read')
  @ApiOkResponse({ type: ProgressDocumentPage })
  documents(
    @CurrentActor() actor: Actor,
    @IdParam('id') changeId: string,
    @IdParam('agencyId') agencyId: string,
    @Query() { after: cursor, limit = 50 }: PageQuery,
  ): Promise<Page<ProgressDocument>> {
    const after = datePosition(decodeCursor(cursor, 2));
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.progress.documents(tx, { changeId, agencyId }, { after, limit }), limit, {
        show: (row) => row,
        key: ({ deadlineOn, id }) => [deadlineOn, id],
      }),
    );
  }

  /** Adopted documents whose owner is reviewing them (OF-06). */
  @Get('owner-reviews')
  @RequirePermission('legal-impact.read')
  @ApiOkResponse({ type: OwnerReviewPage })
  owners(
    @CurrentActor() actor: Actor,
    @Query() { after: cursor, limit = 50 }: PageQuery,
  ): Promise<Page<OwnerReview>> {
    const after = datePosition(decodeCursor(cursor, 2));
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.progress.owners(tx, { after, limit }), limit, {
        show: (row) => row,
        key: ({ deadlineOn, documentId }) => [deadlineOn, documentId],
      }),
    );
  }

  async *#every(tx: ReadTransaction, changeId: string): AsyncGenerator<AgencyProgressRow> {
    let after: readonly SqlValue[] | null = null;
    for (;;) {
      const rows: AgencyProgressRow[] = await this.progress.agencies(tx, changeId, { after, limit: CHUNK });
      const shown = rows.slice(0, CHUNK);
      yield* shown;
      const last = shown.at(-1);
      if (last === undefined || rows.length <= CHUNK) return;
      after = [last.overdue, last.agencyName, last.agencyId];
    }
  }
}

/** @throws DomainError `platform.invalid-cursor` */
function lateness(cursor: readonly SqlValue[] | null): readonly SqlValue[] | null {
  if (cursor === null) return null;
  const [overdue, name, id] = cursor;
  if (!Number.isInteger(overdue) || typeof name !== 'string' || !isUuid(id)) throw invalidCursor();
  return [overdue as number, name, id];
}
