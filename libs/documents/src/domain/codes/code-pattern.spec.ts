import { PatternWithoutNumber } from '../refusals';
import { CodePattern } from './code-pattern';

describe('DI-02 code pattern', () => {
  const pattern = new CodePattern('QT {nn}/CX-HCTP');

  it('makes codes and reads the number of those that follow it', () => {
    expect(pattern.codeOf(7)).toBe('QT 07/CX-HCTP');
    expect(
      ['QT 12/CX-HCTP', 'qt12/cx-hctp', 'QT 12/CT-HCTP', 'QT xx/CX-HCTP'].map((code) =>
        pattern.numberIn(code),
      ),
    ).toEqual([12, 12, null, null]);
  });

  it('proposes the next number and lists what was left out', () => {
    expect(pattern.count(['QT 01/CX-HCTP', 'QT 02/CX-HCTP', 'QT 05/CX-HCTP', 'BM 09'])).toEqual({
      next: 6,
      missing: [3, 4],
    });
    expect(pattern.count([])).toEqual({ next: 1, missing: [] });
  });

  it.each(['QT/CX', 'QT {nn}-{nn}', ''])('refuses %j, which has no place for one number', (text) => {
    expect(() => new CodePattern(text)).toThrow(PatternWithoutNumber);
  });
});
