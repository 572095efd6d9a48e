import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export interface NoticeRow {
  id: string;
  kind: string;
  title: string;
  body: string | null;
  link: string | null;
  at: Date;
  readAt: Date | null;
}

/** Notices of the caller, newest first. */
@Injectable()
export class NoticesQuery {
  list(
    tx: ReadTransaction,
    { after, limit }: { after: readonly [at: string, id: string] | null; limit: number },
  ): Promise<(NoticeRow & { sortAt: string })[]> {
    return tx.query<NoticeRow & { sortAt: string }>(
      `select id, kind, title, body, link, at, read_at as "readAt", at::text as "sortAt"
         from notifications.notice
        where agency_id = $1 and recipient_id = $2
          and ($3::timestamptz is null or (at, id) < ($3::timestamptz, $4::uuid))
        order by at desc, id desc
        limit $5`,
      [tx.actor.agencyId, tx.actor.personId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  async countUnread(tx: ReadTransaction): Promise<number> {
    const row = await tx.one<{ unread: number }>(
      `select count(*) as unread from notifications.notice
        where agency_id = $1 and recipient_id = $2 and read_at is null`,
      [tx.actor.agencyId, tx.actor.personId],
    );
    return row?.unread ?? 0;
  }
}
