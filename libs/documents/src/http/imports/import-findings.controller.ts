import { type Actor, Clock } from '@app/kernel';
import { OrganizationFacade } from '@app/organization';
import { UnitOfWork } from '@app/platform/database';
import { CurrentActor, type HttpReply, IdParam, RequirePermission } from '@app/platform/http';
import { sendSheet, sheetOf, XLSX } from '@app/platform/sheets';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { findingsOf, findingsSheet } from './findings.sheet';
import { ImportReader } from './import.reader';

@ApiTags('imports')
@Controller('imports/:id/findings.xlsx')
export class ImportFindingsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ImportReader,
    private readonly organization: OrganizationFacade,
    private readonly clock: Clock,
  ) {}

  /** "Kết quả rà soát" as a workbook. */
  @Get()
  @RequirePermission('documents.import')
  @ApiProduces(XLSX)
  async findings(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { batch, reviewed, agencyName } = await this.unitOfWork.read(actor, async (tx) => ({
      batch: await this.reader.query.get(tx, id),
      reviewed: await this.reader.query.review(tx, id),
      agencyName: (await this.organization.letterhead(tx)).name,
    }));
    const sheet = findingsSheet({ actor, agencyName, batch: batch.name, takenAt: this.clock.now() });
    await sendSheet(reply, await sheetOf(sheet, findingsOf(reviewed)), `Kết quả rà soát ${batch.name}.xlsx`);
  }
}
