import { systemActor, uuidV7 } from '@app/kernel';
import { KeepLegalText, StoredTextsQuery } from '@app/legal-register';
import { Inbox } from '@app/platform/database';
import { type Type } from '@nestjs/common';
import JSZip from 'jszip';

import { InspectTextFile, TextFileShelf } from '../../../libs/documents/src/application/citations/text-file';
import { Quarantine } from '../../../libs/documents/src/application/quarantine';

import {
  anOffice,
  aPdf,
  type Library,
  type Office,
  type Officer,
  type Page,
  refusalOf,
  Stage,
  statementsOf,
} from '../../support/staging';

interface Line {
  kind: string;
  words: string;
  issuer: string | null;
  issuedOn: string | null;
  year: number | null;
  textId: string | null;
  status: string | null;
  endsOn: string | null;
  appliesHere: boolean | null;
  linkedBy: string | null;
  proposals: { textId: string; numberSymbol: string }[];
}
interface Outdated {
  documentId: string;
  numberSymbol: string;
  status: string;
  endsOn: string | null;
  endedBy: string | null;
  appliesHere: boolean;
}

const DECREE = { kind: 'Nghị định', issuer: 'Chính phủ', issuedOn: '2015-11-15' };
const OLD = { ...DECREE, numberSymbol: '7123/2015/NĐ-CP' };
const GONE = { ...DECREE, numberSymbol: '7124/2015/NĐ-CP' };
const SOON = { ...DECREE, numberSymbol: '7125/2015/NĐ-CP' };
const ELSEWHERE = { ...DECREE, numberSymbol: '7126/2015/NĐ-CP' };
/** As a procedure has it: another day than the register. */
const MISDATED = { ...DECREE, numberSymbol: '7127/2015/NĐ-CP', issuedOn: '2015-11-05' };
const NAMED = { name: 'Luật Hộ tịch toàn dân', year: 2014 };

let stage: Stage;
let library: Library;
let secretary: Officer;
let versionId: string;
let documentId: string;
let text: Record<'old' | 'gone' | 'soon' | 'elsewhere' | 'misdated' | 'law' | 'ending', string>;
let province: Office;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
  secretary = library.office.by.secretary;
  province = await anOffice(stage.world, stage.api, stage.province);
  const old = await record({ ...OLD, title: 'Đăng ký và quản lý hộ tịch' });
  const gone = await record({ ...GONE, title: 'Lệ phí hộ tịch' });
  const soon = await record({ ...SOON, title: 'Phí chứng thực' });
  const misdated = await record({ ...MISDATED, issuedOn: '2015-11-15', title: 'Chứng thực' });
  const law = await record({
    ...DECREE,
    kind: 'Luật',
    numberSymbol: '7060/2014/QH13',
    issuer: 'Quốc hội',
    issuedOn: '2014-11-20',
    title: 'Luật Hộ tịch của toàn dân',
  });
  const elsewhere = await record({
    ...ELSEWHERE,
    title: 'Mức thu riêng',
    territoryIds: [(await stage.office()).agency.id],
  });
  const ending = await record({
    ...DECREE,
    numberSymbol: '7999/2020/NĐ-CP',
    issuedOn: '2020-01-01',
    effectiveOn: '2020-02-01',
    title: 'Bãi bỏ và thay thế',
    relations: [
      { kind: 'repeals', targetId: gone, partly: false },
      { kind: 'replaces', targetId: soon, partly: false, effectiveOn: '2099-01-01' },
    ],
  });
  text = { old, gone, soon, elsewhere, misdated, law, ending };
  const version = await library.effective({
    citations: [OLD, GONE, SOON, ELSEWHERE, MISDATED],
    namedTexts: [NAMED],
  });
  [versionId, documentId] = [version.id, version.documentId];
}, 120_000);

afterAll(() => stage.close());

async function record(fields: Record<string, unknown>): Promise<string> {
  const body = { effectiveOn: '2016-01-01', aliases: [], relations: [], ...fields };
  return (await secretary.post<{ id: string }>('/legal-texts', body)).id;
}

async function lines(by: Officer = secretary): Promise<Map<string, Line>> {
  const { items } = await by.get<{ items: Line[] }>(`/versions/${versionId}/citations`);
  return new Map(items.map((line) => [line.words, line]));
}

function wordsOf({ kind, words, issuer, issuedOn, year }: Line): Record<string, unknown> {
  return { kind, words, issuer, issuedOn, year };
}

describe('the citations of a version', () => {
  it('tells what each text is today, and proposes what an unresolved one may mean', async () => {
    const found = await lines();

    expect(found.get(OLD.numberSymbol)).toMatchObject({
      textId: text.old,
      status: 'in-force',
      proposals: [],
    });
    expect(found.get(GONE.numberSymbol)).toMatchObject({ status: 'expired', endsOn: '2020-02-01' });
    expect(found.get(SOON.numberSymbol)).toMatchObject({ status: 'in-force', endsOn: '2099-01-01' });
    expect(found.get(ELSEWHERE.numberSymbol)).toMatchObject({ appliesHere: false });
    expect(found.get(MISDATED.numberSymbol)).toMatchObject({ textId: null });
    expect(found.get(MISDATED.numberSymbol)!.proposals[0]?.textId).toBe(text.misdated);
    expect(found.get(NAMED.name)!.proposals.map(({ textId }) => textId)).toEqual([text.law]);
  });

  it('B-19: proposes no text of another year or another number, however alike they look', async () => {
    const alike = ['7123/2016/NĐ-CP', '7133/2015/NĐ-CP'].map((numberSymbol) => ({
      ...OLD,
      numberSymbol,
      issuedOn: '2016-02-03',
    }));
    const draft = await library.draft({ citations: alike });

    const { items } = await secretary.get<{ items: Line[] }>(`/versions/${draft.id}/citations`);

    expect(items.map(({ textId, proposals }) => [textId, proposals])).toEqual([
      [null, []],
      [null, []],
    ]);
  });

  it('takes one statement for all of them', async () => {
    await lines();

    const sent = await statementsOf(() => lines());

    // Session, transaction, settings; version, citations; end.
    expect(sent).toHaveLength(6);
  });
});

describe('citing a text that is no longer in force', () => {
  it('puts a row on the list of the agency for each document, with what ended it', async () => {
    const { items } = await secretary.get<Page<Outdated>>('/outdated-citations');
    const mine = items.filter((line) => line.documentId === documentId);

    expect(mine.map((line) => [line.numberSymbol, line.status, line.endsOn, line.endedBy])).toEqual(
      expect.arrayContaining([
        [GONE.numberSymbol, 'expired', '2020-02-01', '7999/2020/NĐ-CP'],
        [SOON.numberSymbol, 'in-force', '2099-01-01', '7999/2020/NĐ-CP'],
        [ELSEWHERE.numberSymbol, 'in-force', null, null],
      ]),
    );
    expect(mine).toHaveLength(3);
  });

  it('pages without losing or repeating a row, in as many statements as one page takes', async () => {
    const met: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Page<Outdated> = await secretary.get(
        `/outdated-citations?limit=1${next === '' ? '' : `&after=${next}`}`,
      );
      met.push(...page.items.map(({ numberSymbol }) => numberSymbol));
      next = page.next;
    }

    expect(met.sort()).toEqual([GONE, SOON, ELSEWHERE].map(({ numberSymbol }) => numberSymbol).sort());
    expect(await statementsOf(() => secretary.get('/outdated-citations'))).toHaveLength(5);
  });
});

describe('saying what a citation means', () => {
  it('refuses the proposal that a person has rejected, and proposes it no more', async () => {
    const line = (await lines()).get(MISDATED.numberSymbol)!;
    await secretary.post('/citation-rejections', { ...wordsOf(line), textId: text.misdated });

    expect((await lines()).get(MISDATED.numberSymbol)!.proposals.map(({ textId }) => textId)).not.toContain(
      text.misdated,
    );
  });

  it('links it for every document of the agency, takes it from the list, and finds the document by the text', async () => {
    const before = await secretary.get<Page<Line>>('/unresolved-citations');
    expect(before.items.map(({ words }) => words).sort()).toEqual([MISDATED.numberSymbol, NAMED.name].sort());
    const line = (await lines()).get(MISDATED.numberSymbol)!;

    await secretary.post('/citation-links', { ...wordsOf(line), textId: text.misdated });

    expect((await lines()).get(MISDATED.numberSymbol)).toMatchObject({
      textId: text.misdated,
      linkedBy: secretary.fullName,
    });
    const after = await secretary.get<Page<Line>>('/unresolved-citations');
    expect(after.items.map(({ words }) => words)).toEqual([NAMED.name]);
    expect(await citing(secretary, text.misdated)).toEqual([documentId]);
    expect(await statementsOf(() => secretary.get('/unresolved-citations'))).toHaveLength(5);
  });

  it('lets a name that was linked grow into a name of the law', async () => {
    const line = (await lines()).get(NAMED.name)!;
    await secretary.post('/citation-links', { ...wordsOf(line), textId: text.law });

    const law = await secretary.get<{ aliases: { name: string; year: number }[] }>(
      `/legal-texts/${text.law}`,
    );
    expect(law.aliases).toContainEqual({ name: NAMED.name, year: 2014 });
    const next = await library.draft({ namedTexts: [NAMED] });
    const { items } = await secretary.get<{ items: Line[] }>(`/versions/${next.id}/citations`);
    expect(items[0]).toMatchObject({ textId: text.law });
  });

  it('knows no citation that nobody of the agency makes, and no text of another agency', async () => {
    const foreign = await stage.office();
    const hidden = await foreign.by.secretary.post<{ id: string }>('/legal-texts', {
      ...OLD,
      title: 'Của nơi khác',
      aliases: [],
      relations: [],
    });
    const words = { kind: 'number', words: OLD.numberSymbol, issuer: OLD.issuer, issuedOn: OLD.issuedOn };

    expect(
      await refusalOf(foreign.by.secretary.post('/citation-links', { ...words, textId: hidden.id })),
    ).toBe('documents.citation-not-found');
    expect(await refusalOf(secretary.post('/citation-links', { ...words, textId: hidden.id }))).toBe(
      'legal-register.text-not-found',
    );
  });
});

async function citing(by: Officer, textId: string, scope = 'agency'): Promise<string[]> {
  const { items } = await by.get<Page<{ documentId: string }>>(
    `/legal-texts/${textId}/citing-documents?scope=${scope}`,
  );
  return items.map((line) => line.documentId);
}

describe('where a text is cited', () => {
  it('is told of the own agency; of all its agencies to the province alone', async () => {
    const other = await stage.library();
    const cited = await province.by['province-admin'].post<{ id: string }>('/legal-texts', {
      ...OLD,
      numberSymbol: '7200/2015/NĐ-CP',
      title: 'Của tỉnh',
      effectiveOn: '2016-01-01',
      aliases: [],
      relations: [],
    });
    await stage.world.owner.query(
      "update legal_register.legal_text set state = 'confirmed', confirmed_at = now() where id = $1",
      [cited.id],
    );
    const citations = [{ ...OLD, numberSymbol: '7200/2015/NĐ-CP' }];
    const here = await library.effective({ citations });
    const there = await other.effective({ citations });

    expect(await citing(secretary, cited.id)).toEqual([here.documentId]);
    expect(await refusalOf(citing(secretary, cited.id, 'province'))).toBe('identity.forbidden');
    const { by } = province;
    expect((await citing(by['province-reader'], cited.id, 'province')).sort()).toEqual(
      [here.documentId, there.documentId].sort(),
    );
    // A role of the province held elsewhere opens nothing: the function asks for the agency itself.
    const elsewhere = library.office.by['province-admin'];
    expect(await citing(elsewhere, cited.id, 'province')).toEqual([]);
    const sheet = await by['province-reader'].send(
      'GET',
      `/legal-texts/${cited.id}/citing-documents.xlsx?scope=province`,
    );
    expect(sheet.status).toBe(200);
    const zip = await JSZip.loadAsync(sheet.body as unknown as Buffer);
    const parts = await Promise.all(
      Object.values(zip.files)
        .filter(({ name }) => name.endsWith('.xml'))
        .map((part) => part.async('string')),
    );
    expect(parts.join('').match(/7200\/2015\/NĐ-CP/g)).toHaveLength(2);
  });

  it('tells the province nothing of what is kept for certain units but that it is there', async () => {
    const cited = await province.by['province-admin'].post<{ id: string }>('/legal-texts', {
      ...OLD,
      numberSymbol: '7201/2015/NĐ-CP',
      title: 'Của tỉnh',
      effectiveOn: '2016-01-01',
      aliases: [],
      relations: [],
    });
    const kept = await library.effective({
      title: 'Mật của đơn vị',
      citations: [{ ...OLD, numberSymbol: '7201/2015/NĐ-CP' }],
    });
    await stage.world.owner.query(
      "update documents.version set reading_units = '{}', reading_roles = '{}' where id = $1",
      [kept.id],
    );

    const { items } = await province.by['province-admin'].get<Page<{ documentId: string; title: string }>>(
      `/legal-texts/${cited.id}/citing-documents?scope=province`,
    );

    expect(items).toEqual([expect.objectContaining({ documentId: kept.documentId, title: '', code: '' })]);
  });
});

describe('the official file of a text', () => {
  async function inspected(textId: string): Promise<void> {
    const get = <T>(type: Type<T>): T => stage.api.app.get(type, { strict: false });
    const register = get(StoredTextsQuery);
    const shelf = new TextFileShelf(get(Quarantine), register, get(KeepLegalText));
    const { id, path } = library.office.agency;
    const worker = systemActor(id, 'spec', path);
    const inspection = new InspectTextFile(stage.world.unitOfWork, new Inbox(), shelf);
    await inspection.execute(worker, textId, { messageId: uuidV7(), attempt: 1 });
  }

  function aFile(content: Buffer, name: string): FormData {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(content)]), name);
    return form;
  }

  it('is shown once it was inspected, and never when it is no PDF', async () => {
    const path = `/legal-texts/${text.old}/file`;
    const pdf = await aPdf();
    await secretary.post(path, aFile(pdf, 'nghi-dinh.pdf'));
    expect((await secretary.send('GET', path)).status).toBe(404);

    await inspected(text.old);
    expect(await secretary.get(`/legal-texts/${text.old}`)).toMatchObject({
      file: { name: 'nghi-dinh.pdf', state: 'ready', problem: null },
    });
    const shown = await secretary.send('GET', path);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'application/pdf']);

    await secretary.post(path, aFile(Buffer.from('<html>'), 'gia.pdf'));
    await inspected(text.old);
    expect(await secretary.get(`/legal-texts/${text.old}`)).toMatchObject({
      file: { state: 'refused', problem: expect.any(String) as string },
    });
    expect((await secretary.send('GET', path)).status).toBe(404);
  });
});
