import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser } from 'playwright-core';
import { certify, type Holder, pemOf, signPdf } from '../support/signing';
import { photoOf } from '../support/staging/photo';
import { Administrator } from './people/administrator.mts';
import { Clerk } from './people/clerk.mts';
import { type Official, type Role } from './people/official.mts';
import { Secretary } from './people/secretary.mts';
import { Approver, Reviewer } from './people/signers.mts';
import { openChromium } from './support/browser.mts';
import { docxWords } from './support/paper.mts';
import { Groundwork, type Version } from './support/groundwork.mts';
import { Product } from './support/product.mts';
import { Cast, dayOnPaper } from './support/story.mts';

const REPOSITORY = join(__dirname, '..', '..');
const MINUTE = 60_000;

const HEAD = 'Lưu Văn Thành';
const CHAIRMAN = 'Lê Văn Thắng';
const LEAD = 'Cao Xuân Bách';
const DEPUTY = 'Trần Đình Long';
const COMMUNES = [
  { word: 'hacthanh', name: 'Ủy ban nhân dân phường Hạc Thành', number: '201/QĐ-UBND' },
  { word: 'quangtrung', name: 'Ủy ban nhân dân phường Quang Trung', number: '202/QĐ-UBND' },
] as const;

const RETURNED = { code: 'QT 01/STP', title: 'Cấp phiếu lý lịch tư pháp' };
const DELEGATED = { code: 'QT 02/STP', title: 'Chứng thực chữ ký người dịch' };
const ON_PAPER = { code: 'QT 03/STP', title: 'Đăng ký hành nghề luật sư' };
const OUTSIDE = { code: 'QT 04/STP', title: 'Bổ nhiệm công chứng viên' };
const FOUR = [RETURNED, DELEGATED, ON_PAPER, OUTSIDE];

/** The optional check is asked for; the reviewer is proposed. */
const STATIONS = { 'Kiểm tra thể thức': LEAD, 'Phê duyệt': HEAD };

const APPROVED = 'Đã phê duyệt, chờ ban hành';
const REASON = 'Thiếu biểu mẫu số 02';
const WITHDRAWN = 'Thủ tục đã bị bãi bỏ theo luật mới';
const LATE = 'Bản giấy về chậm';
const [firstDay, secondDay, thirdDay, today] = [dayOnPaper(9), dayOnPaper(5), dayOnPaper(2), dayOnPaper()];

describe('a Sở and two communes: three versions on every way of approval', () => {
  const cast = new Cast();
  const roots = mkdtempSync(join(tmpdir(), 'iso-roots-'));
  let product: Product | undefined;
  let browser: Browser | undefined;
  let root: Holder;
  let ground: Groundwork;
  let first: Version;
  let onPaper: Version;
  let second: Version;
  let third: Version;
  let outside: Version;

  const secretary = (): Promise<Secretary> => cast.as(Secretary, 'stp.thuky');
  const reviewer = (): Promise<Reviewer> => cast.as(Reviewer, 'stp.xemxet');
  const lead = (): Promise<Administrator> => cast.as(Administrator, 'stp.quantri');
  const head = (): Promise<Approver> => cast.as(Approver, 'stp.giamdoc');
  const deputy = (): Promise<Approver> => cast.as(Approver, 'stp.pheduyet');
  const clerk = (): Promise<Clerk> => cast.as(Clerk, 'stp.vanthu');
  const drafter = (): Promise<Secretary> => cast.as(Secretary, 'stp.soanthao');
  const ofCommune = <Person extends Official>(
    role: Role<Person>,
    word: string,
    who: string,
  ): Promise<Person> => cast.as(role, `${word}.${who}`);

  const opens = async (person: Official, { documentId }: Version, version?: string): Promise<void> => {
    await person.page.goto(`/documents/${documentId}${version === undefined ? '' : `?version=${version}`}`);
  };

  const installed = (): Product => {
    if (product === undefined) throw new Error('The product does not run.');
    return product;
  };

  beforeAll(async () => {
    root = await certify({ name: 'Root CA thử nghiệm', use: 'authority' });
    writeFileSync(join(roots, 'root.pem'), pemOf(root));
    product = await Product.start(REPOSITORY, { ISO_TRUSTED_ROOTS_FOLDER: roots });
    browser = await openChromium();
    cast.meets(browser, product.web);
    ground = new Groundwork(
      {
        drafter: await drafter(),
        reviewer: await reviewer(),
        secretary: await secretary(),
        head: await head(),
        clerk: await clerk(),
      },
      HEAD,
    );
    [first, onPaper, outside] = await Promise.all([
      ground.drafts(RETURNED),
      ground.waiting(ON_PAPER),
      ground.waiting(OUTSIDE),
      ground.waiting(DELEGATED),
    ]);
  }, 6 * MINUTE);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, MINUTE);

  it(
    'DI-03, OF-05: along all stations of the route; one gives back with a reason, it is mended and comes again',
    cast.chapter(async () => {
      const [soanThao, truongPhong, vanPhong] = [await drafter(), await reviewer(), await lead()];
      await opens(soanThao, first);
      await soanThao.submitsThrough(STATIONS);
      await truongPhong.reviews(RETURNED, 'Chờ xem xét');
      await vanPhong.givesBack(RETURNED, REASON);

      await soanThao.opensWork(RETURNED.code, 'Sửa bản bị trả lại', REASON);
      await soanThao.seesState('Trả lại');
      await soanThao.amends({ 'Tóm lược nội dung sửa đổi': 'Đã bổ sung biểu mẫu' });
      await soanThao.submitsThrough(STATIONS);
      first = await ground.reviews(await ground.see(first));
      await vanPhong.checks(RETURNED, 'Kiểm tra thể thức');
      const giamDoc = await head();
      await giamDoc.approves(RETURNED);

      expect(await giamDoc.seesState(APPROVED)).toBe(APPROVED);
    }),
    3 * MINUTE,
  );

  it(
    'G12, R3: the deputy approves for the absent head, by a letter that the signature names',
    cast.chapter(async () => {
      const phoGiamDoc = await deputy();
      const letter = 'Giấy ủy quyền số 7/GUQ-STP';
      await (
        await lead()
      ).entersDelegation({
        from: HEAD,
        to: DEPUTY,
        formula: 'KT.',
        letter,
        letterDate: today,
        startsOn: today,
        endsOn: dayOnPaper(-5),
        covers: ['Phê duyệt'],
      });

      const line = await phoGiamDoc.workLine(DELEGATED.code, `Xử lý thay ${HEAD}`);
      await line.waitFor();
      await phoGiamDoc.approves(DELEGATED);
      await phoGiamDoc.opensTab('Phê duyệt');

      await phoGiamDoc.sees(new RegExp(`${DEPUTY}.*KT\\.`));
      const signed = phoGiamDoc.page.getByText(`Ký thay ${HEAD}, theo ${letter}`);
      await signed.first().waitFor();
      expect(await phoGiamDoc.seesState(APPROVED)).toBe(APPROVED);
    }),
    3 * MINUTE,
  );

  it(
    'OF-03: a third is signed on paper; the scan of another version is refused, a second person confirms',
    cast.chapter(async () => {
      const [vanThu, thuKy] = [await clerk(), await secretary()];
      const facts = { signers: HEAD, signedOn: today, place: 'Văn thư Sở' };
      await opens(vanThu, outside);
      const other = await vanThu.takes('In bản trình ký');
      await opens(vanThu, onPaper);
      const printed = await vanThu.takes('In bản trình ký');

      const wrong = await vanThu.bringsPaper({ name: 'nham.jpg', content: await photoOf(other) }, facts);
      await wrong.locator('.chip').getByText('Không chấp nhận').waitFor();
      await wrong.getByText(/^Thuộc phiên bản hoặc nội dung khác/).waitFor();
      await vanThu.seesState('Chờ phê duyệt');
      const right = await vanThu.bringsPaper({ name: 'dung.jpg', content: await photoOf(printed) }, facts);
      await right.getByText('Chờ người thứ hai đối chiếu bản gốc').waitFor();
      await right.getByText(/^Đúng phiên bản và nội dung/).waitFor();
      await thuKy.opensWork(ON_PAPER.code, 'Đối chiếu bản gốc');
      await thuKy.opensTab('Phê duyệt');
      await thuKy.confirmsOriginal();

      expect(await thuKy.seesState(APPROVED)).toBe(APPROVED);
    }),
    3 * MINUTE,
  );

  it(
    'G8, OF-03: a fourth is signed outside; tampered files and strangers are refused in words',
    cast.chapter(async () => {
      const vanThu = await clerk();
      const strange = await certify({ name: 'Root CA lạ', use: 'authority' });
      await opens(vanThu, outside);
      const rendition = await vanThu.takes('Tải PDF để ký số');
      const good = await signPdf(rendition, { signer: await certify({ name: HEAD, issuer: root }) });
      const wrongChain = await signPdf(rendition, { signer: await certify({ name: HEAD, issuer: strange }) });
      const tampered = Buffer.from(good);
      tampered[tampered.lastIndexOf('(Signature') + 1] = 0x73;

      for (const [name, content, verdict] of [
        ['bi-sua.pdf', tampered, 'Nội dung đã bị sửa hoặc chữ ký hỏng'],
        ['la.pdf', wrongChain, 'Không rõ tổ chức chứng thực'],
      ] as const) {
        const line = await vanThu.bringsSigned({ name, content });
        await line.locator('.chip').getByText('Không chấp nhận').waitFor();
        await line.getByText(verdict, { exact: true }).waitFor();
      }
      const line = await vanThu.bringsSigned({ name: 'da-ky.pdf', content: good });
      await line.getByText('Hợp lệ', { exact: true }).waitFor();
      await line.getByText('Trùng từng byte').waitFor();
      await vanThu.recordsApproval();

      await vanThu.seesState('Đã phê duyệt, chờ ban hành');
      expect(
        Buffer.from(await vanThu.saves(line.getByRole('button', { name: 'Xem tệp' }))).equals(good),
      ).toBe(true);
    }),
    3 * MINUTE,
  );

  it(
    'OF-01: one decision, registered by văn thư, puts the four into force',
    cast.chapter(async () => {
      const [thuKy, vanThu, soanThao] = [await secretary(), await clerk(), await drafter()];
      const abstract = 'Ban hành bốn quy trình của Sở';
      await thuKy.preparesDecision({ abstract, signer: HEAD });
      for (const { title } of FOUR) await thuKy.page.getByRole('row').filter({ hasText: title }).waitFor();
      await soanThao.findsNothingInForce(OUTSIDE.code);

      await vanThu.registersDecision(abstract, { number: '15/QĐ-STP', signedOn: firstDay, lateReason: LATE });

      for (const { code } of FOUR) await soanThao.findsInForce(code);
      const { items } = await soanThao.asks<{ items: unknown[] }>('/documents?scope=effective');
      expect(items).toHaveLength(FOUR.length);
    }),
    3 * MINUTE,
  );

  it(
    'DI-10, OF-06: a second version supersedes the first; both communes adopt it by decisions of their own',
    cast.chapter(async () => {
      const thuKy = await secretary();
      second = await ground.next(await ground.see(first));
      await ground.issues(second, { number: '18/QĐ-STP', signedOn: secondDay });

      await thuKy.offers(
        [RETURNED, DELEGATED],
        COMMUNES.map(({ name }) => name),
      );

      for (const commune of COMMUNES) {
        const there = await ofCommune(Secretary, commune.word, 'thuky');
        const abstract = `Áp dụng quy trình của Sở tại ${commune.name}`;
        await there.receivesOffers(2);
        await there.savesDecision({ abstract, signer: CHAIRMAN });
        await (
          await ofCommune(Clerk, commune.word, 'vanthu')
        ).registersDecision(abstract, { number: commune.number, signedOn: secondDay, lateReason: LATE });
        await there.opensDocument(RETURNED, 'Tài liệu đang hiệu lực');
        expect(await there.seesState('Đang hiệu lực')).toBe('Đang hiệu lực');
        await there.sees(
          `Sở Tư pháp tỉnh Thanh Hóa soạn, áp dụng theo QĐ ${commune.number} ngày ${secondDay}`,
        );
      }
    }),
    3 * MINUTE,
  );

  it(
    'DI-06, DI-07, DI-08: copies on paper go out; a third version goes to everybody and is compared with the second',
    cast.chapter(async () => {
      const thuKy = await secretary();
      await opens(thuKy, second);
      for (const holder of ['Bộ phận một cửa', 'Phòng Hành chính'])
        await thuKy.handsOutPaper({ holder, place: 'Tủ số 2' });

      third = await ground.next(second);
      await opens(thuKy, third, third.id);
      await thuKy.distributesToAll();
      await ground.issues(third, { number: '21/QĐ-STP', signedOn: thirdDay });

      await opens(thuKy, third);
      expect(await thuKy.seesState('Đang hiệu lực')).toBe('Đang hiệu lực');
      await thuKy.readsHistory();
      for (const words of ['Đang hiệu lực', 'Đã được thay thế', 'Rút ngắn thời hạn, lần 3'])
        await thuKy.sees(words);
      await thuKy.comparesWith('Lần ban hành 2, lần sửa đổi 0');
      await thuKy.sees('21/QĐ-STP');
      await thuKy.sees('18/QĐ-STP');
    }),
    3 * MINUTE,
  );

  it(
    'DI-08, DI-09: everybody of the Sở confirms to have read it, until no name is missing',
    cast.chapter(async () => {
      const thuKy = await secretary();
      const people = [thuKy, await reviewer(), await lead(), await head(), await deputy(), await clerk()];
      const last = await drafter();
      await opens(thuKy, third);
      await thuKy.opensTab('Phân phối');
      await thuKy.sees('0/7 đã đọc');

      for (const person of people) await person.confirmsReading(RETURNED);
      await opens(thuKy, third);
      await thuKy.opensTab('Phân phối');
      await thuKy.sees('6/7 đã đọc');
      await thuKy.sees('Chưa đọc: Hà Văn Nam');
      await last.confirmsReading(RETURNED);

      await opens(thuKy, third);
      await thuKy.opensTab('Phân phối');
      await thuKy.sees('7/7 đã đọc');
      await thuKy.seesNo(/^Chưa đọc:/);
      const rows = await installed().sql<{ method: string; people: number }>(
        `select method, count(*)::int as people from documents.acknowledgement
          where version_id = '${third.id}' group by method`,
      );
      expect(rows).toEqual([{ method: 'self', people: 7 }]);
    }),
    3 * MINUTE,
  );

  it(
    'DI-12: the copies of the second version are called back and stand as “Đã thu hồi”',
    cast.chapter(async () => {
      const thuKy = await secretary();
      await thuKy.opensWork('Thu hồi bản giấy', RETURNED.code);
      await thuKy.takesPaperBack('Còn nguyên');
      await thuKy.takesPaperBack('Còn nguyên');

      await thuKy.chooses('Việc của tôi');
      await thuKy.seesNo('Thu hồi bản giấy');
      const register = await docxWords(await thuKy.takesPaperRegister());
      expect(register.match(/Đã thu hồi/g)).toHaveLength(2);
    }),
    3 * MINUTE,
  );

  it(
    'DI-13, OF-06: a decision ends the document with its reason, and both communes are told',
    cast.chapter(async () => {
      const [thuKy, vanThu, soanThao] = [await secretary(), await clerk(), await drafter()];
      const abstract = `Bãi bỏ ${RETURNED.code}`;
      await thuKy.preparesWithdrawal(
        { document: RETURNED, reason: WITHDRAWN, successor: DELEGATED },
        { abstract, signer: HEAD },
      );
      await thuKy.sees(WITHDRAWN);
      await soanThao.findsInForce(RETURNED.code);

      await vanThu.registersDecision(abstract, { number: '25/QĐ-STP', signedOn: today });

      await soanThao.findsNothingInForce(RETURNED.code);
      await opens(thuKy, third);
      expect(await thuKy.seesState('Đã bãi bỏ')).toBe('Đã bãi bỏ');
      for (const { word } of COMMUNES) {
        const there = await ofCommune(Secretary, word, 'thuky');
        await there.opensWork('Bãi bỏ hoặc xử lý tại chỗ', RETURNED.code);
      }
    }),
    3 * MINUTE,
  );
});
