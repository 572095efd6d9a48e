import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import {
  CurrentActor,
  decodeCursor,
  type Page,
  pageOf,
  PageQuery,
  RequirePermission,
} from '@app/platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { EscalationsRepository } from '../../persistence/rules/escalations.repository';
import { type EscalationLine, EscalationLinePage } from './rules.dto';

const DEFAULT_LIMIT = 50;

@ApiTags('notifications')
@Controller('escalations')
export class EscalationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly escalations: EscalationsRepository,
  ) {}

  /** Who was told of what is late, the latest first. */
  @Get()
  @RequirePermission('notifications.read-escalations')
  @ApiOkResponse({ type: EscalationLinePage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { after, limit = DEFAULT_LIMIT }: PageQuery,
  ): Promise<Page<EscalationLine>> {
    const cursor = decodeCursor(after, 2);
    const rows = await this.unitOfWork.read(actor, (tx) =>
      this.escalations.list(tx, { after: cursor && [String(cursor[0]), String(cursor[1])], limit }),
    );
    return pageOf(rows, limit, {
      show: ({ toldAt: _, ...line }): EscalationLine => line,
      key: ({ toldAt, id }) => [toldAt, id],
    });
  }
}
