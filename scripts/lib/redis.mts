import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { identityOf, isAlive, until } from './processes.mts';

export interface RedisServer {
  pid: number;
  port: number;
  url: string;
}

/** PING in Redis' own protocol; a client library would retry for us and hide the answer. */
function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.setTimeout(1000, () => socket.destroy());
    socket.once('data', (data) => {
      resolve(data.toString().startsWith('+PONG'));
      socket.destroy();
    });
    socket.once('error', () => undefined);
    socket.once('close', () => resolve(false));
  });
}

/** Debian's redis-server with the settings that the product asks for: append-only file, noeviction. */
export async function startRedis(
  folder: string,
  port: number,
  settings: Record<string, string> = {},
): Promise<RedisServer> {
  mkdirSync(folder, { recursive: true });
  const all = {
    bind: '127.0.0.1',
    port: String(port),
    dir: folder,
    appendonly: 'yes',
    'maxmemory-policy': 'noeviction',
    save: '',
    ...settings,
  };
  const log = openSync(join(folder, 'redis.log'), 'a');
  const flags = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn('redis-server', flags, { stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  child.unref();
  const started = until(async () => answersPing(port), 10_000);
  const ready = await Promise.race([started, failed]);
  const identity = child.pid === undefined ? null : identityOf(child.pid);
  if (!ready || !identity || !isAlive(identity))
    throw new Error(`redis-server did not answer; see ${folder}/redis.log`);
  return { pid: identity.pid, port, url: `redis://127.0.0.1:${port}/0` };
}
