import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Browser } from 'playwright-core';
import { eventually } from '../support/eventually';
import { Focal } from './people/focal.mts';
import { ProvinceOfficer } from './people/province.mts';
import { Secretary } from './people/secretary.mts';
import { Approver } from './people/signers.mts';
import { openChromium } from './support/browser.mts';
import { PASSWORD, Product, realProcedures } from './support/product.mts';
import { Cast } from './support/story.mts';

const REPOSITORY = join(__dirname, '..', '..');
const MINUTE = 60_000;
const UNIT = 'Phòng Văn hóa - Xã hội';
/** Of the demo's gazette: replaces a Thông tư that all three cite. */
const NOTICE = '901/2026/TT-BTP';
const FILES = [
  'ho-tich/01. Đăng ký khai sinh.doc',
  'ho-tich/11. Đăng ký kết hôn.doc',
  'ho-tich/15. Đăng ký khai tử.doc',
];
const DECISION = {
  number: '15/QĐ-UBND',
  signedOn: '2025-07-07',
  effectiveOn: null,
  abstract: 'Ban hành các quy trình theo TCVN ISO 9001:2015',
  signer: { name: 'Phạm Văn Giấy', position: 'Chủ tịch', formula: 'TM.' },
};

const procedures = realProcedures(REPOSITORY);
const suite = procedures === null ? describe.skip : describe;

suite('G1: a notice of the gazette becomes work, and each sees their part of it', () => {
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

  const secretary = (): Promise<Secretary> => cast.as(Secretary, 'hacthanh.thuky');
  const focal = (): Promise<Focal> => cast.as(Focal, 'hacthanh.soanthao');
  const head = (): Promise<Approver> => cast.as(Approver, 'hacthanh.chutich');
  const province = (): Promise<ProvinceOfficer> => cast.as(ProvinceOfficer, 'tinh.phapche');

  it(
    'three real procedures stand in force, of one unit',
    cast.chapter(async () => {
      const thuKy = await secretary();
      const units = await thuKy.asks<{ id: string; name: string }[]>('/units');
      const { id } = await thuKy.sends<{ id: string }>('/imports', { name: 'Quy trình đang dùng' });
      for (const file of FILES) {
        const content = readFileSync(join(procedures ?? '', file));
        await thuKy.sendsFile(`/imports/${id}/files`, { name: basename(file).normalize('NFC'), content });
      }
      const rows = async (): Promise<{ id: string; status: string }[]> =>
        (await thuKy.asks<{ items: { id: string; status: string }[] }>(`/imports/${id}/items`)).items;
      await eventually(async () => (await rows()).every(({ status }) => status !== 'reading'), {
        within: 3 * MINUTE,
        every: 500,
      });
      const itemIds = (await rows()).map((row) => row.id);
      const owningUnitId = units.find(({ name }) => name === UNIT)?.id;
      await thuKy.sends(`/imports/${id}/items`, { itemIds, fields: { owningUnitId } });
      await thuKy.sends(`/imports/${id}/acceptance`, { itemIds, decision: DECISION, password: PASSWORD });

      expect(owningUnitId).toBeDefined();
      await thuKy.findsInForce('QT 01/CX-HCTP');
    }),
    4 * MINUTE,
  );

  it(
    'the province records a notice of its source as it was read, confirms it, and the owning unit has its tasks',
    cast.chapter(async () => {
      const [phapChe, dauMoi] = [await province(), await focal()];
      const began = performance.now();

      await phapChe.recordsNotice(NOTICE);
      const [agencies, documents] = await phapChe.seesReach();
      await phapChe.confirmsChange();
      await dauMoi.workLine('Rà soát', 'QT 01/CX-HCTP');
      const seconds = (performance.now() - began) / 1000;

      process.stdout.write(`\nfrom the notice to the task: ${seconds.toFixed(1)} s\n`);
      expect([agencies, documents]).toEqual([1, FILES.length]);
      expect((await dauMoi.workTitles()).filter((title) => title.startsWith('Rà soát'))).toHaveLength(
        FILES.length,
      );
    }),
    3 * MINUTE,
  );

  it(
    'the secretary follows, the head sees how it stands, the province sees the agency',
    cast.chapter(async () => {
      const [thuKy, chuTich, phapChe] = [await secretary(), await head(), await province()];

      await (await thuKy.workLine('Rà soát', 'QT 15/CX-HCTP')).getByText('Theo dõi').waitFor();
      const { pathname } = new URL(phapChe.page.url());
      await chuTich.page.goto(pathname);
      await chuTich.sees('0 / 3');
      await phapChe.page.reload();
      await phapChe.seesProgress('0 / 3');
      await phapChe.sees(/Hạc Thành/);
      expect((await chuTich.workTitles()).filter((title) => title.startsWith('Rà soát'))).toEqual([]);
    }),
    2 * MINUTE,
  );

  it(
    'OF-07: the unit signs one Phiếu rà soát; what must be revised is a draft, the rest is done',
    cast.chapter(async () => {
      const [dauMoi, phapChe] = [await focal(), await province()];

      await dauMoi.signsReviewSheet(['Đăng ký kết hôn'], 'Đối chiếu với Thông tư mới');
      await dauMoi.sees('Phải sửa');

      await phapChe.page.reload();
      await phapChe.seesProgress('2 / 3');
      expect((await dauMoi.workTitles()).filter((title) => title.startsWith('Rà soát'))).toEqual([
        expect.stringContaining('Đăng ký kết hôn'),
      ]);
    }),
    2 * MINUTE,
  );
});
