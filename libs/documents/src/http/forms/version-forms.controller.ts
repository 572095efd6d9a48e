import { type Actor } from '@app/kernel';
import { CurrentActor, type HttpReply, IdParam, IntegerField, RequirePermission } from '@app/platform/http';
import { Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';

import { TrackingSlips } from '../../application/editor/tracking-slips';
import { ReadingForms } from '../../application/reading/reading-forms';
import { PrintView } from '../issuing/issuing.dto';
import { DOCX, sendDocx } from '../issuing/send-form';
import { PrintDesk } from './print-desk';

export class SlipQuery {
  @IntegerField({ optional: true, min: 0, max: 30, description: 'Trường hợp thứ mấy, từ 0.' })
  @Type(() => Number)
  case?: number;
}

/** Forms that belong to a version or to a record of its distribution. */
@ApiTags('documents')
@Controller()
export class VersionFormsController {
  constructor(
    private readonly slips: TrackingSlips,
    private readonly reading: ReadingForms,
    private readonly desk: PrintDesk,
  ) {}

  /** Phiếu theo dõi quá trình of one case, blank (OF-13). */
  @Get('versions/:id/tracking-slip.docx')
  @RequirePermission('documents.read')
  @ApiProduces(DOCX)
  async slip(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Query() { case: caseNo = 0 }: SlipQuery,
    @Res() reply: HttpReply,
  ): Promise<void> {
    await sendDocx(reply, await this.slips.fill(actor, id, caseNo));
  }

  @Post('versions/:id/tracking-slip-prints')
  @RequirePermission('documents.read')
  @ApiCreatedResponse({ type: PrintView })
  async printSlip(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Query() { case: caseNo = 0 }: SlipQuery,
  ): Promise<PrintView> {
    return this.desk.ask(actor, await this.slips.fill(actor, id, caseNo));
  }

  /** Danh sách ký nhận as PDF. */
  @Post('versions/:id/sign-sheet-prints')
  @RequirePermission('documents.read-distribution')
  @ApiCreatedResponse({ type: PrintView })
  async printSignSheet(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<PrintView> {
    const docx = await this.reading.signSheet(actor, id);
    return this.desk.ask(actor, { docx, fileName: 'Danh sách ký nhận.docx' });
  }

  /** Biên bản hủy as PDF. */
  @Post('destructions/:id/minutes-prints')
  @RequirePermission('documents.read-distribution')
  @ApiCreatedResponse({ type: PrintView })
  async printMinutes(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<PrintView> {
    const docx = await this.reading.destruction(actor, id);
    return this.desk.ask(actor, { docx, fileName: 'Biên bản hủy.docx' });
  }
}
