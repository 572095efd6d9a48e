import { type Actor, DomainError } from '@app/kernel';
import { type Fence, Inbox, UnitOfWork } from '@app/platform/database';
import { formToPdf } from '@app/platform/forms';
import { OfficeConverter, wordProblem } from '@app/platform/office';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { type PrintRow, PrintsRepository } from '../../persistence/issuing/prints.repository';

const CONSUMER = 'documents.print';

@Injectable()
export class FormConversion {
  constructor(
    private readonly files: FileStore,
    private readonly converter: OfficeConverter,
  ) {}

  /** A form that cannot be converted is said to be so; a broken store or database is tried again. */
  async make(
    { agencyId }: Actor,
    { docxSha256 }: PrintRow,
  ): Promise<{ pdf: { sha256: string; size: number } | null; message: string | null }> {
    const docx = await this.files.readVerified({ area: 'renditions', agencyId, sha256: docxSha256 });
    try {
      const pdf = await formToPdf(this.converter, docx);
      const { sha256, size } = await this.files.put('renditions', agencyId, pdf);
      return { pdf: { sha256, size }, message: null };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code.startsWith('storage.')) throw error;
      return { pdf: null, message: wordProblem(error.code) };
    }
  }
}

@Injectable()
export class MakePrint {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly prints: PrintsRepository,
    private readonly conversion: FormConversion,
  ) {}

  /** Makes the PDF of a printed form; the same form gives the same object, so it may be tried again. */
  async execute(actor: Actor, printId: string, fence: Fence): Promise<void> {
    const print = await this.unitOfWork.read(actor, (tx) => this.prints.get(tx, printId));
    if (print.state !== 'waiting') return;
    const made = await this.conversion.make(actor, print);
    await this.unitOfWork.write(actor, null, async (tx) => {
      await this.inbox.once(tx, CONSUMER, fence, async () => {
        await this.prints.finish(tx, printId, made);
        tx.record({
          action: 'documents.print-made',
          subjectType: 'print',
          subjectId: printId,
          new: { pdf: made.pdf?.sha256 ?? null },
        });
      });
    });
  }
}
