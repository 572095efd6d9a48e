import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { CurrentActor, type HttpReply, IdParam, RequirePermission } from '@app/platform/http';
import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { DecisionForms } from '../../application/issuing/decision-forms';
import { PrintForms } from '../../application/issuing/print-forms';
import { PrintsRepository } from '../../persistence/issuing/prints.repository';
import { PrintRequest, PrintView } from './issuing.dto';
import { DOCX, sendDocx } from './send-form';

@ApiTags('documents')
@Controller('decisions')
export class DecisionFormsController {
  constructor(
    private readonly forms: DecisionForms,
    private readonly printing: PrintForms,
    private readonly prints: PrintsRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Quyết định as .docx, from the template. */
  @Get(':id/decision.docx')
  @RequirePermission('documents.read-decisions')
  @ApiProduces(DOCX)
  async decision(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    await sendDocx(reply, await this.forms.fill(actor, id, 'decision'));
  }

  /** Tờ trình as .docx, from the template. */
  @Get(':id/submission.docx')
  @RequirePermission('documents.read-decisions')
  @ApiProduces(DOCX)
  async submission(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    await sendDocx(reply, await this.forms.fill(actor, id, 'submission'));
  }

  /** Danh mục kèm theo as .docx, from the template. */
  @Get(':id/list.docx')
  @RequirePermission('documents.read-decisions')
  @ApiProduces(DOCX)
  async list(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    await sendDocx(reply, await this.forms.fill(actor, id, 'list'));
  }

  /** Asks for one of the forms as PDF; the worker makes it, the answer tells how to follow. */
  @Post(':id/prints')
  @RequirePermission('documents.read-decisions')
  @ApiCreatedResponse({ type: PrintView })
  async print(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() { form }: PrintRequest,
  ): Promise<PrintView> {
    const printId = await this.printing.ask(actor, await this.forms.fill(actor, id, form));
    const { fileName, state, message } = await this.unitOfWork.read(actor, (tx) =>
      this.prints.get(tx, printId),
    );
    return { id: printId, fileName, state, message };
  }
}
