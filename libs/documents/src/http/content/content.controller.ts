import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { CurrentActor, IdParam, RequirePermission } from '@app/platform/http';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { ReadVersionContent } from '../../application/content/read-version-content';
import { VersionContentView } from './content.dto';

@ApiTags('documents')
@Controller('versions')
export class VersionContentController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reading: ReadVersionContent,
  ) {}

  /** What the version says as fields: sections, cases with steps, forms, records, amendments. */
  @Get(':id/content')
  @RequirePermission('documents.read')
  @ApiOkResponse({ type: VersionContentView })
  async get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<VersionContentView> {
    const kept = await this.unitOfWork.read(actor, (tx) => this.reading.of(tx, id));
    return (kept ?? { origin: null, content: null, rowVersion: null }) as VersionContentView;
  }
}
