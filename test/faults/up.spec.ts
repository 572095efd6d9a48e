import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { env } from 'node:process';
import { freePort } from '../../scripts/lib/processes.mts';
import { eventually } from '../support';

const REPOSITORY = resolve(__dirname, '../..');
const PATIENCE = 120_000;

/** `npm run up` as a person has it: from a clone that nobody else may enter, with a data folder of its own. */
class Installation {
  readonly clone = mkdtempSync(join(tmpdir(), 'iso-up-clone-')); // 0700
  readonly data = mkdtempSync(join(tmpdir(), 'iso-up-data-'));
  readonly ports: Readonly<Record<'api' | 'portal' | 'worker' | 'smtp' | 'mail', number>>;
  output = '';
  #supervisor: ChildProcess | undefined;

  private constructor(ports: Installation['ports']) {
    this.ports = ports;
  }

  static async prepare(): Promise<Installation> {
    const [api, portal, worker, smtp, mail] = await Promise.all([1, 2, 3, 4, 5].map(() => freePort()));
    const installation = new Installation({
      api: api!,
      portal: portal!,
      worker: worker!,
      smtp: smtp!,
      mail: mail!,
    });
    const copy =
      'git ls-files -co --exclude-standard -z | tar --null --ignore-failed-read -T - -cf - | tar -xf - -C "$0"';
    execFileSync('bash', ['-c', copy, installation.clone], { cwd: REPOSITORY, stdio: 'ignore' });
    execFileSync('cp', ['-al', join(REPOSITORY, 'node_modules'), join(installation.clone, 'node_modules')]);
    if (existsSync(join(REPOSITORY, 'dist'))) {
      execFileSync('cp', ['-a', join(REPOSITORY, 'dist'), join(installation.clone, 'dist')]);
    }
    return installation;
  }

  start(): void {
    this.output = '';
    const child = spawn(process.execPath, ['scripts/up.mjs'], {
      cwd: this.clone,
      env: {
        ...env,
        ISO_DATA: this.data,
        ISO_API_PORT: String(this.ports.api),
        ISO_PORTAL_PORT: String(this.ports.portal),
        ISO_WORKER_PORT: String(this.ports.worker),
        ISO_SMTP_PORT: String(this.ports.smtp),
        ISO_MAIL_PORT: String(this.ports.mail),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
    this.#supervisor = child;
  }

  ready(): Promise<boolean> {
    return eventually(
      () => {
        if (this.output.includes('could not start')) throw new Error(this.output);
        return this.output.includes('(ready)');
      },
      { within: PATIENCE, every: 200 },
    );
  }

  status(address: 'api' | 'portal' | 'mail' | 'worker', path: string): Promise<number> {
    return fetch(`http://127.0.0.1:${String(this.ports[address])}${path}`).then((answer) => answer.status);
  }

  isServing(): Promise<boolean> {
    return eventually(
      async () =>
        (await this.status('api', '/api/v1/health/ready')) === 200 &&
        (await this.status('worker', '/health/ready')) === 200 &&
        (await this.status('portal', '/health/ready')) === 200 &&
        (await this.status('mail', '/health/ready')) === 200,
      { within: PATIENCE, every: 200 },
    );
  }

  pidOf(name: 'supervisor' | 'api' | 'worker' | 'portal' | 'mail' | 'postgres'): number {
    const file = name === 'postgres' ? 'postgres/postmaster.pid' : `run/${name}.pid.json`;
    const text = readFileSync(join(this.data, file), 'utf8');
    return name === 'postgres' ? Number(text.split('\n')[0]) : (JSON.parse(text) as { pid: number }).pid;
  }

  isRunning(pid: number): boolean {
    return (
      existsSync(`/proc/${String(pid)}`) &&
      !readFileSync(`/proc/${String(pid)}/stat`, 'utf8').includes(') Z ')
    );
  }

  kill(...names: Parameters<Installation['pidOf']>[0][]): void {
    for (const pid of names.map((name) => this.pidOf(name))) process.kill(pid, 'SIGKILL');
  }

  async stop(): Promise<void> {
    const supervisor = this.#supervisor;
    if (supervisor?.exitCode === null && supervisor.signalCode === null) {
      const ended = new Promise((resolveEnd) => supervisor.once('exit', resolveEnd));
      supervisor.kill('SIGTERM');
      await ended;
    }
  }

  remove(): void {
    for (const folder of [this.clone, this.data]) rmSync(folder, { recursive: true, force: true });
  }
}

describe('npm run up', () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await Installation.prepare();
    installation.start();
    await installation.ready();
  }, PATIENCE);

  afterAll(async () => {
    await installation.stop();
    installation.remove();
  }, 60_000);

  it('prints four addresses that answer, and whom one may sign in as', async () => {
    expect(await installation.status('api', '/')).toBe(200);
    expect(await installation.status('api', '/api/docs')).toBe(200);
    expect(await installation.status('portal', '/')).toBe(200);
    expect(await installation.status('mail', '/')).toBe(200);
    expect(installation.output).toContain('hacthanh.thuky');
  });

  it('keeps its secrets from others', () => {
    const mode = execFileSync('stat', ['-c', '%a', join(installation.data, 'secrets.json')], {
      encoding: 'utf8',
    });

    expect(mode.trim()).toBe('600');
  });

  it(
    'starts a killed API, worker, portal and PostgreSQL again',
    async () => {
      const before = installation.pidOf('postgres');

      installation.kill('api', 'worker', 'portal', 'postgres');

      await eventually(() => installation.pidOf('postgres') !== before, { within: PATIENCE });
      expect(await installation.isServing()).toBe(true);
    },
    PATIENCE,
  );

  it(
    'recovers by itself after kill -9 of everything, and adopts a PostgreSQL that lives on',
    async () => {
      const postgres = installation.pidOf('postgres');

      installation.kill('supervisor', 'api', 'portal'); // the worker and the mail catcher live on, too
      installation.start();
      await installation.ready();

      expect(await installation.isServing()).toBe(true);
      expect(installation.pidOf('postgres')).toBe(postgres);

      installation.kill('supervisor', 'api', 'worker', 'portal', 'mail', 'postgres');
      installation.start();
      await installation.ready();

      expect(await installation.isServing()).toBe(true);
    },
    PATIENCE,
  );

  it('stops everything on a signal', async () => {
    const pids = (['supervisor', 'api', 'worker', 'portal', 'mail', 'postgres'] as const).map((name) =>
      installation.pidOf(name),
    );

    await installation.stop();

    expect(pids.filter((pid) => installation.isRunning(pid))).toEqual([]);
  }, 60_000);
});
