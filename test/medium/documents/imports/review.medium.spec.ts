import JSZip from 'jszip';

import {
  type Library,
  aPaperDecision,
  ImportDesk,
  PASSWORD,
  refusalOf,
  Stage,
  statementsOf,
} from '../../../support/staging';

let stage: Stage;
let library: Library;
let desk: ImportDesk;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
  desk = new ImportDesk(stage.world, stage.api, library.office);
});

afterAll(() => stage.close());

const footer = {
  code: 'reader.footer-issue-differs',
  level: 'warning',
  message: 'Chân trang ghi lần ban hành 2, trang bìa ghi lần ban hành 1.',
  where: 'Chân trang phần 1',
};

describe('DI-01 codes of an import', () => {
  it('DI-01: the same code in the same lĩnh vực is an error with the next free number', async () => {
    const batch = await desk.open();
    await desk.read(batch, { code: 'QT 01/AA' });
    await desk.read(batch, { code: 'qt 01 /aa', series: 'HỘ TỊCH' });
    await desk.read(batch, { code: 'QT 02/AA' });

    const [first] = await desk.rows(batch, 'blocked');

    expect(await desk.rows(batch, 'blocked')).toHaveLength(2);
    expect(first).toMatchObject({ nextCode: 'QT 03/AA' });
    expect(first!.problems).toContainEqual(
      expect.objectContaining({ code: 'documents.code-taken', level: 'error', where: 'Mã hiệu' }),
    );
  });

  it('DI-01: "giữ mã đã in" turns the error into a warning, and the document keeps its code', async () => {
    const batch = await desk.open();
    const [first, second] = [
      await desk.read(batch, { code: 'QT 01/KEEP' }),
      await desk.read(batch, { code: 'QT 01/KEEP' }),
    ];
    const { rowVersion } = await desk.row(batch, second);

    await desk.office.by.secretary.patch(
      `/imports/${batch}/items/${second}`,
      { keepsCode: true },
      rowVersion,
    );

    expect((await desk.rows(batch)).map(({ status }) => status)).toEqual(['warned', 'warned']);
    const itemIds = [first, second];
    const body = { itemIds, decision: aPaperDecision(), password: PASSWORD };
    expect(await refusalOf(desk.office.by.secretary.post(`/imports/${batch}/acceptance`, body))).toBe(
      'granted',
    );
  });

  it('DI-01: the same code in another lĩnh vực is a warning', async () => {
    const batch = await desk.open();
    await desk.read(batch, { code: 'QT 01/BB', series: 'Hộ tịch' });
    await desk.read(batch, { code: 'QT 01/BB', series: 'Chứng thực' });

    const rows = await desk.rows(batch, 'warned');

    expect(rows.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual([
      'documents.code-in-other-series',
      'documents.code-in-other-series',
    ]);
    expect((await desk.detail(batch)).repeatedCodes).toMatchObject([{ code: 'QT 01/BB', sameSeries: false }]);
  });

  it('DI-01: a code that stands in the agency is seen too', async () => {
    await library.draft({ code: 'QT 55/CC', series: 'Hộ tịch' });
    const batch = await desk.open();
    await desk.read(batch, { code: 'QT 55/CC' });

    expect(await desk.rows(batch, 'blocked')).toMatchObject([{ nextCode: 'QT 56/CC' }]);
  });
});

describe('R14 review of many rows', () => {
  it('R14: a hundred rows come in one page, by a fixed number of statements', async () => {
    const batch = await desk.open();
    for (let made = 0; made < 3; made += 1) await desk.read(batch);
    const ask = (): Promise<unknown> => desk.rows(batch);
    await ask();
    const few = await statementsOf(ask);
    for (let made = 0; made < 98; made += 1) await desk.read(batch);

    const many = await statementsOf(ask);

    const page = await desk.office.by.secretary.get<{ items: unknown[]; next: string | null }>(
      `/imports/${batch}/items`,
    );
    expect(many).toHaveLength(few.length);
    expect(page.items).toHaveLength(100);
    const rest = await desk.office.by.secretary.get<{ items: unknown[]; next: string | null }>(
      `/imports/${batch}/items?after=${page.next ?? ''}`,
    );
    expect(rest).toMatchObject({ items: [expect.anything()], next: null });
  });

  it('R14: one change reaches every chosen row', async () => {
    const batch = await desk.open();
    const itemIds = [await desk.read(batch, { series: null }), await desk.read(batch, { series: null })];

    await desk.office.by.secretary.post(`/imports/${batch}/items`, {
      itemIds,
      fields: { series: 'Đất đai' },
    });

    expect((await desk.rows(batch)).map(({ status, fields: { series } }) => [status, series])).toEqual([
      ['clean', 'Đất đai'],
      ['clean', 'Đất đai'],
    ]);
  });

  it('R14: a row left out hinders nobody and can be taken back', async () => {
    const batch = await desk.open();
    const [first, second] = [
      await desk.read(batch, { code: 'QT 01/DD' }),
      await desk.read(batch, { code: 'QT 01/DD' }),
    ];
    const change = (state: string): Promise<unknown> =>
      desk.office.by.secretary.post(`/imports/${batch}/items`, { itemIds: [second], state });

    await change('skipped');
    expect((await desk.row(batch, first)).status).toBe('clean');

    await change('open');
    expect((await desk.row(batch, first)).status).toBe('blocked');
  });

  it('R14: an edit of a row that another has changed meanwhile is refused', async () => {
    const batch = await desk.open();
    const item = await desk.read(batch);
    const { rowVersion } = await desk.row(batch, item);
    const edit = (title: string): Promise<unknown> =>
      desk.office.by.secretary.patch(`/imports/${batch}/items/${item}`, { fields: { title } }, rowVersion);
    await edit('Một');

    expect(await refusalOf(edit('Hai'))).toBe('platform.stale');
  });
});

describe('OF-04 what is wrong is listed', () => {
  it('OF-04: the summary counts files by finding', async () => {
    const batch = await desk.open();
    await desk.read(batch, { problems: [footer, { ...footer, code: 'reader.footer-date-differs' }] });
    await desk.read(batch, { problems: [footer] });
    await desk.read(batch);

    const { counts, groups } = await desk.detail(batch);

    expect(counts).toMatchObject({ warned: 2, clean: 1 });
    expect(groups).toContainEqual(expect.objectContaining({ key: 'footer-differs', files: 2, findings: 3 }));
  });

  it('OF-04: the findings are a sheet in which a title is never a formula', async () => {
    const batch = await desk.open();
    await desk.read(batch, { title: '=cmd()', problems: [footer] });

    const { status, body } = await desk.office.by.secretary.send<Buffer>(
      'GET',
      `/imports/${batch}/findings.xlsx`,
    );

    const sheet =
      (await (await JSZip.loadAsync(body)).file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
    expect(status).toBe(200);
    expect(sheet).toContain("'=cmd()");
    expect(sheet).toContain(footer.message);
  });
});
