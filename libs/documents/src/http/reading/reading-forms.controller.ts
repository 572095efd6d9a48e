import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { formToPdf } from '@app/platform/forms';
import {
  ChoiceField,
  contentDisposition,
  CurrentActor,
  type HttpReply,
  IdParam,
  RequirePermission,
} from '@app/platform/http';
import { OfficeConverter } from '@app/platform/office';
import { type Sheet, dayCell, sendSheet, sheetOf, XLSX } from '@app/platform/sheets';
import { Controller, Get, Injectable, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { everyRow } from '../../application/forms/every-row';
import { PaperShelf } from '../../application/reading/paper-copies';
import { ReadingForms } from '../../application/reading/reading-forms';
import { PaperCopyWords } from '../../domain/reading/paper-copy-words';
import { type PaperCopyRow } from '../../persistence/reading/paper-copies.repository';
import { SheetSource } from './access-log.controller';
import { PaperCopyQuery } from './paper.dto';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export class FormQuery {
  @ChoiceField(['docx', 'pdf'], { optional: true, description: 'Word nếu không nói gì.' })
  format?: 'docx' | 'pdf';
}

/** Hands over a form as .docx, or as the PDF of the same .docx. */
@Injectable()
export class FormSender {
  constructor(private readonly converter: OfficeConverter) {}

  /** @throws OfficeUnavailable where there is no LibreOffice */
  async send(
    reply: HttpReply,
    docx: Buffer,
    { name, format }: { name: string; format: 'docx' | 'pdf' },
  ): Promise<void> {
    const bytes = format === 'pdf' ? await formToPdf(this.converter, docx) : docx;
    await reply
      .headers({
        'cache-control': 'no-store',
        'content-type': format === 'pdf' ? 'application/pdf' : DOCX,
        'content-length': bytes.byteLength,
        'content-disposition': contentDisposition(`${name}.${format}`),
      })
      .send(bytes);
  }
}

@ApiTags('documents')
@Controller()
export class ReadingFormsController {
  constructor(
    private readonly forms: ReadingForms,
    private readonly sender: FormSender,
    private readonly unitOfWork: UnitOfWork,
    private readonly shelf: PaperShelf,
    private readonly source: SheetSource,
  ) {}

  /** Danh sách ký nhận, to be printed for a meeting (OF-09). */
  @Get('versions/:id/sign-sheet')
  @RequirePermission('documents.read-distribution')
  @ApiProduces(DOCX, 'application/pdf')
  async signSheet(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Query() { format = 'docx' }: FormQuery,
    @Res() reply: HttpReply,
  ): Promise<void> {
    await this.sender.send(reply, await this.forms.signSheet(actor, id), {
      name: 'Danh sách ký nhận',
      format,
    });
  }

  /** Sổ phân phối, thu hồi tài liệu. */
  @Get('paper-copies/register')
  @RequirePermission('documents.read-distribution')
  @ApiProduces(DOCX, 'application/pdf')
  async register(
    @CurrentActor() actor: Actor,
    @Query() { format = 'docx' }: FormQuery,
    @Res() reply: HttpReply,
  ): Promise<void> {
    await this.sender.send(reply, await this.forms.register(actor), {
      name: 'Sổ phân phối, thu hồi',
      format,
    });
  }

  @Get('paper-copies.xlsx')
  @RequirePermission('documents.read-distribution')
  @ApiProduces(XLSX)
  async sheet(
    @CurrentActor() actor: Actor,
    @Query() { versionId, state }: PaperCopyQuery,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const filter = { versionId: versionId ?? null, state: state ?? null };
    const sheet: Sheet<PaperCopyRow> = {
      name: 'Sổ phân phối, thu hồi',
      columns: COLUMNS,
      ...(await this.source.of(actor)),
      query: filter,
    };
    const file = await this.unitOfWork.read(actor, (tx) =>
      sheetOf(
        sheet,
        everyRow<PaperCopyRow, readonly [string, string]>(
          (after, limit) => this.shelf.copies.list(tx, { ...filter, after, limit }),
          ({ createdAt, id }) => [createdAt, id],
        ),
      ),
    );
    await sendSheet(reply, file, 'Sổ phân phối, thu hồi.xlsx');
  }

  /** Biên bản hủy tài liệu lỗi thời. */
  @Get('destructions/:id/minutes')
  @RequirePermission('documents.read-distribution')
  @ApiProduces(DOCX, 'application/pdf')
  async minutes(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Query() { format = 'docx' }: FormQuery,
    @Res() reply: HttpReply,
  ): Promise<void> {
    await this.sender.send(reply, await this.forms.destruction(actor, id), { name: 'Biên bản hủy', format });
  }
}

const COLUMNS: Sheet<PaperCopyRow>['columns'] = [
  { title: 'Mã hiệu', value: ({ code }) => code },
  { title: 'Tên tài liệu', width: 60, value: ({ title }) => title },
  { title: 'Lần ban hành', value: ({ issue }) => issue },
  { title: 'Lần sửa đổi', value: ({ revision }) => revision },
  { title: 'Bản số', value: ({ number }) => number },
  { title: 'Người giữ', value: ({ holderName }) => holderName },
  { title: 'Đơn vị', value: ({ unitName }) => unitName },
  { title: 'Nơi để', value: ({ place }) => place },
  { title: 'Ngày giao', value: ({ issuedOn }) => dayCell(issuedOn) },
  { title: 'Trạng thái', value: ({ state }) => PaperCopyWords[state] },
  { title: 'Ngày thu hồi', value: ({ recalledOn }) => dayCell(recalledOn) },
  { title: 'Ghi chú', value: ({ condition }) => condition },
];
