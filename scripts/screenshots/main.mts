import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Page } from 'playwright-core';
import { Clerk } from '../../test/browser/people/clerk.mts';
import { Official } from '../../test/browser/people/official.mts';
import { ProvinceOfficer } from '../../test/browser/people/province.mts';
import { Secretary } from '../../test/browser/people/secretary.mts';
import { Approver } from '../../test/browser/people/signers.mts';
import { openChromium } from '../../test/browser/support/browser.mts';
import { Cast } from '../../test/browser/support/story.mts';
import { REPOSITORY } from '../lib/paths.mts';
import { prepare } from './prepare.mts';

// Pictures of the main screens for docs/screenshots, of the demo that `npm run up` has started: ISO_PUBLIC_URL and
// ISO_PORTAL_URL name another. An installation without documents is given some first.

const WEB = process.env['ISO_PUBLIC_URL'] ?? 'http://127.0.0.1:3000';
const PORTAL = process.env['ISO_PORTAL_URL'] ?? 'http://127.0.0.1:3001';
const FOLDER = join(REPOSITORY, 'docs', 'screenshots');
const SIZES = [
  { name: 'desktop', width: 1366, height: 768 },
  { name: 'phone', width: 390, height: 844 },
] as const;

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page
    .locator('.ant-skeleton, .ant-spin-spinning, .pdf-loading')
    .first()
    .waitFor({ state: 'detached' });
  if ((await page.locator('.pdf').count()) > 0) await page.locator('.pdf canvas').first().waitFor();
  await page.evaluate('document.fonts.ready.then(() => undefined)');
}

/** Real procedures bear names and signatures of real people: the guide shows where a page lies, not what is on it. */
const VEIL = '.pdf canvas { filter: blur(4px) } .pdf .textLayer { visibility: hidden }';

/** The same address on a desk and on a telephone. */
async function picture(page: Page, name: string): Promise<void> {
  for (const { name: size, ...viewport } of SIZES) {
    await page.setViewportSize(viewport);
    await page.reload();
    await settled(page);
    if ((await page.locator('.pdf').count()) > 0) await page.addStyleTag({ content: VEIL });
    await page.screenshot({
      path: join(FOLDER, `${name}-${size}.png`),
      animations: 'disabled',
      caret: 'hide',
    });
  }
  const [{ name: _desk, ...desk }] = SIZES;
  await page.setViewportSize(desk);
  console.log(name);
}

async function addressOf(
  person: Official,
  list: string,
  pick: (item: { id: string }) => boolean = () => true,
): Promise<string> {
  const { items } = await person.asks<{ items: { id: string }[] }>(list);
  const found = items.find(pick);
  if (!found) throw new Error(`${list} is empty`);
  return found.id;
}

async function staffScreens(cast: Cast): Promise<void> {
  const thuKy = await cast.as(Secretary, 'hacthanh.thuky');
  const soanThao = await cast.as(Official, 'hacthanh.soanthao');
  const chuTich = await cast.as(Approver, 'hacthanh.chutich');
  const vanThu = await cast.as(Clerk, 'hacthanh.vanthu');
  const phapChe = await cast.as(ProvinceOfficer, 'tinh.phapche');
  const at = async (person: Official, path: string, name: string): Promise<void> => {
    await person.page.goto(path);
    await picture(person.page, name);
  };
  const { items } = await thuKy.asks<{ items: { documentId: string }[] }>('/documents?scope=effective');
  await at(soanThao, '/work', 'viec-cua-toi');
  await at(thuKy, '/documents', 'tai-lieu-dang-hieu-luc');
  await at(thuKy, `/documents/${items[0]?.documentId ?? ''}`, 'trang-tai-lieu');
  await at(thuKy, '/drafting', 'dang-soan-thao');
  await at(vanThu, `/decisions/${await addressOf(vanThu, '/decisions')}`, 'quyet-dinh-ban-hanh');
  await at(phapChe, '/legal-texts', 'danh-muc-van-ban');
  await at(phapChe, `/legal-changes/${await addressOf(phapChe, '/legal-changes')}`, 'thay-doi-phap-luat');
  await at(soanThao, `/assessments/${await addressOf(soanThao, '/assessments')}`, 'ra-soat');
  await at(chuTich, `/declarations/${await addressOf(chuTich, '/declarations')}`, 'cong-bo');
  await at(phapChe, `/unit-lists/${await addressOf(phapChe, '/unit-lists')}`, 'danh-sach-don-vi');
}

async function main(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const browser = await openChromium();
  try {
    const cast = new Cast();
    cast.meets(browser, WEB);
    await prepare(cast, async (page) => picture(page, 'tai-len'));
    await staffScreens(cast);
    const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
    await page.goto(`${WEB}/sign-in`);
    await picture(page, 'dang-nhap');
    await page.goto(PORTAL);
    await picture(page, 'cong-cong-khai');
    await page
      .getByRole('link', { name: /CB-UBND/ })
      .first()
      .click();
    await picture(page, 'ban-cong-bo');
  } finally {
    await browser.close();
  }
}

await main();
