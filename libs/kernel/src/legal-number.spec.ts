import { issuerKey, normaliseNumberSymbol, numberSymbolKey } from './legal-number';

describe('normaliseNumberSymbol()', () => {
  it.each([
    ['04/2020/TT- BTP', '04/2020/TT-BTP'],
    ['22- KH/TU', '22-KH/TU'],
    ['19 /2014/ QĐ–TTg', '19/2014/QĐ-TTg'],
    ['101/QÐ-BKHCN', '101/QĐ-BKHCN'],
    ['419/BKHCN-TĐC'.normalize('NFD'), '419/BKHCN-TĐC'],
  ])('writes %j as %j', (raw, printed) => {
    expect(normaliseNumberSymbol(raw)).toBe(printed);
  });
});

describe('numberSymbolKey()', () => {
  it('does not see leading zeros, case, or đ', () => {
    expect(numberSymbolKey('04/2024/NQ-HĐND')).toBe(numberSymbolKey('4/2024/nq-hdnd'));
  });

  it('keeps two years apart', () => {
    expect(numberSymbolKey('19/2014/QĐ-TTg')).not.toBe(numberSymbolKey('19/2025/QĐ-TTg'));
  });
});

describe('issuerKey()', () => {
  it.each([
    ['Hội đồng nhân dân tỉnh Sóc Trăng', 'HĐND tỉnh Sóc Trăng'],
    ['Ủy ban nhân dân tỉnh Thanh Hóa', 'của UBND tỉnh Thanh Hoá'],
    ['Bộ Khoa học và Công nghệ', 'Bộ KH&CN'],
    ['Bộ Khoa học và Công nghệ', 'BỘ KHOA HỌC & CÔNG NGHỆ'],
    ['Ủy ban nhân dân Thành phố Hồ Chí Minh', 'UBND TP. Hồ Chí Minh'],
    ['Bộ Tư pháp', 'Bộ trưởng Bộ Tư pháp'],
    ['UBND tỉnh Thanh Hóa', 'Chủ tịch Ủy ban nhân dân tỉnh Thanh Hoá'],
    ['Quốc hội', 'Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['Quốc hội', 'Quốc hội khóa XIII'],
    ['Thủ tướng Chính phủ', 'Thủ tướng'],
    ['UBND tỉnh Thanh Hóa', 'Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa'],
    ['Sở Tài chính', 'Giám đốc Sở Tài chính'],
    ['Tòa án nhân dân tối cao', 'Chánh án Toà án nhân dân tối cao'],
    ['Bộ Lao động - Thương binh và Xã hội', 'Bộ Lao động – Thương binh và Xã hội'],
  ])('takes %j and %j for one body', (one, other) => {
    expect(issuerKey(one)).toBe(issuerKey(other));
  });

  it('keeps the councils of two provinces, and two communes, apart', () => {
    expect(issuerKey('Hội đồng nhân dân tỉnh Sóc Trăng')).not.toBe(
      issuerKey('Hội đồng nhân dân tỉnh Cà Mau'),
    );
    expect(issuerKey('UBND xã Thành Sơn')).not.toBe(issuerKey('UBND xã Thanh Sơn'));
  });

  it('does not take the Prime Minister for the Government, nor the President for a head', () => {
    expect(issuerKey('Thủ tướng Chính phủ')).not.toBe(issuerKey('Chính phủ'));
    expect(issuerKey('Chủ tịch nước')).toContain('chu');
  });

  it('is empty when the body is unknown', () => {
    expect(issuerKey(null)).toBe('');
  });
});
