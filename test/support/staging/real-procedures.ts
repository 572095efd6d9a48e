import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

import { eventually } from '..';
import { aPaperDecision, type ImportDetail, type ImportItemView } from './imports';
import { type Page } from './library';
import { type Office, PASSWORD } from './staff';

const FOLDER = join(__dirname, '..', '..', '..', '..', 'shared', 'data', 'procedures');

/** Real procedures of communes, as their offices wrote them, beside the repository; null where they are absent. */
export function realProcedures(): string[] | null {
  if (!existsSync(FOLDER)) return null;
  const files = readdirSync(FOLDER, { recursive: true }).map((name) => join(FOLDER, String(name)));
  return files.filter((file) => statSync(file).isFile() && file.endsWith('.doc')).sort();
}

/** A real procedure in force at an agency, with the words of its PDF as any other program reads them. */
export interface RealDocument {
  agencyId: string;
  documentId: string;
  versionId: string;
  code: string;
  title: string;
  /** Without white space: a number broken by the end of a line is still the same number. */
  words: string;
}

/** Takes papers in force into an office as its secretary does (OF-04): sent, read by the worker, accepted at once. */
export class RealLibrary {
  constructor(
    readonly office: Office,
    private readonly filesFolder: string,
  ) {}

  async takes(files: readonly string[]): Promise<void> {
    const { secretary } = this.office.by;
    const { id } = await secretary.post<ImportDetail>('/imports', { name: 'Quy trình đang dùng' });
    for (const file of files) await secretary.post(`/imports/${id}/files`, formOf(file));
    const rows = (): Promise<Page<ImportItemView>> => secretary.get(`/imports/${id}/items?status=all`);
    await eventually(async () => (await rows()).items.every(({ status }) => status !== 'reading'), {
      within: 600_000,
      every: 500,
    });
    const { items } = await rows();
    await secretary.post(`/imports/${id}/acceptance`, {
      itemIds: items.map(({ id: itemId }) => itemId),
      decision: aPaperDecision(),
      password: PASSWORD,
    });
  }

  async documents(): Promise<RealDocument[]> {
    const { items } = await this.office.by.secretary.get<{
      items: { documentId: string; versionId: string; code: string; title: string }[];
    }>('/documents?scope=effective&limit=100');
    const found: RealDocument[] = [];
    for (const { documentId, versionId, code, title } of items) {
      const { rendition } = await this.office.by.secretary.get<{ rendition: { sha256: string } }>(
        `/versions/${versionId}`,
      );
      const { id: agencyId } = this.office.agency;
      const words = await wordsOf(join(this.filesFolder, 'renditions', agencyId, rendition.sha256));
      found.push({ agencyId, documentId, versionId, code, title, words });
    }
    return found;
  }
}

function formOf(file: string): FormData {
  const form = new FormData();
  form.append('file', new Blob([readFileSync(file)]), basename(file).normalize('NFC'));
  return form;
}

/** Never in the way of the api, which runs in this process too. */
async function wordsOf(pdf: string): Promise<string> {
  const { stdout } = await promisify(execFile)('pdftotext', ['-enc', 'UTF-8', pdf, '-']);
  return stdout.normalize('NFC').replaceAll(/\s+/g, '');
}
