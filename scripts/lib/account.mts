import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isRoot } from './paths.mts';
import { mustRun, run } from './processes.mts';

/** An unprivileged account of this system. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

const NAME = 'iso-dien-tu';

function lookUp(name: string): Account | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { name, uid: Number(uid), gid: Number(gid) };
}

/** The account under which root runs PostgreSQL, made when missing; null for anyone else, who runs it as themselves. */
export async function serverAccount(): Promise<Account | null> {
  if (!isRoot) return null;
  const known = lookUp(NAME);
  if (known) return known;
  // Two runs may race; the second finds the account made by the first.
  await run('useradd', [
    '--system',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    NAME,
  ]);
  const made = lookUp(NAME) ?? lookUp('nobody');
  if (!made)
    throw new Error('No unprivileged account for PostgreSQL: neither iso-dien-tu nor nobody exists.');
  return made;
}

/** True when others may walk down to the path: every folder above it has o+x. */
export function isReachableByOthers(path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

export async function giveTo(account: Account | null, path: string): Promise<void> {
  if (account) await mustRun('chown', ['-R', `${account.uid}:${account.gid}`, path]);
}
