import fc from 'fast-check';
import { cleanFileName, contentDisposition } from './file-name';

/** What a browser makes of the header. */
function namesIn(header: string): { plain: string | undefined; full: string | undefined } {
  const plain = /; filename="([^"]*)"/.exec(header)?.[1];
  const extended = /; filename\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~%-]*)$/.exec(header)?.[1];
  return { plain, full: extended === undefined ? plain : decodeURIComponent(extended) };
}

const NAMES: readonly (readonly [label: string, raw: string, clean: string])[] = [
  ['keeps a plain name', 'quy-trinh.docx', 'quy-trinh.docx'],
  [
    'keeps Vietnamese',
    'Quy trình cấp bản sao Trích lục hộ tịch.doc',
    'Quy trình cấp bản sao Trích lục hộ tịch.doc',
  ],
  ['keeps đ and Đ', 'ĐÁNH GIÁ đợt 1.pdf', 'ĐÁNH GIÁ đợt 1.pdf'],
  ['composes what a Mac sends', 'Quy trình'.normalize('NFD'), 'Quy trình'],
  ['keeps an emoji', 'bản cuối 👍🏽.pdf', 'bản cuối 👍🏽.pdf'],
  ['keeps brackets and commas', "QT 01 (lần 2), bản 'sạch'.doc", "QT 01 (lần 2), bản 'sạch'.doc"],
  ['drops a path', '../../etc/passwd', 'passwd'],
  ['drops a Windows path', 'C:\\Users\\a\\QT 01.doc', 'QT 01.doc'],
  ['drops a mixed path', '..\\../a.doc', 'a.doc'],
  ['is not a folder', '..', 'tai-lieu'],
  ['is not empty', '', 'tai-lieu'],
  ['is not only a slash', 'a/', 'tai-lieu'],
  ['is not only dots and spaces', ' . . ', 'tai-lieu'],
  ['is not only marks', '\u0301\u0301', 'tai-lieu'],
  ['drops NUL', 'a\0.exe.pdf', 'a.exe.pdf'],
  ['drops line ends', 'a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie_ x=1.pdf'],
  ['drops other controls', 'a\u0007\u001b[31m\u007f\u0085.pdf', 'a[31m.pdf'],
  ['drops a right-to-left override', 'bao-cao-\u202efdp.exe', 'bao-cao-fdp.exe'],
  ['drops isolates', '\u2066a\u2069.pdf', 'a.pdf'],
  ['drops zero-width signs', 'a\u200bb\u200dc\ufeff.pdf', 'abc.pdf'],
  ['drops line and paragraph separators', 'a\u2028b\u2029.pdf', 'ab.pdf'],
  ['drops a lone surrogate', 'a\ud800.pdf', 'a\ufffd.pdf'],
  ['replaces quotes', 'a"b".pdf', 'a_b_.pdf'],
  ['replaces what Windows forbids', 'a<b>c|d?e*f:g.pdf', 'a_b_c_d_e_f_g.pdf'],
  ['guards a device name', 'CON', '_CON'],
  ['guards a device name with extension', 'nul.txt', '_nul.txt'],
  ['guards a numbered device', 'COM1.doc', '_COM1.doc'],
  ['knows that a longer word is no device', 'CONG VAN.doc', 'CONG VAN.doc'],
  ['guards a leading dash', '-rf.doc', '_-rf.doc'],
  ['guards a leading equals sign', '=cmd|x.csv', '_=cmd_x.csv'],
  ['guards a leading plus', '+84.csv', '_+84.csv'],
  ['guards a leading at sign', '@SUM(A1).csv', '_@SUM(A1).csv'],
  ['drops leading dots', '.htaccess', 'htaccess'],
  ['drops trailing dots and spaces', 'a.pdf. . ', 'a.pdf'],
  ['folds runs of spaces', 'a \t  \u00a0 b.pdf', 'a b.pdf'],
  ['shortens a pile of marks', `a${'\u0334'.repeat(10_000)}.pdf`, `a${'\u0334'.repeat(3)}.pdf`],
  ['keeps 255 bytes', `${'a'.repeat(251)}.pdf`, `${'a'.repeat(251)}.pdf`],
  ['cuts 256 bytes before the extension', `${'a'.repeat(252)}.pdf`, `${'a'.repeat(251)}.pdf`],
  ['cuts between letters', `${'ế'.repeat(100)}.docx`, `${'ế'.repeat(83)}.docx`],
  ['cuts between emoji', `${'👍🏽'.repeat(40)}.pdf`, `${'👍🏽'.repeat(31)}.pdf`],
];

describe('cleanFileName()', () => {
  it.each(NAMES)('%s', (_label, raw, clean) => {
    expect(cleanFileName(raw)).toBe(clean);
  });

  it('gives the same name for NFC and NFD', () => {
    const name = 'Sở Tư pháp – Chứng thực chữ ký.doc';

    expect(cleanFileName(name.normalize('NFD'))).toBe(cleanFileName(name.normalize('NFC')));
  });

  it('is safe, short and stable for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 400 })),
        (raw) => {
          const clean = cleanFileName(raw);

          expect(clean).not.toMatch(/[/\\\p{Cc}"<>:|?*]|^[-=+@.\s]|[.\s]$/u);
          expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(255);
          expect(clean).not.toBe('');
          expect(cleanFileName(clean)).toBe(clean);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('contentDisposition()', () => {
  it.each(NAMES)('is read back as the clean name: %s', (_label, raw, clean) => {
    const header = contentDisposition(raw);

    expect(namesIn(header).full).toBe(clean);
    expect(header).toMatch(/^attachment; filename="[ !#$&-[\]-~]+"/);
  });

  it('gives old programs the name without accents', () => {
    expect(contentDisposition('Đánh giá nội bộ.pdf')).toBe(
      `attachment; filename="Danh gia noi bo.pdf"; filename*=UTF-8''%C4%90%C3%A1nh%20gi%C3%A1%20n%E1%BB%99i%20b%E1%BB%99.pdf`,
    );
  });

  it('shows in the browser only when asked', () => {
    expect(contentDisposition('a.pdf', 'inline')).toBe('inline; filename="a.pdf"');
  });

  it('fits a header for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const header = contentDisposition(raw);

        expect(header).toMatch(/^[ -~]+$/);
        expect(namesIn(header).full).toBe(cleanFileName(raw));
      }),
      { numRuns: 500 },
    );
  });
});
