export interface FoundFile {
  file: File;
  /** Folders that it lay in, joined by slashes. */
  folder: string;
}

const TAKEN = /\.(?:docx?|pdf|zip)$/i;
/** What systems and Word leave behind in folders. */
const REMAINS = /^(?:~\$|\.|thumbs\.db$|desktop\.ini$)/i;

export function isTaken({ file }: FoundFile): boolean {
  return TAKEN.test(file.name) && !REMAINS.test(file.name);
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).filter(Boolean).join('/');
}

/** Files chosen by an input; of a folder the browser tells each one's place. */
export function chosenFiles(files: FileList): FoundFile[] {
  return Array.from(files, (file) => ({ file, folder: folderOf(file.webkitRelativePath) }));
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A browser hands out a folder's entries a hundred at a time, until it hands out none. */
async function entriesOf(entry: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = entry.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function walk(entry: FileSystemEntry): Promise<FoundFile[]> {
  if (entry.isFile) {
    return [{ file: await fileOf(entry as FileSystemFileEntry), folder: folderOf(entry.fullPath) }];
  }
  const found: FoundFile[] = [];
  for (const child of await entriesOf(entry as FileSystemDirectoryEntry)) found.push(...(await walk(child)));
  return found;
}

/** Everything that was dropped, folders walked to their end. */
export async function droppedFiles(carried: DataTransfer): Promise<FoundFile[]> {
  // The list is emptied as soon as the event is over: entries and files are taken before the first wait.
  const entries = Array.from(carried.items, (item) => item.webkitGetAsEntry());
  const files = Array.from(carried.files, (file) => ({ file, folder: '' }));
  if (!entries.some((entry) => entry?.isDirectory === true)) return files;
  const found: FoundFile[] = [];
  for (const entry of entries) if (entry !== null) found.push(...(await walk(entry)));
  return found;
}
