import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { CurrentActor, decodeCursor, type Page, pageOf, RequirePermission } from '@app/platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { type WorkItemRow, WorkItemsQuery } from '../persistence/work-items.query';
import { WorkGroupCounts, type WorkItemLine, WorkItemLinePage, WorkItemQuery } from './work-items.dto';

const DEFAULT_LIMIT = 50;

@ApiTags('work')
@Controller('work-items')
export class WorkItemsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: WorkItemsQuery,
  ) {}

  /** How much of "Việc của tôi" stands in each group. */
  @Get('groups')
  @RequirePermission('work.read-own')
  @ApiOkResponse({ type: WorkGroupCounts })
  groups(@CurrentActor() actor: Actor): Promise<WorkGroupCounts> {
    return this.unitOfWork.read(actor, (tx) => this.items.groups(tx));
  }

  /** "Việc của tôi": open work of the caller, the nearest deadline first. */
  @Get()
  @RequirePermission('work.read-own')
  @ApiOkResponse({ type: WorkItemLinePage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { group, after, limit = DEFAULT_LIMIT }: WorkItemQuery,
  ): Promise<Page<WorkItemLine>> {
    const cursor = decodeCursor(after, 2);
    const rows = await this.unitOfWork.read(actor, (tx) =>
      this.items.list(tx, {
        group: group ?? null,
        after: cursor && [String(cursor[0]), String(cursor[1])],
        limit,
      }),
    );
    return pageOf(rows, limit, {
      show: lineOf,
      key: ({ sortOn, id }) => [sortOn, id],
    });
  }
}

function lineOf({ sortOn: _, openedAt, ...line }: WorkItemRow): WorkItemLine {
  return { ...line, openedAt: openedAt.toISOString() };
}
