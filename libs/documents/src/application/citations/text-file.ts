import { type Actor } from '@app/kernel';
import { KeepLegalText, type OfficialFile, StoredTextsQuery } from '@app/legal-register';
import { type Fence, Inbox, UnitOfWork } from '@app/platform/database';
import { inspectFile, wordProblem } from '@app/platform/office';
import { Injectable } from '@nestjs/common';

import { Quarantine } from '../quarantine';
import { type IncomingFile } from '../receive-upload';

const CONSUMER = 'documents.inspect-text-file';

/** Takes the official file of a legal text; nobody sees it before the worker has inspected it. */
@Injectable()
export class AttachTextFile {
  constructor(
    private readonly quarantine: Quarantine,
    private readonly unitOfWork: UnitOfWork,
    private readonly register: StoredTextsQuery,
    private readonly keeping: KeepLegalText,
  ) {}

  /** @throws LegalTextNotFound, NotTheTextsSteward, FileTooLarge */
  async execute(actor: Actor, textId: string, { fileName, content }: IncomingFile): Promise<void> {
    await this.unitOfWork.read(actor, (tx) => this.register.get(tx, textId));
    const kept = await this.quarantine.keep(actor, content);
    await this.quarantine.linked(actor, [kept], () =>
      this.unitOfWork.write(actor, null, async (tx) => {
        await this.keeping.attachFile(tx, textId, { ...kept, name: fileName });
        tx.announce('documents.text-file-received.v1', { textId });
      }),
    );
  }
}

/** Where official files are judged. */
@Injectable()
export class TextFileShelf {
  constructor(
    readonly quarantine: Quarantine,
    readonly register: StoredTextsQuery,
    readonly keeping: KeepLegalText,
  ) {}
}

/** The same inspection as of every upload; what passes moves from quarantine to the records. */
@Injectable()
export class InspectTextFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly shelf: TextFileShelf,
  ) {}

  async execute(actor: Actor, textId: string, fence: Fence): Promise<void> {
    const { file } = await this.unitOfWork.read(actor, (tx) => this.shelf.register.get(tx, textId));
    if (file?.state !== 'waiting') return;
    const judged = await this.#judge(await this.shelf.quarantine.path(actor, file.sha256), file);
    if (judged.state === 'ready') await this.shelf.quarantine.release(actor, file.sha256, 'records');
    await this.unitOfWork.write(actor, null, async (tx) => {
      await this.inbox.once(tx, CONSUMER, fence, () => this.shelf.keeping.judgeFile(tx, textId, judged));
    });
    await this.shelf.quarantine.forget(actor, [file]);
  }

  async #judge(path: string, file: OfficialFile): Promise<OfficialFile> {
    const { problems } = await inspectFile(path, { name: file.name, accept: ['pdf'] });
    const refusal = problems.find(({ severity }) => severity === 'refused');
    return refusal === undefined
      ? { ...file, state: 'ready' }
      : { ...file, state: 'refused', problem: wordProblem(refusal.code, refusal.detail) };
  }
}
