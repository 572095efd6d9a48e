import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { systemActor, uuidV7 } from '@app/kernel';

import { type RunningWorker } from '../../../apps/worker/create-worker';
import { CheckFiles } from '../../../libs/dossiers/src/application/files/check-files';
import { FilesSweep } from '../../../libs/dossiers/src/jobs/files-sweep';

import { eventually, testServers } from '../../support';
import {
  type Library,
  type Page,
  Stage,
  startWorkerInProcess,
  type VersionView,
} from '../../support/staging';

let stage: Stage;
let worker: RunningWorker;
let library: Library;
let version: VersionView;

beforeAll(async () => {
  stage = await Stage.open({
    ISO_FILES: 'folder',
    ISO_FILES_FOLDER: mkdtempSync(join(testServers().folder, 'file-checks-')),
  });
  library = await stage.library();
  version = await library.effective();
  await library.effective();
  worker = await startWorkerInProcess(stage.environment);
}, 60_000);

afterAll(async () => {
  await worker.app.close();
  await stage.close();
});

function check(): Promise<number> {
  const { id, path } = library.office.agency;
  return worker.app.get(CheckFiles, { strict: false }).execute(systemActor(id, uuidV7(), path));
}

async function monthsPass(): Promise<void> {
  await stage.world.owner.query(
    `update dossiers.file_check set checked_at = checked_at - interval '31 days' where agency_id = $1`,
    [library.office.agency.id],
  );
}

async function journalled(): Promise<{ detail: string }[]> {
  const { rows } = await stage.world.owner.query<{ detail: string }>(
    "select detail from journal.entry where agency_id = $1 and action = 'dossiers.files-damaged'",
    [library.office.agency.id],
  );
  return rows;
}

const notices = async (): Promise<string[]> => {
  const { items } = await library.office.by['agency-admin'].get<Page<{ title: string }>>('/notices');
  return items.map(({ title }) => title).filter((title) => title.includes('nguyên vẹn'));
};

describe('RI-03 files are hashed again by schedule', () => {
  it('RI-03: looks at every file that a row promises, once a month, and is silent while all is well', async () => {
    await monthsPass();
    await check();

    expect(await check()).toBe(0);
    const { rows } = await stage.world.owner.query<{ n: number; damaged: number }>(
      `select count(*)::int as n, count(problem)::int as damaged from dossiers.file_check where agency_id = $1`,
      [library.office.agency.id],
    );
    expect(rows).toEqual([{ n: 4, damaged: 0 }]);
    expect(await journalled()).toEqual([]);
  });

  it('RI-03: rings once when a byte of a master was changed on the disk, and when a PDF is gone', async () => {
    const agencyId = library.office.agency.id;
    const { rows } = await stage.world.owner.query<{ master: string; pdf: string }>(
      'select master_sha256 as master, rendition_sha256 as pdf from documents.version where id = $1',
      [version.id],
    );
    const { master, pdf } = rows[0]!;
    writeFileSync(join(stage.environment['ISO_FILES_FOLDER']!, 'records', agencyId, master), 'changed');
    await stage.api.files.remove({ area: 'renditions', agencyId, sha256: pdf });

    await monthsPass();
    await Promise.all([check(), check()]);
    await monthsPass();
    await check();

    const told = await journalled();
    expect(told).toHaveLength(1);
    expect(told[0]!.detail).toContain('storage.corrupt');
    expect(told[0]!.detail).toContain('storage.missing');
    expect(await notices()).toEqual(['2 tệp trong kho bị mất hoặc không còn nguyên vẹn']);
  });

  it('RI-03: comes to every agency by itself', async () => {
    await stage.world.owner.query('delete from dossiers.file_round where agency_id = $1', [
      library.office.agency.id,
    ]);

    await eventually(
      async () => {
        await worker.app.get(FilesSweep, { strict: false }).sweep();
        const { rows } = await stage.world.owner.query<{ planned: boolean }>(
          'select next_at > now() as planned from dossiers.file_round where agency_id = $1',
          [library.office.agency.id],
        );
        return rows[0]?.planned;
      },
      { within: 80_000 },
    );
  }, 90_000);
});
