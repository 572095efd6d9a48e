import { request } from 'node:http';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { CATALOGUE } from '../../../apps/api/composition';
import { Figures } from '../../bad-input/figures';
import { ImportDesk, type Office, type Officer, Stage } from '../../support/staging';

let stage: Stage;
let office: Office;
let secretary: Officer;
const figures = new Figures();

beforeAll(async () => {
  stage = await Stage.open();
  office = await stage.office();
  secretary = office.by.secretary;
}, 120_000);

afterAll(async () => {
  figures.print();
  await stage.close();
});

const B = '----spec';
const FILE = `--${B}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n`;
const END = `\r\n--${B}--\r\n`;
const field = (name: string, value = 'x'): string =>
  `--${B}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

interface Raw {
  status: number;
  code: string;
}

/** Writes a request by hand; `cut` ends the line in the middle of it. */
function send(
  body: string | Buffer,
  { headers = {}, cut = false }: { headers?: Record<string, string>; cut?: boolean } = {},
): Promise<Raw> {
  const { port, pathname } = new URL(secretary.base);
  return new Promise((done) => {
    const sending = request({
      port,
      method: 'POST',
      agent: false,
      path: `${pathname}/uploads`,
      headers: {
        ...secretary.credentials(),
        'content-type': `multipart/form-data; boundary=${B}`,
        ...headers,
      },
    });
    sending.setTimeout(10_000, () => sending.destroy(new Error('no answer within ten seconds')));
    sending.once('error', (error) => done({ status: 0, code: error.message }));
    sending.once('response', (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('end', () => {
        const { code = '' } = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as { code?: string };
        done({ status: answer.statusCode ?? 0, code });
      });
    });
    sending.write(body);
    if (cut) setTimeout(() => sending.destroy(new Error('cut off')), 200);
    else sending.end();
  });
}

/** Files that the api holds for a moment, and uploads that came of it. */
async function left(): Promise<{ files: number; rows: number }> {
  const folder = join(stage.environment['ISO_FILES_FOLDER'] ?? '', 'tmp');
  const { rows } = await stage.world.owner.query<{ n: number }>(
    'select count(*)::int as n from documents.upload where agency_id = $1',
    [office.agency.id],
  );
  return { files: readdirSync(folder).length, rows: rows[0]?.n ?? 0 };
}

const isRefusal = ({ status, code }: Raw): boolean =>
  status >= 400 && status < 500 && CATALOGUE[code] !== undefined;

it('B-07: forms that lie about their parts or their length are refused and leave nothing', async () => {
  const before = await left();
  const forms: Record<string, Promise<Raw>> = {
    'nothing at all': send(''),
    'only an end': send(`--${B}--\r\n`),
    'no file': send(field('a') + END.slice(2)),
    'a file under another name': send(FILE.replace('name="file"', 'name="other"') + 'x' + END),
    'a file without a name': send(FILE.replace('; filename="a.pdf"', '') + 'x' + END),
    'ten thousand fields': send(
      Array.from({ length: 10_000 }, (_, n) => field(`f${String(n)}`)).join('') + FILE + 'x' + END,
    ),
    'no boundary': send(FILE + 'x' + END, { headers: { 'content-type': 'multipart/form-data' } }),
    'another boundary': send(FILE + 'x' + END, {
      headers: { 'content-type': 'multipart/form-data; boundary=no' },
    }),
    'no end': send(`${FILE}xxxx`),
    'JSON in its place': send('{}', { headers: { 'content-type': 'application/json' } }),
    'text in its place': send('x', { headers: { 'content-type': 'text/plain' } }),
  };

  const wrong: string[] = [];
  for (const [what, answer] of Object.entries(forms)) {
    const raw = await answer;
    figures.count('B-07', raw.code === '' ? String(raw.status) : raw.code);
    if (!isRefusal(raw)) wrong.push(`${what}: ${String(raw.status)} ${raw.code}`);
  }

  expect(wrong).toEqual([]);
  expect(await left()).toEqual(before);
}, 60_000);

it('B-07: what is only odd about a form does no harm', async () => {
  const forms: Record<string, Promise<Raw>> = {
    'a field of a megabyte': send(field('folder', 'x'.repeat(1_000_000)) + FILE + 'x' + END),
    'a prototype as a field': send(field('__proto__') + FILE + 'x' + END),
    'a header of a hundred thousand letters': send(FILE.replace('a.pdf', 'a'.repeat(100_000)) + 'x' + END),
    packed: send(FILE + 'x' + END, { headers: { 'content-encoding': 'gzip' } }),
  };

  const answers: Raw[] = [];
  for (const answer of Object.values(forms)) answers.push(await answer);

  for (const { status, code } of answers) figures.count('B-07', code === '' ? String(status) : code);
  expect(answers.filter((raw) => raw.status !== 201 && !isRefusal(raw))).toEqual([]);
}, 60_000);

it('B-07: a line that breaks in the middle of a file leaves neither file nor row', async () => {
  const before = await left();

  const answers = await Promise.all([
    send(`${FILE}${'x'.repeat(100_000)}`, { cut: true }),
    send(`${FILE}${'x'.repeat(100_000)}`, { cut: true, headers: { 'content-length': '900000' } }),
  ]);

  figures.count('B-07', 'cut off');
  figures.count('B-07', 'cut off');
  expect(answers.map(({ code }) => code)).toEqual(['cut off', 'cut off']);
  await new Promise((done) => setTimeout(done, 500));
  expect(await left()).toEqual(before);
}, 30_000);

it('B-07: no range of a file brings more than the file, or a fault', async () => {
  const desk = new ImportDesk(stage.world, stage.api, office);
  const batchId = await desk.open();
  await desk.read(batchId);
  const { rows } = await stage.world.owner.query<{ id: string; size: string }>(
    "select id, rendition_size as size from documents.upload where agency_id = $1 and state = 'ready' limit 1",
    [office.agency.id],
  );
  const [upload] = rows;
  const size = Number(upload?.size);
  const ranges = [
    'bytes=0-0',
    `bytes=${String(size - 1)}-`,
    `bytes=${String(size)}-`,
    'bytes=-1',
    'bytes=-0',
    'bytes=-99999999',
    'bytes=5-2',
    'bytes=0-99999999999999999999',
    'bytes=99999999999999999999-',
    'bytes=a-b',
    'bytes=',
    'bytes=-',
    'bytes 0-1',
    'items=0-1',
    'bytes=0-0,0-0',
    `bytes=${Array.from({ length: 500 }, () => '0-').join(',')}`,
    'bytes=0-1,-1',
    'bytes=1e1-2e1',
    'bytes=-1-5',
    'bytes=0x0-0x5',
  ];
  const wrong: string[] = [];

  for (const range of ranges) {
    const answer = await secretary.send('GET', `/uploads/${String(upload?.id)}/preview`, {
      headers: { range },
    });
    figures.count('B-07', String(answer.status));
    const length = Number(answer.headers.get('content-length'));
    if (![200, 206, 416].includes(answer.status) || (answer.status < 300 && length > size))
      wrong.push(`${range}: ${String(answer.status)} ${String(length)}`);
  }

  expect(wrong).toEqual([]);
}, 60_000);
