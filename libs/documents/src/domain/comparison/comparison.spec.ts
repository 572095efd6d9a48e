import { foldVietnamese } from '@app/kernel';

import { EMPTY_CONTENT, type ProcedureContent, type ProcedureStep } from '../content';
import { alignment, type Match } from './align';
import { type Row, rowsOf, wordsOf } from './rows';
import { compareCases } from './steps';

function aligned(left: readonly string[], right: readonly string[]): Match[] {
  return [...alignment(left, right)].flat().sort(([a], [b]) => a - b);
}

function compared(left: string, right: string): Row[] {
  const [olds, news] = [wordsOf([{ page: 1, text: left }]), wordsOf([{ page: 1, text: right }])];
  return rowsOf(
    olds,
    news,
    aligned(
      olds.map(({ text }) => text),
      news.map(({ text }) => text),
    ),
  );
}

/** Words without meaning, the same for the same seed. */
function noise(count: number, seed: number): string[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return `từ${String(state % 900)}`;
  });
}

describe('DI-07: text side by side', () => {
  it('marks the word that changed and nothing else', () => {
    const rows = compared('Thời hạn: 05 ngày làm việc.', 'Thời hạn: 03 ngày làm việc.');

    expect(rows).toEqual([
      {
        changed: true,
        left: {
          page: 1,
          spans: [
            { kind: 'same', text: 'Thời hạn:' },
            { kind: 'removed', text: '05' },
            { kind: 'same', text: 'ngày làm việc.' },
          ],
        },
        right: {
          page: 1,
          spans: [
            { kind: 'same', text: 'Thời hạn:' },
            { kind: 'added', text: '03' },
            { kind: 'same', text: 'ngày làm việc.' },
          ],
        },
      },
    ]);
  });

  it('is not disturbed by other line breaks', () => {
    const rows = compared(
      'Công chức tiếp nhận\nhồ sơ.\nTrả kết quả.',
      'Công chức tiếp\nnhận hồ sơ.\nTrả kết\nquả.',
    );

    expect(rows.map(({ changed }) => changed)).toEqual([false, false]);
  });

  it('sets a paragraph that was added against nothing', () => {
    const rows = compared('Mục một.\nMục ba.', 'Mục một.\nMục hai mới thêm.\nMục ba.');

    expect(
      rows.filter(({ changed }) => changed).map(({ left, right }) => [left, right?.spans[0]?.kind]),
    ).toEqual([[null, 'added']]);
  });

  it('loses no word of either side', () => {
    const [left, right] = [noise(4_000, 7), noise(4_000, 7)];
    right.splice(900, 300, ...noise(250, 3));
    const rows = compared(left.join(' '), right.join(' '));
    const all = (side: 'left' | 'right'): string =>
      rows.flatMap((row) => row[side]?.spans.map(({ text }) => text) ?? []).join(' ');

    expect(all('left')).toBe(left.join(' '));
    expect(all('right')).toBe(right.join(' '));
  });

  it('finds pairs that rise on both sides and hold the same word', () => {
    const [left, right] = [noise(3_000, 1), [...noise(1_000, 2), ...noise(3_000, 1)]];
    const matches = aligned(left, right);

    expect(matches.every(([i, j]) => left[i] === right[j])).toBe(true);
    expect(
      matches.every(([i, j], at) => at === 0 || (i > matches[at - 1]![0] && j > matches[at - 1]![1])),
    ).toBe(true);
    expect(matches.length).toBeGreaterThan(2_900);
  });

  it('compares 300 pages that have nothing in common in time that grows with their length', () => {
    const begin = performance.now();

    aligned(noise(120_000, 5), noise(120_000, 11));

    expect(performance.now() - begin).toBeLessThan(10_000);
  });
});

describe('DI-07: step table by step', () => {
  const step = (no: string, name: string, days: number | null = 1): ProcedureStep => ({
    no,
    name,
    responsible: 'Công chức',
    duration: days === null ? null : { value: days, unit: 'working-day' },
  });
  const content = (...steps: ProcedureStep[]): ProcedureContent => ({
    ...EMPTY_CONTENT,
    cases: [{ name: '', limit: { value: 5, unit: 'working-day' }, limitFrom: null, steps }],
  });

  it('matches steps by what they say and names the cells that changed', () => {
    const [pair] = compareCases(
      content(step('1', 'Tiếp nhận hồ sơ'), step('2', 'Thẩm tra hồ sơ', 3), step('3', 'Trả kết quả')),
      content(
        step('1', 'Tiếp nhận hồ sơ'),
        step('2', 'Xác minh tại chỗ'),
        step('3', 'Thẩm tra hồ sơ', 2),
        step('4', 'Trả kết quả'),
      ),
      foldVietnamese,
    );

    expect(
      pair?.steps.map(({ left, right, changed }) => [left?.no ?? null, right?.no ?? null, changed]),
    ).toEqual([
      ['1', '1', []],
      [null, '2', []],
      ['2', '3', ['no', 'duration']],
      ['3', '4', ['no']],
    ]);
  });

  it('shows a case that was dropped and one that is new', () => {
    const named = (name: string): ProcedureContent => ({
      ...EMPTY_CONTENT,
      cases: ['Chung', name].map((each) => ({ name: each, limit: null, limitFrom: null, steps: [] })),
    });

    const pairs = compareCases(named('Có xác minh'), named('Không xác minh'), foldVietnamese);

    expect(pairs.map(({ left, right }) => [left?.name ?? null, right?.name ?? null])).toEqual([
      ['Chung', 'Chung'],
      ['Có xác minh', null],
      [null, 'Không xác minh'],
    ]);
  });
});
