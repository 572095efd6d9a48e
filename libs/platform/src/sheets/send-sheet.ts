import { contentDisposition, type HttpReply } from '../http';
import { type SheetFile } from './sheet-of';

/** What an .xlsx is called on the wire; for `@ApiProduces`. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands a workbook to the person who asked. Its hash also travels as a header. */
export async function sendSheet(reply: HttpReply, file: SheetFile, fileName: string): Promise<void> {
  await reply
    .headers({
      'cache-control': 'no-store',
      'content-disposition': contentDisposition(fileName),
      'content-length': file.size,
      'content-type': XLSX,
      'x-content-hash': `sha256:${file.sha256}`,
      'x-row-count': file.rows,
    })
    .send(file.open());
}
