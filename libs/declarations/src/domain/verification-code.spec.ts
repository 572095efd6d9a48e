import { printedVerificationCode, readVerificationCode, verificationCode } from './verification-code';

describe('verification code', () => {
  it('has twelve signs without I, L, O, U', () => {
    const code = verificationCode(Uint8Array.from({ length: 12 }, (_, place) => place * 21));

    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
  });

  it('refuses too few random bytes', () => {
    expect(() => verificationCode(new Uint8Array(11))).toThrow(RangeError);
  });

  it('is read back as people type it', () => {
    const code = verificationCode(new Uint8Array(12).fill(1));

    expect(readVerificationCode(printedVerificationCode(code).toLowerCase())).toBe(code);
    expect(readVerificationCode('OIL0-0000-0000')).toBe('011000000000');
  });

  it.each(['', 'ABC', 'ABCD-EFGH-JKMU', '../etc/passwd', 'ABCDEFGHJKMNP'])(
    'finds no code in "%s"',
    (typed) => {
      expect(readVerificationCode(typed)).toBeNull();
    },
  );
});
