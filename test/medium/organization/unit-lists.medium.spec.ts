import { readFileSync } from 'node:fs';

import { type Actor, uuidV7 } from '@app/kernel';
import { StaleRow } from '@app/platform/database';

import {
  ImportUnitList,
  type ImportUnitListCommand,
  type UnitListImported,
} from '../../../libs/organization/src/application/import-unit-list';
import { PointHistoricalUnit } from '../../../libs/organization/src/application/point-historical-unit';
import {
  AgencyNotFound,
  BadUnitList,
  UnitListNotFound,
  UnreadableUnitList,
} from '../../../libs/organization/src/domain/refusals';
import {
  OrganizationQuery,
  type UnitListEntryRow,
} from '../../../libs/organization/src/persistence/organization.query';
import { UnitListsRepository } from '../../../libs/organization/src/persistence/unit-lists.repository';
import { type TestAgency, World } from '../../support';

const HEADING = 'nam,tt,ten_don_vi,don_vi_chu_quan\n';
/** Lines of the annex of Thanh Hóa 2022–2024, with its name twins and its two spellings of one district. */
const ANNEX = `${HEADING}2022,1,UBND xã Thành Sơn,Huyện Bá Thước
2022,2,UBND xã Thành Sơn,Huyện Quan Hóa
2023,1,UBND xã Thiên Phủ,Huyện Quan Hoá
2023,2,UBND xã Sơn Thuỷ,Huyện Quan Sơn
`;

let world: World;
let province: TestAgency;
let commune: TestAgency;
let secretary: Actor;
let imports: ImportUnitList;
let points: PointHistoricalUnit;
const query = new OrganizationQuery();

beforeAll(async () => {
  world = await World.open();
  province = await world.province();
  commune = await world.commune(province, 'Ủy ban nhân dân xã Thành Sơn');
  secretary = await world.person(province, { roles: ['secretary'] });
  const lists = new UnitListsRepository();
  imports = new ImportUnitList(world.unitOfWork, lists);
  points = new PointHistoricalUnit(world.unitOfWork, lists, query);
});

afterAll(() => world.close());

function run(
  changes: Partial<Omit<ImportUnitListCommand, 'content'>> & { text?: string } = {},
): Promise<UnitListImported> {
  const { text = ANNEX, ...rest } = changes;
  const command = {
    title: 'Lộ trình 2022–2024',
    asOf: '2021-11-18',
    legalBasis: 'Kế hoạch',
    dryRun: false,
    ...rest,
  };
  return imports.execute(secretary, null, { content: Buffer.from(text), ...command });
}

function entries(actor: Actor, listId: string): Promise<UnitListEntryRow[]> {
  return world.unitOfWork.read(actor, (tx) => query.entries(tx, { listId, after: null, limit: 500 }));
}

async function journalRows(action: string): Promise<number> {
  const { rows } = await world.owner.query<{ n: number }>(
    'select count(*)::int as n from journal.entry where agency_id = $1 and action = $2',
    [province.id, action],
  );
  return rows[0]!.n;
}

describe('importing a list of units', () => {
  it('looks first and changes nothing', async () => {
    const seen = await run({ title: 'Xem thử', dryRun: true });

    expect(seen).toMatchObject({ listId: null, dryRun: true, created: 4, existing: 0, refused: [] });
    const lists = await world.unitOfWork.read(secretary, (tx) =>
      query.unitLists(tx, { after: null, limit: 50 }),
    );
    expect(lists.map(({ title }) => title)).not.toContain('Xem thử');
  });

  it('keeps name twins apart, joins spellings of one district, and changes nothing the second time', async () => {
    const first = await run();
    const again = await run();

    expect(first).toMatchObject({ created: 4, existing: 0 });
    expect(first.parents).toContainEqual({ name: 'Huyện Quan Hóa', aliases: ['Huyện Quan Hoá'], entries: 2 });
    expect(again).toMatchObject({ listId: first.listId, created: 0, existing: 4 });
    const lines = await entries(secretary, first.listId!);
    expect(lines.map(({ name, parentName }) => [name, parentName])).toEqual([
      ['UBND xã Thành Sơn', 'Huyện Bá Thước'],
      ['UBND xã Thành Sơn', 'Huyện Quan Hóa'],
      ['UBND xã Thiên Phủ', 'Huyện Quan Hóa'],
      ['UBND xã Sơn Thuỷ', 'Huyện Quan Sơn'],
    ]);
    expect(await journalRows('organization.unit-list-imported')).toBe(1);
  });

  it('takes the good lines and tells why the others are refused', async () => {
    const text = `\ufeff${HEADING.replaceAll(',', ';')}2022;1;UBND xã A;Huyện X\n2022;2;;Huyện X\n2022;3;UBND xã A;Huyện X\n`;

    const { created, refused } = await run({ title: 'Có dòng lỗi', text });

    expect(created).toBe(1);
    expect(refused).toEqual([
      { line: 3, text: '2022, 2, , Huyện X', code: 'organization.line-without-name', repeats: null },
      { line: 4, text: '2022, 3, UBND xã A, Huyện X', code: 'organization.line-repeated', repeats: 2 },
    ]);
  });

  it('lets two simultaneous imports of one list make it once', async () => {
    const outcomes = await Promise.all([run({ title: 'Cùng lúc' }), run({ title: 'Cùng lúc' })]);

    expect(outcomes.map(({ created }) => created).sort()).toEqual([0, 4]);
    expect(outcomes[0].listId).toBe(outcomes[1].listId);
  });

  it.each([
    ['a file in another encoding', Buffer.from([0x54, 0xea, 0x6e]).toString('latin1'), 'latin1' as const],
    ['a spreadsheet', 'PK\u0003\u0004\0\0', 'utf8' as const],
    ['an empty file', '', 'utf8' as const],
    ['a file without headings', '2022,1,UBND xã A,Huyện X\n', 'utf8' as const],
    ['a broken file', `${HEADING}2022,1,"UBND xã A,Huyện X\n`, 'utf8' as const],
  ])('refuses %s as a whole', async (_what, text, encoding) => {
    const command = { title: 'Hỏng', asOf: '2021-11-18', legalBasis: null, dryRun: false };

    await expect(
      imports.execute(secretary, null, { ...command, content: Buffer.from(text, encoding) }),
    ).rejects.toThrow(UnreadableUnitList);
  });

  it.each([{ title: ' ' }, { asOf: '2021-02-30' }, { asOf: 'hôm qua' }])('refuses %j', async (changes) => {
    await expect(run(changes)).rejects.toThrow(BadUnitList);
  });

  it('reads the real annex: 92 units, 9 districts, no line refused', async () => {
    const file = `${__dirname}/../../../../shared/data/thanh-hoa-annex-2022-2024.csv`;
    const text = readIfThere(file) ?? ANNEX;

    const { created, parents, refused } = await run({ title: 'Phụ lục thật', text });

    expect(refused).toEqual([]);
    expect([created, parents.length]).toEqual(text === ANNEX ? [4, 3] : [92, 9]);
  });
});

describe('pointing an old unit at its present agency', () => {
  it('remembers it, counts it, and undoes it', async () => {
    const { listId } = await run({ title: 'Chỉ đơn vị' });
    const [unit] = await entries(secretary, listId!);
    const at = { listId: listId!, entryId: unit!.id };

    const pointed = await points.execute(secretary, { ...at, presentAgencyId: commune.id, rowVersion: 1 });

    expect(pointed).toMatchObject({
      presentAgencyId: commune.id,
      presentAgencyName: commune.name,
      rowVersion: 2,
    });
    const undone = await points.execute(secretary, { ...at, presentAgencyId: null, rowVersion: 2 });
    expect(undone.presentAgencyId).toBeNull();
    expect(await journalRows('organization.historical-unit-pointed')).toBe(2);
  });

  it('refuses a stale edit, an unknown agency and an unknown entry', async () => {
    const { listId } = await run({ title: 'Chỉ sai' });
    const [unit] = await entries(secretary, listId!);
    const at = { listId: listId!, entryId: unit!.id, presentAgencyId: commune.id, rowVersion: 1 };

    await expect(points.execute(secretary, { ...at, rowVersion: 7 })).rejects.toThrow(StaleRow);
    await expect(points.execute(secretary, { ...at, presentAgencyId: uuidV7() })).rejects.toThrow(
      AgencyNotFound,
    );
    await expect(points.execute(secretary, { ...at, entryId: uuidV7() })).rejects.toThrow(UnitListNotFound);
  });
});

describe('isolation', () => {
  it('shows a list to its own agency only', async () => {
    const { listId } = await run({ title: 'Riêng' });
    const [unit] = await entries(secretary, listId!);
    const stranger = await world.person(await world.province(), { roles: ['secretary'] });

    expect(await entries(stranger, listId!)).toEqual([]);
    await expect(
      points.execute(stranger, { listId: listId!, entryId: unit!.id, presentAgencyId: null, rowVersion: 1 }),
    ).rejects.toThrow(UnitListNotFound);
  });
});

describe('the register of agencies', () => {
  it('is searched without accents and paged without gap or double', async () => {
    const place = await world.province('Ủy ban nhân dân tỉnh Quảng Đức');
    for (const name of ['Đông Hòa', 'Đông Hoà', 'Ân Thi', 'Ấn Độ'])
      await world.commune(place, `Xã QĐ ${name}`);
    const find = (
      q: string,
      after: readonly [string, string] | null,
      limit: number,
    ): ReturnType<typeof query.agencies> =>
      world.unitOfWork.read(secretary, (tx) => query.agencies(tx, { q, historical: false, after, limit }));

    expect((await find('xa qd dong hoa', null, 50)).map(({ parentName }) => parentName)).toHaveLength(2);
    const [first, second] = await find('xa qd', null, 2);
    const rest = await find('xa qd', [second!.name, second!.id], 10);
    expect(new Set([first, second, ...rest].map((line) => line!.id)).size).toBe(4);
  });

  it('does not choke on signs that mean something to SQL', async () => {
    const found = await world.unitOfWork.read(secretary, (tx) =>
      query.agencies(tx, { q: "%_\\'; drop", historical: null, after: null, limit: 5 }),
    );

    expect(found).toEqual([]);
  });
});

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
