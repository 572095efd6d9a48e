import { PeopleFacade } from '@app/identity';
import { NotificationsFacade } from '@app/notifications';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type SourceMemory } from '../../persistence/intake/sources.repository';
import { type ReadyNotice } from './ready-notices';
import { TakeNotices } from './take-notices';

/** Who may record texts, in the order in which they are looked for. */
const READERS = ['legal-steward', 'province-admin', 'secretary'] as const;

/** Takes in what a source says, and tells those who record texts when something is new: one notice per look. */
@Injectable()
export class SourceNews {
  constructor(
    private readonly taking: TakeNotices,
    private readonly people: PeopleFacade,
    private readonly notifications: NotificationsFacade,
  ) {}

  /** @returns how many proposals are new */
  async take(tx: WriteTransaction, source: SourceMemory, notices: readonly ReadyNotice[]): Promise<number> {
    if (notices.length === 0) return 0;
    const proposed = await this.taking.execute(tx, notices, { sourceId: source.id, origin: source.kind });
    if (proposed > 0) await this.#tell(tx, source, proposed);
    return proposed;
  }

  async #tell(tx: WriteTransaction, { id, name }: SourceMemory, proposed: number): Promise<void> {
    const people: string[] = [];
    for (const role of READERS)
      people.push(...(await this.people.withRole(tx, role)).map((each) => each.personId));
    if (people.length === 0) return;
    await this.notifications.notify(tx, {
      recipients: [...new Set(people)],
      kind: 'legal-register.source-news',
      subjectType: 'legal-source',
      subjectId: id,
      title: `${name}: ${String(proposed)} văn bản mới chờ ghi nhận`,
      body: 'Kiểm tra nội dung đã đọc rồi ghi nhận hoặc bỏ qua.',
      link: '/legal-intakes',
      urgent: false,
    });
  }
}
