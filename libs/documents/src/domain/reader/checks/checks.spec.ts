import { type ExtractedBlock, type ExtractedDocument, localDate } from '@app/kernel';
import { readProcedure } from '../read-procedure';
import { problem } from '../problem-catalogue';
import { type RetiredBody, retiredBodiesOnPages } from './retired-bodies';

type Row = readonly string[];
const COVER = 'Mã hiệu: QT 01/MAU\nLần ban hành: 01\nNgày ban hành: 01/01/2026';

function problemsOf(
  blocks: readonly (string | readonly Row[])[],
  retiredBodies: readonly RetiredBody[] = [],
): string[] {
  const document: ExtractedDocument = {
    format: 'word',
    blocks: [COVER, ...blocks].map((block): ExtractedBlock =>
      typeof block === 'string'
        ? { kind: 'paragraph', text: block, page: 2 }
        : { kind: 'table', rows: block.map((row) => row.map((text) => ({ text, span: 1 }))), page: 3 },
    ),
    headers: [],
    footers: [],
    pages: 3,
  };
  return readProcedure(document, null, { today: localDate(2026, 6, 1), retiredBodies })
    .problems.filter(({ code }) => !code.endsWith('-missing'))
    .map(({ code, level, page }) => `${level} ${code.replace('reader.', '')} ${String(page)}`);
}

function steps(limit: string, ...times: readonly string[]): Row[] {
  return [
    ['TT', 'Công việc', 'Trách nhiệm', `Thời gian (${limit})`],
    ...times.map((time, index) => [String(index + 1), `Việc ${index + 1}`, 'Công chức', time]),
  ];
}

describe('checks of the reader (design.md 6): steps against limits', () => {
  it.each([
    ['one unit, within', '3 ngày', ['1 ngày', '2 ngày'], []],
    ['one unit, over', '3 ngày', ['2 ngày', '2 ngày'], ['error steps-exceed-limit 3']],
    ['eight hours are a working day', '1 ngày làm việc', ['04 giờ', '04 giờ'], []],
    ['nine hours are more', '1 ngày làm việc', ['04 giờ', '05 giờ'], ['error steps-exceed-limit 3']],
    [
      'days within working days are told',
      '5 ngày làm việc',
      ['2 ngày', '3 ngày'],
      ['information units-mixed 3'],
    ],
    [
      'more days than working days may still be in time',
      '5 ngày làm việc',
      ['3 ngày', '3 ngày'],
      ['warning steps-may-exceed-limit 3'],
    ],
    ['days beyond any calendar', '5 ngày làm việc', ['9 ngày', '1 ngày'], ['error steps-exceed-limit 3']],
    [
      'working days that a weekend makes too long',
      '7 ngày',
      ['5 ngày làm việc', '1 ngày làm việc'],
      ['error steps-exceed-limit 3'],
    ],
    [
      'working days that fit only from a Monday on',
      '6 ngày',
      ['5 ngày làm việc'],
      ['warning steps-may-exceed-limit 3'],
    ],
    ['a range counts its longer end', '3 ngày', ['1 - 2 ngày', '1 ngày'], ['warning step-time-range 3']],
    ['a time that is none', '3 ngày', ['1 ngày', 'theo hẹn'], ['information step-time-unread 3']],
    ['an empty time', '3 ngày', ['1 ngày', ''], ['information step-time-empty 3']],
    [
      'a clock of its own is left out of the sum',
      '3 ngày',
      ['3 ngày', '15 ngày, kể từ ngày lấy ý kiến'],
      ['information separate-clocks 3'],
    ],
  ])('%s', (_, limit, times, expected) => {
    expect(problemsOf([steps(limit, ...times)])).toEqual(expected);
  });

  it('reports a limit in the table that differs from the one in the text', () => {
    const blocks = ['5. NỘI DUNG', 'b) Thời hạn giải quyết: 10 ngày', steps('5 ngày', '5 ngày')];

    expect(problemsOf(blocks)).toContain('warning limits-differ 3');
  });

  it('reports a repeated and a skipped number of a step', () => {
    const [header = [], one = [], two = []] = steps('9 ngày', '1 ngày', '1 ngày');
    const other = ['2', 'Việc khác', 'Công chức', '1 ngày'];
    const five = ['5', 'Việc năm', 'Công chức', '1 ngày'];

    expect(problemsOf([[header, one, two, other, five]])).toEqual([
      'warning step-number-repeated 3',
      'warning step-number-skipped 3',
    ]);
  });
});

describe('checks of the reader (design.md 6): what the text refers to', () => {
  it('G9: reports an annex and a form that are nowhere, once, and not those of a legal text', () => {
    const absent = [
      'Theo Phụ lục 2 kèm theo.',
      'Xem Phụ lục 2.',
      'Ghi vào BM-01.03.',
      'Phụ lục I Thông tư số 01/2024/TT-BTP',
    ];

    expect(problemsOf(absent)).toEqual(['warning annex-absent 2', 'warning form-absent 2']);
    expect(problemsOf([...absent, 'PHỤ LỤC 2', 'BM-01.03'])).toEqual([]);
  });

  it('tells a dated clause that is past from one to come', () => {
    expect(
      problemsOf(['Mức thu áp dụng đến 31/12/2025.', 'Miễn phí, áp dụng đến hết ngày 31/12/2026.']),
    ).toEqual(['warning dated-clause-past 2', 'information dated-clause 2']);
  });

  it('OF-11: names a retired body from its day on, and not as the issuer of an old text', () => {
    const bodies = [
      { name: 'Phòng Mẫu', phrases: ['phong mau'], retiredOn: localDate(2025, 7, 1), successor: null },
      { name: 'Phòng Sau', phrases: ['phong sau'], retiredOn: localDate(2027, 1, 1), successor: null },
    ];

    expect(problemsOf(['Gửi Phòng Mẫu và Phòng Sau.'], bodies)).toEqual(['warning retired-body 2']);
    expect(problemsOf(['Quyết định số 01/2020/QĐ-UBND của Phòng Mẫu'], bodies)).toEqual([]);
    expect(problemsOf(['Phòng Mẫumới'], bodies)).toEqual([]);
  });

  it('OF-11: shows a retired name on every page that has it, once per page', () => {
    const body = {
      name: 'Phòng Mẫu',
      phrases: ['phong mau'],
      retiredOn: localDate(2025, 7, 1),
      successor: null,
    };
    const table = [['Gửi Phòng Mẫu']];
    expect(problemsOf(['Gửi Phòng Mẫu.', 'Rồi Phòng Mẫu trả lời.', table], [body])).toEqual([
      'warning retired-body 2',
      'warning retired-body 3',
    ]);

    const found = [problem('retired-body', 'Đoạn 4', { text: 'Phòng Mẫu', date: body.retiredOn })];
    const pages = [
      'Gửi\nPhòng Mẫu',
      'Không có gì',
      'Quyết định 1/2020/QĐ-UBND của Phòng Mẫu',
      'Phòng  mẫu',
    ].map((text, at) => ({ page: at + 1, text: text.replace(/ +/g, ' ') }));
    expect(retiredBodiesOnPages(found, pages, [body]).map(({ page }) => page)).toEqual([1, 4]);
  });

  it('reports numbers of sections that repeat, skip, or differ from the contents', () => {
    const blocks = [
      'MỤC LỤC',
      '1. MỤC ĐÍCH',
      '2. PHẠM VI',
      'Lời.',
      '1. MỤC ĐÍCH',
      '1. PHẠM VI',
      '4. BIỂU MẪU',
    ];

    expect(problemsOf(blocks)).toEqual([
      'warning contents-differ 2',
      'warning section-number-repeated 2',
      'warning section-number-skipped 2',
    ]);
  });

  it('reports a skipped part and lets đ be left out', () => {
    const part = (letter: string, heading: string): string => `${letter}) ${heading}: x`;

    expect(
      problemsOf(['1. NỘI DUNG', part('d', 'Kết quả'), part('e', 'Lệ phí'), part('h', 'Yêu cầu, điều kiện')]),
    ).toEqual(['warning section-number-skipped 2']);
  });
});
