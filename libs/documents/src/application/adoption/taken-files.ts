import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

interface TakenFile {
  master: { sha256: string };
  rendition: { sha256: string };
}

/** Files are kept per agency: who takes a version keeps its own copy, proved by the hash. */
@Injectable()
export class TakenFiles {
  constructor(private readonly files: FileStore) {}

  /** Before the transaction: an object without a row falls to the sweep. The caller has proved that it may read them. */
  async keep(fromAgencyId: string, toAgencyId: string, { master, rendition }: TakenFile): Promise<void> {
    await this.#copy('renditions', rendition.sha256, [fromAgencyId, toAgencyId]);
    await this.#copy('records', master.sha256, [fromAgencyId, toAgencyId]);
  }

  async #copy(area: 'records' | 'renditions', sha256: string, [from, to]: [string, string]): Promise<void> {
    if ((await this.files.stat({ area, agencyId: to, sha256 })) !== null) return;
    await this.files.put(area, to, await this.files.readVerified({ area, agencyId: from, sha256 }));
  }
}
