import { type LocalDate } from '@app/kernel';

import { AMENDMENT_FORMS } from '../issuing/issuing-setting';
import { nextNumbers } from '../version-fields';
import { type Amendment, amendmentTable } from './amendments';

const FIRST: Amendment = {
  issue: 1,
  revision: 0,
  issuedOn: '2025-07-07' as LocalDate,
  changeNote: null,
  changeReason: null,
  affectedSections: null,
  legalBasis: null,
};
const SECOND: Amendment = {
  issue: 1,
  revision: 1,
  issuedOn: '2026-03-02' as LocalDate,
  changeNote: 'Giảm thời hạn thẩm tra',
  changeReason: 'Nghị định mới',
  affectedSections: 'Mục 5.b, trang 4',
  legalBasis: 'Nghị định số 07/2026/NĐ-CP',
};

describe('DI-06 amendment table', () => {
  it('in the form of four columns says what changed, on what basis, in which revision', () => {
    const { columns, rows } = amendmentTable([FIRST, SECOND], AMENDMENT_FORMS.tracking);

    expect(columns.map(({ heading }) => heading)).toEqual([
      'STT',
      'Tóm lược nội dung cần sửa đổi',
      'Cơ sở pháp lý hoặc căn cứ về việc sửa đổi',
      'Lần sửa đổi',
    ]);
    expect(rows).toEqual([
      ['1', 'Ban hành lần đầu', '', '00'],
      ['2', 'Giảm thời hạn thẩm tra', 'Nghị định số 07/2026/NĐ-CP', '01'],
    ]);
  });

  it('in the form of five columns begins with the request and ends with the day', () => {
    const { rows } = amendmentTable([FIRST, SECOND], AMENDMENT_FORMS.request);

    expect(rows[1]).toEqual([
      'Nghị định mới',
      'Mục 5.b, trang 4',
      'Giảm thời hạn thẩm tra',
      '01/01',
      '02/03/2026',
    ]);
  });
});

describe('DI-06 numbers by rule', () => {
  it.each([
    ['major', { issue: 3, revision: 0 }],
    ['minor', { issue: 2, revision: 5 }],
    ['editorial', { issue: 2, revision: 5 }],
  ] as const)('a %s change follows 02/04 as %j', (changeClass, next) => {
    expect(nextNumbers({ issue: 2, revision: 4 }, changeClass)).toEqual(next);
  });
});
