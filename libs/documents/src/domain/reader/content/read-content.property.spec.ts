import { type ExtractedBlock, type ExtractedDocument } from '@app/kernel';
import fc from 'fast-check';
import { readContent } from './read-content';

function aDocument(blocks: readonly ExtractedBlock[]): ExtractedDocument {
  return { format: 'word', blocks, headers: [], footers: [], pages: null };
}

const HEADERS = {
  no: ['TT', 'STT', 'Bước', 'Số TT'],
  name: ['Trình tự các bước công việc*', 'Nội dung công việc', 'Các bước thực hiện', 'Tên bước công việc'],
  responsible: ['Trách nhiệm', 'Người thực hiện', 'Đơn vị thực hiện', 'Bộ phận, cá nhân thực hiện'],
  time: ['Thời gian', 'Thời gian thực hiện', 'Thời hạn', 'Thời gian (ngày)'],
  result: ['Biểu mẫu/Kết quả', 'Kết quả', 'Sản phẩm'],
} as const;
const TIMES: readonly (readonly [string, number, string])[] = [
  ['½ ngày', 0.5, 'day'],
  ['1½ ngày', 1.5, 'day'],
  ['0,5 ngày', 0.5, 'day'],
  ['2.5 ngày làm việc', 2.5, 'working-day'],
  ['01 ngày', 1, 'day'],
  ['(05 ngày làm việc)', 5, 'working-day'],
  ['03 (ba) ngày làm việc', 3, 'working-day'],
  ['04 giờ', 4, 'hour'],
  ['8 giờ làm việc', 8, 'hour'],
  ['02 giờ hành chính', 2, 'hour'],
  ['30 phút', 0.5, 'hour'],
  ['Không quá 02 ngày', 2, 'day'],
  ['Trong ngày', 1, 'same-day'],
  ['1/2', 0.5, 'day'],
  ['01', 1, 'day'],
];
const NUMBERS: readonly ((count: number) => string)[] = [
  String,
  (count) => `${count}.`,
  (count) => `B${count}`,
  (count) => `Bước ${count}`,
];
const WORDS = ['Tiếp nhận hồ sơ', 'Thẩm tra hồ sơ', 'Ký duyệt', 'Đóng dấu', 'Trả kết quả'];

type Kind = keyof typeof HEADERS;

describe('the reader of procedures (design.md 6), invented layouts', () => {
  it('reads any order of columns, any wording of their headers, any form of number and time', () => {
    const layout = fc.record({
      columns: fc.shuffledSubarray<Kind>(['no', 'name', 'responsible', 'time', 'result'], { minLength: 5 }),
      wording: fc.nat(3),
      number: fc.constantFrom(...NUMBERS),
      times: fc.array(fc.constantFrom(...TIMES), { minLength: 1, maxLength: 8 }),
    });

    fc.assert(
      fc.property(layout, ({ columns, wording, number, times }) => {
        const header = columns.map((kind) => HEADERS[kind][wording % HEADERS[kind].length] ?? '');
        const rows = times.map(([written], index) => {
          const cells: Record<Kind, string> = {
            no: number(index + 1),
            name: WORDS[index % WORDS.length] ?? '',
            responsible: 'Công chức',
            time: written,
            result: 'Phiếu',
          };
          return columns.map((kind) => cells[kind]);
        });
        const table = [header, ...rows].map((row) => row.map((text) => ({ text, span: 1 })));

        const { cases } = readContent(aDocument([{ kind: 'table', rows: table, page: null }])).content;

        expect(cases).toHaveLength(1);
        expect(
          cases[0]?.steps.map(({ no, name, responsible, duration }) => [no, name, responsible, duration]),
        ).toEqual(
          times.map(([, value, unit], index) => [
            number(index + 1).replace(/^Bước |\.$/g, ''),
            WORDS[index % WORDS.length],
            'Công chức',
            { value, unit },
          ]),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('takes any garbled file without failing, and in time', () => {
    const scraps = [
      ...Object.values(HEADERS).flat(),
      ...TIMES.map(([written]) => written),
      ...WORDS,
      'MỤC LỤC',
      'b) Thời hạn giải quyết: 5 ngày',
      '5.1',
      'PHỤ LỤC 1',
      'Mã hiệu',
      'Nơi lưu',
      'Thời gian lưu',
      '1',
      '(((((',
      '',
    ];
    const text = fc.oneof(fc.constantFrom(...scraps), fc.string({ unit: 'binary', maxLength: 60 }));
    const cell = fc.record(
      { text, span: fc.integer({ min: 1, max: 5 }) },
      { requiredKeys: ['text', 'span'] },
    );
    const block: fc.Arbitrary<ExtractedBlock> = fc.oneof(
      text.map((words): ExtractedBlock => ({ kind: 'paragraph', text: words, page: null })),
      fc
        .array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 })
        .map((rows): ExtractedBlock => ({ kind: 'table', rows, page: 1 })),
    );

    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
        const { content } = readContent(aDocument(blocks));
        const durations = content.cases.flatMap(({ steps }) =>
          steps.flatMap(({ duration }) => duration ?? []),
        );

        expect(durations.every(({ value }) => Number.isFinite(value) && value > 0)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['brackets', '('.repeat(50_000)],
    ['digits', '1'.repeat(50_000)],
    ['fractions', '1/2 '.repeat(20_000)],
    ['spaces', `Thời hạn giải quyết:${' '.repeat(50_000)}5`],
    ['clauses', 'trường hợp phải xác minh '.repeat(5_000)],
    ['steps', 'Bước 1: '.repeat(10_000)],
  ])('reads a long run of %s within a second', (_, text) => {
    const row = ['1', text, text, text].map((words) => ({ text: words, span: 1 }));
    const head = ['TT', 'Nội dung', 'Trách nhiệm', 'Thời gian'].map((words) => ({ text: words, span: 1 }));
    const started = performance.now();

    readContent(
      aDocument([
        { kind: 'paragraph', text: `b) Thời hạn giải quyết: ${text}`, page: null },
        { kind: 'paragraph', text, page: null },
        { kind: 'table', rows: [head, row], page: null },
      ]),
    );

    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
