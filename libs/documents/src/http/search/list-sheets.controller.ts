import { type Actor } from '@app/kernel';
import { type ReadTransaction, UnitOfWork } from '@app/platform/database';
import { CurrentActor, type HttpReply, RequirePermission } from '@app/platform/http';
import { dayCell, sendSheet, type SheetColumn, sheetOf, XLSX } from '@app/platform/sheets';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { ListDocuments } from '../../application/search/list-documents';
import { NotEntitled } from '@app/identity';
import { type DecisionListRow, DecisionsQuery } from '../../persistence/decisions.query';
import { filterOf } from '../document-filter';
import { documentLine } from '../document-line';
import { type DocumentLine, DocumentListQuery } from '../document.dto';
import { DOCUMENT_COLUMNS } from './document-columns';
import { SheetSource } from './sheet-source';

const CHUNK = 500;

const DECISION_COLUMNS: readonly SheetColumn<DecisionListRow>[] = [
  { title: 'Số, ký hiệu', width: 20, value: ({ number }) => number },
  { title: 'Trích yếu', width: 60, value: ({ abstract }) => abstract },
  { title: 'Ngày ký', width: 14, value: ({ signedOn }) => dayCell(signedOn) },
  { title: 'Ngày hiệu lực', width: 14, value: ({ effectiveOn }) => dayCell(effectiveOn) },
  { title: 'Số tài liệu', width: 12, value: ({ documents }) => documents },
  { title: 'Người ký', width: 24, value: ({ signerName }) => signerName },
  { title: 'Trạng thái', width: 14, value: ({ state }) => (state === 'draft' ? 'Dự thảo' : 'Đã ban hành') },
];

/** Lists taken away as .xlsx, with the filters in force (RI-19). */
@ApiTags('documents')
@Controller()
export class ListSheetsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: ListDocuments,
    private readonly decisions: DecisionsQuery,
    private readonly source: SheetSource,
  ) {}

  @Get('documents.xlsx')
  @RequirePermission('documents.read')
  @ApiProduces(XLSX)
  async documents(
    @CurrentActor() actor: Actor,
    @Query() { after: _after, limit: _limit, ...query }: DocumentListQuery,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { scope } = query;
    if (scope === 'in-progress' && !actor.permissions.has('documents.read-drafts')) throw new NotEntitled();
    const name = scope === 'effective' ? 'Tài liệu đang hiệu lực' : 'Tài liệu đang soạn thảo';
    const file = await this.unitOfWork.read(actor, async (tx) =>
      sheetOf(
        { ...(await this.source.of(tx)), name, columns: DOCUMENT_COLUMNS, query: { ...query } },
        this.#lines(tx, query),
      ),
    );
    await sendSheet(reply, file, `${name} ${this.source.day}.xlsx`);
  }

  @Get('decisions.xlsx')
  @RequirePermission('documents.read-decisions')
  @ApiProduces(XLSX)
  async decisionList(@CurrentActor() actor: Actor, @Res() reply: HttpReply): Promise<void> {
    const name = 'Quyết định ban hành';
    const file = await this.unitOfWork.read(actor, async (tx) =>
      sheetOf(
        { ...(await this.source.of(tx)), name, columns: DECISION_COLUMNS, query: {} },
        this.#decisions(tx),
      ),
    );
    await sendSheet(reply, file, `${name} ${this.source.day}.xlsx`);
  }

  async *#lines(tx: ReadTransaction, query: DocumentListQuery): AsyncGenerator<DocumentLine> {
    const { today } = this.source;
    for await (const row of this.lists.all(tx, query.scope, filterOf(query))) yield documentLine(row, today);
  }

  async *#decisions(tx: ReadTransaction): AsyncGenerator<DecisionListRow> {
    let after: readonly string[] | null = null;
    for (;;) {
      const rows: DecisionListRow[] = await this.decisions.list(tx, { after, limit: CHUNK });
      const shown = rows.slice(0, CHUNK);
      yield* shown;
      const last = shown.at(-1);
      if (last === undefined || rows.length <= CHUNK) return;
      after = [last.createdAt, last.id];
    }
  }
}
