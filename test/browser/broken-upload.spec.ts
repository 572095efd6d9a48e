import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { type Browser, type CDPSession, type Locator, type Page } from 'playwright-core';
import { Secretary } from './people/secretary.mts';
import { openChromium } from './support/browser.mts';
import { Product } from './support/product.mts';
import { Cast } from './support/story.mts';

const REPOSITORY = join(__dirname, '..', '..');
const MINUTE = 60_000;
/** Slow enough that the file is still on its way when the line is cut. */
const SLOW = { offline: false, latency: 20, downloadThroughput: 5_000_000, uploadThroughput: 400_000 };
const TYPED = {
  'Mã hiệu': 'QT 77/THU',
  'Lĩnh vực': 'Lĩnh vực thử',
  'Tên tài liệu': 'Quy trình nhập bằng tay khi đường truyền hỏng',
};

/** A page that no reader finds a word in, 3 MB: everything is to be typed. */
async function aScan(): Promise<string> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.addPage([595, 842]).drawText('.', { x: 60, y: 700, size: 8, font });
  pdf.context.register(pdf.context.stream(randomBytes(3_000_000)));
  const path = join(mkdtempSync(join(tmpdir(), 'iso-upload-')), 'Bản quét.pdf');
  writeFileSync(path, await pdf.save());
  return path;
}

describe('a broken connection while a document is entered', () => {
  const cast = new Cast();
  let product: Product | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    product = await Product.start(REPOSITORY);
    browser = await openChromium();
    cast.meets(browser, product.web);
  }, 6 * MINUTE);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, MINUTE);

  const secretary = (): Promise<Secretary> => cast.as(Secretary, 'quangtrung.thuky');
  const field = (page: Page, label: string): Locator => page.getByLabel(new RegExp(`^\\s*${label}`)).first();
  const typed = async (page: Page): Promise<Record<string, string>> =>
    Object.fromEntries(
      await Promise.all(
        Object.keys(TYPED).map(async (label) => [label, await field(page, label).inputValue()] as const),
      ),
    );
  const api = (): { dies: () => Promise<void> } => ({
    dies: async () => {
      if (product === undefined) throw new Error('The product does not run.');
      const pid = product.processOf('api');
      product.kill('api');
      await product.recovers('api', pid);
    },
  });
  const throttled = async (page: Page): Promise<CDPSession> => {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.emulateNetworkConditions', SLOW);
    return session;
  };

  it(
    'UX: a file that was on its way when the api died is sent again with one click',
    cast.chapter(async () => {
      const { page } = await secretary();
      const scan = await aScan();
      await page.goto('/uploads/new');
      const line = await throttled(page);
      const onItsWay = page.waitForRequest((request) => request.url().endsWith('/uploads'));

      await page.locator('input[type=file]').setInputFiles(scan);
      await onItsWay;
      await page.getByRole('progressbar').waitFor();
      await api().dies();

      const again = page.getByRole('button', { name: 'Gửi lại Bản quét.pdf' });
      await again.waitFor({ timeout: MINUTE });
      await line.detach();
      await again.click();
      await page
        .getByRole('heading', { name: 'Kiểm tra các mục đọc được trước khi lưu' })
        .waitFor({ timeout: MINUTE });
      expect(await again.count()).toBe(0);
    }),
    4 * MINUTE,
  );

  it(
    'UX: fields typed by hand stand when saving fails and when the page is loaded again',
    cast.chapter(async () => {
      const thuKy = await secretary();
      const { page } = thuKy;
      for (const [label, value] of Object.entries(TYPED)) await field(page, label).fill(value);
      await thuKy.completes({ drafter: 'Nguyễn Văn Dũng', unit: 'Phòng Văn hóa - Xã hội' });

      await page.context().setOffline(true);
      await page.getByRole('button', { name: 'Lưu dự thảo' }).click();
      await page.getByText('Không kết nối được').first().waitFor();
      expect(await typed(page)).toEqual(TYPED);

      await page.context().setOffline(false);
      await page.reload();
      await page.getByRole('heading', { name: 'Kiểm tra các mục đọc được trước khi lưu' }).waitFor();
      expect(await typed(page)).toEqual(TYPED);
      await thuKy.savesDraft();
      await page.locator('.band-code').filter({ hasText: TYPED['Mã hiệu'] }).waitFor();
    }),
    3 * MINUTE,
  );

  it(
    'DI-02: the next code by the agency’s pattern is offered and taken with one click',
    cast.chapter(async () => {
      const thuKy = await secretary();
      const { page } = thuKy;
      await thuKy.sends('/code-patterns', { kind: 'procedure', series: '', pattern: 'QT {nn}/MOI' });
      await page.goto('/uploads/new');
      await page.locator('input[type=file]').setInputFiles(await aScan());
      const offer = page.getByRole('button', {
        name: /^Dùng mã tiếp theo theo mẫu của cơ quan: QT \d+\/MOI$/,
      });
      await offer.waitFor({ timeout: MINUTE });
      const next = /QT \d+\/MOI/.exec((await offer.textContent()) ?? '')?.[0];

      await offer.click();

      expect(await field(page, 'Mã hiệu').inputValue()).toBe(next);
    }),
    3 * MINUTE,
  );
});
