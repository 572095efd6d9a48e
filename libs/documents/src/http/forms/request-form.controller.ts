import { type Actor } from '@app/kernel';
import { CurrentActor, type HttpReply, IdParam, RequirePermission } from '@app/platform/http';
import { Controller, Get, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { RequestForm } from '../../application/forms/request-form';
import { PrintView } from '../issuing/issuing.dto';
import { DOCX, sendDocx } from '../issuing/send-form';
import { PrintDesk } from './print-desk';

/** Phiếu yêu cầu ban hành, sửa đổi, bãi bỏ. */
@ApiTags('documents')
@Controller('change-requests')
export class RequestFormController {
  constructor(
    private readonly form: RequestForm,
    private readonly desk: PrintDesk,
  ) {}

  @Get(':id/form.docx')
  @RequirePermission('documents.request-change')
  @ApiProduces(DOCX)
  async word(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    await sendDocx(reply, await this.form.fill(actor, id));
  }

  @Post(':id/form-prints')
  @RequirePermission('documents.request-change')
  @ApiCreatedResponse({ type: PrintView })
  async pdf(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<PrintView> {
    return this.desk.ask(actor, await this.form.fill(actor, id));
  }
}
