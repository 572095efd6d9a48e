import { searchWords, slipsOf } from './search-words';

const wordsOf = (text: string): string[] => searchWords(text).map(({ word }) => word);

describe('searchWords()', () => {
  it.each([
    ['Thủ tục', 'thu tuc'],
    ['hoà giải', 'hòa giải'],
    ['Uỷ ban', 'Ủy ban'],
    ['QĐ-UBND', 'QD UBND'],
    ['QT-01/HT', 'qt1 ht'],
    ['04/2024/NQ-HĐND', '4/2024/nq-hdnd'],
    ['Đăng ký', 'Đăng ký'.normalize('NFD')],
  ])('G16: %j and %j have the same words', (one, other) => {
    expect(wordsOf(one)).toEqual(wordsOf(other));
  });

  it('tells where each word stands', () => {
    const text = 'Điều 05, Luật Hộ tịch';

    expect(searchWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Điều',
      '05',
      'Luật',
      'Hộ',
      'tịch',
    ]);
  });
});

describe('slipsOf()', () => {
  it.each(['sihn', 'sin', 'sinnh', 'sỉnh', 'sunh', 'inh'])('G16: "sinh" is at one slip from %j', (typed) => {
    const [{ word } = { word: '' }] = searchWords(typed);

    expect(word === 'sinh' || slipsOf(word).includes('sinh')).toBe(true);
  });

  it('does not give the word itself, nor one at two slips', () => {
    expect(slipsOf('sinh')).not.toContain('sinh');
    expect(slipsOf('snhi')).not.toContain('sinh');
  });
});
