import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type LegalText } from '../domain/legal-text';
import { type Relation } from '../domain/relations';
import { type OfficialFile } from '../domain/substance';
import { RelationsRepository, type Validity } from './relations.repository';

/** The columns of a text, as JSON gives them. */
const COLUMNS = `t(kind text, "numberSymbol" text, "numberKey" text, issuer text, "issuerKey" text, "issuedOn" date,
  "effectiveOn" date, "expiredOn" date, title text, field text, abstract text, "sourceUrl" text, articles jsonb,
  territory jsonb, "territoryNote" text, awaited jsonb)`;

@Injectable()
export class LegalTextsRepository {
  constructor(private readonly related: RelationsRepository) {}

  /** @returns false when this steward has the text already */
  async add(tx: WriteTransaction, id: string, text: LegalText, validity: Validity): Promise<boolean> {
    const added = await tx.change(
      `insert into legal_register.legal_text (id, steward_agency_id, audience, kind, number_symbol, number_key, issuer,
         issuer_key, issued_on, effective_on, expired_on, title, field, abstract, source_url, articles, territory,
         territory_note, awaited, state, confirmed_at)
       select $1, $2, $3::ltree, t.kind, t."numberSymbol", t."numberKey", t.issuer, t."issuerKey", t."issuedOn",
              t."effectiveOn", t."expiredOn", t.title, t.field, t.abstract, t."sourceUrl", t.articles, t.territory,
              t."territoryNote", t.awaited, case when $4::timestamptz is null then 'recorded' else 'confirmed' end, $4
         from jsonb_to_record($5::jsonb) as ${COLUMNS}
       on conflict (steward_agency_id, number_key, issuer_key, issued_on) where state <> 'withdrawn' do nothing`,
      [id, tx.actor.agencyId, validity.audience, validity.confirmedAt, JSON.stringify(text)],
    );
    if (added === 0) return false;
    await this.related.addAliases(tx, id, text.aliases, validity);
    await this.related.addRelations(tx, id, text.relations, validity);
    return true;
  }

  /** Compare-and-set on the row version that the person has read. @throws StaleRow */
  async change(tx: WriteTransaction, { id, rowVersion }: RowToChange, text: LegalText): Promise<void> {
    await tx.changeOne(
      `update legal_register.legal_text o
          set kind = t.kind, number_symbol = t."numberSymbol", number_key = t."numberKey", issuer = t.issuer,
              issuer_key = t."issuerKey", issued_on = t."issuedOn", effective_on = t."effectiveOn",
              expired_on = t."expiredOn", title = t.title, field = t.field, abstract = t.abstract,
              source_url = t."sourceUrl", articles = t.articles, territory = t.territory,
              territory_note = t."territoryNote", awaited = t.awaited, row_version = o.row_version + 1
         from jsonb_to_record($3::jsonb) as ${COLUMNS}
        where o.id = $1 and o.row_version = $2 and o.steward_agency_id = (select app.agency_id())
          and o.state in ('recorded', 'confirmed')`,
      [id, rowVersion, JSON.stringify(text)],
    );
  }

  /** Another record of this steward, not withdrawn, with this identity. */
  async hasTwin(tx: ReadTransaction, id: string, text: LegalText): Promise<boolean> {
    const row = await tx.one(
      `select 1 from legal_register.legal_text
        where steward_agency_id = (select app.agency_id()) and id <> $1 and state <> 'withdrawn'
          and number_key = $2 and issuer_key = $3 and issued_on = $4`,
      [id, text.numberKey, text.issuerKey, text.issuedOn],
    );
    return row !== null;
  }

  /** @throws StaleRow */
  async withdraw(
    tx: WriteTransaction,
    { id, rowVersion, reason }: RowToChange & { reason: string },
  ): Promise<void> {
    await tx.changeOne(
      `update legal_register.legal_text set state = 'withdrawn', closed_reason = $3, row_version = row_version + 1
        where id = $1 and row_version = $2 and steward_agency_id = (select app.agency_id())
          and state in ('recorded', 'confirmed')`,
      [id, rowVersion, reason],
    );
    await this.related.withdrawAll(tx, id);
  }

  /** The duplicate gives way to the text that stays, and so does whatever was merged into it. @throws StaleRow */
  async merge(
    tx: WriteTransaction,
    { id, rowVersion, intoId, reason }: RowToChange & { intoId: string; reason: string },
  ): Promise<void> {
    await tx.changeOne(
      `update legal_register.legal_text
          set state = 'merged', merged_into = $3, closed_reason = $4, row_version = row_version + 1
        where id = $1 and row_version = $2 and steward_agency_id = (select app.agency_id())
          and state in ('recorded', 'confirmed')`,
      [id, rowVersion, intoId, reason],
    );
    await tx.query('select legal_register.follow_merge($1)', [id]);
  }

  /** @throws StaleRow when the record counts no longer */
  async setFile(tx: WriteTransaction, id: string, file: OfficialFile): Promise<void> {
    await tx.changeOne(
      `update legal_register.legal_text set file = $2::jsonb, row_version = row_version + 1
        where id = $1 and steward_agency_id = (select app.agency_id()) and state in ('recorded', 'confirmed')`,
      [id, JSON.stringify(file)],
    );
  }

  /** What the inspection of a file found; of a file that another has replaced, nothing. @returns false then */
  async judgeFile(tx: WriteTransaction, id: string, file: OfficialFile): Promise<boolean> {
    const changed = await tx.change(
      `update legal_register.legal_text set file = $2::jsonb, row_version = row_version + 1
        where id = $1 and steward_agency_id = (select app.agency_id()) and file ->> 'sha256' = $3
          and file ->> 'state' = 'waiting'`,
      [id, JSON.stringify(file), file.sha256],
    );
    return changed === 1;
  }

  /** How many of the given texts the caller may see: a foreign key would find those of others too. */
  async countVisible(tx: ReadTransaction, ids: readonly string[]): Promise<number> {
    const row = await tx.one<{ count: number }>(
      `select count(*)::integer as count from legal_register.legal_text
        where id = any($1::uuid[]) and state in ('recorded', 'confirmed')`,
      [ids],
    );
    return row?.count ?? 0;
  }

  /** Whether one of what the text is to end ends it in turn, directly or through others. */
  async wouldCircle(tx: ReadTransaction, id: string, relations: readonly Relation[]): Promise<boolean> {
    const ended = relations.filter(({ kind, partly }) => ENDING.includes(kind) && !partly);
    if (ended.length === 0) return false;
    const row = await tx.one(
      `with recursive ended(id) as (
         select unnest($2::uuid[])
         union
         select r.target_id from ended e
           join legal_register.pub_relation r on r.text_id = e.id and r.kind in ('replaces', 'repeals') and not r.partly)
       select 1 from ended where id = $1`,
      [id, ended.map(({ targetId }) => targetId)],
    );
    return row !== null;
  }

  /** A text and what it does to others count for the whole audience from now on. */
  async confirm(tx: WriteTransaction, id: string, at: Date): Promise<void> {
    await tx.change(
      `update legal_register.legal_text set state = 'confirmed', confirmed_at = $3, row_version = row_version + 1
        where id = $1 and steward_agency_id = $2 and state = 'recorded'`,
      [id, tx.actor.agencyId, at],
    );
    await this.related.confirm(tx, id, at);
  }

  /** What was confirmed in error counts for its recorder alone again. */
  async unconfirm(tx: WriteTransaction, id: string): Promise<void> {
    await tx.change(
      `update legal_register.legal_text set state = 'recorded', confirmed_at = null, row_version = row_version + 1
        where id = $1 and steward_agency_id = $2 and state = 'confirmed'`,
      [id, tx.actor.agencyId],
    );
    await tx.change(
      `update legal_register.relation set confirmed_at = null, row_version = row_version + 1
        where text_id = $1 and steward_agency_id = $2 and confirmed_at is not null`,
      [id, tx.actor.agencyId],
    );
  }
}

/** Which row, as the person has read it. */
export interface RowToChange {
  id: string;
  rowVersion: number;
}

const ENDING: readonly string[] = ['replaces', 'repeals'];
