import { columnsOf, readUnitLines } from './unit-list-file';

const HEADING = ['nam', 'tt', 'ten_don_vi', 'don_vi_chu_quan'];
const COLUMNS = columnsOf(HEADING)!;

function read(...lines: string[]): ReturnType<typeof readUnitLines> {
  return readUnitLines(
    lines.map((text, index) => ({ line: index + 2, cells: text.split(',') })),
    COLUMNS,
  );
}

describe('columnsOf()', () => {
  it('knows headings with accents, in any order', () => {
    expect(columnsOf(['Đơn vị chủ quản', 'STT', 'Tên đơn vị'])).toEqual({
      year: null,
      ordinal: 1,
      name: 2,
      parent: 0,
    });
  });

  it('finds nothing without the superior body', () => {
    expect(columnsOf(['nam', 'ten_don_vi'])).toBeNull();
  });
});

describe('readUnitLines()', () => {
  it('keeps name twins in two districts as two', () => {
    const { units, refused } = read(
      '2022,1,UBND xã Thành Sơn,Huyện Bá Thước',
      '2022,2,UBND xã Thành Sơn,Huyện Quan Hóa',
    );

    expect(units).toHaveLength(2);
    expect(refused).toEqual([]);
  });

  it('takes two spellings of a district for one, shown as most lines write it', () => {
    const { units, parents } = read(
      '2022,1,UBND xã A,Huyện Quan Hóa',
      '2022,2,UBND xã B,Huyện Quan Hoá',
      '2022,3,UBND xã C,Huyện Quan Hoá',
    );

    expect(parents).toEqual([{ name: 'Huyện Quan Hoá', aliases: ['Huyện Quan Hóa'], entries: 3 }]);
    expect(new Set(units.map(({ parentName }) => parentName))).toEqual(new Set(['Huyện Quan Hoá']));
  });

  it('keeps names apart that differ by a tone', () => {
    expect(read('2022,1,UBND xã Thành Sơn,Huyện X', '2022,2,UBND xã Thanh Sơn,Huyện X').units).toHaveLength(
      2,
    );
  });

  it('refuses a repeated line, however spelt, and names the first', () => {
    const { units, refused } = read('2022,1,UBND xã Sơn Thuỷ,Huyện X', '2023,9,UBND  xã Sơn Thủy ,Huyện X');

    expect(units).toHaveLength(1);
    expect(refused).toMatchObject([{ line: 3, code: 'organization.line-repeated', repeats: 2 }]);
  });

  it.each([
    ['2022,1,,Huyện X', 'organization.line-without-name'],
    ['2022,1,UBND xã A, ', 'organization.line-without-parent'],
    ['22,1,UBND xã A,Huyện X', 'organization.line-bad-year'],
    ['hai không hai hai,1,UBND xã A,Huyện X', 'organization.line-bad-year'],
    ['2022,một,UBND xã A,Huyện X', 'organization.line-bad-ordinal'],
    ['2022,1,UBND xã A', 'organization.line-bad-columns'],
    [`2022,1,${'A'.repeat(301)},Huyện X`, 'organization.line-too-long'],
  ])('refuses %j', (text, code) => {
    expect(read(text)).toMatchObject({ units: [], refused: [{ line: 2, code }] });
  });
});
