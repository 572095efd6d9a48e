/** Crockford's alphabet: no I, L, O, U, so a code read from paper is typed right. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;
const SHAPE = /^[0-9A-HJKMNP-TV-Z]{12}$/;

/** Twelve signs (60 bits) from random bytes: what the public types to check a paper; it cannot be guessed. */
export function verificationCode(random: Uint8Array): string {
  if (random.length < LENGTH)
    throw new RangeError(`a verification code needs ${String(LENGTH)} random bytes`);
  return Array.from(random.subarray(0, LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

/** What a person typed as the code it means (case, hyphens, spaces, O for 0, I and L for 1), or null when it is none. */
export function readVerificationCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return SHAPE.test(code) ? code : null;
}

/** `ABCD-EFGH-JKMN`, as papers and pages show it. */
export function printedVerificationCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}
