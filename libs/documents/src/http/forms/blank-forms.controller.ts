import { type Actor } from '@app/kernel';
import { BLANK_FORMS, type BlankFormName } from '@app/platform/forms';
import { ChoiceField, CurrentActor, type HttpReply, RequirePermission } from '@app/platform/http';
import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { BlankForms } from '../../application/forms/blank-forms';
import { PrintView } from '../issuing/issuing.dto';
import { DOCX, sendDocx } from '../issuing/send-form';
import { PrintDesk } from './print-desk';

export class BlankFormChoice {
  @ChoiceField(BLANK_FORMS)
  form!: BlankFormName;
}

/** Forms with the agency's head, to be filled by hand. */
@ApiTags('documents')
@Controller('office-forms')
export class BlankFormsController {
  constructor(
    private readonly blanks: BlankForms,
    private readonly desk: PrintDesk,
  ) {}

  @Get('blank.docx')
  @RequirePermission('documents.read')
  @ApiProduces(DOCX)
  async blank(
    @CurrentActor() actor: Actor,
    @Query() { form }: BlankFormChoice,
    @Res() reply: HttpReply,
  ): Promise<void> {
    await sendDocx(reply, await this.blanks.fill(actor, form));
  }

  /** Asks for the blank form as PDF. */
  @Post('blank-prints')
  @RequirePermission('documents.read')
  @ApiCreatedResponse({ type: PrintView })
  async print(@CurrentActor() actor: Actor, @Body() { form }: BlankFormChoice): Promise<PrintView> {
    return this.desk.ask(actor, await this.blanks.fill(actor, form));
  }
}
