import { foldVietnamese, type LocalDate, uuidV7 } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

/** A body, post or place that exists no more. */
export interface RetiredName {
  id: string;
  kind: 'body' | 'post' | 'place';
  name: string;
  phrases: string[];
  retiredOn: LocalDate;
  replacement: string | null;
  legalBasis: string | null;
}

/** The dated list of retired bodies, posts and places (OF-11): shipped, and added to by province and agency. */
@Injectable()
export class GlossaryFacade {
  retired(
    tx: ReadTransaction,
    { after, limit }: { after: readonly [string, string] | null; limit: number },
  ): Promise<RetiredName[]> {
    return tx.query<RetiredName>(
      `select id, kind, name, phrases, retired_on as "retiredOn", replacement, legal_basis as "legalBasis"
         from reference.retired_name
        where $1::text is null or (name collate "vi-x-icu", id) > ($1, $2::uuid)
        order by name collate "vi-x-icu", id limit $3`,
      [after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  /** Everything that exists no more on a day, as far as it concerns the acting agency. */
  retiredBy(tx: ReadTransaction, day: LocalDate): Promise<RetiredName[]> {
    return tx.query<RetiredName>(
      `select id, kind, name, phrases, retired_on as "retiredOn", replacement, legal_basis as "legalBasis"
         from reference.retired_name where retired_on <= $1 order by retired_on, name, id`,
      [day],
    );
  }

  /** Works for the acting agency and those below it. */
  async add(tx: WriteTransaction, name: Omit<RetiredName, 'id'>): Promise<void> {
    const id = uuidV7();
    const phrases = [...new Set([name.name, ...name.phrases].map((phrase) => foldVietnamese(phrase)))];
    await tx.change(
      `insert into reference.retired_name (id, steward_agency_id, audience, kind, name, phrases, retired_on, replacement,
          legal_basis)
       values ($1, $2, (select path from organization.pub_agency where id = $2), $3, $4, $5, $6, $7, $8)`,
      [
        id,
        tx.actor.agencyId,
        name.kind,
        name.name,
        phrases,
        name.retiredOn,
        name.replacement,
        name.legalBasis,
      ],
    );
    tx.record({
      action: 'reference.retired-name-added',
      subjectType: 'retired-name',
      subjectId: id,
      new: { ...name, phrases },
    });
  }
}
