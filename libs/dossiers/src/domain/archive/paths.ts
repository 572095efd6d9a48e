/** Characters that a file system of Windows, macOS or Linux refuses in a name. */
const REFUSED = /[\\/:*?"<>|\p{Cc}]+/gu;

/** A name that every file system takes: readable, in NFC, not long. */
export function safeName(text: string, most: number): string {
  const clean = text.normalize('NFC').replace(REFUSED, '-').replace(/\s+/g, ' ').trim();
  const cut = [...clean]
    .slice(0, most)
    .join('')
    .replace(/[. ]+$/, '')
    .replace(/^[. ]+/, '');
  return cut === '' ? '-' : cut;
}

/** Cuts the middle, never the ending that says what the file is. */
export function safeFileName(name: string, most: number): string {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 6 ? name.slice(dot) : '';
  return `${safeName(ending === '' ? name : name.slice(0, dot), most - ending.length)}${safeName(ending, 6) === '-' ? '' : ending}`;
}

/** The last letters of an id: they are random, the first are the time. */
export function shortId(id: string): string {
  return id.slice(-12);
}

interface VersionPlace {
  readonly versionId: string;
  readonly series: string;
  readonly code: string;
  readonly title: string;
  readonly issue: number;
  readonly revision: number;
}

export function versionFolder(version: VersionPlace): string {
  const { series, code, title, issue, revision, versionId } = version;
  const name = `${safeName(code, 40)} ${safeName(title, 50)}`.trim();
  const step = `lan ${String(issue)}.${String(revision)} [${shortId(versionId)}]`;
  return `tep/tai-lieu/${safeName(series, 40)}/${name}/${step}`;
}

export function decisionFolder({ id, number }: { id: string; number: string | null }): string {
  return `tep/quyet-dinh/${safeName(number ?? 'chua co so', 40)} [${shortId(id)}]`;
}

/** An address relative to the folder of the archive, as a page opened from the disk needs it. */
export function linkTo(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
