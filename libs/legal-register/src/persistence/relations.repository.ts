import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type Alias } from '../domain/aliases';
import { type Relation } from '../domain/relations';

/** Where a record counts, and since when it is confirmed (null = it is not). */
export interface Validity {
  audience: string;
  confirmedAt: Date | null;
}

/** What a text does to others, and the names it goes by: rows of its steward. */
@Injectable()
export class RelationsRepository {
  async addAliases(
    tx: WriteTransaction,
    textId: string,
    aliases: readonly Alias[],
    { audience }: Pick<Validity, 'audience'>,
  ): Promise<void> {
    if (aliases.length === 0) return;
    await tx.change(
      `insert into legal_register.text_alias (id, steward_agency_id, audience, text_id, name, name_key, year)
       select gen_random_uuid(), $1, $2::ltree, $3, a.name, a."nameKey", a.year
         from jsonb_to_recordset($4::jsonb) as a(name text, "nameKey" text, year integer)
       on conflict on constraint text_alias_once do update set withdrawn_at = null`,
      [tx.actor.agencyId, audience, textId, JSON.stringify(aliases)],
    );
  }

  /** A relation that stood before takes the new provisions and days; its confirmation stands. */
  async addRelations(
    tx: WriteTransaction,
    textId: string,
    relations: readonly Relation[],
    { audience, confirmedAt }: Validity,
  ): Promise<void> {
    if (relations.length === 0) return;
    await tx.change(
      `insert into legal_register.relation (id, steward_agency_id, audience, text_id, target_id, kind, partly,
         effective_on, note, provisions, transition, confirmed_at)
       select gen_random_uuid(), $1, $2::ltree, $3, r."targetId", r.kind, r.partly, r."effectiveOn", r.note, r.provisions,
              r.transition, $4
         from jsonb_to_recordset($5::jsonb) as r("targetId" uuid, kind text, partly boolean, "effectiveOn" date, note text,
           provisions text, transition text)
       on conflict on constraint relation_once do update
          set partly = excluded.partly, effective_on = excluded.effective_on, note = excluded.note,
              provisions = excluded.provisions, transition = excluded.transition, row_version = relation.row_version + 1,
              confirmed_at = case when relation.withdrawn_at is null
                then coalesce(relation.confirmed_at, excluded.confirmed_at) else excluded.confirmed_at end,
              withdrawn_at = null`,
      [tx.actor.agencyId, audience, textId, confirmedAt, JSON.stringify(relations)],
    );
  }

  /** Rows of this steward that the edited text does not name any more count no longer. */
  async dropOthers(
    tx: WriteTransaction,
    textId: string,
    { aliases, relations }: { aliases: readonly Alias[]; relations: readonly Relation[] },
  ): Promise<void> {
    await tx.change(
      `update legal_register.relation set withdrawn_at = clock_timestamp(), row_version = row_version + 1
        where text_id = $1 and steward_agency_id = (select app.agency_id()) and withdrawn_at is null
          and kind || ' ' || target_id <> all ($2::text[])`,
      [textId, relations.map(({ kind, targetId }) => `${kind} ${targetId}`)],
    );
    await tx.change(
      `update legal_register.text_alias set withdrawn_at = clock_timestamp()
        where text_id = $1 and steward_agency_id = (select app.agency_id()) and withdrawn_at is null
          and concat_ws(' ', name_key, year) <> all ($2::text[])`,
      [textId, aliases.map(({ nameKey, year }) => (year === null ? nameKey : `${nameKey} ${String(year)}`))],
    );
  }

  async withdrawAll(tx: WriteTransaction, textId: string): Promise<void> {
    await this.dropOthers(tx, textId, { aliases: [], relations: [] });
  }

  async confirm(tx: WriteTransaction, textId: string, at: Date): Promise<void> {
    await tx.change(
      `update legal_register.relation set confirmed_at = $3, row_version = row_version + 1
        where text_id = $1 and steward_agency_id = $2 and confirmed_at is null and withdrawn_at is null`,
      [textId, tx.actor.agencyId, at],
    );
  }

  /** Whether one of two texts does something to the other. */
  async areRelated(tx: ReadTransaction, one: string, other: string): Promise<boolean> {
    const row = await tx.one(
      `select 1 from legal_register.pub_relation
        where (text_id = $1 and target_id = $2) or (text_id = $2 and target_id = $1) limit 1`,
      [one, other],
    );
    return row !== null;
  }
}
