import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { type CursorValue, type HttpReply, type Page, pageOf } from '@app/platform/http';
import { Injectable } from '@nestjs/common';

import { UrgingForms } from '../application/urging-forms';
import { UrgingsRepository } from '../persistence/urgings.repository';
import { WorkFormSender } from './form-sender';
import { type UrgingLine } from './overdue.dto';

/** Công văn that were made, as a list and as papers. */
@Injectable()
export class WorkPapers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: UrgingsRepository,
    private readonly forms: UrgingForms,
    private readonly sender: WorkFormSender,
  ) {}

  async urgings(
    actor: Actor,
    cursor: readonly CursorValue[] | null,
    limit: number,
  ): Promise<Page<UrgingLine>> {
    const after = cursor === null ? null : ([String(cursor[0]), String(cursor[1])] as const);
    const rows = await this.unitOfWork.read(actor, (tx) => this.repository.list(tx, { after, limit }));
    return pageOf(rows, limit, {
      show: ({ madeAt: _, ...line }): UrgingLine => line,
      key: ({ madeAt, id }) => [madeAt, id],
    });
  }

  async letter(
    actor: Actor,
    id: string,
    { format, reply }: { format: 'docx' | 'pdf'; reply: HttpReply },
  ): Promise<void> {
    await this.sender.send(reply, await this.forms.letter(actor, id), { name: 'Công văn đôn đốc', format });
  }
}
