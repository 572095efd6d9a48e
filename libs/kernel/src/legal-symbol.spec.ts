import { normaliseNumberSymbol } from './legal-number';
import { canonicalIssuer, describeSymbol, isSymbolPart } from './legal-symbol';

describe('describeSymbol()', () => {
  it.each([
    ['19/2014/QĐ-TTg', 'Quyết định', 'Thủ tướng Chính phủ'],
    ['116/2015/TT-BTC', 'Thông tư', 'Bộ Tài chính'],
    ['30/2020/NĐ-CP', 'Nghị định', 'Chính phủ'],
    ['116/2025/QH15', 'Luật', 'Quốc hội'],
    ['1211/2016/UBTVQH13', 'Nghị quyết', 'Ủy ban thường vụ Quốc hội'],
    ['03/2007/PL-UBTVQH11', 'Pháp lệnh', 'Ủy ban thường vụ Quốc hội'],
    ['09/2016/TTLT-BTP-BTNMT', 'Thông tư liên tịch', 'Bộ Tư pháp, Bộ Tài nguyên và Môi trường'],
    ['419/BKHCN-TĐC', 'Công văn', 'Bộ Khoa học và Công nghệ'],
    ['2121/SKHCN-TĐC', 'Công văn', 'Sở Khoa học và Công nghệ'],
    ['02/VBHN-BTP', 'Văn bản hợp nhất', 'Bộ Tư pháp'],
    ['22-KH/TU', 'Kế hoạch', null],
    ['04/2024/NQ-HĐND', 'Nghị quyết', null],
    ['5249/QĐ-UBND', 'Quyết định', null],
    ['15/UBND-VX', 'Công văn', null],
    ['30/2020/ND-CP', 'Nghị định', 'Chính phủ'],
    ['12/ABCXYZ', null, null],
  ])('reads %s as %s of %s', (text, kind, issuer) => {
    expect(describeSymbol(normaliseNumberSymbol(text))).toEqual({ kind, issuer });
  });
});

describe('canonicalIssuer()', () => {
  it('spells a known body as it writes itself and leaves others alone', () => {
    expect(canonicalIssuer('Thủ tướng chính phủ')).toBe('Thủ tướng Chính phủ');
    expect(canonicalIssuer('Bộ trưởng Bộ KH&CN')).toBe('Bộ Khoa học và Công nghệ');
    expect(canonicalIssuer('UBND xã Ba')).toBe('UBND xã Ba');
  });
});

describe('isSymbolPart()', () => {
  it('knows parts with a legislature number, and no ordinary words', () => {
    expect(['QĐ', 'QD', 'TTg', 'QH15', 'UBTVQH14', 'HĐND'].every(isSymbolPart)).toBe(true);
    expect(['CX', 'HCTP', 'Quy', ''].some(isSymbolPart)).toBe(false);
  });
});
