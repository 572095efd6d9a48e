import { NotEntitled } from '@app/identity';
import { type Actor, isUuid } from '@app/kernel';
import { StoredTextsQuery } from '@app/legal-register';
import { type ReadTransaction, UnitOfWork } from '@app/platform/database';
import {
  CurrentActor,
  decodeCursor,
  type HttpReply,
  IdParam,
  type Page,
  pageOf,
  RequirePermission,
} from '@app/platform/http';
import { type SheetColumn, XLSX } from '@app/platform/sheets';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { everyRow } from '../../application/forms/every-row';
import { type CitingFilter, CitingQuery, type CitingRow } from '../../persistence/citations/citing.query';
import { SheetDesk } from '../sheets/sheet-desk';
import { CitingKey, CitingLine, CitingLinePage, CitingSearch } from './citations.dto';
import { place } from './place';

const DEFAULT_LIMIT = 50;
const RESTRICTED = 'Tài liệu hạn chế theo đơn vị';
const COLUMNS: readonly SheetColumn<CitingRow>[] = [
  { title: 'Cơ quan', width: 40, value: ({ agencyName }) => agencyName },
  { title: 'Mã hiệu', width: 18, value: ({ code }) => code },
  { title: 'Tài liệu', width: 60, value: ({ title }) => (title === '' ? RESTRICTED : title) },
  { title: 'Viện dẫn', width: 34, value: ({ cites }) => cites },
];

/** "Văn bản này được viện dẫn ở đâu". */
@ApiTags('documents')
@Controller('legal-texts/:id')
export class CitingController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly citing: CitingQuery,
    private readonly sheets: SheetDesk,
    private readonly register: StoredTextsQuery,
  ) {}

  /** In the caller's own agency; for the province in all of its agencies. */
  @Get('citing-documents')
  @RequirePermission('documents.read')
  @ApiOkResponse({ type: CitingLinePage })
  async list(
    @CurrentActor() actor: Actor,
    @IdParam('id') textId: string,
    @Query() { scope, after, limit = DEFAULT_LIMIT }: CitingSearch,
  ): Promise<Page<CitingLine>> {
    const wholeProvince = widthOf(actor, scope);
    const position = place(decodeCursor(after, 2), () => true, isUuid);
    const rows = await this.unitOfWork.read(actor, (tx) =>
      this.#rows(tx, { textId, wholeProvince, after: position, limit }),
    );
    return pageOf(rows, limit, {
      show: ({ sortKey: _, ...line }) => line,
      key: ({ sortKey, documentId }) => [sortKey, documentId],
    });
  }

  @Get('citing-documents.xlsx')
  @RequirePermission('documents.read')
  @ApiProduces(XLSX)
  sheet(
    @CurrentActor() actor: Actor,
    @IdParam('id') textId: string,
    @Query() { scope }: CitingKey,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const wholeProvince = widthOf(actor, scope);
    const list = { name: 'Văn bản được viện dẫn', columns: COLUMNS, query: { textId, scope } };
    return this.sheets.send(actor, reply, list, (tx) =>
      everyRow<CitingRow, readonly [string, string]>(
        (after, limit) => this.#rows(tx, { textId, wholeProvince, after, limit }),
        ({ sortKey, documentId }) => [sortKey, documentId],
      ),
    );
  }

  /** @throws LegalTextNotFound */
  async #rows(tx: ReadTransaction, filter: CitingFilter): Promise<CitingRow[]> {
    await this.register.get(tx, filter.textId);
    return this.citing.list(tx, filter);
  }
}

/** The database asks once more whether the acting agency is a province. @throws NotEntitled */
function widthOf({ permissions }: Actor, scope: CitingSearch['scope']): boolean {
  if (scope !== 'province') return false;
  if (!permissions.has('documents.read-province-citations')) throw new NotEntitled();
  return true;
}
