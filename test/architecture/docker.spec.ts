import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { apiSettings, cliSettings, portalSettings, workerSettings } from '@app/platform/config';
import { parse } from 'yaml';

const REPOSITORY = resolve(__dirname, '../..');

interface Service {
  image?: string;
  build?: { target: string };
  environment?: Record<string, string>;
}

/** `${NAME:?}` as docker compose fills it in from docker/.env. */
function filledIn(text: string): string {
  const values: Record<string, string> = {
    ISO_PUBLIC_URL: 'https://iso.example.gov.vn',
    ISO_PORTAL_URL: 'https://cong-bo.example.gov.vn',
    ISO_SMTP_URL: 'smtps://user:secret@mail.example.gov.vn:465',
    ISO_MAIL_FROM: 'ISO điện tử <iso@example.gov.vn>',
    ISO_SECRET_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
  };
  return text.replace(/\$\{(\w+):\?\}/g, (_, name: string) => values[name] ?? `value-of-${name}-long-enough`);
}

const compose = parse(filledIn(readFileSync(join(REPOSITORY, 'docker-compose.yml'), 'utf8')), {
  merge: true,
}) as {
  services: Record<string, Service>;
};

/** What the image sets and what the composition adds. */
function environmentOf(name: string): Record<string, string> {
  const fromImage = { ISO_HOST: '0.0.0.0', ISO_WORK_FOLDER: '/var/lib/iso/work' };
  return { ...fromImage, ...compose.services[name]?.environment };
}

describe('docker-compose.yml', () => {
  it('gives each process settings that it accepts', () => {
    expect(apiSettings(environmentOf('api')).storage.backend).toBe('s3');
    expect(workerSettings(environmentOf('worker')).queue.backend).toBe('redis');
    expect(portalSettings(environmentOf('portal')).storage.backend).toBe('s3');
    expect(cliSettings(environmentOf('prepare')).ownerUrl).toContain('iso_owner');
  });

  it.each([
    ['api', ['iso_app']],
    ['worker', ['iso_worker']],
    ['portal', ['iso_portal']],
  ])('gives %s the database role of its own and no other', (name, roles) => {
    const mentioned = Object.values(environmentOf(name)).flatMap(
      (value) => value.match(/iso_\w+(?=:)/g) ?? [],
    );

    expect(mentioned).toEqual(roles);
  });

  it('names every variable that docker/.env.example lists, and no other', () => {
    const asked = new Set(
      [...readFileSync(join(REPOSITORY, 'docker-compose.yml'), 'utf8').matchAll(/\$\{(\w+):\?\}/g)].map(
        ([, name]) => name,
      ),
    );
    const offered = [
      ...readFileSync(join(REPOSITORY, 'docker/.env.example'), 'utf8').matchAll(/^(\w+)=/gm),
    ].map(([, name]) => name);

    expect([...asked].sort()).toEqual(offered.sort());
  });

  it('keeps the queue: append-only file, nothing evicted', () => {
    const settings = readFileSync(join(REPOSITORY, 'docker/redis.conf'), 'utf8');

    expect(settings).toMatch(/^appendonly yes$/m);
    expect(settings).toMatch(/^maxmemory-policy noeviction$/m);
  });

  it('builds only targets that the Dockerfile has', () => {
    const stages = [
      ...readFileSync(join(REPOSITORY, 'docker/Dockerfile'), 'utf8').matchAll(/ AS (\S+)$/gm),
    ].map(([, name]) => name);
    const targets = Object.values(compose.services).flatMap(({ build }) => build?.target ?? []);

    expect(targets.filter((target) => !stages.includes(target))).toEqual([]);
  });
});
