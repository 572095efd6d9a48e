import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

interface NewLink {
  id: string;
  exportId: string;
  tokenHash: Buffer;
  at: Date;
  expiresAt: Date;
}

@Injectable()
export class ExportLinksRepository {
  async add(tx: WriteTransaction, { id, exportId, tokenHash, at, expiresAt }: NewLink): Promise<void> {
    await tx.change(
      `insert into dossiers.export_link (agency_id, id, export_id, person_id, token_hash, made_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.actor.agencyId, id, exportId, tx.actor.personId, tokenHash, at, expiresAt],
    );
  }

  /** @returns whether it was the first use, or null when the link is not the caller's or is over */
  async use(
    tx: WriteTransaction,
    { exportId, tokenHash, at }: Pick<NewLink, 'exportId' | 'tokenHash' | 'at'>,
  ): Promise<{ isFirst: boolean } | null> {
    const found = await tx.one<{ id: string; isFirst: boolean }>(
      `select id, first_used_at is null as "isFirst" from dossiers.export_link
        where agency_id = $1 and export_id = $2 and person_id = $3 and token_hash = $4 and expires_at > $5 for update`,
      [tx.actor.agencyId, exportId, tx.actor.personId, tokenHash, at],
    );
    if (found === null) return null;
    if (found.isFirst) {
      await tx.changeOne(
        'update dossiers.export_link set first_used_at = $3 where agency_id = $1 and id = $2',
        [tx.actor.agencyId, found.id, at],
      );
    }
    return { isFirst: found.isFirst };
  }
}
