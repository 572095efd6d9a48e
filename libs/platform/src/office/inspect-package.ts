import { type Entry } from 'yauzl';
import { type FileType } from './file-type';
import { type FileProblem, flagged, refused } from './inspection';
import { type Findings } from './inspect-ole';
import { PartInspection, xmlProblem } from './package-parts';
import { MAX_PART, ZipPackage, ZipRefused } from './zip-package';

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
    for (const entry of zip.entries) {
      if (problems.some(({ severity }) => severity === 'refused')) break;
      problems.push(...(await lookAt(zip, entry, type)));
    }
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
  const isXml = /\.(?:xml|rels)$/i.test(fileName);
  const part = isXml && type === 'docx' ? new PartInspection(fileName) : null;
  try {
    await zip.pass(entry, (chunk) => part?.write(chunk), isXml ? MAX_PART : undefined);
    return [...nameProblems(fileName, type), ...(part?.end() ?? [])];
  } catch (error) {
    if (error instanceof ZipRefused) throw error;
    return [xmlProblem(error, fileName)];
  }
}

/** What the name of a part gives away. */
function nameProblems(name: string, type: FileType): FileProblem[] {
  if (/vbaProject\.bin$|vbaData\.xml$/i.test(name) || type === 'docm') return [refused('file.macro')];
  if (/\/activeX\//i.test(name)) return [refused('file.active-content', { what: 'ActiveX' })];
  return /\/embeddings\/./i.test(name) ? [flagged('file.embedded-object', { what: 'OLE' })] : [];
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
