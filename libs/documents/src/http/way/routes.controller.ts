import { type Actor, Ids } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  ChoiceField,
  CurrentActor,
  FlagField,
  IdempotencyOf,
  IdParam,
  IfMatch,
  IntegerField,
  ListField,
  RequirePermission,
  TextField,
  TextListField,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { PlanWay } from '../../application/way/plan-way';
import { RouteInvalid, RouteNotFound } from '../../domain/refusals';
import { DOCUMENT_KINDS, type DocumentKind } from '../../domain/version-fields';
import {
  faultOfStages,
  type RouteStage,
  STAGE_HOLDERS,
  type StageHolder,
  STEP_KINDS,
  type StepKind,
} from '../../domain/way';
import { RouteDefinitionsRepository } from '../../persistence/way/route-definitions.repository';

class RouteStageFields implements RouteStage {
  @ChoiceField(STEP_KINDS)
  kind!: StepKind;

  @TextField({ max: 200 })
  name!: string;

  @ChoiceField(STAGE_HOLDERS)
  who!: StageHolder;

  @FlagField({ description: 'Lần lượt từng người; không: cùng lúc.' })
  inSequence!: boolean;

  @IntegerField({ nullable: true, min: 1, max: 50, description: 'Số người phải đồng ý; trống: tất cả.' })
  quorum!: number | null;

  @FlagField()
  isOptional!: boolean;

  @IntegerField({ min: 1, max: 90, description: 'Số ngày làm việc.' })
  days!: number;
}

class RouteFields {
  @TextField({ max: 200 })
  name!: string;

  @TextListField({ max: 20, most: 10, description: 'Loại tài liệu; trống: mọi loại chưa có tuyến riêng.' })
  documentKinds!: string[];

  @ListField(() => RouteStageFields, { most: 10 })
  stages!: RouteStageFields[];
}

class RouteView extends RouteFields {
  @TextField()
  id!: string;

  @IntegerField()
  rowVersion!: number;

  @FlagField({ description: 'Có sẵn trong sản phẩm; sao chép để sửa.' })
  isShipped!: boolean;
}

/** Tuyến trình: which stages a version passes, as data of the agency. Running ones keep their own copy (RI-18). */
@ApiTags('documents')
@Controller('routes')
export class RoutesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly definitions: RouteDefinitionsRepository,
    private readonly plan: PlanWay,
    private readonly ids: Ids,
  ) {}

  /** The agency's own, then those that are shipped. */
  @Get()
  @RequirePermission('documents.read-routes')
  @ApiOkResponse({ type: RouteView, isArray: true })
  list(@CurrentActor() actor: Actor): Promise<RouteView[]> {
    return this.unitOfWork.read(actor, async (tx) => {
      const own = await this.definitions.inUse(tx);
      const shipped = await this.plan.shipped(tx);
      return [
        ...own.map((route) => ({
          ...viewOf(route),
          id: route.id,
          rowVersion: route.rowVersion,
          isShipped: false,
        })),
        ...shipped.map((route) => ({ ...viewOf(route), id: route.id, rowVersion: 0, isShipped: true })),
      ];
    });
  }

  @Post()
  @RequirePermission('documents.define-routes')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: RouteView, isArray: true })
  async define(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() fields: RouteFields,
  ): Promise<RouteView[]> {
    const route = checked(fields);
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const id = this.ids.next();
      await this.definitions.add(tx, id, route);
      tx.record({ action: 'documents.route-defined', subjectType: 'route', subjectId: id, new: route });
    });
    return this.list(actor);
  }

  @Put(':id')
  @RequirePermission('documents.define-routes')
  @ApiOkResponse({ type: RouteView, isArray: true })
  async change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() rowVersion: number,
    @Body() fields: RouteFields,
  ): Promise<RouteView[]> {
    const route = checked(fields);
    await this.unitOfWork.write(actor, null, async (tx) => {
      const old = await this.definitions.get(tx, id);
      if (old === null) throw new RouteNotFound();
      await this.definitions.change(tx, { ...route, id, rowVersion });
      tx.record({ action: 'documents.route-changed', subjectType: 'route', subjectId: id, old, new: route });
    });
    return this.list(actor);
  }

  /** Offered no more; what runs along it goes on. */
  @Post(':id/retirement')
  @RequirePermission('documents.define-routes')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  async retire(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdempotencyOf() idempotency: Idempotency | null,
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      if ((await this.definitions.get(tx, id)) === null) throw new RouteNotFound();
      await this.definitions.retire(tx, id);
      tx.record({ action: 'documents.route-retired', subjectType: 'route', subjectId: id, new: {} });
    });
  }
}

function viewOf({
  name,
  documentKinds,
  stages,
}: {
  name: string;
  documentKinds: readonly string[];
  stages: readonly RouteStage[];
}): RouteFields {
  return { name, documentKinds: [...documentKinds], stages: [...stages] };
}

/** @throws RouteInvalid */
function checked({ name, documentKinds, stages }: RouteFields): {
  name: string;
  documentKinds: DocumentKind[];
  stages: RouteStageFields[];
} {
  const kinds = DOCUMENT_KINDS.filter((kind) => documentKinds.includes(kind));
  if (faultOfStages(stages) !== null || kinds.length !== new Set(documentKinds).size)
    throw new RouteInvalid();
  return { name, documentKinds: kinds, stages };
}
