import { type Actor, Clock, type LocalDate, todayIn } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { CurrentActor, decodeCursor, pageOf, RequirePermission } from '@app/platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { type SearchCommand, SearchVersions } from '../../application/search/search-versions';
import { passageOf } from '../../domain/search/passage';
import { type SearchRow } from '../../persistence/search/search.query';
import { documentLine } from '../document-line';
import { filtersOf } from './search-filters';
import { type SearchHit, SearchPage, type SearchPassage, SearchQueryDto } from './search.dto';

const CURSOR = 6;

@ApiTags('documents')
@Controller('search')
export class SearchController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly searching: SearchVersions,
    private readonly clock: Clock,
  ) {}

  /** One box over code, title, text of pages, steps, forms and what is cited; of what the caller may see. */
  @Get()
  @RequirePermission('documents.read')
  @ApiOkResponse({ type: SearchPage })
  search(@CurrentActor() actor: Actor, @Query() query: SearchQueryDto): Promise<SearchPage> {
    const today = todayIn(this.clock.now());
    const limit = query.limit ?? 20;
    const command = { q: query.q, filters: filtersOf(query), after: placeOf(query.after), limit };
    return this.unitOfWork.read(actor, async (tx) => {
      const { rows, near, words } = await this.searching.search(tx, command);
      const page = pageOf(rows, limit, {
        show: (row) => hitOf(row, words, today),
        key: (row) => [Number(near), row.tier, row.standing, row.seriesKey, row.codeKey, row.versionId],
      });
      return { ...page, near, words: words.slice(0, 100) };
    });
  }
}

function hitOf(
  row: SearchRow & Pick<SearchHit, 'found'>,
  words: readonly string[],
  today: LocalDate,
): SearchHit {
  const { tier: _t, standing: _s, page, pageText, foundIn, foundText, found, ...line } = row;
  const passages: SearchPassage[] = [];
  if (pageText !== null) passages.push(shown('page', page, pageText, words));
  if (foundIn !== null && foundText !== null) passages.push(shown(foundIn, null, foundText, words));
  const { marks } = passageOf(line.title, words, line.title.length);
  return { ...documentLine(line, today), found, titleMarks: marks.map(markOf), passages };
}

function shown(
  place: SearchPassage['place'],
  page: number | null,
  source: string,
  words: readonly string[],
): SearchPassage {
  const { text, marks } = passageOf(source, words);
  return { place, page, text, marks: marks.map(markOf) };
}

function markOf([from, to]: readonly [number, number]): { from: number; to: number } {
  return { from, to };
}

function placeOf(cursor: string | undefined): SearchCommand['after'] {
  const values = decodeCursor(cursor, CURSOR);
  if (values === null) return null;
  const [near, tier, standing, seriesKey, codeKey, versionId] = values;
  return {
    near: near === 1,
    tier: Number(tier),
    standing: Number(standing),
    seriesKey: String(seriesKey),
    codeKey: String(codeKey),
    versionId: String(versionId),
  };
}
