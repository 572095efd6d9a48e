import { type LinkableDocument, type LinkableProcedure, suggestLinks } from './suggest-links';

const document = (changes: Partial<LinkableDocument> = {}): LinkableDocument => ({
  documentId: 'd',
  titleKey: 'dang ky khai sinh',
  seriesKey: 'ho tich',
  codes: [],
  ...changes,
});
const procedure = (procedureId: string, changes: Partial<LinkableProcedure> = {}): LinkableProcedure => ({
  procedureId,
  codeHead: null,
  nameKey: 'dang ky khai sinh',
  fieldKey: 'ho tich',
  ...changes,
});

describe('TT-01 suggesting which TTHC a document implements', () => {
  it('TT-01: takes the code that the pages print before any name', () => {
    const register = [procedure('a'), procedure('b', { codeHead: '1.001193', nameKey: 'khac' })];

    expect(suggestLinks([document({ codes: ['1.001193'] })], register)).toEqual([
      { documentId: 'd', procedureId: 'b', by: 'code' },
    ]);
  });

  it('TT-01: goes by folded name, and by lĩnh vực between namesakes', () => {
    const twins = [procedure('a', { fieldKey: 'con nuoi' }), procedure('b')];

    expect(suggestLinks([document()], twins)).toEqual([{ documentId: 'd', procedureId: 'b', by: 'name' }]);
    expect(suggestLinks([document({ seriesKey: 'dat dai' })], [procedure('a')])).toMatchObject([
      { by: 'name' },
    ]);
    expect(suggestLinks([document({ seriesKey: 'dat dai' })], twins)).toEqual([]);
  });

  it('TT-01: offers what is nearly the same in the same lĩnh vực, and nothing that is not', () => {
    const register = [
      procedure('a', { nameKey: 'dang ky khai sinh co yeu to nuoc ngoai' }),
      procedure('b', { nameKey: 'dang ky lai khai sinh cho nguoi da co ho so giay to ca nhan' }),
    ];

    expect(
      suggestLinks([document({ titleKey: 'dang ky khai sinh co yeu to nuoc ngoai cap xa' })], register),
    ).toEqual([{ documentId: 'd', procedureId: 'a', by: 'similar' }]);
    expect(suggestLinks([document({ titleKey: 'dang ky khai tu' })], register)).toEqual([]);
  });
});
