import { deflateSync } from 'node:zlib';

import { pdf, rawZip } from '../../support/bad-files';
import { kept, noise, type Recipe, refused } from './bad-file';
import { handMade, onePage, type PdfObject, replaced } from './pdf-text';

const MIB = 1024 * 1024;
const TORN = refused('file.truncated');
const BOMB = refused('file.bomb', 'file.truncated');
const ENCRYPT = (revision: string): string =>
  `/Root 1 0 R /Size 9 /Encrypt << /Filter /Standard ${revision} /O (${'o'.repeat(32)}) /U (${'u'.repeat(32)}) >> /ID [(a) (b)]`;

const packed = (mebibytes: number, fill = 0x20): Buffer => deflateSync(Buffer.alloc(mebibytes * MIB, fill));
const content = (stream: Buffer, value = '<< /Filter /FlateDecode >>', length?: string): Buffer =>
  handMade(replaced(onePage(), { number: 4, value, stream, ...(length === undefined ? {} : { length }) }));
const sized = (box: string): Buffer =>
  handMade(
    replaced(onePage(), {
      number: 3,
      value: `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents 4 0 R /Resources << >> >>`,
    }),
  );
const tree = (kids: string, more: readonly PdfObject[] = [], count = '1'): Buffer =>
  handMade(
    replaced(onePage(), { number: 2, value: `<< /Type /Pages /Kids ${kids} /Count ${count} >>` }, ...more),
  );

/** So many leaves of one tree, all the same page. */
function pages(count: number): Buffer {
  return tree(`[${'3 0 R '.repeat(count)}]`, [], String(count));
}

/** A tree in which each branch has ten, and all branches of a level are the same one. */
function exponential(levels: number): Buffer {
  const branches = Array.from({ length: levels }, (_, level): PdfObject => {
    const child = level === levels - 1 ? 3 : 11 + level;
    return {
      number: 10 + level,
      value: `<< /Type /Pages /Kids [${`${String(child)} 0 R `.repeat(10)}] /Count 10 >>`,
    };
  });
  return tree('[10 0 R]', branches, '1000000000');
}

const deepTree = (levels: number): Buffer =>
  tree(
    '[10 0 R]',
    Array.from({ length: levels }, (_, level): PdfObject => ({
      number: 10 + level,
      value: `<< /Type /Pages /Parent 2 0 R /Kids [${level === levels - 1 ? '3' : String(11 + level)} 0 R] /Count 1 >>`,
    })),
  );

const objectStream = (
  stream: Buffer,
  count: string,
  first: string,
  filter = '/Filter /FlateDecode',
): Buffer =>
  handMade(
    onePage('/X 9 0 R', [
      { number: 8, value: `<< /Type /ObjStm /N ${count} /First ${first} ${filter} >>`, stream },
    ]),
  );

/** A font whose table of letters says that "A" is NUL, "B" half of a pair, "C" ten thousand marks. */
function oddLetters(to: string): Buffer {
  const map = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <${to}> endbfchar endcmap end`;
  const font: PdfObject = {
    number: 6,
    value: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>',
  };
  return handMade(
    replaced(
      onePage('', [font, { number: 7, value: '<< >>', stream: Buffer.from(map) }]),
      {
        number: 3,
        value:
          '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 6 0 R >> >> >>',
      },
      { number: 4, value: '<< >>', stream: Buffer.from('BT /F1 12 Tf 50 800 Td (QUY TRINH A A) Tj ET') },
    ),
  );
}

const glued = async (head: string): Promise<Buffer> =>
  Buffer.concat([Buffer.from(head), await pdf(undefined, true)]);

const RECIPES: readonly Recipe[] = [
  [
    'a password to open',
    refused('file.encrypted'),
    () => handMade(onePage(), { trailer: ENCRYPT('/V 2 /R 3 /Length 128 /P -4') }),
  ],
  [
    'a password to change',
    refused('file.encrypted'),
    () => handMade(onePage(), { trailer: ENCRYPT('/V 1 /R 2 /P -3904') }),
  ],
  [
    'AES of 256 bits',
    refused('file.encrypted'),
    () => handMade(onePage(), { trailer: ENCRYPT('/V 5 /R 6 /Length 256 /P -4') }),
  ],
  ['a page of 14,400 units', kept(), () => sized('[0 0 14400 14400]')],
  ['a page of 1e30 units', 'told', () => sized('[0 0 1e30 1e30]')],
  ['a page of no size', 'told', () => sized('[0 0 0 0]')],
  ['a page inside out', 'told', () => sized('[595 842 0 0]')],
  ['a page of words', 'told', () => sized('[(a) /b null]')],
  [
    'a page without a size',
    'told',
    () => handMade(replaced(onePage(), { number: 3, value: '<< /Type /Page /Parent 2 0 R >>' })),
  ],
  ['50,000 pages', refused('file.bomb'), () => pages(50_000)],
  ['a tree of 10^9 pages', BOMB, () => exponential(9)],
  ['a tree that says 2^31 pages', 'told', () => tree('[3 0 R]', [], '2147483648')],
  ['a tree that says -1 pages', 'told', () => tree('[3 0 R]', [], '-1')],
  ['a tree that bites its tail', BOMB, () => tree('[2 0 R]')],
  [
    'a branch that bites the root',
    BOMB,
    () => tree('[5 0 R]', [{ number: 5, value: '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>' }]),
  ],
  ['a tree 30,000 branches deep', BOMB, () => deepTree(30_000)],
  [
    'a page that is its own parent',
    'told',
    () =>
      handMade(replaced(onePage(), { number: 3, value: '<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>' })),
  ],
  ['a tree of nothing', TORN, () => tree('[]', [], '0')],
  ['a tree of missing pages', 'told', () => tree('[77 0 R 78 0 R]', [], '2')],
  ['no tree', TORN, () => handMade([{ number: 1, value: '<< /Type /Catalog >>' }])],
  ['no catalog', 'told', () => handMade(onePage(), { trailer: '/Size 5' })],
  [
    'lists a hundred thousand deep',
    refused('file.truncated', 'file.bomb'),
    () => handMade(onePage(`/X ${'['.repeat(100_000)}${']'.repeat(100_000)}`)),
  ],
  [
    'dictionaries a hundred thousand deep',
    refused('file.truncated', 'file.bomb'),
    () => handMade(onePage(`/X ${'<< /A '.repeat(100_000)}1${' >>'.repeat(100_000)}`)),
  ],
  ['a reference to itself', 'told', () => handMade(onePage('/X 7 0 R', [{ number: 7, value: '7 0 R' }]))],
  [
    'references in a circle',
    'told',
    () =>
      handMade(
        onePage('/X 7 0 R', [
          { number: 7, value: '8 0 R' },
          { number: 8, value: '7 0 R' },
        ]),
      ),
  ],
  ['a length that is itself', 'told', () => content(Buffer.from('BT ET'), '<< >>', '4 0 R')],
  ['a length of minus one', 'told', () => content(Buffer.from('BT ET'), '<< >>', '-1')],
  ['a length of 2^53', 'told', () => content(Buffer.from('BT ET'), '<< >>', '9007199254740993')],
  ['a table before itself', 'told', () => handMade(onePage(), { trailer: '/Root 1 0 R /Size 5 /Prev 0' })],
  [
    'a table that is its own predecessor',
    'told',
    () => handMade(onePage(), { trailer: '/Root 1 0 R /Size 5 /Prev 415' }),
  ],
  ['a table beyond the end', 'told', () => handMade(onePage(), { startxref: 999_999_999 })],
  ['a table of 2^31 objects', 'told', () => handMade(onePage(), { trailer: '/Root 1 0 R /Size 2147483647' })],
  [
    'object number 2^53',
    'told',
    () => handMade(onePage(), { tail: '9007199254740993 0 obj\n<< >>\nendobj\n%%EOF\n' }),
  ],
  ['300 MiB in the text of a page', refused('file.bomb'), () => content(packed(300))],
  [
    '300 MiB packed twice',
    refused('file.bomb'),
    () => content(deflateSync(packed(300)), '<< /Filter [/FlateDecode /FlateDecode] >>'),
  ],
  ['300 MiB in an object stream', BOMB, () => objectStream(packed(300), '1', '4')],
  [
    '300 MiB in a table of letters',
    refused('file.bomb'),
    () =>
      handMade(
        onePage('', [{ number: 7, value: '<< /Filter /FlateDecode /CMapName /A >>', stream: packed(300) }]),
      ),
  ],
  [
    'a million runs in one stream',
    'told',
    () => content(Buffer.alloc(200_000, Buffer.from([0x81, 0x20])), '<< /Filter /RunLengthDecode >>'),
  ],
  [
    '20 filters on one stream',
    'told',
    () => content(Buffer.from('a>'), `<< /Filter [${'/ASCIIHexDecode '.repeat(20)}] >>`),
  ],
  [
    'an object stream of 2^31 objects',
    'told',
    () => objectStream(deflateSync(Buffer.from('9 0 << >>')), '2147483647', '4'),
  ],
  [
    'an object stream in an object stream',
    'told',
    () => objectStream(deflateSync(Buffer.from('8 0 << /Type /ObjStm >>')), '1', '4'),
  ],
  ['noise in place of packed text', 'told', () => content(noise(50_000))],
  [
    'a hundred thousand strokes',
    'told',
    () => content(deflateSync(Buffer.from('0 0 m 9 9 l S '.repeat(100_000)))),
  ],
  [
    'a hundred thousand saved states',
    refused('file.bomb'),
    () => content(deflateSync(Buffer.from('q '.repeat(100_000)))),
  ],
  [
    'a form that draws itself',
    'told',
    () =>
      handMade(
        replaced(
          onePage('', [
            {
              number: 7,
              value:
                '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 7 0 R >> >> >>',
              stream: Buffer.from('/X Do'),
            },
          ]),
          {
            number: 3,
            value:
              '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 7 0 R >> >> >>',
          },
          { number: 4, value: '<< >>', stream: Buffer.from('/X Do') },
        ),
      ),
  ],
  ['a letter that is NUL', kept(), () => oddLetters('0000')],
  ['a letter that is half a pair', kept(), () => oddLetters('D800')],
  ['a letter that is 2,000 marks', kept(), () => oddLetters('0301'.repeat(2000))],
  ['a letter that turns the text round', kept(), () => oddLetters('202E')],
  ['a megabyte after the end', 'told', () => handMade(onePage(), { tail: noise(MIB) })],
  ['two kilobytes after the end', 'told', () => handMade(onePage(), { tail: noise(1500) })],
  [
    'a ZIP glued to it',
    refused('file.package-unsafe'),
    () =>
      handMade(onePage(), {
        tail: Buffer.concat([rawZip([{ name: 'a', data: 'a' }]), Buffer.from('%%EOF')]),
      }),
  ],
  ['a ZIP in the middle', 'told', () => content(rawZip([{ name: 'a', data: 'a' }]), '<< >>')],
  [
    'a page of the web before it',
    refused('file.mislabelled'),
    () => glued('<html><script>alert(1)</script>\n'),
  ],
  ['a script before it', refused('file.mislabelled'), () => glued('#!/bin/sh\necho 1\n')],
  ['a program before it', refused('file.mislabelled'), () => glued('MZ\x90\x00')],
  [
    'a JavaScript comment around it',
    'told',
    () => handMade(onePage(), { header: '%PDF-1.7 */=1;/*\n', tail: '*/alert(1)//%%EOF\n' }),
  ],
  ['version 9.9', 'told', () => handMade(onePage(), { header: '%PDF-9.9\n' })],
  ['a head and an end', TORN, () => Buffer.from('%PDF-1.7\n%%EOF\n')],
  [
    'the colours of 40,000 dots',
    'told',
    () =>
      handMade(
        replaced(
          onePage('', [
            {
              number: 7,
              value:
                '<< /Type /XObject /Subtype /Image /Width 40000 /Height 40000 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode >>',
              stream: packed(1, 0),
            },
          ]),
          { number: 4, value: '<< >>', stream: Buffer.from('/X Do') },
        ),
      ),
  ],
  ...Array.from({ length: 9 }, (_, n): Recipe => {
    const share = (n + 1) * 10;
    return [
      `cut at ${String(share)} percent`,
      TORN,
      () => {
        const whole = handMade(onePage());
        return whole.subarray(0, Math.floor((whole.length * share) / 100));
      },
    ];
  }),
];

export function shapeRecipes(): readonly Recipe[] {
  return RECIPES;
}
