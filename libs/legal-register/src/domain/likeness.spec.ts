import { issuerKey } from '@app/kernel';

import { type Likeness, likenessOf } from './likeness';

const BASE = {
  numberKey: '4/2024/nq-hdnd',
  issuerKey: issuerKey('HĐND tỉnh Sóc Trăng'),
  issuedOn: '2024-07-10',
};

describe('likenessOf()', () => {
  it.each<[string, Partial<typeof BASE>, Likeness | null]>([
    ['the same text elsewhere', {}, 'same-text'],
    ['another day of the same year’s number', { issuedOn: '2024-12-01' }, 'other-date'],
    [
      'the council without its kind of place',
      { issuerKey: issuerKey('HĐND Sóc Trăng') },
      'other-issuer-spelling',
    ],
    ['the council of another province', { issuerKey: issuerKey('HĐND tỉnh Cà Mau') }, null],
    ['another year', { numberKey: '4/2025/nq-hdnd' }, null],
    [
      'another spelling and another day',
      { issuerKey: issuerKey('HĐND Sóc Trăng'), issuedOn: '2024-07-11' },
      null,
    ],
  ])('judges %s', (_, changes, wanted) => {
    expect(likenessOf(BASE, { ...BASE, ...changes })).toBe(wanted);
    expect(likenessOf({ ...BASE, ...changes }, BASE)).toBe(wanted);
  });

  it.each([
    ['2019-03-30', 'other-date'],
    ['2020-01-29', null],
  ])('takes a number without its year for one text within two months only (%s)', (issuedOn, wanted) => {
    const one = { numberKey: '101/qd-bkhcn', issuerKey: 'bo khoa hoc va cong nghe', issuedOn: '2019-01-29' };

    expect(likenessOf(one, { ...one, issuedOn })).toBe(wanted);
  });
});
