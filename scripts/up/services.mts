import { join } from 'node:path';
import { REPOSITORY } from '../lib/paths.mts';
import { type DataFolder } from './data-folder.mts';
import { Service } from './service.mts';
import { type UpSettings } from './settings.mts';

/** The processes of the embedded profile. Each gets the database address of its own role and of no other. */
export interface Services {
  mail: Service;
  worker: Service;
  api: Service;
  portal: Service;
}

/**
 * A small young generation keeps an idle process under its limit (api 180 MiB) at no cost that the benches show;
 * source maps would take 30 MiB.
 */
const MEMORY = ['--max-semi-space-size=4'];

export interface Addresses {
  web: string;
  portal: string;
  mail: string;
}

export function addressesOf({ ports }: UpSettings): Addresses {
  return {
    web: process.env['ISO_PUBLIC_URL'] ?? `http://127.0.0.1:${ports.api}`,
    portal: process.env['ISO_PORTAL_URL'] ?? `http://127.0.0.1:${ports.portal}`,
    mail: `http://127.0.0.1:${ports.mail}`,
  };
}

/** Below it each agency has the folders that it watches for legal texts. */
export function watchFolder(data: DataFolder): string {
  return data.within('nguon-van-ban');
}

function commonEnvironment(settings: UpSettings, data: DataFolder): Record<string, string> {
  const { web, portal } = addressesOf(settings);
  return {
    ISO_HOST: settings.host,
    ISO_PUBLIC_URL: web,
    ISO_PORTAL_URL: portal,
    ISO_QUEUE: process.env['ISO_QUEUE'] ?? 'postgres',
    ISO_FILES: process.env['ISO_FILES'] ?? 'folder',
    ISO_FILES_FOLDER: data.within('files'),
    ISO_MAIL_FROM: process.env['ISO_MAIL_FROM'] ?? 'ISO điện tử <iso@localhost>',
  };
}

export function describeServices(
  settings: UpSettings,
  data: DataFolder,
  database: Record<string, string>,
): Services {
  const { ports } = settings;
  const common = commonEnvironment(settings, data);
  const product = (
    name: 'api' | 'worker' | 'portal',
    port: number,
    own: Record<string, string>,
    health: string,
  ): Service =>
    new Service(
      {
        name,
        args: [...MEMORY, join(REPOSITORY, 'dist', 'apps', name, 'main.js')],
        environment: { ...common, ISO_WORK_FOLDER: data.within('work', name), ...own },
        healthUrl: `http://127.0.0.1:${port}${health}`,
      },
      data,
    );
  const role = (variable: string): Record<string, string> => ({ [variable]: database[variable] ?? '' });
  return {
    mail: new Service(
      {
        name: 'mail',
        args: [join(REPOSITORY, 'scripts', 'mail-catcher', 'main.mts')],
        environment: {
          ISO_SMTP_PORT: String(ports.smtp),
          ISO_MAIL_PORT: String(ports.mail),
          ISO_MAIL_FOLDER: data.within('mail'),
        },
        healthUrl: `http://127.0.0.1:${ports.mail}/health/ready`,
      },
      data,
    ),
    worker: product(
      'worker',
      ports.worker,
      {
        ...role('ISO_DB_WORKER_URL'),
        ISO_WORKER_PORT: String(ports.worker),
        ISO_WATCH_FOLDER: process.env['ISO_WATCH_FOLDER'] ?? watchFolder(data),
        ISO_SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
      },
      '/health/ready',
    ),
    api: product(
      'api',
      ports.api,
      {
        ...role('ISO_DB_APP_URL'),
        ISO_API_PORT: String(ports.api),
        ISO_SECRET_KEYS: process.env['ISO_SECRET_KEYS'] ?? data.secrets().secretKeys,
        ISO_WEB_FOLDER: join(REPOSITORY, 'dist', 'apps', 'web'),
      },
      '/api/v1/health/ready',
    ),
    portal: product(
      'portal',
      ports.portal,
      { ...role('ISO_DB_PORTAL_URL'), ISO_PORTAL_PORT: String(ports.portal) },
      '/health/ready',
    ),
  };
}
