import { dutyOf } from './duty';

describe('R7 what a change asks of readers', () => {
  it.each([
    ['editorial', 'none'],
    ['minor', 'notice'],
    ['major', 'acknowledge'],
    [null, 'acknowledge'],
  ] as const)('DI-09: a change of class %s asks for %s', (changeClass, duty) => {
    expect(dutyOf(changeClass, true)).toBe(duty);
  });

  it('has everybody read a first version, whatever class was typed', () => {
    expect(dutyOf('editorial', false)).toBe('acknowledge');
  });
});
