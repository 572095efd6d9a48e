import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type CitationKey } from '../../domain/citations/citation';

@Injectable()
export class CitationLinksRepository {
  /** What a citation means in the acting agency; another answer takes the place of the one before. @returns the id of the link */
  async link(tx: WriteTransaction, id: string, key: CitationKey, textId: string): Promise<string> {
    return this.#decide(tx, { id, key, textId, rejected: [] });
  }

  /** The text that was proposed is not the one; what it was linked to, if this, it is no longer. */
  async reject(tx: WriteTransaction, id: string, key: CitationKey, textId: string): Promise<string> {
    return this.#decide(tx, { id, key, textId: null, rejected: [textId] });
  }

  async #decide(
    tx: WriteTransaction,
    {
      id,
      key,
      textId,
      rejected,
    }: { id: string; key: CitationKey; textId: string | null; rejected: readonly string[] },
  ): Promise<string> {
    const rows = await tx.query<{ id: string }>(
      `insert into documents.citation_link as l (agency_id, id, kind, key, issuer_key, issued_on, year, text_id, rejected,
         decided_by, decided_by_name)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9::uuid[], $10, $11)
       on conflict on constraint citation_link_once do update
          set text_id = case when $8::uuid is not null then $8::uuid
                             when l.text_id = any ($9::uuid[]) then null else l.text_id end,
              rejected = (select coalesce(array_agg(distinct r), '{}') from unnest(l.rejected || $9::uuid[]) r
                           where r is distinct from $8::uuid),
              decided_by = $10, decided_by_name = $11, decided_at = clock_timestamp(), row_version = l.row_version + 1
       returning id`,
      [
        tx.actor.agencyId,
        id,
        key.kind,
        key.key,
        key.issuerKey,
        key.issuedOn,
        key.year,
        textId,
        [...rejected],
        tx.actor.personId,
        tx.actor.personName,
      ],
    );
    return rows[0]?.id ?? id;
  }
}
