import { foldVietnamese, normaliseNfc, plainSpaces, tidyLine, toneKey } from './text';

describe('foldVietnamese()', () => {
  it.each([
    ['Quyết định', 'quyet dinh'],
    ['QĐ-TTg', 'qd-ttg'],
    ['Ðồng Tháp', 'dong thap'],
    ['  Sở   Khoa học\u00a0và Công nghệ ', 'so khoa hoc va cong nghe'],
    ['Quan Hoá', 'quan hoa'],
    ['Quan Hóa'.normalize('NFD'), 'quan hoa'],
    ['ĐƯỜNG ƯỚC NGUYỆN', 'duong uoc nguyen'],
  ])('makes %j searchable as %j', (text, folded) => {
    expect(foldVietnamese(text)).toBe(folded);
  });
});

describe('toneKey()', () => {
  it.each([
    ['Quan Hóa', 'Quan Hoá'],
    ['Uỷ ban nhân dân', 'Ủy ban nhân dân'],
    ['Thuỷ lợi', 'THỦY LỢI'],
    ['Hòa Bình', 'Hoà Bình'.normalize('NFD')],
    ['khoẻ', 'khỏe'],
  ])('takes %j and %j for one spelling', (old, modern) => {
    expect(toneKey(old)).toBe(toneKey(modern));
  });

  it.each([
    ['Thành Sơn', 'Thanh Sơn'],
    ['Quan Hóa', 'Quan Hòa'],
    ['Đông Sơn', 'Dông Sơn'],
    ['Mường Lát', 'Muờng Lat'],
  ])('keeps %j and %j apart', (one, other) => {
    expect(toneKey(one)).not.toBe(toneKey(other));
  });
});

describe('tidyLine()', () => {
  it('drops what cannot be seen and evens spaces', () => {
    expect(tidyLine('\ufeffSố\u200b:\t12 \n /QĐ ')).toBe('Số: 12 /QĐ');
  });
});

describe('plainSpaces()', () => {
  it('keeps line breaks, of whatever kind', () => {
    expect(plainSpaces('a\u00a0b\r\nc\vd\u2028e')).toBe('a b\nc\nd\ne');
  });
});

describe('normaliseNfc()', () => {
  it('composes', () => {
    expect(normaliseNfc('ế'.normalize('NFD'))).toBe('ế');
  });
});
