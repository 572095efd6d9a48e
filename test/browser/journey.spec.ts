import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser } from 'playwright-core';
import { eventually } from '../support/eventually';
import { Clerk } from './people/clerk.mts';
import { Official } from './people/official.mts';
import { ProvinceOfficer } from './people/province.mts';
import { Secretary } from './people/secretary.mts';
import { Approver, Reviewer } from './people/signers.mts';
import { Visitor } from './people/visitor.mts';
import { openChromium } from './support/browser.mts';
import { docxWords, pdfImages, pdfQr, pdfWords } from './support/paper.mts';
import { Product, realProcedures } from './support/product.mts';
import { Cast, dayOnPaper } from './support/story.mts';

const REPOSITORY = join(__dirname, '..', '..');
const SHARED = join(REPOSITORY, '..', 'shared', 'data');
const MINUTE = 60_000;

const DRAFTER = 'Nguyễn Văn Dũng';
const REVIEWER = 'Trịnh Thị Thu';
const APPROVER = 'Lê Văn Thắng';
const UNIT = 'Phòng Văn hóa - Xã hội';
const ABSTRACT = 'Về việc ban hành các quy trình lĩnh vực tư pháp';
const REASON = 'Chân trang ghi lần ban hành 2, trang bìa ghi lần 1; đề nghị sửa cho thống nhất';

/** Five real procedures of three fields; the first and the third carry the same code, as their offices left them. */
const PROCEDURES = {
  birth: {
    file: 'ho-tich/01. Đăng ký khai sinh.doc',
    code: 'QT 01/CX-HCTP',
    series: 'Hộ tịch',
    title: 'Đăng ký khai sinh',
  },
  marriage: {
    file: 'ho-tich/11. Đăng ký kết hôn.doc',
    code: 'QT 11/CX-HCTP',
    series: 'Hộ tịch',
    title: 'Đăng ký kết hôn',
  },
  adoption: {
    file: 'nuoi-con-nuoi/1. Cấp xã - Đăng ký việc nuôi con nuôi trong nước (1).doc',
    code: 'QT 01/CX-HCTP',
    series: 'Nuôi con nuôi',
    title: 'Đăng ký việc nuôi con nuôi trong nước',
  },
  death: {
    file: 'ho-tich/15. Đăng ký khai tử.doc',
    code: 'QT 15/CX-HCTP',
    series: 'Hộ tịch',
    title: 'Đăng ký khai tử',
  },
  copies: {
    file: 'chung-thuc/2.Thủ tục chứng thực bản sao từ bản chính giấy tờ, văn bản.doc',
    code: 'QT 02/CT-HCTP',
    series: 'Chứng thực',
    title: 'Thủ tục chứng thực bản sao từ bản chính',
  },
} as const;

/** Cited by 22 of the 30 real files by its name and year, by none with its number. */
const NEW_LAW = {
  numberSymbol: '201/2026/QH16',
  kind: 'Luật',
  issuer: 'Quốc hội',
  issuedOn: '20/10/2026',
  effectiveOn: '01/07/2027',
  title: 'Luật Hộ tịch (sửa đổi)',
  replaces: { typed: 'luat ho tich', chosen: '60/2014/QH13' },
};
const NEW_DECREE = {
  numberSymbol: '301/2026/NĐ-CP',
  kind: 'Nghị định',
  issuer: 'Chính phủ',
  issuedOn: '10/11/2026',
  effectiveOn: '01/01/2027',
  title: 'Về chứng thực bản sao, chữ ký và hợp đồng, giao dịch',
  replaces: { typed: '23/2015', chosen: '23/2015/NĐ-CP' },
};

/** A newer version takes over on a later day than the one before it. */
const [firstDay, secondDay, today] = [dayOnPaper(4), dayOnPaper(2), dayOnPaper()];
const LATE = 'Bản giấy đã ký trước khi dùng hệ thống';

const procedures = realProcedures(REPOSITORY);
if (procedures === null) {
  process.stderr.write(
    '\n!!! NOT RUN: the journey reads real procedures from ../shared/data/procedures, which is absent.\n\n',
  );
}
const suite = procedures === null ? describe.skip : describe;

suite('from an uploaded procedure to a posted declaration', () => {
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

  const installed = (): Product => {
    if (product === undefined) throw new Error('The product does not run.');
    return product;
  };
  const secretary = (): Promise<Secretary> => cast.as(Secretary, 'hacthanh.thuky');
  const reviewer = (): Promise<Reviewer> => cast.as(Reviewer, 'hacthanh.xemxet');
  const approver = (): Promise<Approver> => cast.as(Approver, 'hacthanh.chutich');
  const clerk = (): Promise<Clerk> => cast.as(Clerk, 'hacthanh.vanthu');
  const staff = (): Promise<Official> => cast.as(Official, 'hacthanh.congchuc');
  const drafter = (): Promise<Official> => cast.as(Official, 'hacthanh.soanthao');
  const province = (): Promise<ProvinceOfficer> => cast.as(ProvinceOfficer, 'tinh.phapche');

  /** Titles of open tasks that a change of law has made, of one person. */
  const tasks = async (person: Official): Promise<string[]> =>
    (await person.workTitles()).filter((title) => title.startsWith('Rà soát')).sort();

  it(
    'the province imports the roadmap of 92 communes; again, and nothing changes',
    cast.chapter(async () => {
      const phapChe = await province();
      const roadmap = join(SHARED, 'thanh-hoa-annex-2022-2024.csv');
      const list = {
        title: 'Lộ trình xây dựng HTQLCL 2022 - 2024',
        asOf: '31/12/2021',
        basis: 'Phụ lục Quyết định của UBND tỉnh',
      };

      const first = await phapChe.previewsList(roadmap, list);
      const parents = await phapChe.previewLines('Đơn vị chủ quản');
      await phapChe.importsList();
      const again = await phapChe.previewsList(roadmap, list);
      await phapChe.importsList();

      const { items: lists } = await phapChe.asks<{ items: { title: string; entries: number }[] }>(
        '/unit-lists',
      );
      expect(first).toMatchObject({ created: 92, existing: 0, refused: 0 });
      expect(parents.filter((line) => /Quan H(óa|oá)/.test(line))).toHaveLength(1);
      expect(again).toMatchObject({ created: 0, existing: 92 });
      expect(lists).toEqual([expect.objectContaining({ title: list.title, entries: 92 })]);
    }),
    3 * MINUTE,
  );

  it(
    'lines of a list that cannot be right are refused with their reason',
    cast.chapter(async () => {
      const phapChe = await province();
      const file = join(mkdtempSync(join(tmpdir(), 'iso-list-')), 'danh-sach.csv');
      writeFileSync(
        file,
        [
          'nam,tt,ten_don_vi,don_vi_chu_quan',
          '2022,1,UBND xã Minh Sơn,Huyện Ngọc Lặc',
          '2022,2,UBND xã Minh Sơn,Huyện Triệu Sơn',
          '2022,3,,Huyện Triệu Sơn',
        ].join('\n'),
      );

      const preview = await phapChe.previewsList(file, { title: 'Thử', asOf: '31/12/2021', basis: '' });

      expect(preview).toMatchObject({ created: 2, refused: 1 });
      expect((await phapChe.previewLines('Dòng bị từ chối')).join()).toContain('4');
    }),
    3 * MINUTE,
  );

  it(
    'the secretary uploads five real procedures, sees what was read, corrects, submits',
    cast.chapter(async () => {
      const thuKy = await secretary();
      for (const { file, code, series, title } of Object.values(PROCEDURES)) {
        await thuKy.uploads(join(procedures ?? '', file));

        expect(await thuKy.proposed('Mã hiệu')).toBe(code);
        expect(await thuKy.proposed('Lĩnh vực')).toBe(series);
        expect(await thuKy.proposed('Tên tài liệu')).toContain(title);
        expect((await thuKy.proposedTexts()).length).toBeGreaterThan(4);
        await thuKy.completes({
          drafter: DRAFTER,
          unit: UNIT,
          corrects: { 'Tóm lược nội dung sửa đổi': 'Ban hành lần đầu trên hệ thống' },
        });
        await thuKy.savesDraft();
        await thuKy.submits({ reviewer: REVIEWER, approver: APPROVER });
      }
    }),
    5 * MINUTE,
  );

  it(
    'the head of the division reads each in the viewer and signs the review',
    cast.chapter(async () => {
      const truongPhong = await reviewer();
      for (const paper of Object.values(PROCEDURES)) await truongPhong.reviews(paper);

      expect(await truongPhong.workTitles()).toEqual([]);
    }),
    3 * MINUTE,
  );

  it(
    'the chairman gives one back with a reason; it is mended and comes again',
    cast.chapter(async () => {
      const [thuKy, truongPhong, chuTich] = [await secretary(), await reviewer(), await approver()];

      await chuTich.givesBack(PROCEDURES.birth, REASON);
      await thuKy.opensDocument(PROCEDURES.birth, 'Soạn thảo và ban hành');
      await thuKy.seesState('Trả lại');
      await thuKy.sees(REASON);
      await thuKy.amends({ 'Tóm lược nội dung sửa đổi': 'Đã sửa chân trang theo trang bìa' });
      await thuKy.submits({ reviewer: REVIEWER, approver: APPROVER });
      await truongPhong.reviews(PROCEDURES.birth);

      expect(await chuTich.workTitles()).toHaveLength(5);
    }),
    3 * MINUTE,
  );

  it(
    'the chairman approves all five with the password typed again',
    cast.chapter(async () => {
      const chuTich = await approver();
      for (const paper of Object.values(PROCEDURES)) await chuTich.approves(paper);

      expect(await chuTich.workTitles()).toEqual([]);
    }),
    3 * MINUTE,
  );

  it(
    'one decision gathers them; văn thư enters số and ngày, and all five are effective',
    cast.chapter(async () => {
      const [thuKy, vanThu, congChuc] = [await secretary(), await clerk(), await staff()];

      await thuKy.preparesDecision({ abstract: ABSTRACT, signer: APPROVER });
      const words = await docxWords(await thuKy.printsForm('Quyết định (.docx)'));
      await vanThu.registersDecision(ABSTRACT, {
        number: '125/QĐ-UBND',
        signedOn: firstDay,
        lateReason: LATE,
      });

      for (const { code } of Object.values(PROCEDURES)) expect(words).toContain(code);
      const { items } = await congChuc.asks<{ items: { code: string; state: string }[] }>(
        '/documents?scope=effective',
      );
      expect(items.map(({ state }) => state)).toEqual(Array(5).fill('effective'));
    }),
    3 * MINUTE,
  );

  it(
    'staff find one among the effective and take a copy that says all that it must',
    cast.chapter(async () => {
      const congChuc = await staff();

      await congChuc.opensDocument(PROCEDURES.death, 'Tài liệu đang hiệu lực');
      await congChuc.seesState('Đang hiệu lực');
      await congChuc.readsThePdf();
      const copy = await congChuc.saves('Tải bản có dấu kiểm soát');

      const [first = ''] = await pdfWords(copy);
      for (const words of [
        'QT 15/CX-HCTP',
        'Đăng ký khai tử',
        'Lần ban hành: 01',
        'Đang hiệu lực',
        '125/QĐ-UBND',
        firstDay,
        'Đỗ Minh Quân',
      ])
        expect(first).toContain(words);
      expect(pdfQr(copy)).toContain(installed().portal);
    }),
    3 * MINUTE,
  );

  it(
    'a second version of one document supersedes the first',
    cast.chapter(async () => {
      const [thuKy, truongPhong, chuTich] = [await secretary(), await reviewer(), await approver()];
      const [vanThu, congChuc] = [await clerk(), await staff()];

      await thuKy.opensDocument(PROCEDURES.death, 'Tài liệu đang hiệu lực');
      await thuKy.uploadsNewVersion(join(procedures ?? '', PROCEDURES.death.file));
      await thuKy.completes({
        drafter: DRAFTER,
        unit: UNIT,
        change: 'Nhỏ',
        corrects: { 'Lần sửa đổi': '1', 'Tóm lược nội dung sửa đổi': 'Sửa lưu đồ' },
      });
      await thuKy.savesDraft();
      await thuKy.submits({ reviewer: REVIEWER, approver: APPROVER });
      await truongPhong.reviews(PROCEDURES.death);
      await chuTich.approves(PROCEDURES.death);
      await thuKy.preparesDecision({
        abstract: 'Về việc sửa đổi quy trình đăng ký khai tử',
        signer: APPROVER,
      });
      await vanThu.registersDecision('Về việc sửa đổi quy trình đăng ký khai tử', {
        number: '131/QĐ-UBND',
        signedOn: secondDay,
        lateReason: LATE,
      });

      await thuKy.opensDocument(PROCEDURES.death, 'Tài liệu đang hiệu lực');
      await thuKy.readsHistory();
      await thuKy.sees('Đã được thay thế');
      const { items } = await congChuc.asks<{ items: { code: string; revision: number }[] }>(
        '/documents?scope=effective',
      );
      expect(items).toHaveLength(5);
      expect(items.find(({ code }) => code === PROCEDURES.death.code)?.revision).toBe(1);
    }),
    3 * MINUTE,
  );

  it(
    'the province records a law that replaces one cited by name alone, and confirms',
    cast.chapter(async () => {
      const [phapChe, soanThao] = [await province(), await drafter()];

      await phapChe.recordsText(NEW_LAW);
      const [agencies, documents] = await phapChe.seesReach();
      await phapChe.confirmsChange();

      expect([agencies, documents]).toEqual([1, 3]);
      await eventually(async () => (await tasks(soanThao)).length === 3, { within: MINUTE, every: 250 });
      expect(await tasks(soanThao)).toEqual([
        'Rà soát QT 01/CX-HCTP – Đăng ký khai sinh',
        'Rà soát QT 11/CX-HCTP – Đăng ký kết hôn',
        'Rà soát QT 15/CX-HCTP – Đăng ký khai tử',
      ]);
    }),
    3 * MINUTE,
  );

  it(
    'and a decree that replaces one cited by number',
    cast.chapter(async () => {
      const [phapChe, soanThao] = [await province(), await drafter()];

      await phapChe.recordsText(NEW_DECREE);
      const [agencies, documents] = await phapChe.seesReach();
      await phapChe.confirmsChange();

      expect([agencies, documents]).toEqual([1, 1]);
      await eventually(async () => (await tasks(soanThao)).length === 4, { within: MINUTE, every: 250 });
      expect((await tasks(soanThao)).join()).toContain('QT 02/CT-HCTP');
    }),
    3 * MINUTE,
  );

  it(
    'each is told once, on the screen and by mail; the secretary follows',
    cast.chapter(async () => {
      const [thuKy, soanThao] = [await secretary(), await drafter()];
      const news = async (person: Official): Promise<string[]> => {
        const { items } = await person.asks<{ items: { title: string }[] }>('/notices?limit=100');
        return items.map(({ title }) => title).filter((title) => title.includes('cần rà soát'));
      };
      const mails = async (login: string): Promise<string[]> => {
        const caught = (await installed().mails()).filter(({ to }) => to.join().startsWith(login));
        return caught.flatMap(({ text }) => text.match(/.*cần rà soát/g) ?? []);
      };

      for (const login of [soanThao.login, thuKy.login])
        await eventually(async () => (await mails(login)).length >= 2, { within: MINUTE, every: 500 });

      for (const person of [soanThao, thuKy]) {
        const told = await news(person);
        expect(told).toHaveLength(2);
        expect(new Set(told).size).toBe(2);
        expect((await mails(person.login)).sort()).toEqual(told.map((title) => `- ${title}`).sort());
      }
      expect(await tasks(thuKy)).toEqual(await tasks(soanThao));
      await (await thuKy.workLine('Rà soát QT 02/CT-HCTP')).getByText('Theo dõi').waitFor();
    }),
    3 * MINUTE,
  );

  it(
    'confirming twice changes nothing',
    cast.chapter(async () => {
      const [phapChe, soanThao] = [await province(), await drafter()];
      const before = await tasks(soanThao);

      const { items } = await phapChe.asks<{ items: { id: string }[] }>('/legal-changes');
      for (const { id } of items)
        expect(await phapChe.confirmsAgain(id)).toMatchObject({ state: 'confirmed' });

      expect(await tasks(soanThao)).toEqual(before);
    }),
    3 * MINUTE,
  );

  it(
    'a newer version that answers the change ends its task and its reminders',
    cast.chapter(async () => {
      const [thuKy, soanThao] = [await secretary(), await drafter()];
      const abstract = 'Về việc ban hành lại quy trình đăng ký kết hôn';

      await thuKy.opensDocument(PROCEDURES.marriage, 'Tài liệu đang hiệu lực');
      await thuKy.uploadsNewVersion(join(procedures ?? '', PROCEDURES.marriage.file));
      await thuKy.completes({
        drafter: DRAFTER,
        unit: UNIT,
        change: 'Lớn',
        corrects: { 'Lần ban hành': '2', 'Tóm lược nội dung sửa đổi': 'Viết lại theo Luật Hộ tịch mới' },
      });
      await thuKy.namesLawInstead('Luật Hộ tịch', 'Luật Hộ tịch', '2026');
      await thuKy.savesDraft();
      await thuKy.submits({ reviewer: REVIEWER, approver: APPROVER });
      await (await reviewer()).reviews(PROCEDURES.marriage);
      await (await approver()).approves(PROCEDURES.marriage);
      await thuKy.preparesDecision({ abstract, signer: APPROVER });
      await (await clerk()).registersDecision(abstract, { number: '140/QĐ-UBND', signedOn: today });

      await eventually(async () => (await tasks(soanThao)).length === 3, { within: MINUTE, every: 250 });
      expect((await tasks(soanThao)).join()).not.toContain('QT 11/CX-HCTP');
      await eventually(
        async () => {
          const [planned] = await installed().sql<{ count: string }>(
            `select count(*) from notifications.reminder r
               join legal_impact.assessment a on a.agency_id = r.agency_id and a.id = r.subject_id
              where a.state = 'done' and r.state = 'planned'`,
          );
          return planned?.count === '0';
        },
        { within: MINUTE, every: 250 },
      );
    }),
    5 * MINUTE,
  );

  it(
    'the chairman signs the declaration, văn thư registers it',
    cast.chapter(async () => {
      const vanThu = await clerk();
      await (await secretary()).preparesDeclaration();
      await (await approver()).signsDeclaration();
      await vanThu.registersDeclaration({ number: '05/CB-UBND', signedOn: today });
      await vanThu.seesState('Đã đăng công khai');

      expect(await vanThu.workTitles()).toEqual([]);
    }),
    3 * MINUTE,
  );

  it(
    'the public finds it by a name typed without accents; the QR leads there',
    cast.chapter(async () => {
      const visitor = await Visitor.comes(browser!, installed().portal);

      await visitor.findsAgency('phuong hac thanh', 'Ủy ban nhân dân phường Hạc Thành');
      await visitor.page.getByRole('link', { name: '05/CB-UBND' }).first().click();
      const shown = await visitor.words();
      const pdf = await visitor.file(await visitor.addressOf(/PDF/));
      const scanned = pdfQr(pdf);
      await visitor.scans(scanned ?? '');

      for (const words of ['05/CB-UBND', today, 'Đăng ký khai sinh', 'Đăng ký khai tử', APPROVER])
        expect(shown).toContain(words);
      expect((await pdfWords(pdf)).join('\n')).toContain('05/CB-UBND');
      expect(await pdfImages(pdf)).toBe(0);
      expect(scanned?.startsWith(installed().portal)).toBe(true);
      expect(await visitor.words()).toContain('05/CB-UBND');
      await visitor.leaves();
    }),
    3 * MINUTE,
  );

  it(
    'the journal is whole',
    cast.chapter(async () => {
      const { code, output } = await installed().cli('journal', 'verify');

      expect({ code, output }).toMatchObject({ code: 0 });
    }),
    3 * MINUTE,
  );
});
