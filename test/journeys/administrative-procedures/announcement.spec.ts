import { type Actor, systemActor } from '@app/kernel';
import { LegalImpactFacade } from '@app/legal-impact';
import { OrganizationFacade } from '@app/organization';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';

import { eventually } from '../../support';
import {
  anOffice,
  daysFromToday,
  Library,
  type Office,
  type Officer,
  type Page,
  Stage,
  startWorkerInProcess,
  type VersionView,
} from '../../support/staging';

interface Coverage {
  total: number;
  covered: number;
}
interface Matches {
  documents: { documentId: string; title: string }[];
  procedures: { procedureId: string; name: string }[];
  suggestions: { documentId: string; procedureId: string; by: string }[];
}
interface ReadRow {
  act: string | null;
  code: string | null;
  name: string;
  field: string | null;
  level: string | null;
  timeLimit: string | null;
  legalBasis: string | null;
  match: { id: string; by: string } | null;
}
interface Reading {
  numberSymbol: string | null;
  issuedOn: string | null;
  rows: ReadRow[];
}
interface ReadFile {
  state: string;
  problem: string | null;
  reading: Reading | null;
}
interface Change {
  id: string;
  kind: string;
  source: string;
  state: string;
  reach: { agencies: number; documents: number };
  total: number;
}
interface Tthc {
  id: string;
  name: string;
  timeLimit: string | null;
  status: string;
  history: { act: string; numberSymbol: string }[];
}
interface WorkItem {
  kind: string;
  title: string;
  link: string;
}

const HEADS = ['STT', 'Mã TTHC', 'Tên thủ tục hành chính', 'Lĩnh vực', 'Thời hạn giải quyết'] as const;
/** Half with a code, half without; the ninth row names what the register lacks. */
const ANNEX: readonly (readonly [heading: string, rows: readonly (readonly string[])[]])[] = [
  [
    'I. DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH CẤP XÃ',
    [
      ['1', '2.900001', 'Đăng ký kết hôn lưu động', 'Hộ tịch', '05 ngày làm việc'],
      ['2', '2.900002', 'Cấp bản sao số hóa', 'Hộ tịch', 'Trong ngày'],
      ['3', '', 'Xác nhận tình trạng cư trú', 'Hộ tịch', '03 ngày làm việc'],
      ['4', '', 'Đăng ký giám hộ đương nhiên', 'Hộ tịch', '02 ngày làm việc'],
    ],
  ],
  [
    'II. DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG CẤP XÃ',
    [
      ['1', '1.900001.000.00.00.H99', 'Đăng ký khai sinh', 'Hộ tịch', '01 ngày làm việc'],
      ['2', '', 'Đăng ký khai tử', 'Hộ tịch', 'Ngay trong ngày'],
      ['3', '', 'Thủ tục chưa ai ghi', 'Hộ tịch', '09 ngày'],
    ],
  ],
  [
    'III. DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC THAY THẾ CẤP XÃ',
    [['1', '1.900005', 'Đăng ký lại khai sinh', 'Hộ tịch', '04 ngày làm việc']],
  ],
  [
    'IV. DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ CẤP XÃ',
    [
      ['1', '1.900003', 'Chứng thực chữ ký', 'Chứng thực', ''],
      ['2', '', 'Đăng ký nhận cha, mẹ, con', 'Hộ tịch', ''],
    ],
  ],
];
const HEAD = [
  'ỦY BAN NHÂN DÂN TỈNH THỬ',
  'Số: 77/QĐ-UBND',
  'Thử, ngày 02 tháng 11 năm 2026',
  'QUYẾT ĐỊNH',
  'Công bố danh mục thủ tục hành chính',
];
const PASTED = [
  ...HEAD,
  ...ANNEX.flatMap(([heading, rows]) => [
    heading,
    HEADS.join('\t'),
    ...rows.map((cells) => cells.join('\t')),
  ]),
].join('\n');

let stage: Stage;
let worker: Awaited<ReturnType<typeof startWorkerInProcess>>;
let office: Office;
let sibling: Office;
let elsewhere: Office;
let province: Office;
let library: Library;
let legal: Officer;
let changeId: string;
const documents = new Map<string, VersionView>();

beforeAll(async () => {
  stage = await Stage.open();
  const { world, api } = stage;
  const agency = await world.installation();
  const installation: Actor = systemActor(agency.id, 'spec', agency.path);
  await world.unitOfWork.write(installation, null, async (tx) => {
    await api.app.get(OrganizationFacade).seedCalendar(tx);
    await api.app.get(LegalImpactFacade, { strict: false }).seedRules(tx);
  });
  worker = await startWorkerInProcess(stage.environment);
  province = await anOffice(world, api, stage.province);
  office = await stage.office();
  sibling = await stage.office();
  elsewhere = await anOffice(world, api, await world.commune(await world.province()));
  library = new Library(world, api, office);
  legal = province.by['province-admin'];
  await register();
}, 120_000);

afterAll(async () => {
  await worker.app.close();
  await stage.close();
});

/** Five TTHC of communes; the commune has procedures for four of them, none of which prints a code. */
async function register(): Promise<void> {
  const known: [string, string | null, string][] = [
    ['Đăng ký khai sinh', '1.900001.000.00.00.H56', 'Hộ tịch'],
    ['Đăng ký khai tử', null, 'Hộ tịch'],
    ['Chứng thực chữ ký', '1.900003', 'Chứng thực'],
    ['Đăng ký nhận cha, mẹ, con', null, 'Hộ tịch'],
    ['Đăng ký lại khai sinh', '1.900005', 'Hộ tịch'],
  ];
  for (const [name, code, field] of known) {
    await legal.post('/administrative-procedures', {
      ...{ name, code, field, level: 'commune', status: 'in-force', timeLimit: '03 ngày làm việc' },
    });
  }
  for (const [name, , series] of known.slice(0, 4))
    documents.set(
      name,
      await library.effective(
        { title: `Quy trình ${name}`, series, owningUnitId: office.units[1] },
        { signedOn: daysFromToday(-3), lateReason: 'Ký trên giấy' },
      ),
    );
}

const coverage = ({ by }: Office): Promise<Coverage> => by.secretary.get<Coverage>('/coverage');
const openWork = async (by: Officer, kind: string): Promise<string[]> => {
  const { items } = await by.get<Page<WorkItem>>('/work-items?limit=100');
  return items.filter((item) => item.kind === kind).map(({ title }) => title);
};
const tthc = async (by: Officer, q: string): Promise<Tthc> => {
  const { items } = await by.get<Page<{ id: string }>>(
    `/administrative-procedures?q=${encodeURIComponent(q)}`,
  );
  return by.get<Tthc>(`/administrative-procedures/${items[0]!.id}`);
};
const fieldsOf = (reading: Reading): Record<string, unknown> => ({
  numberSymbol: reading.numberSymbol,
  issuer: 'Ủy ban nhân dân tỉnh Thử',
  issuedOn: reading.issuedOn,
  title: 'Công bố danh mục thủ tục hành chính',
  rows: reading.rows.map(({ match, legalBasis: _, ...row }) => ({ ...row, procedureId: match?.id ?? null })),
});

it('TT-01: proposes by name which TTHC a document without a code implements, and counts it once confirmed', async () => {
  const { secretary } = office.by;
  const before = await coverage(office);
  const { suggestions, procedures } = await secretary.get<Matches>('/procedure-matches');

  const after = await secretary.post<Matches>('/procedure-links', { links: suggestions });

  expect(before).toMatchObject({ total: 5, covered: 0 });
  expect(suggestions.map(({ by }) => by)).toEqual(['name', 'name', 'name', 'name']);
  expect(procedures).toHaveLength(5);
  expect(after.procedures.map(({ name }) => name)).toEqual(['Đăng ký lại khai sinh']);
  expect(await coverage(office)).toMatchObject({ total: 5, covered: 4 });
  expect(await coverage(sibling)).toMatchObject({ total: 5, covered: 0 });
});

it('TT-02: reads ten rows, half of them without a code, and leaves the unknown one to the person', async () => {
  const reading = await legal.post<Reading>('/announcements/readings', { text: PASTED });

  expect(reading).toMatchObject({ numberSymbol: '77/QĐ-UBND', issuedOn: '2026-11-02' });
  expect(reading.rows).toHaveLength(10);
  expect(reading.rows.filter(({ code }) => code === null)).toHaveLength(5);
  expect(reading.rows.map(({ act, match }) => [act, match?.by ?? null])).toEqual([
    ['new', null],
    ['new', null],
    ['new', null],
    ['new', null],
    ['amended', 'code'],
    ['amended', 'name'],
    ['amended', null],
    ['replaced', 'code'],
    ['abolished', 'code'],
    ['abolished', 'name'],
  ]);
});

it('TT-02: reads the same rows from an uploaded file, in the worker', async () => {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(await aDecision())]), 'quyet-dinh.docx');
  const { id } = await legal.post<{ id: string }>('/announcements/files', form);

  const follow = (): Promise<ReadFile> => legal.get<ReadFile>(`/announcements/files/${id}`);
  await eventually(async () => (await follow()).state !== 'received');
  const read = await follow();

  expect([read.state, read.problem]).toEqual(['read', null]);
  expect(read.reading?.rows.map(({ act, name }) => [act, name])).toEqual(
    (await legal.post<Reading>('/announcements/readings', { text: PASTED })).rows.map(({ act, name }) => [
      act,
      name,
    ]),
  );
});

it('TT-02: changes nothing before it is confirmed, and shows how far it will reach', async () => {
  const reading = await legal.post<Reading>('/announcements/readings', { text: PASTED });

  const recorded = await legal.post<{ announcementId: string; changeId: string }>(
    '/announcements',
    fieldsOf(reading),
  );
  changeId = recorded.changeId;

  expect(await legal.get<Change>(`/legal-changes/${changeId}`)).toMatchObject({
    ...{ kind: 'announces', source: 'announcement', state: 'recorded' },
    reach: { agencies: 1, documents: 4 },
  });
  expect(await legal.get(`/announcements/${recorded.announcementId}`)).toMatchObject({
    ...{ made: 4, amended: 3, replaced: 1, abolished: 2, unmatched: 1 },
  });
  expect(await coverage(office)).toMatchObject({ total: 5, covered: 4 });
});

it('TT-02: once confirmed acts the same day: register, coverage, work to build, documents to look at again', async () => {
  const confirmed = await legal.post<Change>(`/legal-changes/${changeId}/confirmation`, {});

  expect(confirmed).toMatchObject({ state: 'confirmed', total: 4 });
  expect(await coverage(office)).toMatchObject({ total: 7, covered: 2 });
  expect(await tthc(office.by.reader, 'dang ky khai sinh')).toMatchObject({
    timeLimit: '01 ngày làm việc',
    history: [{ act: 'amended', numberSymbol: '77/QĐ-UBND' }],
  });
  expect(await tthc(office.by.reader, 'chung thuc chu ky')).toMatchObject({ status: 'ended' });
  await eventually(async () => (await openWork(office.by.secretary, 'build-procedure')).length === 4);
  const [task] = await openWork(office.by.secretary, 'build-procedure');
  expect(task).toContain('Xây dựng quy trình mới');
  await eventually(async () => (await openWork(sibling.by.secretary, 'build-procedure')).length === 4);
  const { items } = await office.by.secretary.get<Page<{ via: string; cites: string }>>(
    `/assessments?changeId=${changeId}`,
  );
  expect(items.map(({ via }) => via)).toEqual(['procedure', 'procedure', 'procedure', 'procedure']);
  expect(items.filter(({ cites }) => cites.includes('bị bãi bỏ'))).toHaveLength(2);
  expect(await openWork(elsewhere.by.secretary, 'build-procedure')).toEqual([]);
});

it('TT-02: ends the work when a linked version is in force, and the province sees the figure', async () => {
  const { secretary } = office.by;
  await library.effective({ title: 'Xác nhận tình trạng cư trú', series: 'Hộ tịch' });
  const { suggestions } = await secretary.get<Matches>('/procedure-matches');

  await secretary.post('/procedure-links', { links: suggestions });

  expect(suggestions).toHaveLength(1);
  expect(await coverage(office)).toMatchObject({ total: 7, covered: 3 });
  expect(await openWork(secretary, 'build-procedure')).toHaveLength(3);
  const lines = await legal.get<(Coverage & { agencyId: string })[]>('/coverage/agencies');
  expect(lines.find(({ agencyId }) => agencyId === office.agency.id)).toMatchObject({ total: 7, covered: 3 });
  const missing = await legal.get<{ name: string }[]>(`/coverage/agencies/${office.agency.id}`);
  expect(missing).toHaveLength(4);
  expect(await secretary.get('/coverage/agencies')).toEqual([]);
  const strange = await elsewhere.by['province-admin'].send('GET', `/coverage/agencies/${office.agency.id}`);
  expect(strange.status).toBe(404);
});

it('TT-02: taken back, leaves the register as it was and nobody with work', async () => {
  await legal.post(`/legal-changes/${changeId}/withdrawal`, {
    reason: 'Nhập nhầm phụ lục của quyết định khác',
  });

  expect(await coverage(office)).toMatchObject({ total: 5, covered: 4 });
  expect(await tthc(office.by.reader, 'dang ky khai sinh')).toMatchObject({ timeLimit: '03 ngày làm việc' });
  await eventually(async () => (await openWork(office.by.secretary, 'build-procedure')).length === 0);
  await eventually(async () => (await openWork(sibling.by.secretary, 'build-procedure')).length === 0);
});

it('TT-02: entered by a commune works for that commune alone', async () => {
  const { secretary } = sibling.by;
  const { changeId: own } = await secretary.post<{ changeId: string }>('/announcements', {
    ...{
      numberSymbol: '5/QĐ-UBND',
      issuer: 'Ủy ban nhân dân tỉnh Thử',
      issuedOn: '2026-11-03',
      title: 'Công bố',
    },
    rows: [{ act: 'new', name: 'Thủ tục gõ nhầm', field: 'Hộ tịch', level: 'commune' }],
  });
  await secretary.post(`/legal-changes/${own}/confirmation`, {});

  expect(await coverage(sibling)).toMatchObject({ total: 6 });
  expect(await coverage(office)).toMatchObject({ total: 5 });
  await eventually(async () => (await openWork(secretary, 'build-procedure')).length === 1);
  expect(await openWork(office.by.secretary, 'build-procedure')).toEqual([]);
});

async function aDecision(): Promise<Buffer> {
  const row = (cells: readonly string[]): TableRow =>
    new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
  const children = [
    ...HEAD.map((line) => new Paragraph(line)),
    ...ANNEX.flatMap(([heading, rows]) => [
      new Paragraph(heading),
      new Table({ rows: [row(HEADS), ...rows.map(row)] }),
    ]),
  ];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}
