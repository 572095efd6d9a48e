import { readFile } from 'node:fs/promises';
import { type FileType } from './file-type';
import { type FileProblem, flagged, refused } from './inspection';
import { OleDamaged, OleFile } from './ole-file';

export interface Findings {
  readonly type: FileType;
  readonly problems: readonly FileProblem[];
}

/** Names in a compound file are the same in capitals and small letters. */
const MACRO_NAMES = new Set(['macros', 'vba', '_vba_project', '_vba_project_cur', 'projectwm']);
const ENCRYPTED_PACKAGE = new Set(['EncryptedPackage', 'EncryptionInfo']);
const FIB_FLAGS = 0x0a;
const IS_ENCRYPTED = 0x0100;
/** A field (0x13) that starts another program, in 8-bit and in 16-bit text. */
const DDE_FIELDS = [
  `\\x13[\\s"]{0,8}DDE(?:AUTO)?[\\s"]`,
  `\\x13\\0(?:[\\s"]\\0){0,8}D\\0D\\0E\\0(?:A\\0U\\0T\\0O\\0)?[\\s"]\\0`,
].map((field) => new RegExp(field, 'i'));

/** Old Office files: what they are, whether they are whole, encrypted, with macros or packages. */
export async function inspectOle(path: string): Promise<Findings> {
  const bytes = await readFile(path);
  try {
    const file = new OleFile(bytes);
    const type = typeOf(file);
    if (type !== 'docx') file.verify();
    return { type, problems: problemsOf(file) };
  } catch (error) {
    if (!(error instanceof OleDamaged || error instanceof RangeError)) throw error;
    return { type: guessType(bytes), problems: [refused('file.truncated', { reason: error.message })] };
  }
}

function typeOf(file: OleFile): FileType {
  const names = new Set(file.names());
  if (names.has('EncryptedPackage')) return 'docx';
  if (names.has('WordDocument')) return 'doc';
  if (names.has('Workbook') || names.has('Book')) return 'xls';
  return names.has('PowerPoint Document') ? 'ppt' : 'ole';
}

/** The directory of a torn file may still lie in it: enough to tell a cut .doc from a foreign container. */
function guessType(bytes: Buffer): FileType {
  return bytes.includes(Buffer.from('WordDocument', 'utf16le')) ? 'doc' : 'ole';
}

function problemsOf(file: OleFile): FileProblem[] {
  const names = file.names();
  const problems: FileProblem[] = [];
  if (names.some((name) => ENCRYPTED_PACKAGE.has(name)) || isEncryptedWord(file))
    problems.push(refused('file.encrypted'));
  if (names.some((name) => MACRO_NAMES.has(name.toLowerCase()))) problems.push(refused('file.macro'));
  if (names.includes('\x01Ole10Native'))
    problems.push(flagged('file.embedded-object', { what: 'OLE Package' }));
  if (hasDde(file)) problems.push(refused('file.active-content', { what: 'DDE' }));
  return problems;
}

function isEncryptedWord(file: OleFile): boolean {
  const word = file.read('WordDocument');
  return word !== null && word.length > FIB_FLAGS + 2 && (word.readUInt16LE(FIB_FLAGS) & IS_ENCRYPTED) !== 0;
}

function hasDde(file: OleFile): boolean {
  const text = file.read('WordDocument')?.toString('latin1') ?? '';
  return DDE_FIELDS.some((field) => field.test(text));
}
