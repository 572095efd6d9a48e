import { type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '../../scripts/lib/processes.mts';
import { eventually, WorkerProcess } from '../support';
import { apiProcess } from '../support/api-process';
import { type Answer, Caller, type Office, type Problem, Stage } from '../support/staging';

/** What became of an upload. */
export interface Outcome {
  id: string;
  state: string;
  /** Code of the refusal, or of what hindered reading. */
  code: string | null;
  message: string | null;
  remarks: string[];
}

interface UploadLine {
  id: string;
  state: string;
  problem: { code: string; message: string } | null;
  proposal: { problems: { code: string }[] } | null;
}

/** The built api and worker as processes of their own, and one person who sends them what nobody should. */
export class Door {
  readonly api: ChildProcess;
  readonly worker: WorkerProcess;
  /** Where the worker puts what it needs for a moment. */
  readonly scratch = mkdtempSync(join(tmpdir(), 'iso-bad-input-'));

  private constructor(
    readonly stage: Stage,
    readonly office: Office,
    readonly port: number,
    readonly workerPort: number,
  ) {
    const environment = { ...stage.environment, TMPDIR: this.scratch };
    this.api = apiProcess({ ...environment, ISO_API_PORT: String(port) });
    this.worker = new WorkerProcess({ ...environment, ISO_WORKER_PORT: String(workerPort) });
    this.worker.start();
  }

  static async open(): Promise<Door> {
    const stage = await Stage.open();
    const door = new Door(stage, await stage.office(), await freePort(), await freePort());
    await eventually(async () => (await fetch(`${door.base}/health/ready`)).ok, { within: 90_000 });
    await door.worker.ready(door.workerPort);
    return door;
  }

  async close(): Promise<void> {
    this.api.kill('SIGKILL');
    await this.worker.kill();
    await this.stage.close();
  }

  get base(): string {
    return `http://127.0.0.1:${String(this.port)}/api/v1`;
  }

  /** The secretary at the api that is a process of its own. */
  get secretary(): Caller {
    return this.as(this.office.by.secretary);
  }

  as(officer: Caller): Caller {
    return new Caller(this.base, officer.credentials()['cookie'] ?? null);
  }

  async upload(
    fileName: string,
    bytes: Buffer,
    path = '/uploads',
  ): Promise<Answer<Problem & { id: string }>> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), fileName);
    return this.secretary.send('POST', path, { body: form });
  }

  /** Waits until the worker has said its word about each. */
  async outcomes(ids: readonly string[], within: number): Promise<Map<string, Outcome>> {
    const open = async (): Promise<number> => {
      const { rows } = await this.stage.world.owner.query<{ n: number }>(
        "select count(*)::int as n from documents.upload where id = any ($1) and state in ('received', 'reading')",
        [ids],
      );
      return rows[0]?.n ?? 0;
    };
    await eventually(async () => (await open()) === 0, { within, every: 200 });
    const { rows } = await this.stage.world.owner.query<UploadLine>(
      'select id, state, problem, proposal from documents.upload where id = any ($1)',
      [ids],
    );
    return new Map(
      rows.map(({ id, state, problem, proposal }) => [
        id,
        {
          id,
          state,
          code: problem?.code ?? null,
          message: problem?.message ?? null,
          remarks: proposal?.problems.map(({ code }) => code) ?? [],
        },
      ]),
    );
  }

  /** What lies about that nothing refers to. */
  async leftovers(): Promise<string[]> {
    const files = this.stage.environment['ISO_FILES_FOLDER'] ?? '';
    const agencyId = this.office.agency.id;
    const { rows } = await this.stage.world.owner.query<{ sha256: string }>(
      "select sha256 from documents.upload where agency_id = $1 and state <> 'refused'",
      [agencyId],
    );
    const known = new Set(rows.map(({ sha256 }) => sha256));
    const kept = filesUnder(join(files, 'quarantine'))
      .filter((path) => path.includes(agencyId))
      .filter((path) => ![...known].some((sha256) => path.includes(sha256)));
    const scratch = readdirSync(this.scratch).filter((name) => !name.startsWith('iso-office-'));
    return [...kept, ...scratch];
  }

  /** Resident bytes of a process. */
  memory(pid: number | undefined): number {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
  }
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
