import { formatVi, formatViInWords, localDate } from '@app/kernel';
import * as fc from 'fast-check';
import { readProcedure } from './read-procedure';

const KINDS = [
  ['Quyết định', 'QĐ-TTg', 'Thủ tướng Chính phủ'],
  ['Nghị định', 'NĐ-CP', 'Chính phủ'],
  ['Thông tư', 'TT-BTP', 'Bộ Tư pháp'],
  ['Thông tư', 'TT-BKHCN', 'Bộ Khoa học và Công nghệ'],
  ['Nghị quyết', 'NQ-HĐND', 'Hội đồng nhân dân tỉnh Sóc Trăng'],
  ['Quyết định', 'QĐ-UBND', 'Ủy ban nhân dân thành phố Cần Thơ'],
  ['Luật', 'QH15', 'Quốc hội'],
  ['Thông tư liên tịch', 'TTLT-BTP-BNV', 'Bộ Tư pháp, Bộ Nội vụ'],
  ['Chỉ thị', 'CT-UBND', 'UBND xã Yên Nhân'],
  ['Công văn', 'BKHCN-TĐC', 'Bộ Khoa học và Công nghệ'],
] as const;
const AROUND = ['Căn cứ ', 'theo quy định tại khoản 2 Điều 14 ', '- ', 'thực hiện ', 'bãi bỏ Điều 3 '];
const AFTER = [
  ' về việc ban hành quy định;',
  ' quy định chi tiết một số điều.',
  '; lệ phí 5.000 đồng/bản',
  '.',
  ' (sau đây gọi tắt là văn bản).',
];

const aCitation = fc.record({
  kind: fc.constantFrom(...KINDS),
  number: fc.integer({ min: 1, max: 9999 }),
  date: fc
    .tuple(
      fc.integer({ min: 1990, max: 2030 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, month, day]) => localDate(year, month, day)),
  dateForm: fc.constantFrom('numeric', 'short', 'dotted', 'words', 'none'),
  hasIssuer: fc.boolean(),
  torn: fc.array(fc.constantFrom('s-ố', 'dash', 'slash', 'newline', 'no-so', 'comma'), { maxLength: 3 }),
  around: fc.constantFrom(...AROUND),
  after: fc.constantFrom(...AFTER),
});
type Sample = typeof aCitation extends fc.Arbitrary<infer Value> ? Value : never;

function dateText({ date, dateForm }: Sample): string {
  const [day, month, year] = formatVi(date).split('/').map(Number) as [number, number, number];
  const forms = {
    numeric: `ngày ${formatVi(date)}`,
    short: `ngày ${String(day)}/${String(month)}/${String(year)}`,
    dotted: `ngày ${String(day)}.${String(month)}.${String(year)}`,
    words: formatViInWords(date),
    none: '',
  };
  return forms[dateForm];
}

function written(sample: Sample): { text: string; numberSymbol: string } {
  const [kind, symbol, issuer] = sample.kind;
  const hasYear = !['Công văn', 'Chỉ thị'].includes(kind);
  const number = [String(sample.number), ...(hasYear ? [sample.date.slice(0, 4)] : []), symbol].join('/');
  const date = dateText(sample);
  const parts = [
    kind,
    so(sample, hasYear),
    torn(number, sample),
    date,
    sample.hasIssuer ? `của ${issuer}` : '',
  ];
  const text = parts.filter((part) => part !== '').join(' ');
  const listed = sample.torn.includes('comma') ? text.replace(/ (?=ngày)/u, ', ') : text;
  return { text: broken(`${sample.around}${listed}${sample.after}`, sample), numberSymbol: number };
}

function so({ torn: tears }: Sample, hasYear: boolean): string {
  if (tears.includes('no-so') && hasYear) return '';
  return tears.includes('s-ố') ? 's ố' : 'số';
}

function torn(number: string, { torn: tears }: Sample): string {
  const dashed = tears.includes('dash') ? number.replace('-', '- ') : number;
  return tears.includes('slash') ? dashed.replace('/', ' /') : dashed;
}

function broken(text: string, { torn: tears }: Sample): string {
  return tears.includes('newline') ? text.replace(/ (?=\S+$)|(?<=số) | (?=của)/gu, '\n') : text;
}

describe('citations', () => {
  it('are found again, with kind, body and date, however they are torn', () => {
    fc.assert(
      fc.property(aCitation, (sample) => {
        const { text, numberSymbol } = written(sample);
        const [kind, symbol, issuer] = sample.kind;

        const { citations } = readProcedure({
          format: 'word',
          blocks: [
            { kind: 'paragraph', text: 'QUY TRÌNH', page: null },
            { kind: 'paragraph', text, page: null },
          ],
          headers: [],
          footers: [],
          pages: null,
        });

        const isLocal = /UBND|HĐND/.test(symbol);
        expect(citations).toEqual([
          {
            numberSymbol,
            kind,
            issuer: isLocal && !sample.hasIssuer ? null : issuer,
            issuedOn: sample.dateForm === 'none' ? null : sample.date,
          },
        ]);
      }),
      { numRuns: 1000 },
    );
  });
});
