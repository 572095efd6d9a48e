import { type AgencyId } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type LegalText, type LegalTextState } from '../domain/legal-text';
import { LegalTextNotFound } from '../domain/refusals';
import { type Awaited } from '../domain/relations';
import { type OfficialFile } from '../domain/substance';

/** A text as it stands in the register, with the rows of its own steward. */
export interface StoredText {
  id: string;
  stewardAgencyId: AgencyId;
  audience: string;
  state: LegalTextState;
  rowVersion: number;
  mergedInto: string | null;
  closedReason: string | null;
  file: OfficialFile | null;
  text: LegalText;
}

/** A record that may be of the same text. */
export interface Candidate {
  id: string;
  stewardAgencyId: string;
  stewardName: string;
  audience: string;
  numberSymbol: string;
  numberKey: string;
  issuer: string;
  issuerKey: string;
  issuedOn: string;
  title: string;
  state: LegalTextState;
}

const STORED = `select t.id, t.steward_agency_id as "stewardAgencyId", t.audience::text as audience, t.state,
    t.row_version as "rowVersion", t.merged_into as "mergedInto", t.closed_reason as "closedReason", t.file,
    jsonb_build_object('kind', t.kind, 'numberSymbol', t.number_symbol, 'numberKey', t.number_key, 'issuer', t.issuer,
      'issuerKey', t.issuer_key, 'issuedOn', t.issued_on, 'effectiveOn', t.effective_on, 'expiredOn', t.expired_on,
      'title', t.title, 'field', t.field, 'abstract', t.abstract, 'sourceUrl', t.source_url, 'articles', t.articles,
      'territory', t.territory, 'territoryNote', t.territory_note, 'awaited', t.awaited,
      'aliases', coalesce((select jsonb_agg(jsonb_build_object('name', a.name, 'nameKey', a.name_key, 'year', a.year)
          order by a.name, a.year) from legal_register.text_alias a
         where a.text_id = t.id and a.steward_agency_id = t.steward_agency_id and a.withdrawn_at is null), '[]'),
      'relations', coalesce((select jsonb_agg(jsonb_build_object('kind', r.kind, 'targetId', r.target_id,
          'partly', r.partly, 'provisions', r.provisions, 'effectiveOn', r.effective_on, 'note', r.note,
          'transition', r.transition) order by r.kind, r.target_id) from legal_register.relation r
         where r.text_id = t.id and r.steward_agency_id = t.steward_agency_id and r.withdrawn_at is null), '[]')) as text
  from legal_register.legal_text t`;

const CANDIDATE = `c.id, c.steward_agency_id as "stewardAgencyId", g.name as "stewardName", c.audience::text as audience,
  c.number_symbol as "numberSymbol", c.number_key as "numberKey", c.issuer, c.issuer_key as "issuerKey",
  c.issued_on as "issuedOn", c.title, c.state`;

@Injectable()
export class StoredTextsQuery {
  /** @throws LegalTextNotFound */
  async get(tx: ReadTransaction, id: string): Promise<StoredText> {
    const row = await tx.one<StoredText>(`${STORED} where t.id = $1`, [id]);
    if (row === null) throw new LegalTextNotFound();
    return row;
  }

  /** Live records with the number of this one, whoever keeps them. */
  sameNumber(tx: ReadTransaction, id: string): Promise<Candidate[]> {
    return tx.query<Candidate>(
      `select ${CANDIDATE}
         from legal_register.legal_text t
         join legal_register.legal_text c on c.number_key = t.number_key and c.id <> t.id
          and (c.state = 'confirmed' or (c.state = 'recorded' and c.steward_agency_id = (select app.agency_id())))
         join organization.pub_agency g on g.id = c.steward_agency_id
        where t.id = $1 order by c.issued_on, c.id limit 50`,
      [id],
    );
  }

  /** Records of the acting agency whose number another live record has too, each with those. */
  async repeated(tx: ReadTransaction): Promise<{ own: Candidate; others: Candidate[] }[]> {
    return tx.query(
      `select jsonb_build_object('id', t.id, 'stewardAgencyId', t.steward_agency_id, 'stewardName', s.name,
                'audience', t.audience::text, 'numberSymbol', t.number_symbol, 'numberKey', t.number_key,
                'issuer', t.issuer, 'issuerKey', t.issuer_key, 'issuedOn', t.issued_on, 'title', t.title,
                'state', t.state) as own, jsonb_agg(to_jsonb(o) order by o."issuedOn", o.id) as others
         from legal_register.legal_text t
         join organization.pub_agency s on s.id = t.steward_agency_id
         cross join lateral (select ${CANDIDATE} from legal_register.legal_text c
           join organization.pub_agency g on g.id = c.steward_agency_id
           where c.number_key = t.number_key and c.id <> t.id
             and (c.state = 'confirmed' or (c.state = 'recorded' and c.steward_agency_id = t.steward_agency_id))) o
        where t.steward_agency_id = (select app.agency_id()) and t.state in ('recorded', 'confirmed')
        group by t.id, s.name order by t.issued_on desc, t.id limit 500`,
    );
  }

  /** Live texts of which one awaits a text of this number, with what they say of it. */
  awaiting(
    tx: ReadTransaction,
    numberKey: string,
  ): Promise<{ id: string; numberSymbol: string; title: string; mine: boolean; awaited: Awaited[] }[]> {
    return tx.query(
      `select t.id, t.number_symbol as "numberSymbol", t.title, t.awaited,
              t.steward_agency_id = (select app.agency_id()) as mine
         from legal_register.legal_text t
        where t.awaited @> $1::jsonb
          and (t.state = 'confirmed' or (t.state = 'recorded' and t.steward_agency_id = (select app.agency_id())))
        order by t.issued_on, t.id limit 50`,
      [JSON.stringify([{ numberKey }])],
    );
  }
}
