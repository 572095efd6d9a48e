import { createHash, randomBytes } from 'node:crypto';
import { type AddressInfo } from 'node:net';

import { foldVietnamese, uuidV7 } from '@app/kernel';
import { portalSettings } from '@app/platform/config';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Browser, type Page, type Request } from 'playwright-core';

import { createPortal } from '../../../apps/portal/create-portal';
import { openChromium } from '../../browser/support/browser.mts';
import { sharedEnvironment } from '../../support/staging';
import { World } from '../../support/world';

const CODE = '7K2M9XQD04TB';
const PUBLISHED = randomBytes(200_000);
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

let world: World;
let portal: NestFastifyApplication;
let browser: Browser;
let base = '';

beforeAll(async () => {
  world = await World.open();
  const agency = await world.commune(await world.province());
  await world.owner.query(
    `insert into portal.agency (agency_id, slug, name, short_name, folded_name, kind, updated_at)
     values ($1, 'xa-thu', 'UBND xã Thử', 'Xã Thử', 'xa thu', 'commune', now())`,
    [agency.id],
  );
  await world.owner.query(
    `insert into portal.declaration (agency_id, id, verification_code, state, kind, number, number_key, signed_on,
       standard, signer_name, signer_position, signer_formula, content_hash, scope_size, pdf_sha256, pdf_size,
       published_at)
     values ($1, $2, $3, 'valid', 'full', '77/CB-UBND', $6, '2026-01-05', 'TCVN ISO 9001:2015',
       'Người Thử', 'Chủ tịch', 'TM.', 'x', 1, $4, $5, now())`,
    [agency.id, uuidV7(), CODE, hashOf(PUBLISHED), PUBLISHED.length, foldVietnamese('77/CB-UBND')],
  );
  const environment = sharedEnvironment(world.database);
  portal = await createPortal(portalSettings(environment), false);
  await portal.listen(0, '127.0.0.1');
  base = `http://127.0.0.1:${String((portal.getHttpServer().address() as AddressInfo).port)}`;
  browser = await openChromium();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await portal.close();
  await world.close();
});

async function ask(path: string): Promise<{ status: number; text: string; location: string | null }> {
  const answer = await fetch(base + path, { redirect: 'manual' });
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') };
}

async function dropped(bytes: Buffer, javaScriptEnabled = true): Promise<{ page: Page; sent: Request[] }> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
  const sent: Request[] = [];
  page.on('request', (request) => sent.push(request));
  await page.goto(`${base}/kiem-tra`);
  if (javaScriptEnabled)
    await page
      .locator('#tep')
      .setInputFiles({ name: 'ban-cong-bo.pdf', mimeType: 'application/pdf', buffer: bytes });
  return { page, sent };
}

describe('R22: the public check of a paper', () => {
  it('R22: by the code of the QR, by the number, and by the hash, without any script', async () => {
    expect((await ask(`/q/${CODE}`)).text).toContain('77/CB-UBND');
    expect((await ask('/kiem-tra?so=77/CB-UBND')).text).toContain('UBND xã Thử');
    expect(await ask(`/kiem-tra?so=${hashOf(PUBLISHED).toUpperCase()}`)).toMatchObject({
      status: 303,
      location: `/q/${CODE}`,
    });
    const { status, text } = await ask(`/kiem-tra?so=${'0'.repeat(64)}`);
    expect([status, text]).toEqual([404, expect.stringContaining('không trùng')]);
  });

  it('R22: by dropping the file, whose bytes no request carries', async () => {
    const { page, sent } = await dropped(PUBLISHED);
    await page.waitForURL(`**/q/${CODE}`);

    await page.getByText('77/CB-UBND').first().waitFor();
    expect(sent.length).toBeGreaterThan(2);
    for (const request of sent) {
      expect([request.method(), request.postDataBuffer()]).toEqual(['GET', null]);
      expect(request.url().length).toBeLessThan(300);
    }
  });

  it('R22: a file with one byte changed is none of the published ones', async () => {
    const changed = Buffer.from(PUBLISHED);
    changed[100_000] = changed[100_000]! ^ 1;
    const { page } = await dropped(changed);
    await page.waitForURL(`**/kiem-tra?so=${hashOf(changed)}`);

    await page.getByText('không trùng với tệp nào').first().waitFor();
    expect(await page.getByText('77/CB-UBND').count()).toBe(0);
  });

  it('R22: without scripts the box for the number stays, and the drop zone does not show', async () => {
    const { page } = await dropped(PUBLISHED, false);

    expect(await page.locator('#tha-tep').isVisible()).toBe(false);
    expect(await page.locator('#o-tim').isVisible()).toBe(true);
  });
});
