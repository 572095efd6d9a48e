import { searchWords, uuidV7 } from '@app/kernel';
import * as fc from 'fast-check';

import {
  aForm,
  daysFromToday,
  type Library,
  type Officer,
  Stage,
  type VersionView,
} from '../../support/staging';

interface Hit {
  versionId: string;
  code: string;
  title: string;
  found: string;
  state: string;
  titleMarks: { from: number; to: number }[];
  passages: { place: string; page: number | null; text: string; marks: { from: number; to: number }[] }[];
}
interface Found {
  items: Hit[];
  next: string | null;
  near: boolean;
}

let stage: Stage;
let library: Library;
let neighbour: Library;

beforeAll(async () => {
  stage = await Stage.open();
  [library, neighbour] = [await stage.library('NHÀ'), await stage.library('BÊN')];
});

afterAll(() => stage.close());

const find = (by: Officer, q: string, more = ''): Promise<Found> =>
  by.get(`/search?q=${encodeURIComponent(q)}${more}`);

async function titlesOf(by: Officer, q: string, more = ''): Promise<string[]> {
  return (await find(by, q, more)).items.map(({ title }) => title);
}

async function write(version: { id: string }, pages: readonly string[]): Promise<void> {
  await stage.world.owner.query(
    `insert into documents.version_page (agency_id, version_id, page, text)
     select v.agency_id, v.id, p.page, p.text from documents.version v, unnest($2::text[]) with ordinality as p (text, page)
      where v.id = $1`,
    [version.id, pages],
  );
}

describe('one box (G16)', () => {
  let born: VersionView;

  beforeAll(async () => {
    born = await library.effective({
      code: 'QT-07/HT',
      title: 'Đăng ký khai sinh lưu động',
      citations: [{ numberSymbol: '04/2020/TT-BTP', kind: 'Thông tư', issuer: 'Bộ Tư pháp', issuedOn: null }],
      namedTexts: [{ name: 'Luật Hộ tịch', year: 2014 }],
    });
    await write(born, ['Trang bìa', 'Công chức kiểm tra giấy chứng sinh và hoà giải ở cơ sở.']);
    await library.effective({ code: 'QT-08/HT', title: 'Thay đổi họ tên, Quan Hoá' });
  });

  it.each([
    ['qt-07/ht', 'code'],
    ['QT 7 HT', 'code'],
    ['4/2020/tt-btp', 'number'],
    ['luat ho tich', 'number'],
    ['Luật Hộ tịch 2014', 'number'],
    ['khai sinh', 'title'],
    ['KHAI SINH luu dong', 'title'],
    ['luu dong dang ky', 'title-words'],
    ['giay chung sinh', 'text'],
    ['hòa giải', 'text'],
    ['hoà giải', 'text'],
    ['khai si', 'title'],
    ['btp 2020', 'text-words'],
  ])('G16: finds by %j in the tier %s', async (q, tier) => {
    const { items, near } = await find(library.office.by.reader, q);

    expect(near).toBe(false);
    expect(items[0]).toMatchObject({ versionId: born.id, found: tier });
  });

  it('G16: shows the passage with its page and marks', async () => {
    const { items } = await find(library.office.by.reader, 'giay chung sinh');
    const [passage] = items[0]!.passages;

    expect(passage).toMatchObject({ place: 'page', page: 2 });
    expect(passage!.marks.map(({ from, to }) => passage!.text.slice(from, to))).toEqual([
      'giấy',
      'chứng',
      'sinh',
    ]);
  });

  it.each(['khai sihn', 'kai sinh', 'khaii sinh luu dong', 'chungs sinh'])(
    'G16: answers the slip %j with what comes near, and says so',
    async (q) => {
      const { items, near } = await find(library.office.by.reader, q);

      expect(near).toBe(true);
      expect(items.map(({ versionId }) => versionId)).toContain(born.id);
    },
  );

  it('G16: finds steps with their responsible, and forms', async () => {
    const version = await library.effective({ title: 'Quy trình có bước' });
    await stage.world.owner.query(
      `insert into documents.version_content (agency_id, version_id, origin, content)
       select agency_id, id, 'read', $2 from documents.version where id = $1`,
      [
        version.id,
        {
          sections: [],
          cases: [
            {
              name: '',
              limit: null,
              limitFrom: null,
              steps: [
                { no: 'B3', name: 'Thẩm tra thực địa', responsible: 'Công chức địa chính', duration: null },
              ],
            },
          ],
          fee: null,
          dossier: [],
          forms: [{ code: 'BM.09', name: 'Phiếu kiểm soát' }],
          records: [],
          amendments: [],
        },
      ],
    );

    const step = await find(library.office.by.reader, 'tham tra thuc dia');
    const form = await find(library.office.by.reader, 'bm 9');
    const responsible = await find(library.office.by.reader, 'cong chuc dia chinh');

    expect([step, form, responsible].map(({ items }) => items[0]?.versionId)).toEqual(
      Array(3).fill(version.id),
    );
    expect(step.items[0]?.passages[0]).toMatchObject({
      place: 'step',
      text: 'B3 – Thẩm tra thực địa – Công chức địa chính',
    });
    expect(form.items[0]?.passages[0]).toMatchObject({ place: 'form', text: 'BM.09 Phiếu kiểm soát' });
  });

  it('follows a change of the draft at once', async () => {
    const draft = await library.draft({ title: 'Cấp bản sao trích lục' });
    const { secretary, author } = library.office.by;
    const before = await titlesOf(secretary, 'ban sao trich luc');

    await secretary.send('PATCH', `/versions/${draft.id}`, {
      body: aForm(author, { code: draft.code, title: 'Cấp giấy xác nhận cư trú' }),
      headers: { 'if-match': `"${String(draft.rowVersion)}"` },
    });

    expect(before).toEqual(['Cấp bản sao trích lục']);
    expect(await titlesOf(secretary, 'ban sao trich luc')).toEqual([]);
    expect(await titlesOf(secretary, 'xac nhan cu tru')).toEqual(['Cấp giấy xác nhận cư trú']);
  });
});

describe('what may be seen', () => {
  it('DI-10: a reader finds what is in force, not drafts, not what was or will be', async () => {
    const { reader, secretary, auditor } = library.office.by;
    const first = await library.effective(
      { title: 'Quy trình tường lửa' },
      { signedOn: daysFromToday(-1), lateReason: 'Vào sổ muộn' },
    );
    const next = await library.nextApproved(first, { title: 'Quy trình tường lửa' });
    await library.draft({ title: 'Quy trình tường lửa dự thảo' });
    await library.effective({ title: 'Quy trình tường lửa mai sau' }, { effectiveOn: daysFromToday(3) });
    await library.register(await library.decision([next]));

    expect(await titlesOf(reader, 'tuong lua')).toEqual(['Quy trình tường lửa']);
    expect(
      (await find(reader, 'tuong lua', '&standing=all')).items.map(({ versionId }) => versionId),
    ).toEqual([next.id]);
    expect(await titlesOf(secretary, 'tuong lua')).toEqual([
      'Quy trình tường lửa',
      'Quy trình tường lửa mai sau',
      'Quy trình tường lửa dự thảo',
    ]);
    expect((await find(auditor, 'tuong lua', '&standing=ended')).items.map(({ state }) => state)).toEqual([
      'superseded',
    ]);
    expect(await titlesOf(auditor, 'tuong lua', '&standing=in-progress')).toEqual([]);
  });

  it('G16: nothing of another agency is found, nor are its words completed or mended', async () => {
    await neighbour.effective({ title: 'Quy trình zyxvu bí mật' });

    expect(await titlesOf(neighbour.office.by.reader, 'zyx')).toEqual(['Quy trình zyxvu bí mật']);
    for (const q of ['zyxvu', 'zyx', 'zyxuv', 'bi mat'])
      expect(await find(library.office.by.secretary, q)).toMatchObject({ items: [] });
  });

  it('DI-16: what only certain units may read is found by them alone, in search and in the list', async () => {
    const version = await library.effective({ title: 'Quy trình mật ong' });
    await library.effective({ title: 'Quy trình mật ong rừng' });
    const unit = await stage.world.unit(library.office.agency);
    await stage.world.owner.query(
      'update documents.version set reading_units = array[$2::uuid], reading_roles = $3 where id = $1',
      [version.id, unit, []],
    );
    const { reader, secretary } = library.office.by;
    const listed = async (by: Officer): Promise<number> =>
      (await by.get<{ items: unknown[] }>('/documents?scope=effective&q=mat%20ong')).items.length;

    expect(await titlesOf(reader, 'mat ong')).toEqual(['Quy trình mật ong rừng']);
    expect((await find(reader, 'mat ong', '&limit=1')).items).toHaveLength(1);
    expect(await titlesOf(secretary, 'mat ong')).toHaveLength(2);
    expect([await listed(reader), await listed(secretary)]).toEqual([1, 2]);
  });

  it('narrows by lĩnh vực, kind, year and class, and pages without a gap', async () => {
    const { secretary } = library.office.by;
    for (let at = 0; at < 5; at += 1)
      await library.draft({ title: 'Quy trình kẹp giấy', series: at < 3 ? 'Kẹp' : 'Giấy' });
    const seen: string[] = [];
    let after = '';
    do {
      const page = await find(secretary, 'kep giay', `&limit=2${after}`);
      seen.push(...page.items.map(({ versionId }) => versionId));
      after = page.next === null ? '' : `&after=${page.next}`;
    } while (after !== '');

    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
    expect(await titlesOf(secretary, 'kep giay', `&series=${encodeURIComponent('kẹp')}`)).toHaveLength(3);
    expect(await titlesOf(secretary, 'kep giay', '&kind=manual')).toEqual([]);
    expect(await titlesOf(secretary, 'kep giay', '&year=2020')).toEqual([]);
  });
});

const SYLLABLES = [
  'thủ',
  'tục',
  'đăng',
  'ký',
  'Hoà',
  'hòa',
  'Uỷ',
  'ủy',
  'QĐ',
  'QD',
  'khai',
  'sinh',
  'tử',
  '01',
  '1',
  '15/2023/QĐ-UBND',
  'năm',
] as const;
const phrase = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' '));

describe('exactness', () => {
  it('G16: equals a full scan by the same folding, under two agencies', async () => {
    const texts = fc.sample(fc.record({ title: phrase, pages: fc.array(phrase, { maxLength: 3 }) }), {
      numRuns: 80,
      seed: 7,
    });
    const homes = [await stage.library(), await stage.library()];
    const kept: { agency: number; id: string; title: string; all: string[][] }[] = [];
    for (const [at, { title, pages }] of texts.entries()) {
      const agency = at % 2;
      const home = homes[agency]!;
      const id = await plant(home, `M-${String(at + 500)}`, title);
      await write({ id }, pages);
      kept.push({ agency, id, title, all: [`M-${String(at + 500)}`, title, 'Chung', ...pages].map(wordsIn) });
    }

    await fc.assert(
      fc.asyncProperty(phrase, fc.constantFrom(0, 1), async (q, agency) => {
        const wanted = wordsIn(q);
        const scan = kept.filter(
          ({ agency: owner, all }) =>
            owner === agency &&
            wanted.every((word, at) =>
              all
                .flat()
                .some(
                  (here) =>
                    here === word ||
                    (at === wanted.length - 1 && /^[a-z]{2}/.test(word) && here.startsWith(word)),
                ),
            ),
        );
        const { items, near } = await find(homes[agency]!.office.by.secretary, q, '&limit=100');

        expect(near ? [] : items.map(({ versionId }) => versionId).sort()).toEqual(
          scan.map(({ id }) => id).sort(),
        );
      }),
      { numRuns: 120 },
    );
  }, 60_000);
});

const wordsIn = (text: string): string[] => searchWords(text).map(({ word }) => word);

/** A draft as a row, quicker than by the acts of people. */
async function plant(home: Library, code: string, title: string): Promise<string> {
  const { id: agencyId } = home.office.agency;
  const { author } = home.office.by;
  const [documentId, id] = [uuidV7(), uuidV7()];
  await stage.world.owner.query(
    `with document as (insert into documents.document (agency_id, id, kind, code, series, title)
       values ($1, $2, 'procedure', $4, 'Chung', $5))
     insert into documents.version (agency_id, id, document_id, issue, revision, state, code, series, title, kind, drafter_id,
       drafter_name, uploader_id, uploader_name, master_sha256, master_name, master_size, master_type, rendition_state, verification_code)
     values ($1, $3::uuid, $2, 1, 0, 'draft', $4, 'Chung', $5, 'procedure', $6, 'A', $6, 'A', 'x', 'x', 1, 'pdf', 'waiting', $3::text)`,
    [agencyId, documentId, id, code, title, author.id],
  );
  return id;
}

describe('restricted documents (DI-16, G16)', () => {
  it('G16: are left out before a page is cut, so that every page but the last is full', async () => {
    const { office } = library;
    const mine: string[] = [];
    for (let at = 0; at < 12; at += 1) {
      const version = await library.effective({ title: `Quy trình ĐẦY-TRANG ${String(at)}` });
      if (at % 3 === 0) mine.push(version.id);
      else
        await office.by.secretary.send('PUT', `/documents/${version.documentId}/classification`, {
          body: { classification: 'restricted', unitIds: [], roles: ['auditor'] },
        });
    }

    const [first, ...rest] = await pagesOf(office.by.reader, 'day trang', 2);

    expect([first?.length, ...rest.map(({ length }) => length)]).toEqual([2, 2]);
    expect([first, ...rest].flat().sort()).toEqual(mine.sort());
    const listed = await office.by.reader.get<Found>('/documents?scope=effective&q=day%20trang&limit=2');
    expect(listed.items).toHaveLength(2);
  });
});

async function pagesOf(by: Officer, q: string, limit: number): Promise<string[][]> {
  const pages: string[][] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: Found = await find(by, q, `&limit=${String(limit)}${after === '' ? '' : `&after=${after}`}`);
    pages.push(page.items.map(({ versionId }) => versionId));
    after = page.next;
  }
  return pages;
}
