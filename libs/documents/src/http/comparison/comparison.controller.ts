import { type Actor, Clock, todayIn } from '@app/kernel';
import { CurrentActor, decodeCursor, IdParam, pageOf, RequirePermission } from '@app/platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { CompareVersions } from '../../application/comparison/compare-versions';
import { ComparisonQuery, ComparisonTextQuery, ComparisonView, TextRowPage } from './comparison.dto';
import { showCover } from './comparison.presenter';

@ApiTags('documents')
@Controller('documents')
export class ComparisonController {
  constructor(
    private readonly compare: CompareVersions,
    private readonly clock: Clock,
  ) {}

  /** Cover fields, hashes and step tables of two versions of one document (DI-07). */
  @Get(':id/comparison')
  @RequirePermission('documents.read-history')
  @ApiOkResponse({ type: ComparisonView })
  async cover(
    @CurrentActor() actor: Actor,
    @IdParam('id') documentId: string,
    @Query() { left, right }: ComparisonQuery,
  ): Promise<ComparisonView> {
    return showCover(await this.compare.cover(actor, { documentId, left, right }), todayIn(this.clock.now()));
  }

  /** The pages of both side by side, word by word; all of it, or only what changed. */
  @Get(':id/comparison/text')
  @RequirePermission('documents.read-history')
  @ApiOkResponse({ type: TextRowPage })
  async text(
    @CurrentActor() actor: Actor,
    @IdParam('id') documentId: string,
    @Query() { left, right, after, limit = 50, show }: ComparisonTextQuery,
  ): Promise<TextRowPage> {
    const from = Number(decodeCursor(after, 1)?.[0] ?? -1);
    const { rows, pages, isCut } = await this.compare.text(actor, { documentId, left, right });
    const numbered = rows.map((row, at) => ({ at, ...row }));
    const wanted = show === 'changes' ? numbered.filter(({ changed }) => changed) : numbered;
    const page = pageOf(
      wanted.filter(({ at }) => at > from),
      limit,
      { show: (row) => row, key: ({ at }) => [at] },
    );
    return {
      ...page,
      leftPages: pages.left,
      rightPages: pages.right,
      changes: rows.filter(({ changed }) => changed).length,
      isCut,
    };
  }
}
