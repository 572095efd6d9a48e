import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { openChromium } from './support/browser.mts';
import { PASSWORD, Product } from './support/product.mts';

const REPOSITORY = join(__dirname, '..', '..');
const MINUTE = 60_000;
const HALF_TYPED = 'câu đang nhập dở của văn thư';

describe('OF-08 a shared machine', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    product = await Product.start(REPOSITORY);
    browser = await openChromium();
    const context = await browser.newContext({
      baseURL: product.web,
      locale: 'vi-VN',
      viewport: { width: 1366, height: 768 },
    });
    context.setDefaultTimeout(20_000);
    page = await context.newPage();
    await page.clock.install();
  }, 6 * MINUTE);

  afterAll(async () => {
    await browser.close();
    await product.stop();
  }, MINUTE);

  const shown = (): Promise<string> => page.locator('body').innerText();
  const names = async (): Promise<string[]> => {
    await page.locator('.lock-names button').first().waitFor();
    return page.locator('.lock-names strong').allInnerTexts();
  };

  it(
    'OF-08: locks after three idle minutes; nothing of the former person stays, not even for "back"',
    async () => {
      await page.goto('/sign-in');
      await page.locator('input[name=login]').fill('hacthanh.vanthu');
      await page.locator('input[name=password]').fill(PASSWORD);
      await page.locator('button[type=submit]').click();
      await page.waitForURL('**/work');
      await page.goto('/account');
      await page.getByRole('button', { name: 'Đặt máy này làm máy dùng chung' }).click();
      await page.locator('.ant-modal input').fill('Quầy 1');
      await page.locator('.ant-modal button[type=submit]').click();
      await page.getByText('Máy này là máy dùng chung: Quầy 1.').waitFor();
      await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
      await page.locator('.ant-modal input').first().fill(HALF_TYPED);

      await page.clock.fastForward('02:50');
      expect(new URL(page.url()).pathname).toBe('/account');
      await page.clock.fastForward('00:15');
      await page.waitForURL('**/lock');

      expect(await names()).toEqual(['Hoàng Thị Mai']);
      expect(await page.content()).not.toContain(HALF_TYPED);
      await page.goBack();
      await page.waitForURL(/\/(lock|sign-in)/);
      expect(await shown()).not.toContain('hacthanh.vanthu@');
      const kept = await page.evaluate<string>('JSON.stringify({ ...localStorage, ...sessionStorage })');
      expect(kept).not.toMatch(/vanthu|Mai|dở/);
    },
    2 * MINUTE,
  );

  it(
    'OF-08: changes the person with a name and a password',
    async () => {
      await page.goto('/lock');
      await page.getByRole('button', { name: 'Người khác' }).click();
      await page.locator('input[name=login]').fill('hacthanh.xemxet');
      await page.locator('input[name=password]').fill(PASSWORD);
      await page.getByRole('button', { name: 'Mở khóa' }).click();
      await page.waitForURL('**/work');

      await page.getByRole('button', { name: 'Khóa máy, đổi người' }).click();
      await page.waitForURL('**/lock');
      expect(await names()).toEqual(['Trịnh Thị Thu', 'Hoàng Thị Mai']);
      await page.getByRole('button', { name: /Hoàng Thị Mai/ }).click();
      expect(await page.locator('input').count()).toBe(1);
      await page.locator('input[name=password]').fill(PASSWORD);
      await page.getByRole('button', { name: 'Mở khóa' }).click();
      await page.getByRole('button', { name: 'Tài khoản: Hoàng Thị Mai' }).waitFor();

      expect(new URL(page.url()).pathname).toBe('/work');
    },
    2 * MINUTE,
  );
});
