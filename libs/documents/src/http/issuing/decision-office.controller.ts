import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  cleanFileName,
  CurrentActor,
  type HttpRequest,
  IdempotencyOf,
  IdParam,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiConsumes, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { AttachScan } from '../../application/issuing/attach-scan';
import { CheckForm } from '../../application/issuing/check-form';
import { DecisionsQuery } from '../../persistence/decisions.query';
import { FileMissing } from '../file-missing';
import { FormCheckRequest, StandingDocument } from './issuing.dto';

/** What the office does with a decision before and after signing. */
@ApiTags('documents')
@Controller('decisions')
export class DecisionOfficeController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decisions: DecisionsQuery,
    private readonly checking: CheckForm,
    private readonly scans: AttachScan,
  ) {}

  /** Documents still in force under this decision: what one that replaces it may end. */
  @Get(':id/standing')
  @RequirePermission('documents.read-decisions')
  @ApiOkResponse({ type: StandingDocument, isArray: true })
  standing(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<StandingDocument[]> {
    return this.unitOfWork.read(actor, async (tx) => {
      await this.decisions.get(tx, id);
      return this.decisions.standing(tx, id);
    });
  }

  /** Kiểm tra thể thức: đạt, or back to the secretary with the reason. */
  @Post(':id/form-check')
  @RequirePermission('documents.check-form')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  checkForm(
    @CurrentActor() actor: Actor,
    @IdParam('id') decisionId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { verdict, note }: FormCheckRequest,
  ): Promise<void> {
    return this.checking.execute(actor, idempotency, { decisionId, verdict, note: note ?? null });
  }

  /** Takes the scan of the signed decision (multipart field "file": PDF, JPG or PNG, at most 50 MB). */
  @Post(':id/scan')
  @RequirePermission('documents.attach-scan')
  @ApiConsumes('multipart/form-data')
  @HttpCode(204)
  @ApiNoContentResponse()
  async scan(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Req() request: HttpRequest,
  ): Promise<void> {
    if (!request.isMultipart()) throw new FileMissing();
    const part = await request.file();
    if (part?.fieldname !== 'file') throw new FileMissing();
    await this.scans.execute(actor, id, { fileName: cleanFileName(part.filename), content: part.file });
  }
}
