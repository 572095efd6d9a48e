import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  ChoiceField,
  CurrentActor,
  IdempotencyOf,
  IdField,
  IdParam,
  RequirePermission,
  TextField,
} from '@app/platform/http';
import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { KeepView } from '../../application/search/keep-view';
import {
  SAVED_LISTS,
  type SavedList,
  SavedViewsRepository,
} from '../../persistence/search/saved-views.repository';

export class SaveView {
  @ChoiceField(SAVED_LISTS)
  list!: SavedList;

  @TextField({ max: 80 })
  name!: string;

  /** The part of the address behind the question mark. */
  @TextField({ max: 1000, min: 0 })
  query!: string;
}

export class SavedViewLine extends SaveView {
  @IdField()
  id!: string;
}

@ApiTags('documents')
@Controller('saved-views')
export class SavedViewsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly views: SavedViewsRepository,
    private readonly keeping: KeepView,
  ) {}

  /** The caller's own named filters. */
  @Get()
  @RequirePermission('documents.read')
  @ApiOkResponse({ type: SavedViewLine, isArray: true })
  list(@CurrentActor() actor: Actor): Promise<SavedViewLine[]> {
    return this.unitOfWork.read(actor, (tx) => this.views.mine(tx));
  }

  @Post()
  @RequirePermission('documents.read')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: SavedViewLine })
  save(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { list, name, query }: SaveView,
  ): Promise<SavedViewLine> {
    return this.keeping.save(actor, idempotency, { list, name, query });
  }

  @Delete(':id')
  @RequirePermission('documents.read')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<void> {
    return this.keeping.remove(actor, id);
  }
}
