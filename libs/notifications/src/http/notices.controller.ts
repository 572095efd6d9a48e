import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  decodeCursor,
  IdempotencyOf,
  type Page,
  pageOf,
  PageQuery,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Notices } from '../persistence/notices';
import { type NoticeRow, NoticesQuery } from '../persistence/notices.query';
import { type NoticeLine, NoticeLinePage, ReadNoticesRequest } from './notices.dto';

const DEFAULT_LIMIT = 50;

@ApiTags('notifications')
@Controller('notices')
export class NoticesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly query: NoticesQuery,
    private readonly notices: Notices,
  ) {}

  /** Notices of the caller, newest first. */
  @Get()
  @RequirePermission('notifications.read-own')
  @ApiOkResponse({ type: NoticeLinePage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { after, limit = DEFAULT_LIMIT }: PageQuery,
  ): Promise<Page<NoticeLine>> {
    const cursor = decodeCursor(after, 2);
    const rows = await this.unitOfWork.read(actor, (tx) =>
      this.query.list(tx, { after: cursor && [String(cursor[0]), String(cursor[1])], limit }),
    );
    return pageOf(rows, limit, {
      show: lineOf,
      key: ({ sortAt, id }) => [sortAt, id],
    });
  }

  /** Marks notices as read; all of them when no ids are given. */
  @Post('read')
  @RequirePermission('notifications.read-own')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  async markRead(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { ids }: ReadNoticesRequest,
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, (tx) => this.notices.markRead(tx, ids ?? null));
  }
}

function lineOf({ id, kind, title, body, link, at, readAt }: NoticeRow): NoticeLine {
  return { id, kind, title, body, link, at: at.toISOString(), readAt: readAt?.toISOString() ?? null };
}
