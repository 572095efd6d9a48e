import { existsSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { serverAccount } from '../lib/account.mts';
import {
  adoptCluster,
  type Cluster,
  createCluster,
  type PostgresServer,
  startCluster,
} from '../lib/postgres.mts';
import { freePort, isAlive } from '../lib/processes.mts';
import { type DataFolder } from './data-folder.mts';
import { say } from './voice.mts';

const LOOK_EVERY_MS = 500;
const ATTEMPTS = 6;

/** Each queue of the worker holds four: its pools of two and one, and the one that listens. */
const SETTINGS = { max_connections: '400' };

/** The embedded PostgreSQL: made once, adopted when it outlived a crash, started again when it falls. */
export class EmbeddedDatabase {
  readonly #data: DataFolder;
  readonly #fixedPort: number | null;
  readonly #password: string;
  #server: PostgresServer | null = null;
  #stopping = false;

  constructor(data: DataFolder, { password, port }: { password: string; port: number | null }) {
    this.#data = data;
    this.#password = password;
    this.#fixedPort = port;
  }

  async start(): Promise<PostgresServer> {
    const cluster: Cluster = {
      folder: this.#data.within('postgres'),
      account: await serverAccount(),
      password: this.#password,
    };
    if (!existsSync(cluster.folder)) {
      rmSync(this.#data.within('run', 'prepared.json'), { force: true });
      await createCluster(cluster, true);
    }
    this.#server = await this.#startWithPatience(cluster, await this.#choosePort());
    this.#data.rememberDatabasePort(this.#server.port);
    void this.#watch(cluster, this.#server.port);
    return this.#server;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#server?.stop();
  }

  async #choosePort(): Promise<number> {
    const last = this.#fixedPort ?? this.#data.lastDatabasePort;
    return last ?? freePort();
  }

  /** Orphans of a killed postmaster need a moment to see that it is gone; another program may hold the old port. */
  async #startWithPatience(cluster: Cluster, port: number): Promise<PostgresServer> {
    let chosen = port;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#adoptOrStart(cluster, chosen);
      } catch (error) {
        if (attempt === ATTEMPTS || this.#stopping) throw error;
        chosen = await this.#portAfter(error, chosen);
        await pause(500 * attempt);
      }
    }
  }

  async #adoptOrStart(cluster: Cluster, port: number): Promise<PostgresServer> {
    const adopted = await adoptCluster(cluster);
    if (!adopted)
      return startCluster(cluster, port, { settings: SETTINGS, logFile: this.#data.log('postgres') });
    say(`PostgreSQL của lần chạy trước vẫn hoạt động, dùng tiếp (adopted process ${adopted.process.pid})`);
    return adopted;
  }

  async #portAfter(error: unknown, port: number): Promise<number> {
    const isTaken = String(error).includes('could not bind');
    return isTaken && this.#fixedPort === null && !this.#server ? freePort() : port;
  }

  /** The other processes know the port, so it stays the same. */
  async #watch(cluster: Cluster, port: number): Promise<void> {
    for (;;) {
      await pause(LOOK_EVERY_MS, undefined, { ref: false });
      if (this.#stopping) return;
      if (!this.#server || isAlive(this.#server.process)) continue;
      say('PostgreSQL đã dừng; khởi động lại (PostgreSQL ended; restarting)');
      try {
        this.#server = await this.#startWithPatience(cluster, port);
        say('PostgreSQL hoạt động trở lại (PostgreSQL is back)');
      } catch (error) {
        say(`PostgreSQL không khởi động lại được (did not come back): ${String(error)}`);
        await pause(5000, undefined, { ref: false });
      }
    }
  }
}
