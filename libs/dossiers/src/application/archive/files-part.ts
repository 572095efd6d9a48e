import { DomainError } from '@app/kernel';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { type ArchiveFile } from '../../persistence/archive/archive.query';
import { type ArchiveRun } from './archive-run';
import { placeOf } from './file-place';

const FROM = 40;
const UNTIL = 95;

/** Every file under a readable path. One that is gone or was changed is named, and does not stop the others. */
@Injectable()
export class FilesPart {
  constructor(private readonly files: FileStore) {}

  async write(run: ArchiveRun, agencyId: string): Promise<void> {
    let done = 0;
    for await (const file of run.fileLines.read<ArchiveFile>()) {
      await this.#add(run, agencyId, file);
      done += 1;
      await run.order.beat(FROM + (done / run.fileLines.lines) * (UNTIL - FROM));
    }
  }

  async #add(run: ArchiveRun, agencyId: string, file: ArchiveFile): Promise<void> {
    const path = placeOf(file);
    try {
      const source = await this.files.open({ area: file.area, agencyId, sha256: file.sha256 });
      const beaten = async function* beaten(): AsyncGenerator<Uint8Array> {
        for await (const piece of source) {
          yield piece as Uint8Array;
          await run.order.beat(FROM);
        }
      };
      const { size, sha256 } = await run.sink.add(path, beaten(), { stored: isPacked(path) });
      run.files += 1;
      run.fileBytes += size;
      if (sha256 !== file.sha256) run.missing.add(path);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'storage.unavailable') throw error;
      run.missing.add(path);
    }
  }
}

/** These formats are packed inside; packing them again costs time and saves nothing. */
function isPacked(path: string): boolean {
  return /\.(pdf|docx|xlsx|pptx|zip|png|jpe?g)$/i.test(path);
}
