import { issuerKey, lawNameKey, type LocalDate, numberSymbolKey } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type LegalTextStatus } from '../domain/legal-text';

/** A citation by number, as far as the citing text gives it. */
export interface CitationToResolve {
  numberSymbol: string;
  issuer: string | null;
  issuedOn: string | null;
}

/** A citation by name, as in "Luật Hộ tịch năm 2014". */
export interface NamedTextToResolve {
  name: string;
  year: number | null;
}

/** The one text of the register that a citation means, and what it is today. */
export interface ResolvedText {
  textId: string;
  numberSymbol: string;
  title: string;
  status: LegalTextStatus;
}

interface Candidate extends ResolvedText {
  ordinal: number;
  identity: string;
}

/** Twins of one text kept by several stewards are one: the one confirmed for the widest audience stands for them. */
const WIDEST_FIRST = `(t.state = 'confirmed') desc, nlevel(t.audience), t.id`;
/** A merged record means the one that stays; a withdrawn one means nothing. */
const STANDING = `join legal_register.legal_text t on t.id = coalesce(k.merged_into, k.id) and k.state <> 'withdrawn'`;
const COLUMNS = `t.id as "textId", t.number_symbol as "numberSymbol", t.title,
  legal_register.status_on(t.id, $2::date) as status`;

@Injectable()
export class ResolutionQuery {
  /** One answer per citation, in order; null when no text fits, or when several do and nothing tells them apart. */
  async byNumber(
    tx: ReadTransaction,
    citations: readonly CitationToResolve[],
    day: LocalDate,
  ): Promise<(ResolvedText | null)[]> {
    if (citations.length === 0) return [];
    const asked = citations.map(({ numberSymbol, issuer, issuedOn }, ordinal) => ({
      ordinal,
      number_key: numberSymbolKey(numberSymbol),
      issuer_key: issuerKey(issuer),
      issued_on: issuedOn,
    }));
    const rows = await tx.query<Candidate>(
      `select distinct on (a.ordinal, identity) a.ordinal, concat_ws('|', t.issuer_key, t.issued_on) as identity, ${COLUMNS}
         from jsonb_to_recordset($1::jsonb) as a(ordinal integer, number_key text, issuer_key text, issued_on date)
         join legal_register.legal_text k on k.number_key = a.number_key
          and (a.issuer_key = '' or k.issuer_key = a.issuer_key)
          and (a.issued_on is null or k.issued_on = a.issued_on)
         ${STANDING}
        order by a.ordinal, identity, ${WIDEST_FIRST}`,
      [JSON.stringify(asked), day],
    );
    return citations.map((_, ordinal) => onlyOne(rows, ordinal));
  }

  /** A name without a year means the latest law of that name that is not still to come. */
  async byName(
    tx: ReadTransaction,
    namedTexts: readonly NamedTextToResolve[],
    day: LocalDate,
  ): Promise<(ResolvedText | null)[]> {
    if (namedTexts.length === 0) return [];
    const asked = namedTexts.map(({ name, year }, ordinal) => ({
      ordinal,
      name_key: lawNameKey(name),
      year,
    }));
    const rows = await tx.query<Candidate>(
      `select distinct on (a.ordinal) a.ordinal, '' as identity, ${COLUMNS}
         from jsonb_to_recordset($1::jsonb) as a(ordinal integer, name_key text, year integer)
         join legal_register.text_alias n on n.name_key = a.name_key and n.withdrawn_at is null
          and (a.year is null or n.year = a.year)
         join legal_register.legal_text k on k.id = n.text_id
         ${STANDING}
          and (a.year is not null or coalesce(t.effective_on, t.issued_on) <= $2::date)
        order by a.ordinal, t.issued_on desc, ${WIDEST_FIRST}`,
      [JSON.stringify(asked), day],
    );
    return namedTexts.map((_, ordinal) => onlyOne(rows, ordinal));
  }

  async statusOn(
    tx: ReadTransaction,
    ids: readonly string[],
    day: LocalDate,
  ): Promise<Map<string, LegalTextStatus>> {
    const rows = await tx.query<{ id: string; status: LegalTextStatus }>(
      'select t.id, legal_register.status_on(t.id, $2::date) as status from legal_register.legal_text t where t.id = any($1::uuid[])',
      [ids, day],
    );
    return new Map(rows.map(({ id, status }) => [id, status]));
  }
}

function onlyOne(rows: readonly Candidate[], ordinal: number): ResolvedText | null {
  const found = rows.filter((row) => row.ordinal === ordinal);
  const [text] = found;
  if (text === undefined || found.length > 1) return null;
  return { textId: text.textId, numberSymbol: text.numberSymbol, title: text.title, status: text.status };
}
