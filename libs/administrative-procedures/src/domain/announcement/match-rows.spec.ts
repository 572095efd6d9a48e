import { matchRow, type RegisteredProcedure } from './match-rows';

const procedure = (id: string, changes: Partial<RegisteredProcedure> = {}): RegisteredProcedure => ({
  id,
  code: null,
  name: 'Đăng ký khai sinh',
  nameKey: 'dang ky khai sinh',
  field: 'Hộ tịch',
  fieldKey: 'ho tich',
  level: 'commune',
  isEnded: false,
  ...changes,
});
const ROW = { code: null, name: 'Đăng ký khai sinh', field: 'Hộ tịch', level: 'commune' } as const;

describe('TT-01 matching a row of an annex', () => {
  it('TT-01: goes by the head of the code, whatever the province at its tail', () => {
    const register = [procedure('a', { code: '1.001193.000.00.00.H56' }), procedure('b')];

    expect(matchRow({ ...ROW, code: '1.001193', name: 'Tên khác' }, register)).toMatchObject({
      procedure: { id: 'a' },
      by: 'code',
    });
  });

  it('TT-01: without a code goes by folded name, lĩnh vực and level', () => {
    const register = [
      procedure('xã'),
      procedure('tỉnh', { level: 'province' }),
      procedure('khác', { fieldKey: 'dat dai' }),
    ];

    expect(matchRow({ ...ROW, name: 'ĐĂNG KÝ KHAI SINH' }, register)).toMatchObject({
      procedure: { id: 'xã' },
      by: 'name',
    });
  });

  it('TT-01: leaves to the person what several fit, or none', () => {
    const twins = [procedure('a'), procedure('b', { level: 'province' })];

    expect(matchRow({ ...ROW, level: null }, twins)).toBeNull();
    expect(matchRow({ ...ROW, name: 'Đăng ký khai tử' }, twins)).toBeNull();
    expect(matchRow({ ...ROW, code: '2.000001' }, [procedure('a', { code: '1.000001' })])).toBeNull();
  });

  it('TT-01: takes the one in force before one that was ended', () => {
    expect(matchRow(ROW, [procedure('a', { isEnded: true }), procedure('b')])).toMatchObject({
      procedure: { id: 'b' },
    });
  });
});
