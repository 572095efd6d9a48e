import { type Actor, type LocalDate } from '@app/kernel';
import { type ReadTransaction, UnitOfWork } from '@app/platform/database';
import { CurrentActor, type HttpReply, RequirePermission } from '@app/platform/http';
import { sendSheet, type SheetColumn, sheetOf, XLSX } from '@app/platform/sheets';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { type SearchCommand, SearchVersions } from '../../application/search/search-versions';
import { documentLine } from '../document-line';
import { type DocumentLine } from '../document.dto';
import { DOCUMENT_COLUMNS } from './document-columns';
import { filtersOf } from './search-filters';
import { SearchQueryDto } from './search.dto';
import { SheetSource } from './sheet-source';

const CHUNK = 200;
/** More than anybody reads; a longer answer is narrowed first. */
const MOST = 2000;

type Found = DocumentLine & { page: number | null; foundText: string | null };

const COLUMNS: readonly SheetColumn<Found>[] = [
  ...DOCUMENT_COLUMNS,
  { title: 'Trang', width: 8, value: ({ page }) => page },
  { title: 'Thấy ở', width: 60, value: ({ foundText }) => foundText },
];

/** What a search found, taken away as .xlsx with the words and filters asked for (RI-19). */
@ApiTags('documents')
@Controller()
export class SearchSheetController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly searching: SearchVersions,
    private readonly source: SheetSource,
  ) {}

  @Get('search.xlsx')
  @RequirePermission('documents.read')
  @ApiProduces(XLSX)
  async sheet(
    @CurrentActor() actor: Actor,
    @Query() { after: _after, limit: _limit, ...query }: SearchQueryDto,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const name = 'Kết quả tìm kiếm';
    const asked = { q: query.q, filters: filtersOf(query) };
    const file = await this.unitOfWork.read(actor, async (tx) =>
      sheetOf(
        { ...(await this.source.of(tx)), name, columns: COLUMNS, query: { ...query } },
        this.#found(tx, asked),
      ),
    );
    await sendSheet(reply, file, `${name} ${this.source.day}.xlsx`);
  }

  async *#found(tx: ReadTransaction, asked: Pick<SearchCommand, 'q' | 'filters'>): AsyncGenerator<Found> {
    const today: LocalDate = this.source.today;
    let after: SearchCommand['after'] = null;
    for (let taken = 0; taken < MOST; taken += CHUNK) {
      const { rows, near } = await this.searching.search(tx, { ...asked, after, limit: CHUNK });
      const shown = rows.slice(0, CHUNK);
      for (const row of shown)
        yield { ...documentLine(row, today), page: row.page, foundText: row.foundText };
      const last = shown.at(-1);
      if (last === undefined || rows.length <= CHUNK) return;
      const { tier, standing, seriesKey, codeKey, versionId } = last;
      after = { near, tier, standing, seriesKey, codeKey, versionId };
    }
  }
}
