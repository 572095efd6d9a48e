import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import {
  contentDisposition,
  CurrentActor,
  type HttpReply,
  IdParam,
  RequirePermission,
} from '@app/platform/http';
import { FileStore } from '@app/platform/storage';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { DeclarationPaper } from '../application/declaration-paper';
import { PdfNotMade } from '../domain/refusals';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const HEADERS = {
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; sandbox",
} as const;

@ApiTags('declarations')
@Controller('declarations/:id')
export class DeclarationFilesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly paper: DeclarationPaper,
    private readonly files: FileStore,
  ) {}

  /** Made from the records each time; number and date are blank until văn thư gives them. */
  @Get('declaration.docx')
  @RequirePermission('declarations.read')
  @ApiProduces(WORD)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async docx(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const content = await this.unitOfWork.read(actor, (tx) => this.paper.content(tx, id));
    const body = await this.paper.docx(content);
    await reply
      .headers({ ...HEADERS, 'content-disposition': contentDisposition(`${nameOf(content.row)}.docx`) })
      .type(WORD)
      .send(body);
  }

  /** The one that is posted. */
  @Get('declaration.pdf')
  @RequirePermission('declarations.read')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pdf(@CurrentActor() actor: Actor, @IdParam('id') id: string, @Res() reply: HttpReply): Promise<void> {
    const { row } = await this.unitOfWork.read(actor, (tx) => this.paper.content(tx, id));
    if (row.pdfSha256 === null || row.pdfSize === null) throw new PdfNotMade();
    const body = await this.files.openVerified({
      area: 'public',
      agencyId: row.agencyId,
      sha256: row.pdfSha256,
    });
    await reply
      .headers({
        ...HEADERS,
        'content-disposition': contentDisposition(`${nameOf(row)}.pdf`),
        'content-length': row.pdfSize,
      })
      .type('application/pdf')
      .send(body);
  }
}

function nameOf({ number, standardLabel }: { number: string | null; standardLabel: string }): string {
  return `Bản công bố ${number?.replaceAll('/', '-') ?? standardLabel.replace(/[/:]/g, '-')}`;
}
