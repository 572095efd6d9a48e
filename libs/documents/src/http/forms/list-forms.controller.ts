import { type Actor } from '@app/kernel';
import { CurrentActor, type HttpReply, RequirePermission, TextField } from '@app/platform/http';
import { Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { ListForms } from '../../application/forms/list-forms';
import { ReadingForms } from '../../application/reading/reading-forms';
import { filterOf } from '../document-filter';
import { DocumentFilterQuery } from '../document.dto';
import { PrintView } from '../issuing/issuing.dto';
import { DOCX, sendDocx } from '../issuing/send-form';
import { PrintDesk } from './print-desk';

export class InternalListQuery extends DocumentFilterQuery {
  @TextField({ optional: true, max: 200, min: 0 })
  q?: string;
}

/** Registers of the office in its own form, as Word and as PDF. */
@ApiTags('documents')
@Controller('office-forms')
export class ListFormsController {
  constructor(
    private readonly lists: ListForms,
    private readonly paper: ReadingForms,
    private readonly desk: PrintDesk,
  ) {}

  /** Danh mục tài liệu nội bộ: what is in force, as far as the filters narrow it. */
  @Get('internal-documents.docx')
  @RequirePermission('documents.read')
  @ApiProduces(DOCX)
  async internal(
    @CurrentActor() actor: Actor,
    @Query() query: InternalListQuery,
    @Res() reply: HttpReply,
  ): Promise<void> {
    await sendDocx(reply, await this.lists.internal(actor, filterOf({ ...query, scope: 'effective' })));
  }

  @Post('internal-document-prints')
  @RequirePermission('documents.read')
  @ApiCreatedResponse({ type: PrintView })
  async printInternal(@CurrentActor() actor: Actor, @Query() query: InternalListQuery): Promise<PrintView> {
    const filter = filterOf({ ...query, scope: 'effective' });
    return this.desk.ask(actor, await this.lists.internal(actor, filter));
  }

  /** Danh mục hồ sơ. */
  @Get('record-types.docx')
  @RequirePermission('documents.read-records')
  @ApiProduces(DOCX)
  async recordTypes(@CurrentActor() actor: Actor, @Res() reply: HttpReply): Promise<void> {
    await sendDocx(reply, await this.lists.recordTypes(actor));
  }

  @Post('record-type-prints')
  @RequirePermission('documents.read-records')
  @ApiCreatedResponse({ type: PrintView })
  async printRecordTypes(@CurrentActor() actor: Actor): Promise<PrintView> {
    return this.desk.ask(actor, await this.lists.recordTypes(actor));
  }

  /** Sổ phân phối, thu hồi as PDF; as Word it is `paper-copies/register`. */
  @Post('paper-register-prints')
  @RequirePermission('documents.read-distribution')
  @ApiCreatedResponse({ type: PrintView })
  async printRegister(@CurrentActor() actor: Actor): Promise<PrintView> {
    const docx = await this.paper.register(actor);
    return this.desk.ask(actor, { docx, fileName: 'Sổ phân phối, thu hồi.docx' });
  }
}
