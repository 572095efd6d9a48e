import { type Caller } from './caller';
import { today, type VersionView } from './library';
import { eventually } from '../eventually';

export { photoOf } from './photo';

/** What the tests read of a file that proves an approval. */
export interface ApprovalFileView {
  id: string;
  way: string;
  state: string;
  problem: string | null;
  signed: { verdict: string; content: string; namesApprover: boolean } | null;
  scan: { outcome: string; pages: number; readPages: number; missingPages: number[] } | null;
}

/** Brings files of approval outside the product and waits until the worker has looked at them. */
export class ApprovalDesk {
  constructor(private readonly by: Caller) {}

  bytes = async (path: string): Promise<Buffer> => (await this.by.send<Buffer>('GET', path)).body;

  outside(version: VersionView, pdf: Buffer): Promise<ApprovalFileView> {
    return this.#bring(version, { way: 'outside' }, ['signed.pdf', pdf]);
  }

  paper(version: VersionView, scan: Buffer): Promise<ApprovalFileView> {
    const facts = {
      way: 'paper',
      signers: 'Trần Văn Bình',
      signedOn: today(),
      originalPlace: 'Văn thư cơ quan',
    };
    return this.#bring(version, facts, ['scan.jpg', scan]);
  }

  async #bring(
    version: VersionView,
    fields: Readonly<Record<string, string>>,
    [name, bytes]: readonly [string, Buffer],
  ): Promise<ApprovalFileView> {
    const path = `/versions/${version.id}/approval-files`;
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    const { id } = await this.by.post<ApprovalFileView>(path, form);
    return eventually(
      async () => {
        const files = await this.by.get<ApprovalFileView[]>(path);
        return files.find((file) => file.id === id && file.state !== 'received');
      },
      { within: 60_000 },
    );
  }
}
