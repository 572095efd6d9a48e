import { type LocalDate } from '@app/kernel';

import { type Duration, EMPTY_CONTENT, type ProcedureContent } from '../content';
import { compareProcedure, type CurrentProcess } from './compare-procedure';

const days = (value: number, unit: Duration['unit'] = 'working-day'): Duration => ({ value, unit });
const content = (limit: Duration | null, steps: [string, string, number][] = []): ProcedureContent => ({
  ...EMPTY_CONTENT,
  cases: [
    {
      name: '',
      limit,
      limitFrom: null,
      steps: steps.map(([name, responsible, value], at) => ({
        no: String(at + 1),
        name,
        responsible,
        duration: days(value),
      })),
    },
  ],
});
const day = (text: string): LocalDate => text as LocalDate;
const PROCESS: CurrentProcess = {
  validFrom: day('2026-01-01'),
  timeLimit: null,
  steps: [
    { name: 'Tiếp nhận hồ sơ', responsible: 'Trung tâm Phục vụ hành chính công', time: '0,5 ngày' },
    { name: 'Thẩm tra', responsible: 'Công chức Tư pháp – Hộ tịch', time: '4 giờ' },
  ],
};
const kinds = (
  document: { effectiveOn?: LocalDate; content: ProcedureContent | null },
  published: { timeLimit?: string; process?: CurrentProcess },
): string[] =>
  compareProcedure({ effectiveOn: null, ...document }, { timeLimit: null, process: null, ...published }).map(
    ({ kind, step }) => (step === null ? kind : `${kind} ${String(step)}`),
  );

describe('G9 the own limit of a document', () => {
  it.each<[Duration | null, string, string[]]>([
    [days(5), '05 ngày làm việc kể từ ngày nhận đủ hồ sơ', []],
    [days(5), '03 ngày làm việc', ['limit-longer']],
    [days(2), '03 ngày làm việc', ['limit-differs']],
    [days(8), '03 ngày làm việc; trường hợp phải xác minh không quá 08 ngày làm việc', []],
    [days(5, 'day'), '05 ngày làm việc', ['limit-differs']],
    [null, '05 ngày làm việc', []],
    [days(5), 'Theo quy định', []],
  ])('TT-01: %j against "%s"', (limit, timeLimit, expected) => {
    expect(kinds({ content: content(limit) }, { timeLimit })).toEqual(expected);
  });
});

describe('TT-03 a document beside the quy trình nội bộ', () => {
  it('TT-03: is content with the same steps in other words', () => {
    const own = content(null, [
      ['Tiếp nhận', 'Trung tâm PV HCC', 0.5],
      ['Thẩm tra hồ sơ', 'Công chức Tư pháp', 0.5],
    ]);

    expect(kinds({ content: own, effectiveOn: day('2026-02-01') }, { process: PROCESS })).toEqual([]);
  });

  it('TT-03: names an older procedure, another time, another person', () => {
    const own = content(null, [
      ['Tiếp nhận', 'Bộ phận một cửa', 0.5],
      ['Thẩm tra hồ sơ', 'Công chức Tư pháp', 2],
    ]);

    expect(kinds({ content: own, effectiveOn: day('2025-02-01') }, { process: PROCESS })).toEqual([
      'older',
      'step-responsible 1',
      'step-time 2',
    ]);
  });

  it('TT-03: counts steps before it compares them, and says nothing of a procedure that was not read', () => {
    expect(kinds({ content: content(null, [['Tiếp nhận', 'A', 1]]) }, { process: PROCESS })).toEqual([
      'step-count',
    ]);
    expect(kinds({ content: null }, { process: PROCESS, timeLimit: '3 ngày' })).toEqual([]);
  });
});
