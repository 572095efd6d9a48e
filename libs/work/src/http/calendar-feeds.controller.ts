import { type Actor } from '@app/kernel';
import {
  CurrentActor,
  type HttpReply,
  type HttpRequest,
  InstantField,
  PublicRoute,
  RequirePermission,
  TextField,
} from '@app/platform/http';
import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';

import { CalendarFeeds } from '../application/calendar-feeds';

export class CalendarFeedView {
  @InstantField({ nullable: true, description: 'Chưa mở lịch thì không có.' })
  createdAt!: string | null;
}

export class CalendarFeedOpened {
  @TextField({ description: 'Địa chỉ bí mật, chỉ hiện một lần.' })
  url!: string;
}

@ApiTags('work')
@Controller()
export class CalendarFeedsController {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Get('me/calendar')
  @RequirePermission('work.read-own')
  @ApiOkResponse({ type: CalendarFeedView })
  async own(@CurrentActor() actor: Actor): Promise<CalendarFeedView> {
    const feed = await this.feeds.own(actor);
    return { createdAt: feed?.createdAt.toISOString() ?? null };
  }

  /** A new secret address of one's own calendar; the one before it ends. */
  @Post('me/calendar')
  @RequirePermission('work.read-own')
  @ApiCreatedResponse({ type: CalendarFeedOpened })
  async renew(@CurrentActor() actor: Actor): Promise<CalendarFeedOpened> {
    return { url: await this.feeds.renew(actor) };
  }

  @Delete('me/calendar')
  @RequirePermission('work.read-own')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(@CurrentActor() actor: Actor): Promise<void> {
    await this.feeds.end(actor);
  }

  /** Titles, links and deadlines, for the calendar program of whoever knows the address. */
  @Get('calendars/:token.ics')
  @PublicRoute()
  @ApiProduces('text/calendar')
  async read(
    @Param('token') token: string,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { body, etag } = await this.feeds.read(token);
    const headers = {
      etag,
      'cache-control': 'private, no-cache',
      'content-type': 'text/calendar; charset=utf-8',
    };
    const isKnown = request.headers['if-none-match'] === etag;
    await reply
      .headers(headers)
      .status(isKnown ? 304 : 200)
      .send(isKnown ? '' : body);
  }
}
