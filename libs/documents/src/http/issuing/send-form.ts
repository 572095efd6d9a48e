import { contentDisposition, type HttpReply } from '@app/platform/http';

import { type PrintedForm } from '../../application/issuing/print-forms';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A filled form as a download, never opened in the browser. */
export async function sendDocx(reply: HttpReply, { docx, fileName }: PrintedForm): Promise<void> {
  await reply
    .headers({
      'content-type': DOCX,
      'content-length': docx.byteLength,
      'content-disposition': contentDisposition(fileName),
    })
    .send(docx);
}
