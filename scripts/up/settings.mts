import { join } from 'node:path';
import { isReachableByOthers } from '../lib/account.mts';
import { isRoot, REPOSITORY, SYSTEM_FOLDER } from '../lib/paths.mts';

export interface UpSettings {
  data: string;
  host: string;
  ports: { api: number; portal: number; worker: number; smtp: number; mail: number; postgres: number | null };
}

function port(name: string, fallback: number): number {
  const text = process.env[name] ?? String(fallback);
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) {
    throw new Error(`${name}="${text}": cần một số cổng từ 1 đến 65535 (a port from 1 to 65535 is needed).`);
  }
  return number;
}

/** Root's cluster runs under another account, which must be able to walk to it. */
function dataFolder(): string {
  const chosen = process.env['ISO_DATA'];
  if (chosen !== undefined && chosen !== '') return chosen;
  const own = join(REPOSITORY, 'data');
  return isRoot && !isReachableByOthers(own) ? SYSTEM_FOLDER : own;
}

export function upSettings(): UpSettings {
  return {
    data: dataFolder(),
    host: process.env['ISO_HOST'] ?? '127.0.0.1',
    ports: {
      api: port('ISO_API_PORT', 3000),
      portal: port('ISO_PORTAL_PORT', 3001),
      worker: port('ISO_WORKER_PORT', 3002),
      smtp: port('ISO_SMTP_PORT', 1025),
      mail: port('ISO_MAIL_PORT', 1080),
      postgres: process.env['ISO_DB_PORT'] === undefined ? null : port('ISO_DB_PORT', 5432),
    },
  };
}
