import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type LegalText } from '../domain/legal-text';

/** Where a record counts, and since when it is confirmed (null = it is not). */
export interface Validity {
  audience: string;
  confirmedAt: Date | null;
}

@Injectable()
export class LegalTextsRepository {
  /** @returns false when this steward has the text already */
  async add(tx: WriteTransaction, id: string, text: LegalText, validity: Validity): Promise<boolean> {
    const added = await tx.change(
      `insert into legal_register.legal_text (id, steward_agency_id, audience, kind, number_symbol, number_key, issuer,
         issuer_key, issued_on, effective_on, expired_on, title, field, state, confirmed_at)
       select $1, $2, $3::ltree, t.kind, t."numberSymbol", t."numberKey", t.issuer, t."issuerKey", t."issuedOn",
              t."effectiveOn", t."expiredOn", t.title, t.field,
              case when $4::timestamptz is null then 'recorded' else 'confirmed' end, $4
         from jsonb_to_record($5::jsonb) as t(kind text, "numberSymbol" text, "numberKey" text, issuer text,
           "issuerKey" text, "issuedOn" date, "effectiveOn" date, "expiredOn" date, title text, field text)
       on conflict on constraint legal_text_identity do nothing`,
      [id, tx.actor.agencyId, validity.audience, validity.confirmedAt, JSON.stringify(text)],
    );
    if (added === 0) return false;
    await this.#addAliases(tx, id, text, validity);
    await this.#addRelations(tx, id, text, validity);
    return true;
  }

  async #addAliases(
    tx: WriteTransaction,
    id: string,
    { aliases }: LegalText,
    validity: Validity,
  ): Promise<void> {
    if (aliases.length === 0) return;
    await tx.change(
      `insert into legal_register.text_alias (id, steward_agency_id, audience, text_id, name, name_key, year)
       select gen_random_uuid(), $1, $2::ltree, $3, a.name, a."nameKey", a.year
         from jsonb_to_recordset($4::jsonb) as a(name text, "nameKey" text, year integer)
       on conflict on constraint text_alias_once do nothing`,
      [tx.actor.agencyId, validity.audience, id, JSON.stringify(aliases)],
    );
  }

  async #addRelations(
    tx: WriteTransaction,
    id: string,
    { relations }: LegalText,
    validity: Validity,
  ): Promise<void> {
    if (relations.length === 0) return;
    await tx.change(
      `insert into legal_register.relation (id, steward_agency_id, audience, text_id, target_id, kind, partly,
         effective_on, note, confirmed_at)
       select gen_random_uuid(), $1, $2::ltree, $3, r."targetId", r.kind, r.partly, r."effectiveOn", r.note, $4
         from jsonb_to_recordset($5::jsonb) as r("targetId" uuid, kind text, partly boolean, "effectiveOn" date, note text)
       on conflict on constraint relation_once do nothing`,
      [tx.actor.agencyId, validity.audience, id, validity.confirmedAt, JSON.stringify(relations)],
    );
  }

  /** How many of the given texts the caller may see: a foreign key would find those of others too. */
  async countVisible(tx: ReadTransaction, ids: readonly string[]): Promise<number> {
    const row = await tx.one<{ count: number }>(
      'select count(*)::integer as count from legal_register.legal_text where id = any($1::uuid[])',
      [ids],
    );
    return row?.count ?? 0;
  }

  /** A text and what it does to others count for the whole audience from now on. */
  async confirm(tx: WriteTransaction, id: string, at: Date): Promise<void> {
    await tx.change(
      `update legal_register.legal_text set state = 'confirmed', confirmed_at = $3, row_version = row_version + 1
        where id = $1 and steward_agency_id = $2 and state = 'recorded'`,
      [id, tx.actor.agencyId, at],
    );
    await tx.change(
      `update legal_register.relation set confirmed_at = $3, row_version = row_version + 1
        where text_id = $1 and steward_agency_id = $2 and confirmed_at is null`,
      [id, tx.actor.agencyId, at],
    );
  }
}
