import { type Actor, Ids } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { PrintsRepository } from '../../persistence/issuing/prints.repository';

/** A filled form as Word, and the name it is handed over under. */
export interface PrintedForm {
  docx: Buffer;
  fileName: string;
}

/** Hands a filled form to the worker, which makes the PDF of it. */
@Injectable()
export class PrintForms {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
    private readonly prints: PrintsRepository,
    private readonly ids: Ids,
  ) {}

  /** @returns id of the print @throws StorageUnavailable */
  async ask(actor: Actor, { docx, fileName }: PrintedForm): Promise<string> {
    const { sha256 } = await this.files.put('renditions', actor.agencyId, docx);
    const id = this.ids.next();
    await this.unitOfWork.write(actor, null, async (tx) => {
      await this.prints.add(tx, { id, fileName: fileName.replace(/\.docx$/, '.pdf'), docxSha256: sha256 });
      tx.announce('documents.print-asked.v1', { printId: id });
      tx.record({
        action: 'documents.form-printed',
        subjectType: 'print',
        subjectId: id,
        new: { fileName, docx: sha256 },
      });
    });
    return id;
  }
}
