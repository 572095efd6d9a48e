import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type SeenNotice } from '../../domain/intake/notice';

/** An item whose proposal changes with what its source says. */
export interface NoticeChange {
  sourceId: string;
  key: string;
  contentHash: string;
  at: Date;
}

@Injectable()
export class NoticesRepository {
  /** What is remembered of these items, by their keys. */
  async seen(
    tx: ReadTransaction,
    sourceId: string,
    keys: readonly string[],
  ): Promise<Map<string, SeenNotice>> {
    const rows = await tx.query<{
      key: string;
      contentHash: string;
      isWithdrawn: boolean;
      intakeId: string | null;
      isOpen: boolean;
    }>(
      `select n.item_key as key, n.content_hash as "contentHash", n.withdrawn_at is not null as "isWithdrawn",
              n.intake_id as "intakeId", coalesce(i.state in ('reading', 'read', 'unread'), false) as "isOpen"
         from legal_register.notice n
         left join legal_register.intake i on i.agency_id = n.agency_id and i.id = n.intake_id
        where n.agency_id = $1 and n.source_id = $2 and n.item_key = any ($3::text[])`,
      [tx.actor.agencyId, sourceId, keys],
    );
    return new Map(
      rows.map(({ key, intakeId, isOpen, ...row }) => [
        key,
        { ...row, intake: intakeId === null ? null : { id: intakeId, isOpen } },
      ]),
    );
  }

  /** Texts that wait already, by what they are. */
  async twins(tx: ReadTransaction, identityKeys: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ identityKey: string; id: string }>(
      `select distinct on (identity_key) identity_key as "identityKey", id from legal_register.intake
        where agency_id = $1 and identity_key = any ($2::text[]) and state in ('reading', 'read', 'unread')
        order by identity_key, received_at, id`,
      [tx.actor.agencyId, identityKeys],
    );
    return new Map(rows.map(({ identityKey, id }) => [identityKey, id]));
  }

  async remember(
    tx: WriteTransaction,
    notice: NoticeChange & { intakeId: string | null; isWithdrawn: boolean },
  ): Promise<void> {
    await tx.change(
      `insert into legal_register.notice (agency_id, source_id, item_key, intake_id, content_hash, seen_at, withdrawn_at)
       values ($1, $2, $3, $4, $5, $6, case when $7 then $6::timestamptz end)`,
      [
        tx.actor.agencyId,
        notice.sourceId,
        notice.key,
        notice.intakeId,
        notice.contentHash,
        notice.at,
        notice.isWithdrawn,
      ],
    );
  }

  /** A proposal is taken back when everybody who announced it has taken it back. */
  async withdraw(
    tx: WriteTransaction,
    { sourceId, key, at }: NoticeChange,
    intakeId: string | null,
  ): Promise<void> {
    await tx.change(
      `update legal_register.notice set withdrawn_at = $4 where agency_id = $1 and source_id = $2 and item_key = $3`,
      [tx.actor.agencyId, sourceId, key, at],
    );
    await tx.change(
      `update legal_register.intake i set withdrawn_at = $3, row_version = row_version + 1
        where i.agency_id = $1 and i.id = $2 and i.withdrawn_at is null
          and not exists (select from legal_register.notice n
            where n.agency_id = i.agency_id and n.intake_id = i.id and n.withdrawn_at is null)`,
      [tx.actor.agencyId, intakeId, at],
    );
  }

  async renew(tx: WriteTransaction, { sourceId, key, contentHash, at }: NoticeChange): Promise<void> {
    await tx.change(
      `update legal_register.notice set content_hash = $4, seen_at = $5
        where agency_id = $1 and source_id = $2 and item_key = $3`,
      [tx.actor.agencyId, sourceId, key, contentHash, at],
    );
  }
}
