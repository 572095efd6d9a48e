import { lawNameKey } from './legal-name';

describe('lawNameKey()', () => {
  it.each([
    ['Luật Hộ tịch năm 2014', 'luat ho tich'],
    ['LUẬT HỘ TỊCH', 'luat ho tich'],
    ['luật  hộ tịch 2014', 'luat ho tich'],
    ['Luật Hộ tịch (2014)', 'luat ho tich'],
    ['Luật Hộ tịch số 60/2014/QH13', 'luat ho tich'],
    ['Luật Hôn nhân & gia đình năm 2014'.normalize('NFD'), 'luat hon nhan va gia dinh'],
    ['Luật Hôn nhân và gia đình', 'luat hon nhan va gia dinh'],
    ['“Bộ luật Dân sự”, năm 2015', 'bo luat dan su'],
    ['Luật Năm', 'luat nam'],
  ])('folds %j to %j', (name, key) => {
    expect(lawNameKey(name)).toBe(key);
  });

  it('keeps a law and the law that amends it apart', () => {
    expect(lawNameKey('Luật sửa đổi, bổ sung một số điều của Luật Hộ tịch')).not.toBe(
      lawNameKey('Luật Hộ tịch'),
    );
  });
});
