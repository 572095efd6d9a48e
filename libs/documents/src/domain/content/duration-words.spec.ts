import { durationWords, timeOf } from './duration-words';

describe('a length of time in words', () => {
  it.each([
    [{ value: 0.5, unit: 'working-day' }, '½ ngày làm việc'],
    [{ value: 2.5, unit: 'day' }, '2,5 ngày'],
    [{ value: 1, unit: 'day' }, '01 ngày'],
    [{ value: 4, unit: 'hour' }, '04 giờ'],
    [{ value: 25, unit: 'working-day' }, '25 ngày làm việc'],
    [{ value: 1, unit: 'same-day' }, 'trong ngày'],
    [null, ''],
  ] as const)('%j is "%s"', (duration, words) => {
    expect(durationWords(duration)).toBe(words);
  });

  it('keeps what the paper says where it is no single length', () => {
    const step = { no: '1', name: 'Tiếp nhận', responsible: null, duration: null };

    expect(timeOf({ ...step, timeAsWritten: 'Giờ hành chính' })).toBe('Giờ hành chính');
    expect(timeOf(step)).toBe('');
  });
});
