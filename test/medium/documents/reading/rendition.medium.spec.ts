import { randomBytes } from 'node:crypto';

import { OfficeConverter } from '@app/platform/office';
import { fillForm, formToPdf } from '@app/platform/forms';
import { pdfFormat } from '@app/platform/pdf';
import { systemActor, uuidV7 } from '@app/kernel';
import { PDFDocument, PDFName, type PDFRef, StandardFonts } from 'pdf-lib';
import { getDocument, type PDFDataRangeTransport as Transport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

import { CheckRenditions } from '../../../../libs/documents/src/application/reading/check-renditions';
import { RANGE_CHUNK } from '../../../../apps/web/src/pdf/reading';
import { aForm, type Library, Stage, type VersionView } from '../../../support/staging';

let stage: Stage;
let library: Library;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
});
afterAll(() => stage.close());

const PICTURE_BYTES = 150_000;

/**
 * 300 scanned pages. A scanner writes each page beside its picture, LibreOffice writes the pages after everything they
 * show; the viewer looks at the dictionary of every page before it opens the first.
 */
async function aBook({ pagesLast }: { pagesLast: boolean }): Promise<Buffer> {
  const book = await PDFDocument.create();
  const font = await book.embedFont(StandardFonts.TimesRoman);
  const picture = (): PDFRef => book.context.register(book.context.stream(randomBytes(PICTURE_BYTES)));
  const early = pagesLast ? Array.from({ length: 300 }, picture) : [];
  for (let number = 1; number <= 300; number += 1) {
    const page = book.addPage([595, 842]);
    page.drawText(`Trang ${String(number)}`, { x: 60, y: 780, size: 14, font });
    page.node.setXObject(PDFName.of('Picture'), early[number - 1] ?? picture());
  }
  return Buffer.from(await book.save({ useObjectStreams: false }));
}

async function effectiveOf(pdf: Buffer): Promise<VersionView> {
  const { secretary, author } = library.office.by;
  const uploadId = await library.readUpload(secretary, pdf);
  const draft = await secretary.post<VersionView>('/documents', { ...aForm(author), uploadId });
  const approved = await library.approve(await library.review(await library.submit(draft)));
  await library.register(await library.decision([approved]));
  return library.see(approved);
}

describe('DI-10 reading page by page', () => {
  it.each([
    ['written by LibreOffice', true, 20],
    ['from a scanner', false, 4],
  ])(
    'DI-10: opens page 1 of 300, %s, with a small part of the file',
    async (_, pagesLast, share) => {
      const book = await aBook({ pagesLast });
      const version = await effectiveOf(book);
      const { reader } = library.office.by;
      const path = `/versions/${version.id}/rendition`;
      let fetched = 0;
      let turn = 0;
      const lanes = Array.from({ length: 6 }, () => Promise.resolve());
      const part = async (from: number, to: number): Promise<Uint8Array> => {
        const answer = await reader.send<Buffer>('GET', path, {
          headers: { range: `bytes=${String(from)}-${String(to - 1)}` },
        });
        expect(answer.status).toBe(206);
        fetched += answer.body.byteLength;
        return new Uint8Array(answer.body);
      };
      const transport: Transport = new pdfjs.PDFDataRangeTransport(book.byteLength, null);
      transport.requestDataRange = (from: number, to: number): void => {
        // A browser speaks to one server over six connections.
        turn = (turn + 1) % lanes.length;
        lanes[turn] = lanes[turn]!.then(async () => transport.onDataRange(from, await part(from, to)));
      };

      const task = getDocument({
        range: transport,
        disableAutoFetch: true,
        disableStream: true,
        rangeChunkSize: RANGE_CHUNK,
        verbosity: 0,
      });
      const pdf = await task.promise;
      const { items } = await (await pdf.getPage(1)).getTextContent();

      expect(pdf.numPages).toBe(300);
      expect(items.some((item) => 'str' in item && item.str === 'Trang 1')).toBe(true);
      expect(fetched).toBeLessThan(book.byteLength / share);
      await task.destroy();
    },
    60_000,
  );
});

describe('DI-17 a legible PDF', () => {
  const check = (): Promise<number> => {
    const { id, path } = library.office.agency;
    return stage.api.app.get(CheckRenditions, { strict: false }).execute(systemActor(id, uuidV7(), path));
  };
  const foundOf = async (version: VersionView): Promise<{ format: string; problem: string | null } | null> =>
    (
      await library.office.by.secretary.get<{ rendition: { format: string; problem: string | null } | null }>(
        `/versions/${version.id}/distribution`,
      )
    ).rendition;

  it('DI-17: looks at each PDF in turn, tells its format, and tells when it is gone', async () => {
    const [sound, lost] = [await library.effective(), await library.effective()];
    await stage.world.owner.query('update documents.version set rendition_sha256 = $2 where id = $1', [
      lost.id,
      'a'.repeat(64),
    ]);

    await check();

    expect(await foundOf(sound)).toMatchObject({ format: 'PDF', problem: null });
    expect(await foundOf(lost)).toMatchObject({ problem: 'storage.missing' });
    expect(await check()).toBe(0);
  });

  const office = new OfficeConverter();
  (office.isAvailable ? it : it.skip)(
    'DI-17: what LibreOffice makes is PDF/A',
    async () => {
      const docx = await fillForm('danh-sach-ky-nhan', {
        parentAgency: null,
        agency: 'UBND xã Thử',
        place: 'Thử',
        date: null,
        document: 'QT 01',
        decision: '',
        wording: '',
        people: [],
      });

      expect(pdfFormat(await formToPdf(office, docx))).toBe('PDF/A-2b');
      await office.close();
    },
    60_000,
  );
});
