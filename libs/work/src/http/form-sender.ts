import { formToPdf } from '@app/platform/forms';
import { contentDisposition, type HttpReply } from '@app/platform/http';
import { OfficeConverter } from '@app/platform/office';
import { Injectable } from '@nestjs/common';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Hands over a Word text, or the PDF of the same. */
@Injectable()
export class WorkFormSender {
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
