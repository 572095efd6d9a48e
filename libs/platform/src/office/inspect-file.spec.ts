import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import * as fc from 'fast-check';
import { PDFName } from 'pdf-lib';

import {
  docx,
  docxEntries,
  oleDoc,
  openAction,
  pdf,
  rawZip,
  relationships,
  wordPart,
  wordParagraph,
} from '../../../../test/support/bad-files';
import { FILE_PROBLEMS } from './file.problems';
import { assertAcceptable, inspectFile } from './inspect-file';
import { FileRefused } from './office-errors';

const folder = mkdtempSync(join(tmpdir(), 'iso-inspect-'));
let count = 0;

function place(bytes: Buffer | string, extension: string): string {
  const path = join(folder, `${String((count += 1))}${extension}`);
  writeFileSync(path, bytes);
  return path;
}

async function codes(bytes: Buffer | string, extension: string): Promise<string[]> {
  const { problems } = await inspectFile(place(bytes, extension));
  return problems.map(({ code, severity }) => (severity === 'refused' ? code : `(${code})`));
}

afterAll(() => rmSync(folder, { recursive: true }));

describe('inspectFile()', () => {
  it('takes an honest .doc, .docx and .pdf', async () => {
    expect(await codes(oleDoc(), '.doc')).toEqual([]);
    expect(await codes(docx(), '.docx')).toEqual([]);
    expect(await codes(await pdf(), '.pdf')).toEqual([]);
  });

  describe('games with the type', () => {
    const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const contents: Record<string, () => Buffer | Promise<Buffer>> = {
      doc: () => oleDoc(),
      docx: () => docx(),
      pdf: () => pdf(),
      rtf: () => Buffer.from('{\\rtf1\\ansi Quy trinh}'),
      html: () => Buffer.from('<!DOCTYPE html><script>alert(1)</script>'),
      svg: () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      png: () => PNG,
      txt: () => Buffer.from('Quy trình'),
      zip: () => rawZip([{ name: 'a.txt', data: 'a' }]),
      exe: () => Buffer.from('MZ\x90\x00\x03', 'latin1'),
    };
    const names = [
      '.doc',
      '.docx',
      '.pdf',
      '.rtf',
      '.html',
      '.svg',
      '.png',
      '.txt',
      '.zip',
      '.exe',
      '.PDF',
      '.docm',
    ];
    const honest = new Set(['doc .doc', 'docx .docx', 'pdf .pdf', 'pdf .PDF']);
    const cells = Object.keys(contents).flatMap((content) => names.map((name) => [content, name] as const));

    it.each(cells)('judges %s named %s by its content', async (content, name) => {
      const found = await codes(await contents[content]!(), name);

      const isTaken = honest.has(`${content} ${name}`);
      expect(found.filter((code) => !code.startsWith('('))).toHaveLength(isTaken ? 0 : 1);
      expect(isTaken || ['file.mislabelled', 'file.type-unknown'].includes(found[0]!)).toBe(true);
    });

    it('refuses nothing at all, one byte, and one byte too many', async () => {
      expect(await codes('', '.doc')).toEqual(['file.empty']);
      expect(await codes('%', '.pdf')).toEqual(['file.mislabelled']);
      const whole = await pdf();
      const path = place(whole, '.pdf');
      expect((await inspectFile(path, { maxBytes: whole.length })).problems).toEqual([]);
      const over = await inspectFile(path, { maxBytes: whole.length - 1 });
      expect(over.problems.map(({ code }) => code)).toEqual(['file.too-large']);
    });

    it('goes by the name under which the file came', async () => {
      const path = place(docx(), '.upload');
      const right = await inspectFile(path, { name: 'Quy trình.docx' });
      const wrong = await inspectFile(path, { name: 'Quy trình.pdf' });

      expect(right.problems).toEqual([]);
      expect(wrong.problems[0]).toMatchObject({ code: 'file.mislabelled', detail: { extension: '.pdf' } });
    });
  });

  describe('zipped Word', () => {
    const zeros = (mib: number): Buffer => Buffer.alloc(mib * 1024 * 1024);
    const bombs: Record<string, () => Buffer> = {
      'one entry of zeros': () => docx({ 'word/media/a.bin': zeros(60) }),
      'a lie about the size': () =>
        rawZip([...docxEntries(), { name: 'word/x.bin', data: zeros(3), declaredSize: 10 }]),
      'four declared gigabytes': () =>
        rawZip([...docxEntries(), { name: 'word/x.bin', data: 'x', declaredSize: 0xfffffffe }]),
      'entries on the same bytes': () =>
        rawZip([
          ...docxEntries(),
          ...[1, 2, 3].map((n) => ({ name: `word/${String(n)}.xml`, data: '<a/>', overlapping: true })),
        ]),
      'three thousand entries': () =>
        rawZip([
          ...docxEntries(),
          ...Array.from({ length: 3000 }, (_, n) => ({
            name: `word/${String(n)}.bin`,
            data: '',
            stored: true,
          })),
        ]),
    };

    it.each(Object.keys(bombs))('refuses %s without unpacking it', async (name) => {
      const before = process.memoryUsage().rss;
      expect(await codes(bombs[name]!(), '.docx')).toContain('file.bomb');
      expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
    });

    const part = (body: string): Record<string, string> => ({ 'word/document.xml': wordPart(body) });
    const field = (...pieces: string[]): string =>
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${pieces.map((piece) => `<w:r><w:instrText>${piece}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    const rels = (type: string, target: string): Record<string, string> => ({
      'word/_rels/document.xml.rels': relationships([type, target, true]),
    });
    const DTD = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';

    it.each<[string, Record<string, string | Buffer>, string[]]>([
      ['macros', { 'word/vbaProject.bin': Buffer.alloc(64) }, ['file.macro']],
      [
        'a template on the net',
        rels('attachedTemplate', 'http://evil.example/t.dotm'),
        ['file.active-content'],
      ],
      ['a template on a share', rels('attachedTemplate', '\\\\evil\\t.dotm'), ['file.active-content']],
      ['a template of its own machine', rels('attachedTemplate', 'file:///C:\\Users\\a\\Normal.dotm'), []],
      ['an object on the net', rels('oleObject', 'https://evil.example/o'), ['file.active-content']],
      ['a picture on the net', rels('image', 'https://pixel.example/p.png'), ['(file.external-content)']],
      ['a link to click', rels('hyperlink', 'https://moj.gov.vn'), []],
      [
        'an embedded package',
        { 'word/embeddings/oleObject1.bin': Buffer.alloc(8) },
        ['(file.embedded-object)'],
      ],
      [
        'DDE torn over runs',
        part(field('DD', 'EAUTO c:\\\\windows\\\\system32\\\\cmd.exe')),
        ['file.active-content'],
      ],
      ['a page field', part(field(' PAGE ')), []],
      ['a DTD in the document', { 'word/document.xml': DTD + '<x>&b;</x>' }, ['file.package-unsafe']],
      ['a DTD in the settings', { 'word/settings.xml': DTD + '<x/>' }, ['file.package-unsafe']],
      ['a DTD in relationships', { 'word/_rels/document.xml.rels': DTD + '<x/>' }, ['file.package-unsafe']],
      ['broken XML', { 'word/document.xml': '<w:document><w:p>' }, ['file.truncated']],
      ['a name that climbs', { 'word/../../etc/x.bin': 'x' }, ['file.package-unsafe']],
      ['an absolute name', { '/etc/passwd': 'x' }, ['file.package-unsafe']],
      ['a name with a drive', { 'C:\\x.bin': 'x' }, ['file.package-unsafe']],
      ['names that differ by case', { 'WORD/document.xml': 'x' }, ['file.package-unsafe']],
    ])('says of %s', async (_, parts, expected) => {
      expect(await codes(docx(parts), '.docx')).toEqual(expected);
    });

    it('refuses symbolic links, doubled parts, missing parts, ZIP encryption', async () => {
      const link = { name: 'word/link', data: '/etc/passwd', attributes: 0o120777 << 16 };
      expect(await codes(rawZip([...docxEntries(), link]), '.docx')).toEqual(['file.package-unsafe']);
      const doubled = [...docxEntries(), docxEntries()[0]!];
      expect(await codes(rawZip(doubled), '.docx')).toContain('file.package-unsafe');
      const headless = docxEntries().filter(({ name }) => name !== 'word/document.xml');
      expect(await codes(rawZip(headless), '.docx')).toEqual(['file.truncated']);
      const locked = docxEntries().map((entry) => ({ ...entry, flags: 1 }));
      expect(await codes(rawZip(locked), '.docx')).toEqual(['file.encrypted']);
    });

    it('refuses macros under an honest name', async () => {
      const types =
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
      expect(await codes(docx({ '[Content_Types].xml': types }), '.docx')).toEqual(['file.macro']);
    });

    it('refuses one that is cut anywhere', async () => {
      const whole = docx({
        'word/media/a.bin': Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7919) % 251)),
      });
      for (let share = 5; share < 100; share += 5) {
        const found = await codes(whole.subarray(0, Math.floor((whole.length * share) / 100)), '.docx');
        expect([share, found]).toEqual([share, ['file.truncated']]);
      }
    });
  });

  describe('old Word', () => {
    it.each<[string, () => Buffer, string[]]>([
      ['macros', () => oleDoc({ '/Macros/VBA/dir': Buffer.alloc(10) }), ['file.macro']],
      ['a password', () => oleDoc({}, 0x0100), ['file.encrypted']],
      [
        'an encrypted package',
        () => oleDoc({ '/EncryptedPackage': Buffer.alloc(9), '/EncryptionInfo': Buffer.alloc(9) }),
        ['file.mislabelled', 'file.encrypted'],
      ],
      [
        'an OLE package',
        () => oleDoc({ '/ObjectPool/_1/\x01Ole10Native': Buffer.alloc(10) }),
        ['(file.embedded-object)'],
      ],
      [
        'DDE',
        () =>
          oleDoc({
            '/WordDocument': Buffer.concat([
              Buffer.alloc(600),
              Buffer.from('\x13 DDEAUTO cmd \x15', 'latin1'),
              Buffer.alloc(5000),
            ]),
          }),
        ['file.active-content'],
      ],
    ])('says of %s', async (_, make, expected) => {
      expect(await codes(make(), '.doc')).toEqual(expected);
    });

    it('calls an encrypted .docx encrypted, not mislabelled', async () => {
      const locked = oleDoc({ '/EncryptedPackage': Buffer.alloc(9), '/EncryptionInfo': Buffer.alloc(9) });
      expect(await codes(locked, '.docx')).toEqual(['file.encrypted']);
    });

    it('refuses one that is cut anywhere', async () => {
      const whole = oleDoc();
      for (let share = 5; share < 100; share += 5) {
        const found = await codes(whole.subarray(0, Math.floor((whole.length * share) / 100)), '.doc');
        expect([share, found]).toEqual([share, ['file.truncated']]);
      }
    });

    it('refuses sectors in a circle and a FAT larger than the file', async () => {
      const circle = oleDoc();
      const fat = (circle.readUInt32LE(0x4c) + 1) * 512;
      const start = circle.readUInt32LE(0x30);
      circle.writeUInt32LE(start, fat + start * 4);
      expect(await codes(circle, '.doc')).toEqual(['file.truncated']);
      const huge = oleDoc();
      huge.writeUInt32LE(0x7fffffff, 0x2c);
      expect(await codes(huge, '.doc')).toEqual(['file.truncated']);
    });
  });

  describe('PDF', () => {
    it.each(['JavaScript', 'Launch', 'SubmitForm', 'ImportData'])(
      'finds %s, plain and in object streams',
      async (kind) => {
        expect(await codes(await pdf(openAction(kind), true), '.pdf')).toEqual(['file.active-content']);
        expect(await codes(await pdf(openAction(kind)), '.pdf')).toEqual(['file.active-content']);
      },
    );

    it('finds script that a search of the bytes would miss', async () => {
      const bytes = await pdf(openAction('JavaScript'));

      expect(bytes.includes('JavaScript')).toBe(false);
      expect(await codes(bytes, '.pdf')).toEqual(['file.active-content']);
    });

    it('finds attachments and XFA, notes links to other files', async () => {
      const planted = (key: string) => (document: Parameters<NonNullable<Parameters<typeof pdf>[0]>>[0]) =>
        document.catalog.set(PDFName.of(key), document.context.obj({}));
      expect(await codes(await pdf(planted('EmbeddedFiles')), '.pdf')).toEqual(['file.active-content']);
      expect(await codes(await pdf(planted('XFA')), '.pdf')).toEqual(['file.active-content']);
      expect(await codes(await pdf(openAction('GoToR')), '.pdf')).toEqual(['(file.external-content)']);
    });

    it('refuses encryption, other formats glued to it, and a tree of pages that bites its tail', async () => {
      const plain = (await pdf(undefined, true)).toString('latin1');
      const locked = plain.replace('/Root', '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 >> /Root');
      expect(await codes(Buffer.from(locked, 'latin1'), '.pdf')).toEqual(['file.encrypted']);
      const glued = Buffer.concat([await pdf(), rawZip([{ name: 'a', data: 'a' }]), Buffer.from('%%EOF')]);
      expect(await codes(glued, '.pdf')).toEqual(['file.package-unsafe']);
      const loop = await pdf((document) => {
        const pages = document.catalog.get(PDFName.of('Pages'))!;
        document.catalog.Pages().set(PDFName.of('Kids'), document.context.obj([pages]));
      }, true);
      expect((await codes(loop, '.pdf')).filter((code) => !code.startsWith('('))).toHaveLength(1);
    });

    it('refuses one that is cut anywhere', async () => {
      const whole = await pdf();
      for (let share = 5; share < 100; share += 5) {
        const found = await codes(whole.subarray(0, Math.floor((whole.length * share) / 100)), '.pdf');
        expect([share, found]).toEqual([share, ['file.truncated']]);
      }
    });
  });

  it('answers with findings, never with a defect, on 300 mutated files', async () => {
    const good = [
      [docx({ 'word/document.xml': wordPart(wordParagraph('a').repeat(50)) }), '.docx'],
      [oleDoc(), '.doc'],
      [await pdf(openAction('JavaScript'), true), '.pdf'],
    ] as const;
    const edits = fc.array(
      fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 255 })),
      {
        minLength: 1,
        maxLength: 12,
      },
    );

    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...good), edits, async ([bytes, extension], changes) => {
        const mutated = Buffer.from(bytes);
        for (const [where, value] of changes) mutated[Math.floor(where * mutated.length)] = value;
        const { problems } = await inspectFile(place(mutated, extension));

        expect(problems.every(({ code }) => code in FILE_PROBLEMS)).toBe(true);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  const shared = resolve(__dirname, '../../../../../shared/data/procedures');
  const real = ((): string[] => {
    try {
      return readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.doc'),
      );
    } catch {
      return [];
    }
  })();
  (real.length > 0 ? it : it.skip)('takes all thirty real procedures (needs ../shared)', async () => {
    for (const name of real)
      expect([name, (await inspectFile(join(shared, name))).problems]).toEqual([name, []]);
  });
});

describe('assertAcceptable()', () => {
  it('throws the first refusal and lets notes pass', async () => {
    const noted = await inspectFile(place(docx({ 'word/embeddings/o.bin': 'x' }), '.docx'));
    const refused = await inspectFile(place('', '.doc'));

    expect(() => assertAcceptable(noted)).not.toThrow();
    expect(() => assertAcceptable(refused)).toThrow(FileRefused);
  });
});
