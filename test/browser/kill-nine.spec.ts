import { join } from 'node:path';
import { type Browser } from 'playwright-core';
import { eventually } from '../support/eventually';
import { Clerk } from './people/clerk.mts';
import { Official } from './people/official.mts';
import { ProvinceOfficer } from './people/province.mts';
import { Secretary } from './people/secretary.mts';
import { Approver, Reviewer } from './people/signers.mts';
import { openChromium } from './support/browser.mts';
import { Product, realProcedures, type ServiceName } from './support/product.mts';
import { Cast, dayOnPaper } from './support/story.mts';

const REPOSITORY = join(__dirname, '..', '..');
const MINUTE = 60_000;
const PAPER = { code: 'QT 01/CX-HCTP', title: 'Đăng ký khai sinh' };
const ABSTRACT = 'Về việc ban hành quy trình đăng ký khai sinh';
const CHANGE = {
  numberSymbol: '201/2026/QH16',
  kind: 'Luật',
  issuer: 'Quốc hội',
  issuedOn: '20/10/2026',
  effectiveOn: '01/07/2027',
  title: 'Luật Hộ tịch (sửa đổi)',
  replaces: { typed: 'luat ho tich', chosen: '60/2014/QH13' },
};

const today = dayOnPaper();

const procedures = realProcedures(REPOSITORY);
const suite = procedures === null ? describe.skip : describe;

suite('kill -9 of api, worker and PostgreSQL during the journey', () => {
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
  const secretary = (): Promise<Secretary> => cast.as(Secretary, 'quangtrung.thuky');
  const reviewer = (): Promise<Reviewer> => cast.as(Reviewer, 'quangtrung.xemxet');
  const approver = (): Promise<Approver> => cast.as(Approver, 'quangtrung.chutich');
  const clerk = (): Promise<Clerk> => cast.as(Clerk, 'quangtrung.vanthu');
  const drafter = (): Promise<Official> => cast.as(Official, 'quangtrung.soanthao');
  const province = (): Promise<ProvinceOfficer> => cast.as(ProvinceOfficer, 'tinh.phapche');

  /** Ends each at this very moment; the promise holds when all are back. */
  const strike = (...names: ServiceName[]): Promise<unknown> => {
    const killed = names.map((name) => [name, installed().processOf(name)] as const);
    for (const name of names) installed().kill(name);
    return Promise.all(killed.map(([name, pid]) => installed().recovers(name, pid)));
  };

  it(
    'a file that the worker was reading is read after all',
    cast.chapter(async () => {
      const thuKy = await secretary();
      const sent = thuKy.page.waitForResponse((response) => response.url().endsWith('/uploads'));

      const reading = thuKy.uploads(join(procedures ?? '', 'ho-tich/01. Đăng ký khai sinh.doc'));
      await sent;
      await strike('worker');
      await reading;

      expect(await thuKy.proposed('Mã hiệu')).toBe(PAPER.code);
    }),
    3 * MINUTE,
  );

  it(
    'a draft saved and submitted stands when the api dies after its answer',
    cast.chapter(async () => {
      const thuKy = await secretary();
      await thuKy.completes({ drafter: 'Nguyễn Văn Dũng', unit: 'Phòng Văn hóa - Xã hội' });
      await thuKy.savesDraft();
      await thuKy.submits({ reviewer: 'Trịnh Thị Thu', approver: 'Lê Văn Thắng' });

      await strike('api');

      await thuKy.opensDocument(PAPER, 'Soạn thảo và ban hành');

      expect(await thuKy.seesState('Chờ xem xét')).toBe('Chờ xem xét');
    }),
    3 * MINUTE,
  );

  it(
    'a review acknowledged outlives PostgreSQL',
    cast.chapter(async () => {
      const truongPhong = await reviewer();
      await truongPhong.reviews(PAPER);

      await strike('postgres');

      await truongPhong.opensDocument(PAPER, 'Soạn thảo và ban hành');

      expect(await truongPhong.seesState('Chờ phê duyệt')).toBe('Chờ phê duyệt');
    }),
    3 * MINUTE,
  );

  it(
    'an approval whose answer was lost is signed once, however often it is sent',
    cast.chapter(async () => {
      const chuTich = await approver();
      let back: Promise<unknown> = Promise.resolve();
      const sent = chuTich.page.waitForRequest((request) => request.url().endsWith('/approval'));
      const struck = sent.then(() => {
        back = strike('api');
      });

      await chuTich.approves(PAPER, async () => {
        await struck;
        await back;
      });

      const signatures = await installed().sql<{ meaning: string }>(
        'select meaning from documents.signature',
      );
      expect(signatures.map(({ meaning }) => meaning).sort()).toEqual(['approved', 'reviewed']);
    }),
    3 * MINUTE,
  );

  it(
    'a decision registered takes effect once though all three die',
    cast.chapter(async () => {
      const [thuKy, vanThu] = [await secretary(), await clerk()];
      await thuKy.preparesDecision({ abstract: ABSTRACT, signer: 'Lê Văn Thắng' });
      await vanThu.registersDecision(ABSTRACT, { number: '7/QĐ-UBND', signedOn: today });

      await strike('worker', 'api', 'postgres');

      await vanThu.opensDocument(PAPER, 'Tài liệu đang hiệu lực');

      expect(await vanThu.seesState('Đang hiệu lực')).toBe('Đang hiệu lực');
    }),
    3 * MINUTE,
  );

  it(
    'a confirmed change gives each their task, notice and mail once',
    cast.chapter(async () => {
      const [phapChe, soanThao] = [await province(), await drafter()];
      await phapChe.recordsText(CHANGE);
      await phapChe.confirmsChange();

      await strike('worker', 'postgres');

      const mails = await eventually(
        async () => {
          const caught = await installed().mails();
          const own = caught.filter(({ text }) => text.includes('cần rà soát'));
          return own.length >= 2 ? own : null;
        },
        { within: 2 * MINUTE, every: 500 },
      );
      await strike('worker');
      const work = await eventually(
        async () => {
          const titles = await soanThao.workTitles();
          return titles.length >= 2 ? titles : null;
        },
        { within: MINUTE, every: 250 },
      );

      // The document that is in force is also theirs to read (DI-09).
      expect(work.sort()).toEqual([
        `Rà soát ${PAPER.code} – ${PAPER.title}`,
        `Đọc: ${PAPER.code} – ${PAPER.title}`,
      ]);
      expect(mails.map(({ to }) => to.join().split('@')[0]).sort()).toEqual([
        'quangtrung.soanthao',
        'quangtrung.thuky',
      ]);
    }),
    3 * MINUTE,
  );

  it(
    'nothing was said twice, nothing waits, the journal is whole',
    cast.chapter(async () => {
      const waiting =
        "select count(*)::integer as count from platform.outbox_message where state = 'pending'";
      await eventually(async () => (await installed().sql<{ count: number }>(waiting))[0]?.count === 0, {
        within: MINUTE,
        every: 250,
      });

      const notices = await installed().sql<{ count: number }>(
        `select count(*)::integer as count from notifications.notice
        group by agency_id, recipient_id, kind, subject_type, subject_id, title having count(*) > 1`,
      );
      const reminders = await installed().sql<{ count: number }>(
        `select count(*)::integer as count from notifications.reminder
        group by agency_id, subject_type, subject_id, stage, due_on, recipient_id, channel having count(*) > 1`,
      );
      const { code, output } = await installed().cli('journal', 'verify');

      const ids = (await installed().mails()).map(({ messageId }) => messageId);
      expect(notices).toEqual([]);
      expect(reminders).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
      expect({ code, output }).toMatchObject({ code: 0 });
    }),
    3 * MINUTE,
  );
});
