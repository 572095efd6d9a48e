import { contentDisposition } from '@app/platform/http';

import { Figures } from '../../bad-input/figures';
import { names } from '../../bad-input/generators/names';
import { aPdf, type Officer, Stage } from '../../support/staging';

let stage: Stage;
let secretary: Officer;
const figures = new Figures();

beforeAll(async () => {
  stage = await Stage.open();
  secretary = (await stage.office()).by.secretary;
}, 120_000);

afterAll(async () => {
  figures.print();
  await stage.close();
});

/** What a browser makes of the header: the encoded name before the plain one (RFC 6266). */
function nameIn(header: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(header)?.[1];
  return encoded === undefined ? (/filename="([^"]*)"/.exec(header)?.[1] ?? '') : decodeURIComponent(encoded);
}

it('B-06: every name comes out harmless, and the header of a download says the same', async () => {
  const pdf = new Uint8Array(await aPdf());
  const wrong: string[] = [];

  for (const name of names()) {
    const form = new FormData();
    form.append('file', new Blob([pdf]), name);
    const { status, body } = await secretary.send<{ fileName: string }>('POST', '/uploads', { body: form });
    const kept = body.fileName;
    figures.count('B-06', String(status));
    const isHarmless =
      !/[/\\\p{Cc}\p{Cf}]|\.\.|^[-=+@.]/u.test(kept) &&
      Buffer.byteLength(kept) <= 255 &&
      kept === kept.normalize('NFC');
    const header = contentDisposition(kept);
    if (status !== 201 || !isHarmless || nameIn(header) !== kept || /[^ -~]/.test(header))
      wrong.push(`${JSON.stringify(name)}: ${String(status)} ${JSON.stringify(kept)} ${header}`);
  }

  expect(figures.total('B-06')).toBeGreaterThanOrEqual(40);
  expect(wrong).toEqual([]);
}, 120_000);
