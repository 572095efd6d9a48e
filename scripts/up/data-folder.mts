import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, isAlive, type ProcessIdentity } from '../lib/processes.mts';
import { DATABASE_ROLES, newSecret, newSecretKey, type RolePasswords } from '../lib/product-database.mts';

export interface Secrets {
  superuserPassword: string;
  rolePasswords: RolePasswords;
  /** What ISO_SECRET_KEYS says; without it the second factors of people cannot be opened again. */
  secretKeys: string;
}

const LOG_LIMIT_BYTES = 20 * 1024 * 1024;

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** Whole or not at all: a crash between the two steps leaves the old file. */
function writeJson(path: string, value: unknown): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** The folder that survives from one run to the next: cluster, files, mails, logs, secrets, and who runs now. */
export class DataFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o755); // the account of PostgreSQL walks through it; what is inside has rights of its own
    for (const name of ['files', 'work', 'log', 'run'])
      mkdirSync(join(path, name), { recursive: true, mode: 0o700 });
  }

  within(...names: string[]): string {
    return join(this.path, ...names);
  }

  /** A log that grew large begins anew; one older stays. */
  log(name: string): string {
    const path = this.within('log', `${name}.log`);
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES)
      renameSync(path, `${path}.1`);
    return path;
  }

  secrets(): Secrets {
    const path = this.within('secrets.json');
    const known = readJson(path) as Secrets | null;
    const passwords = Object.keys(DATABASE_ROLES).map((role) => [
      role,
      known?.rolePasswords[role as keyof RolePasswords] ?? newSecret(),
    ]);
    const secrets: Secrets = {
      superuserPassword: known?.superuserPassword ?? newSecret(),
      rolePasswords: Object.fromEntries(passwords) as RolePasswords,
      secretKeys: known?.secretKeys ?? newSecretKey(),
    };
    writeJson(path, secrets);
    return secrets;
  }

  /** The port of the last run, kept so that addresses written down by people stay true. */
  get lastDatabasePort(): number | null {
    return (readJson(this.within('run', 'postgres-port.json')) as { port: number } | null)?.port ?? null;
  }

  rememberDatabasePort(port: number): void {
    writeJson(this.within('run', 'postgres-port.json'), { port });
  }

  /** What `npm run cli` needs to work on this installation. */
  rememberEnvironment(environment: Record<string, string>): void {
    writeJson(this.within('run', 'environment.json'), environment);
  }

  /** What the seed said when this build prepared this cluster; null when it has not yet. */
  preparedBy(build: string): string | null {
    const known = readJson(this.within('run', 'prepared.json')) as { build: string; said: string } | null;
    return known?.build === build ? known.said : null;
  }

  rememberPrepared(build: string, said: string): void {
    writeJson(this.within('run', 'prepared.json'), { build, said });
  }

  remember(name: string, process: ProcessIdentity): void {
    writeJson(this.within('run', `${name}.pid.json`), process);
  }

  forget(name: string): void {
    rmSync(this.within('run', `${name}.pid.json`), { force: true });
  }

  /** A process of an earlier run that still lives. */
  survivor(name: string): ProcessIdentity | null {
    const known = readJson(this.within('run', `${name}.pid.json`)) as ProcessIdentity | null;
    return known && isAlive(known) ? known : null;
  }

  /** One supervisor per data folder. */
  claim(): void {
    const other = this.survivor('supervisor');
    if (other && other.pid !== process.pid) {
      throw new Error(
        `Đang chạy rồi: tiến trình ${other.pid} giữ thư mục ${this.path} (already running; stop it, or set ISO_DATA).`,
      );
    }
    const own = identityOf(process.pid);
    if (own) this.remember('supervisor', own);
  }

  /** Only by the one that holds it: a second start that was refused leaves the claim of the first. */
  giveUpClaim(): void {
    if (this.survivor('supervisor')?.pid === process.pid) this.forget('supervisor');
  }
}
