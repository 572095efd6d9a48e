import { administrativeUnitsFrom, type BadAdministrativeUnits } from './administrative-units';

const THANH_HOA = {
  code: '38',
  name: 'Tỉnh Thanh Hóa',
  wards: [{ code: '14797', name: 'Phường Hạc Thành' }],
};

describe('administrativeUnitsFrom()', () => {
  it('puts provinces before their communes', () => {
    expect(administrativeUnitsFrom([THANH_HOA])).toEqual([
      { code: '38', name: 'Tỉnh Thanh Hóa', level: 'province', parentCode: null },
      { code: '14797', name: 'Phường Hạc Thành', level: 'commune', parentCode: '38' },
    ]);
  });

  it.each<[unknown, string]>([
    [null, '$'],
    [[], '$'],
    [[{ code: 38, name: 'x' }], '$[0].code'],
    [[{ code: '38', name: ' ' }], '$[0].name'],
    [[{ ...THANH_HOA, wards: 'x' }], '$[0].wards'],
    [[{ ...THANH_HOA, wards: [null] }], '$[0].wards[0].code'],
    [[THANH_HOA, THANH_HOA], 'code 38 (2×)'],
  ])('refuses %j and names the place', (list, place) => {
    const read = (): unknown => {
      try {
        return administrativeUnitsFrom(list);
      } catch (error) {
        return (error as BadAdministrativeUnits).detail['place'];
      }
    };

    expect(read()).toBe(place);
  });
});
