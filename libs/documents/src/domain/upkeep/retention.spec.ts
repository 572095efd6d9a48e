import { retentionOf } from './retention';

describe('DI-18: the retention that a procedure prints', () => {
  it.each([
    ['Vĩnh viễn', null],
    ['vĩnh viễn theo Luật Hộ tịch', null],
    ['01 năm', 12],
    ['5 năm', 60],
    ['06 tháng', 6],
  ])('"%s" is read', (words, months) => {
    expect(retentionOf(words)).toEqual({ months });
  });

  it.each([null, '', 'Theo quy định', '0 năm', '999 năm'])('"%s" is left to a person', (words) => {
    expect(retentionOf(words)).toBeNull();
  });
});
