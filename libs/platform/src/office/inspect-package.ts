import { type Entry } from 'yauzl';
import { type FileType } from './file-type';
import { type FileProblem, flagged, refused } from './inspection';
import { type Findings } from './inspect-ole';
import { walkXml, XmlRefused, type XmlTag } from './xml';
import { ZipPackage, ZipRefused } from './zip-package';

const MAX_PART = 64 * 1024 * 1024;
const CONTENT_TYPES = '[Content_Types].xml';
const TYPE_BY_CONTENT: readonly (readonly [RegExp, FileType])[] = [
  [/wordprocessingml\.(?:document|template)\.main\+xml/, 'docx'],
  [/ms-word\.(?:document|template)\.macroEnabled/i, 'docm'],
  [/spreadsheetml\.|ms-excel\./, 'xlsx'],
  [/presentationml\.|ms-powerpoint\./, 'pptx'],
];
const SYMLINK = 0o120000;

/** Zipped files: what they are, whether they unpack within the limits, and what in them is active or points outside. */
export async function inspectPackage(path: string): Promise<Findings> {
  let zip: ZipPackage;
  try {
    zip = await ZipPackage.open(path);
  } catch (error) {
    return { type: 'zip', problems: [problemOf(error)] };
  }
  try {
    return await look(zip);
  } finally {
    zip.close();
  }
}

async function look(zip: ZipPackage): Promise<Findings> {
  const problems: FileProblem[] = unsafeNames(zip.entries);
  let type: FileType = 'zip';
  try {
    type = await typeOf(zip);
    for (const entry of zip.entries) problems.push(...(await lookAt(zip, entry, type)));
    if (type === 'docx') problems.push(...missingParts(zip));
  } catch (error) {
    problems.push(problemOf(error));
  }
  return { type, problems: distinct(problems) };
}

async function typeOf(zip: ZipPackage): Promise<FileType> {
  const mimetype = (await zip.read('mimetype', 200))?.toString('latin1') ?? '';
  if (mimetype.startsWith('application/vnd.oasis.opendocument.text')) return 'odt';
  const types = (await zip.read(CONTENT_TYPES, MAX_PART))?.toString('utf8') ?? '';
  return TYPE_BY_CONTENT.find(([pattern]) => pattern.test(types))?.[1] ?? 'zip';
}

async function lookAt(zip: ZipPackage, entry: Entry, type: FileType): Promise<FileProblem[]> {
  const { fileName } = entry;
  const bytes = (await zip.read(fileName)) ?? Buffer.alloc(0);
  if (/vbaProject\.bin$|vbaData\.xml$/i.test(fileName) || type === 'docm') return [refused('file.macro')];
  if (/\/embeddings\/.*\.bin$/i.test(fileName)) return [flagged('file.embedded-object', { what: 'OLE' })];
  return /\.(?:xml|rels)$/i.test(fileName) && type === 'docx' ? lookAtXml(fileName, bytes) : [];
}

/** Field instructions may be torn over several runs: they are looked at as one string. */
function lookAtXml(name: string, bytes: Buffer): FileProblem[] {
  const problems: FileProblem[] = [];
  let instructions = '';
  let isInstruction = false;
  try {
    walkXml(bytes, {
      open: (tag) => {
        if (tag.name === 'Relationship') problems.push(...relationProblems(tag));
        if (tag.name === 'fldSimple') instructions += ` ${tag.attribute('instr') ?? ''} `;
        if (tag.name === 'fldChar') instructions += ' ';
        isInstruction = tag.name === 'instrText';
      },
      close: () => (isInstruction = false),
      text: (text) => {
        if (isInstruction) instructions += text;
      },
    });
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error;
    const isUnsafe = error.message.includes('document type');
    return [
      isUnsafe
        ? refused('file.package-unsafe', { what: 'DTD' })
        : refused('file.truncated', { reason: name }),
    ];
  }
  if (/(?:^|\s)DDE(?:AUTO)?\s/i.test(instructions))
    problems.push(refused('file.active-content', { what: 'DDE' }));
  if (/INCLUDE(?:PICTURE|TEXT)\s+"?(?:https?:|ftp:|\\\\)/i.test(instructions)) {
    problems.push(flagged('file.external-content', { what: 'INCLUDE' }));
  }
  return problems;
}

const FETCHED_ON_OPENING = [
  'attachedTemplate',
  'oleObject',
  'subDocument',
  'frame',
  'aFChunk',
  'externalLinkPath',
];
const REMOTE = /^(?:https?:|ftp:|file:\/\/[^/]|\\\\)/i;

/** Outside targets: links to click are fine; a template or object fetched on opening is an attack; a picture is only noted. */
function relationProblems(tag: XmlTag): FileProblem[] {
  const kind = (tag.attribute('Type') ?? '').replace(/^.*\//, '');
  if (kind === 'vbaProject') return [refused('file.macro')];
  const isOutside = tag.attribute('TargetMode') === 'External' && REMOTE.test(tag.attribute('Target') ?? '');
  if (!isOutside || kind === 'hyperlink') return [];
  return FETCHED_ON_OPENING.includes(kind)
    ? [refused('file.active-content', { what: kind })]
    : [flagged('file.external-content', { what: kind })];
}

function unsafeNames(entries: readonly Entry[]): FileProblem[] {
  const seen = new Set<string>();
  for (const { fileName, externalFileAttributes } of entries) {
    const folded = fileName.toLowerCase();
    const leavesFolder = /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:|\\|\0/i.test(fileName);
    const isLink = ((externalFileAttributes >>> 16) & 0o170000) === SYMLINK;
    if (leavesFolder || isLink || seen.has(folded)) return [refused('file.package-unsafe', { what: 'ZIP' })];
    seen.add(folded);
  }
  return [];
}

function missingParts(zip: ZipPackage): FileProblem[] {
  const hasAll =
    zip.has('_rels/.rels') && zip.entries.some(({ fileName }) => /^word\/document\d*\.xml$/.test(fileName));
  return hasAll ? [] : [refused('file.truncated', { reason: 'missing part' })];
}

function problemOf(error: unknown): FileProblem {
  if (!(error instanceof ZipRefused)) throw error;
  return refused(`file.${error.fault}`, { reason: error.reason, what: 'ZIP' });
}

function distinct(problems: readonly FileProblem[]): FileProblem[] {
  return [
    ...new Map(
      problems.map((problem) => [`${problem.code} ${String(problem.detail['what'] ?? '')}`, problem]),
    ).values(),
  ];
}
