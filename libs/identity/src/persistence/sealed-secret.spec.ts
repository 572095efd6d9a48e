import { SecretCannotBeOpened, SecretSeal } from './sealed-secret';

const key = (id: string, byte: number): { id: string; key: Buffer } => ({ id, key: Buffer.alloc(32, byte) });
const seal = new SecretSeal([key('k1', 1)]);

describe('RI-13 a sealed secret', () => {
  it('opens for its owner, and shows nothing of itself', () => {
    const stored = seal.seal('person-1', 'JBSWY3DPEHPK3PXP');

    expect(stored).toMatch(/^v1\.k1\./);
    expect(stored).not.toContain('JBSWY3DPEHPK3PXP');
    expect(seal.open('person-1', stored)).toBe('JBSWY3DPEHPK3PXP');
  });

  it('is different each time', () => {
    expect(seal.seal('person-1', 'A')).not.toBe(seal.seal('person-1', 'A'));
  });

  it('does not open for another person', () => {
    const stored = seal.seal('person-1', 'A');

    expect(() => seal.open('person-2', stored)).toThrow(SecretCannotBeOpened);
  });

  it('does not open when a byte of it was changed', () => {
    const stored = seal.seal('person-1', 'JBSWY3DPEHPK3PXP');
    const changed = `${stored.slice(0, -2)}${stored.endsWith('AA') ? 'BB' : 'AA'}`;

    expect(() => seal.open('person-1', changed)).toThrow(SecretCannotBeOpened);
  });

  it('opens under an older key, and is then no longer current', () => {
    const stored = seal.seal('person-1', 'A');
    const later = new SecretSeal([key('k2', 2), key('k1', 1)]);

    expect(later.open('person-1', stored)).toBe('A');
    expect([later.isCurrent(stored), seal.isCurrent(stored)]).toEqual([false, true]);
  });

  it('names the key that is missing', () => {
    const stored = seal.seal('person-1', 'A');

    expect(() => new SecretSeal([key('k2', 2)]).open('person-1', stored)).toThrow('"k1"');
  });
});
