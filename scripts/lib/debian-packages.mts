import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { isRoot } from './paths.mts';
import { run } from './processes.mts';

/** A Debian package and a command that shows it is there. */
export interface DebianPackage {
  name: string;
  command: string;
}

export const LIBREOFFICE: DebianPackage = { name: 'libreoffice-writer-nogui', command: 'soffice' };

const APT_ENVIRONMENT = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1', LC_ALL: 'C.UTF-8' };
const APT = ['-o', 'DPkg::Lock::Timeout=500', '-o', 'Acquire::Retries=3'];

export function hasCommand(command: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

export function missing(packages: readonly DebianPackage[]): DebianPackage[] {
  return packages.filter(({ command }) => !hasCommand(command));
}

/**
 * Installs from Debian what is missing, as root only; gives what is still missing and why.
 * RUNLEVEL=1 keeps a package from starting its service; an unreachable archive is tried twice.
 */
export async function installMissing(
  packages: readonly DebianPackage[],
): Promise<{ absent: DebianPackage[]; reason: string }> {
  const wanted = missing(packages);
  if (wanted.length === 0) return { absent: [], reason: '' };
  if (!isRoot || !hasCommand('apt-get'))
    return { absent: wanted, reason: isRoot ? 'no apt-get here' : 'not root' };
  const env = { ...process.env, ...APT_ENVIRONMENT };
  const names = wanted.map(({ name }) => name);
  const install = [...APT, 'install', '-y', '--no-install-recommends', ...names];
  let output = '';
  for (let attempt = 1; attempt <= 2 && missing(wanted).length > 0; attempt += 1) {
    const update = await run('apt-get', [...APT, 'update'], { env });
    const outcome = await run('apt-get', install, { env });
    output = outcome.code === 0 ? '' : `${update.output.slice(-500)}\n${outcome.output.slice(-1500)}`;
  }
  return { absent: missing(wanted), reason: output.trim() };
}
