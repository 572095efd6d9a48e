import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { CurrentActor, IfMatch, RequirePermission } from '@app/platform/http';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { IssuingSettings } from '../../application/issuing/issuing-settings';
import { AMENDMENT_FORMS } from '../../domain/issuing/issuing-setting';
import { IssuingSettingFields, IssuingSettingView } from './issuing.dto';

@ApiTags('documents')
@Controller('issuing-settings')
export class IssuingSettingsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: IssuingSettings,
  ) {}

  /** How the agency issues: căn cứ thường dùng, form check, amendment table. */
  @Get()
  @RequirePermission('documents.read-decisions')
  @ApiOkResponse({ type: IssuingSettingView })
  get(@CurrentActor() actor: Actor): Promise<IssuingSettingView> {
    return this.unitOfWork.read(actor, async (tx) => {
      const { legalBases, formCheck, amendmentColumns, printIsoTitles, rowVersion } =
        await this.settings.get(tx);
      return {
        legalBases: [...legalBases],
        formCheck,
        amendmentColumns: [...amendmentColumns],
        printIsoTitles,
        rowVersion,
        maySet: actor.permissions.has('documents.set-issuing'),
        forms: Object.entries(AMENDMENT_FORMS).map(([name, columns]) => ({ name, columns: [...columns] })),
      };
    });
  }

  @Put()
  @RequirePermission('documents.set-issuing')
  @ApiOkResponse({ type: IssuingSettingView })
  async set(
    @CurrentActor() actor: Actor,
    @IfMatch() rowVersion: number,
    @Body() { printIsoTitles = false, ...fields }: IssuingSettingFields,
  ): Promise<IssuingSettingView> {
    await this.settings.set(actor, { ...fields, printIsoTitles, rowVersion });
    return this.get(actor);
  }
}
