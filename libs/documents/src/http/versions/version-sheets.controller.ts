import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { CurrentActor, type HttpReply, IdParam, RequirePermission } from '@app/platform/http';
import { Controller, Get, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { type PrintedForm, PrintForms } from '../../application/issuing/print-forms';
import { VersionSheets } from '../../application/versions/version-sheets';
import { CHANGE_CLASSES, nextNumbers } from '../../domain/version-fields';
import { AmendmentsQuery } from '../../persistence/versions/amendments.query';
import { PrintView } from '../issuing/issuing.dto';
import { DOCX, sendDocx } from '../issuing/send-form';
import { AmendmentTableView, NextNumbers } from './versions-extra.dto';

/** Amendment table and cover sheet, on screen, as Word and as PDF. */
@ApiTags('documents')
@Controller()
export class VersionSheetsController {
  constructor(
    private readonly sheets: VersionSheets,
    private readonly printing: PrintForms,
    private readonly amendments: AmendmentsQuery,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The numbers that follow by rule, per class of change. */
  @Get('documents/:id/next-numbers')
  @RequirePermission('documents.draft')
  @ApiOkResponse({ type: NextNumbers })
  numbers(@CurrentActor() actor: Actor, @IdParam('id') documentId: string): Promise<NextNumbers> {
    return this.unitOfWork.read(actor, async (tx) => {
      const latest = await this.amendments.latest(tx, documentId);
      const [editorial, minor, major] = CHANGE_CLASSES.map((each) => nextNumbers(latest, each));
      return { editorial: editorial ?? latest, minor: minor ?? latest, major: major ?? latest };
    });
  }

  /** Theo dõi sửa đổi over all issued versions, in the agency's form. */
  @Get('documents/:id/amendments')
  @RequirePermission('documents.read-history')
  @ApiOkResponse({ type: AmendmentTableView })
  async table(@CurrentActor() actor: Actor, @IdParam('id') documentId: string): Promise<AmendmentTableView> {
    const { columns, rows } = await this.sheets.table(actor, documentId);
    return { columns: [...columns], rows: rows.map((cells) => ({ cells: [...cells] })) };
  }

  @Get('documents/:id/amendments.docx')
  @RequirePermission('documents.read-history')
  @ApiProduces(DOCX)
  async amendmentsDocx(
    @CurrentActor() actor: Actor,
    @IdParam('id') documentId: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    await sendDocx(reply, await this.sheets.amendments(actor, documentId));
  }

  /** Asks for the amendment table as PDF. */
  @Post('documents/:id/amendment-prints')
  @RequirePermission('documents.read-history')
  @ApiCreatedResponse({ type: PrintView })
  async amendmentsPdf(@CurrentActor() actor: Actor, @IdParam('id') documentId: string): Promise<PrintView> {
    return this.#asked(actor, await this.sheets.amendments(actor, documentId));
  }

  /** Tờ bìa of a version. */
  @Get('versions/:id/cover-sheet.docx')
  @RequirePermission('documents.read')
  @ApiProduces(DOCX)
  async coverDocx(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    await sendDocx(reply, await this.sheets.cover(actor, versionId));
  }

  /** Asks for the cover sheet as PDF. */
  @Post('versions/:id/cover-prints')
  @RequirePermission('documents.read')
  @ApiCreatedResponse({ type: PrintView })
  async coverPdf(@CurrentActor() actor: Actor, @IdParam('id') versionId: string): Promise<PrintView> {
    return this.#asked(actor, await this.sheets.cover(actor, versionId));
  }

  async #asked(actor: Actor, form: PrintedForm): Promise<PrintView> {
    const id = await this.printing.ask(actor, form);
    return { id, fileName: form.fileName.replace(/\.docx$/, '.pdf'), state: 'waiting', message: null };
  }
}
