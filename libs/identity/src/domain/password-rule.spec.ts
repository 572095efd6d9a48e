import { faultOf } from './password-rule';

describe('RI-13 a new password', () => {
  it.each([
    ['Aa1!aaaaa', 'short'],
    ['aaaaaaaaaaaa', 'plain'],
    ['matkhau@2026X', 'guessable'],
    ['Hacthanh.ThuKy1', 'guessable'],
    ['Iso-DienTu@2026', null],
    ['trời hôm nay xanh lắm', null],
  ])('%s: %s', (password, fault) => {
    expect(faultOf(password, ['hacthanh.thuky'])).toBe(fault);
  });
});
