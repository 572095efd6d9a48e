import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Where root keeps what an unprivileged account must reach: PostgreSQL refuses root and cannot enter a 0700 folder. */
export const SYSTEM_FOLDER = '/var/lib/iso-dien-tu';

export const isRoot = process.getuid?.() === 0;

function filesBelow(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name !== 'node_modules' && name !== 'dist')
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** A hash over names and contents of files and folders (given from the repository's root), 16 hex digits. */
export function hashOfSources(sources: readonly string[], salt = ''): string {
  const hash = createHash('sha256').update(salt);
  for (const file of sources.flatMap((source) => filesBelow(join(REPOSITORY, source)))) {
    hash.update(`\0${file.slice(REPOSITORY.length)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}
