import { foldVietnamese } from '@app/kernel';
import { PublicReads } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type DeclarationPage, type ListedDeclarationRow, type Overview } from './public-rows';

/** Pairs for json_build_object over an alias `d` of portal.declaration. */
export const DECLARATION_COLUMNS = `'code', d.verification_code, 'state', d.state, 'kind', d.kind, 'number', d.number,
  'signedOn', d.signed_on, 'standard', d.standard, 'scopeSize', d.scope_size, 'publishedAt', d.published_at,
  'endedAt', d.ended_at`;

/** The same as columns of a list, with the agency as alias `a`. */
export const LISTED_COLUMNS = `d.verification_code as code, d.state, d.kind, d.number, d.signed_on as "signedOn",
  d.standard, d.scope_size as "scopeSize", to_json(d.published_at)#>>'{}' as "publishedAt",
  to_json(d.ended_at)#>>'{}' as "endedAt", a.slug as "agencySlug", a.name as "agencyName"`;

@Injectable()
export class DeclarationsQuery {
  constructor(private readonly reads: PublicReads) {}

  async overview(newest: number): Promise<Overview> {
    const row = await this.reads.one<Overview>(
      `select (select count(*) from portal.agency) as agencies,
              (select count(*) from portal.declaration where state = 'valid') as declarations,
              (select count(*) from portal.procedure where state = 'effective') as procedures,
              coalesce((select json_agg(line) from (
                select ${LISTED_COLUMNS}
                  from portal.declaration d join portal.agency a on a.agency_id = d.agency_id
                 where d.state = 'valid'
                 order by d.published_at desc, d.id desc limit $1) as line), '[]') as newest`,
      [newest],
    );
    return row ?? { agencies: 0, declarations: 0, procedures: 0, newest: [] };
  }

  page(code: string): Promise<DeclarationPage | null> {
    return this.reads.one<DeclarationPage>(
      `select ${LISTED_COLUMNS}, a.superior_name as "superiorName", d.signer_name as "signerName",
              d.signer_position as "signerPosition", d.signer_formula as "signerFormula",
              d.content_hash as "contentHash", d.pdf_size as "pdfSize", d.pdf_sha256 as "pdfSha256",
              coalesce((select json_agg(json_build_object('versionId', l.version_id, 'code', l.code, 'series', l.series,
                  'title', l.title, 'issue', l.issue, 'revision', l.revision, 'effectiveOn', p.effective_on,
                  'pdfSize', p.pdf_size) order by l.ordinal)
                from portal.scope_line l
                left join portal.procedure p on p.agency_id = l.agency_id and p.version_id = l.version_id
                where l.agency_id = d.agency_id and l.declaration_id = d.id), '[]') as scope,
              (select json_agg(json_build_object(${DECLARATION_COLUMNS.replaceAll('d.', 'h.')}) order by h.published_at desc)
                from portal.declaration h where h.agency_id = d.agency_id) as history
         from portal.declaration d join portal.agency a on a.agency_id = d.agency_id
        where d.verification_code = $1`,
      [code],
    );
  }

  /** By the number as printed; spaces and accents do not matter, and the beginning is enough. */
  async byNumber(number: string, limit: number): Promise<ListedDeclarationRow[]> {
    const key = foldVietnamese(number).replace(/\s/g, '');
    if (key === '') return [];
    return this.reads.query<ListedDeclarationRow>(
      `select ${LISTED_COLUMNS}
         from portal.declaration d join portal.agency a on a.agency_id = d.agency_id
        where d.number_key like $1
        order by d.signed_on desc, a.slug
        limit $2`,
      [`${key.replace(/[\\%_]/g, '\\$&')}%`, limit],
    );
  }

  /** Valid declarations for machines, newest first. */
  register(limit: number): Promise<ListedDeclarationRow[]> {
    return this.reads.query<ListedDeclarationRow>(
      `select ${LISTED_COLUMNS}
         from portal.declaration d join portal.agency a on a.agency_id = d.agency_id
        where d.state = 'valid'
        order by d.published_at desc, d.id desc
        limit $1`,
      [limit],
    );
  }
}
