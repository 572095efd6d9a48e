import { type Keeper, mayKeep } from './entitlement';

const PROVINCE: Keeper = { agencyKind: 'province', roles: ['province-admin'], entitledFields: [] };

describe('TT-01 who keeps the register', () => {
  it.each<[string, Keeper, string[], boolean]>([
    [
      'anybody of a commune for the commune itself',
      { ...PROVINCE, agencyKind: 'commune', roles: ['secretary'] },
      ['Hộ tịch'],
      true,
    ],
    ['nobody of the province without a field', PROVINCE, ['Hộ tịch'], false],
    ['who is entitled for every TTHC', { ...PROVINCE, entitledFields: ['tthc'] }, ['Hộ tịch'], true],
    ['who is entitled for all', { ...PROVINCE, entitledFields: ['*'] }, [], true],
    ['who is entitled for this lĩnh vực', { ...PROVINCE, entitledFields: ['Hộ tịch'] }, ['Hộ tịch'], true],
    [
      'not who is entitled for one of two',
      { ...PROVINCE, entitledFields: ['Hộ tịch'] },
      ['Hộ tịch', 'Đất đai'],
      false,
    ],
    [
      'not a reader of the province',
      { ...PROVINCE, roles: ['province-reader'], entitledFields: ['*'] },
      [],
      false,
    ],
  ])('TT-01: %s', (_title, keeper, fields, expected) => {
    expect(mayKeep(keeper, fields)).toBe(expected);
  });
});
