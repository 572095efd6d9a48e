import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import {
  ChoiceField,
  cleanFileName,
  CurrentActor,
  type HttpReply,
  type HttpRequest,
  IdField,
  IdParam,
  IntegerField,
  ListField,
  ObjectField,
  RequirePermission,
  TextField,
  DateField,
} from '@app/platform/http';

import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { ReceiveUpload } from '../application/receive-upload';
import { UploadNotFound } from '../domain/refusals';
import { UploadsRepository, type UploadRow } from '../persistence/uploads.repository';
import { FileMissing } from './file-missing';
import { PdfSender } from './pdf-sender';
import { ContentFields } from './editor/content.dto';
import { CitationView, NamedTextView, ProblemView } from './version.dto';

class FooterView {
  @IntegerField({ nullable: true })
  issue!: number | null;

  @IntegerField({ nullable: true })
  revision!: number | null;

  @DateField({ nullable: true })
  effectiveOn!: string | null;
}

class ReadSignerView {
  @TextField()
  role!: string;

  @TextField()
  name!: string;

  @TextField({ nullable: true })
  position!: string | null;
}

class ProposalView {
  @TextField({ nullable: true })
  code!: string | null;

  @TextField({ nullable: true })
  series!: string | null;

  @TextField({ nullable: true })
  title!: string | null;

  @IntegerField({ nullable: true })
  issue!: number | null;

  @IntegerField({ nullable: true })
  revision!: number | null;

  @DateField({ nullable: true })
  issuedOn!: string | null;

  @DateField({ nullable: true })
  effectiveOn!: string | null;

  @ListField(() => FooterView)
  footers!: FooterView[];

  @ListField(() => CitationView)
  citations!: CitationView[];

  @ListField(() => NamedTextView)
  namedTexts!: NamedTextView[];

  @ListField(() => ProblemView)
  problems!: ProblemView[];

  @ObjectField(() => ContentFields, { optional: true })
  content?: ContentFields | null;

  @ListField(() => ReadSignerView, { optional: true })
  signers?: ReadSignerView[] | null;
}

class UploadView {
  @IdField()
  id!: string;

  @TextField()
  fileName!: string;

  @IntegerField()
  size!: number;

  @TextField({ nullable: true })
  mediaType!: string | null;

  @ChoiceField(['received', 'reading', 'ready', 'unread', 'refused', 'linked'])
  state!: string;

  @IntegerField({ max: 100 })
  progress!: number;

  @ObjectField(() => ProblemView, { nullable: true })
  problem!: ProblemView | null;

  @ObjectField(() => ProposalView, { nullable: true })
  proposal!: ProposalView | null;

  @IntegerField({ nullable: true, description: 'Số trang của bản PDF xem trước, nếu đã có.' })
  previewPages!: number | null;

  @TextField({ nullable: true, max: 2000 })
  renditionMessage!: string | null;
}

@ApiTags('documents')
@Controller('uploads')
export class UploadsController {
  constructor(
    private readonly receive: ReceiveUpload,
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: UploadsRepository,
    private readonly pdf: PdfSender,
  ) {}

  /** Takes one file (multipart field "file", at most 50 MB); the worker reads it, the answer tells how to follow. */
  @Post()
  @RequirePermission('documents.draft')
  @ApiConsumes('multipart/form-data')
  @ApiCreatedResponse({ type: UploadView })
  async add(@CurrentActor() actor: Actor, @Req() request: HttpRequest): Promise<UploadView> {
    if (!request.isMultipart()) throw new FileMissing();
    const part = await request.file();
    if (part?.fieldname !== 'file') throw new FileMissing();
    const fileName = cleanFileName(part.filename);
    const id = await this.receive.execute(actor, { fileName, content: part.file });
    return this.get(actor, id);
  }

  @Get(':id')
  @RequirePermission('documents.draft')
  @ApiOkResponse({ type: UploadView })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<UploadView> {
    return this.unitOfWork.read(actor, async (tx) => viewOf(await this.uploads.get(tx, id)));
  }

  /** The pages of an upload that has been read, beside its proposed fields. */
  @Get(':id/preview')
  @RequirePermission('documents.draft')
  @ApiProduces('application/pdf')
  async preview(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const upload = await this.unitOfWork.read(actor, (tx) => this.uploads.get(tx, id));
    if (upload.rendition === null) throw new UploadNotFound();
    const ref = { area: 'renditions', agencyId: actor.agencyId, sha256: upload.rendition.sha256 } as const;
    await this.pdf.send(request, reply, {
      ref,
      size: upload.rendition.size,
      fileName: `${upload.fileName}.pdf`,
    });
  }
}

function viewOf(row: UploadRow): UploadView {
  const { uploaderId: _uploader, sha256: _sha256, rendition, problem, proposal, ...shown } = row;
  return {
    ...shown,
    problem: problem as ProblemView | null,
    proposal: proposal as ProposalView | null,
    previewPages: rendition?.pages ?? null,
  };
}
