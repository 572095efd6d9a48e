import { type Actor, DomainError, isUuid } from '@app/kernel';
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
import { GlossaryFacade } from '@app/reference';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { HealthQuery } from '../../persistence/adoption/health.query';
import {
  HealthFinding,
  HealthFindingPage,
  HealthListQuery,
  RetiredNameLine,
  RetiredNameLinePage,
  RetiredNameRequest,
} from './health.dto';

@ApiTags('documents')
@Controller()
export class HealthController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly health: HealthQuery,
    private readonly glossary: GlossaryFacade,
  ) {}

  /** Kiểm tra sức khỏe tài liệu: what does not agree in the documents in force, with the page. */
  @Get('document-health')
  @RequirePermission('documents.read-offers')
  @ApiOkResponse({ type: HealthFindingPage })
  findings(@CurrentActor() actor: Actor, @Query() query: HealthListQuery): Promise<Page<HealthFinding>> {
    const limit = query.limit ?? 50;
    const [after = null] = decodeCursor(query.after, 1) ?? [];
    const filter = { kind: query.kind ?? null, after: after === null ? null : String(after), limit };
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.health.list(tx, filter), limit, {
        show: ({ place: _, ...line }): HealthFinding => line,
        key: (row) => [row.place],
      }),
    );
  }

  /** Bodies, posts and places that exist no more. */
  @Get('retired-names')
  @RequirePermission('documents.read-offers')
  @ApiOkResponse({ type: RetiredNameLinePage })
  names(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<RetiredNameLine>> {
    const limit = query.limit ?? 50;
    const after = placeOf(decodeCursor(query.after, 2));
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.glossary.retired(tx, { after, limit }), limit, {
        show: (row): RetiredNameLine => row,
        key: ({ name, id }) => [name, id],
      }),
    );
  }

  @Post('retired-names')
  @RequirePermission('documents.name-retired')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  async add(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { replacement, legalBasis, ...name }: RetiredNameRequest,
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, (tx) =>
      this.glossary.add(tx, { ...name, replacement: replacement ?? null, legalBasis: legalBasis ?? null }),
    );
  }
}

/** @throws DomainError `platform.invalid-cursor` */
function placeOf(cursor: readonly unknown[] | null): readonly [string, string] | null {
  if (cursor === null) return null;
  const [name, id] = cursor;
  if (typeof name !== 'string' || typeof id !== 'string' || !isUuid(id))
    throw new DomainError({ code: 'platform.invalid-cursor', kind: 'invalid' });
  return [name, id];
}
