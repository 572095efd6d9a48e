import { join } from 'node:path';
import { type Browser } from 'playwright-core';
import { eventually } from '../support/eventually';
import { Importer, type ImportState } from './people/importer.mts';
import { openChromium } from './support/browser.mts';
import { Product, realProcedures } from './support/product.mts';
import { Cast } from './support/story.mts';

const REPOSITORY = join(__dirname, '..', '..');
const MINUTE = 60_000;
const FILES = 30;
const DECISION = {
  number: '15/QĐ-UBND',
  signedOn: '07/07/2025',
  abstract: 'Ban hành các quy trình theo TCVN ISO 9001:2015',
  signer: 'Phạm Văn Giấy',
  position: 'Chủ tịch',
};

const procedures = realProcedures(REPOSITORY);
const suite = procedures === null ? describe.skip : describe;

suite('OF-04 day one: all real procedures in one drop', () => {
  const cast = new Cast();
  const again = new Cast();
  let product: Product | undefined;
  let browser: Browser | undefined;
  let address = '';

  beforeAll(async () => {
    product = await Product.start(REPOSITORY);
    browser = await openChromium();
    cast.meets(browser, product.web);
  }, 6 * MINUTE);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, MINUTE);

  const installed = (): Product => {
    if (product === undefined) throw new Error('The product does not run.');
    return product;
  };
  const secretary = (): Promise<Importer> => cast.as(Importer, 'hacthanh.thuky');
  /** The same secretary at another machine, after the first browser was closed. */
  const secretaryAgain = (): Promise<Importer> => again.as(Importer, 'hacthanh.thuky');
  const state = async (): Promise<ImportState> => (await secretaryAgain()).importState(address);

  it(
    'OF-04: the browser is closed in the middle and the worker killed; every file is read, none twice',
    cast.chapter(async () => {
      const thuKy = await secretary();
      address = await thuKy.opensImport();
      await thuKy.dropsAll(procedures ?? '');
      await thuKy.page.getByText(/^Đã gửi (?:[5-9]|1\d|2[0-5])\/30 tệp/).waitFor({ timeout: MINUTE });
      await thuKy.leaves();

      const killed = installed().processOf('worker');
      installed().kill('worker');
      await installed().recovers('worker', killed);
      again.meets(browser!, installed().web);
      const back = await secretaryAgain();
      await back.returnsTo(address);
      const before = (await state()).total;
      await back.dropsAll(procedures ?? '');
      await back.seesSent(FILES);
      await eventually(async () => (await state()).counts['reading'] === 0, {
        within: 8 * MINUTE,
        every: 500,
      });

      expect(before).toBeGreaterThan(0);
      expect(before).toBeLessThan(FILES);
      expect((await state()).total).toBe(FILES);
    }),
    12 * MINUTE,
  );

  it(
    'OF-04: what is wrong is listed, and 28 or more need no typing',
    cast.chapter(async () => {
      const { counts, groups, repeatedCodes } = await state();
      const files = (key: string): number => groups.find((group) => group.key === key)?.files ?? 0;

      expect((counts['clean'] ?? 0) + (counts['warned'] ?? 0)).toBeGreaterThanOrEqual(28);
      expect(files('footer-differs')).toBeGreaterThanOrEqual(15);
      expect(repeatedCodes.filter(({ sameSeries }) => !sameSeries)).toHaveLength(4);
      expect(repeatedCodes.flatMap((code) => code.files)).toHaveLength(9);
      const thuKy = await secretaryAgain();
      await thuKy.seesFinding('Chân trang khác trang bìa', `${String(files('footer-differs'))}/30 tệp`);
    }),
    MINUTE,
  );

  it(
    'OF-04: everything comes into force under one decision by one confirmation',
    cast.chapter(async () => {
      const thuKy = await secretaryAgain();
      await thuKy.choosesAll();
      await thuKy.acceptsInForce(DECISION);
      await thuKy.sees(`Đã nhận ${String(FILES)} tài liệu`);

      const rows = await installed().sql<{ state: string; decisions: number; versions: number }>(
        `select v.state, count(distinct v.decision_id)::int as decisions, count(*)::int as versions
           from documents.version v where v.imported_from_paper group by v.state`,
      );
      expect(rows).toEqual([{ state: 'issued', decisions: 1, versions: FILES }]);
      await thuKy.opensDocument(
        { code: 'QT 01/CX-HCTP', title: 'Đăng ký khai sinh' },
        'Tài liệu đang hiệu lực',
      );
      await thuKy.seesState('Đang hiệu lực');
      await thuKy.sees('Nhập từ bản giấy, không ký tại đây');
      await thuKy.readsThePdf();
    }),
    2 * MINUTE,
  );

  it(
    'OF-04: nobody was asked to read, told or reminded, and the journal is whole',
    cast.chapter(async () => {
      const [told] = await installed().sql<{ tasks: number; notices: number }>(
        `select (select count(*)::int from work.item) as tasks,
                (select count(*)::int from notifications.notice where kind <> 'legal-register.source-news') as notices`,
      );
      const { code, output } = await installed().cli('journal', 'verify');

      expect(told).toEqual({ tasks: 0, notices: 0 });
      expect({ code, output }).toMatchObject({ code: 0 });
    }),
    2 * MINUTE,
  );
});
