import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import {
  ChoiceField,
  CurrentActor,
  IdListField,
  IdParam,
  RequirePermission,
  TextListField,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { ClassifyDocument } from '../../application/reading/classify-document';

export class ClassificationView {
  @ChoiceField(['internal', 'restricted'], {
    description: 'Công khai nội bộ, hoặc hạn chế theo đơn vị và vai trò.',
  })
  classification!: 'internal' | 'restricted';

  @IdListField({ most: 100 })
  unitIds!: string[];

  @TextListField({ max: 50, most: 20 })
  roles!: string[];
}

@ApiTags('documents')
@Controller('documents/:id/classification')
export class ClassificationController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly classify: ClassifyDocument,
  ) {}

  @Get()
  @RequirePermission('documents.classify')
  @ApiOkResponse({ type: ClassificationView })
  async get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<ClassificationView> {
    const found = await this.unitOfWork.read(actor, (tx) => this.classify.get(tx, id));
    if (found === null) return { classification: 'internal', unitIds: [], roles: [] };
    return { classification: 'restricted', ...found };
  }

  /** Who may read a document (DI-16). */
  @Put()
  @RequirePermission('documents.classify')
  @HttpCode(204)
  @ApiNoContentResponse()
  set(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() { classification, unitIds, roles }: ClassificationView,
  ): Promise<void> {
    return this.classify.execute(actor, id, classification === 'internal' ? null : { unitIds, roles });
  }
}
