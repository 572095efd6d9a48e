import { type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { freePort } from '../../scripts/lib/processes.mts';
import { eventually } from '../support';
import { apiProcess, uploadsAtOnce } from '../support/api-process';
import { ImportDesk, Stage } from '../support/staging';

const MIB = 1024 * 1024;
const UPLOADS = uploadsAtOnce();
const FILE_BYTES = 20 * MIB;
const LIMIT_EACH = 12 * MIB;
const CHUNK = randomBytes(64 * 1024);

let stage: Stage;
let desk: ImportDesk;
let api: ChildProcess;
let port: number;

beforeAll(async () => {
  stage = await Stage.open();
  desk = new ImportDesk(stage.world, stage.api, await stage.office());
  port = await freePort();
  api = apiProcess({ ...stage.environment, ISO_API_PORT: String(port) });
  await eventually(async () => (await fetch(`http://127.0.0.1:${String(port)}/api/v1/health/ready`)).ok, {
    within: 30_000,
  });
}, 90_000);

afterAll(async () => {
  api.kill('SIGKILL');
  await stage.close();
});

/** Bytes of the api's process in memory: now, or the most it ever had. */
function memory(of: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${String(api.pid)}/status`, 'utf8');
  return Number(new RegExp(`${of}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024;
}

/** A file that is made as it is sent, so that the sender holds none of it; each has its own content. */
function* paper(name: number): Generator<Buffer> {
  yield Buffer.from(`%PDF-1.7 ${String(name)}\n`);
  for (let sent = 0; sent < FILE_BYTES; sent += CHUNK.length) yield CHUNK;
}

async function send(batchId: string, name: number): Promise<number> {
  const boundary = `----spec${String(name)}`;
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${String(name)}.pdf"\r\nContent-Type: application/pdf\r\n\r\n`;
  const sending = request({
    port,
    method: 'POST',
    path: `/api/v1/imports/${batchId}/files`,
    headers: {
      ...desk.office.by.secretary.credentials(),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
  });
  const answered = new Promise<number>((done, failed) => {
    sending.once('error', failed);
    sending.once('response', (answer) => {
      answer.resume();
      answer.once('end', () => {
        done(answer.statusCode ?? 0);
      });
    });
  });
  const body = function* body(): Generator<Buffer> {
    yield Buffer.from(head);
    yield* paper(name);
    yield Buffer.from(`\r\n--${boundary}--\r\n`);
  };
  await pipeline(Readable.from(body(), { objectMode: false }), sending);
  return answered;
}

it(`OF-04: ${String(UPLOADS)} uploads of 20 MB at once take the api at most 12 MiB each`, async () => {
  const batchId = await desk.open();
  expect(await send(batchId, UPLOADS)).toBe(201);
  const before = memory('VmRSS');

  const answers = await Promise.all(Array.from({ length: UPLOADS }, (_, name) => send(batchId, name)));

  const each = (memory('VmHWM') - before) / UPLOADS;
  process.stdout.write(`upload memory: ${(each / MIB).toFixed(1)} MiB each, ${String(UPLOADS)} at once\n`);
  expect(new Set(answers)).toEqual(new Set([201]));
  expect(each).toBeLessThanOrEqual(LIMIT_EACH);
}, 300_000);
