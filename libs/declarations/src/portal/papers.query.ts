import { PublicReads } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { LISTED_COLUMNS } from './declarations.query';
import {
  type CheckedPaper,
  type HeadRow,
  type ListedDeclarationRow,
  type ProcedureRow,
  type PublicFileRow,
  type SitemapRow,
} from './public-rows';

/** What stands behind a code, the files that may be downloaded, and the heads of the journals. */
@Injectable()
export class PapersQuery {
  constructor(private readonly reads: PublicReads) {}

  /** Codes of declarations are ours, those of copies are as the paper has them: both readings are looked for. */
  async check(codes: readonly string[]): Promise<CheckedPaper | null> {
    const found = await this.reads.one<{
      declaration: ListedDeclarationRow | null;
      validCode: string | null;
      procedure: ProcedureRow | null;
    }>(
      `select (select to_json(line) from (
                select ${LISTED_COLUMNS}
                  from portal.declaration d join portal.agency a on a.agency_id = d.agency_id
                 where d.verification_code = any ($1) limit 1) as line) as declaration,
              (select v.verification_code from portal.declaration d
                 join portal.declaration v on v.agency_id = d.agency_id and v.state = 'valid'
                where d.verification_code = any ($1) limit 1) as "validCode",
              (select to_json(line) from (
                select p.version_id as "versionId", p.state, p.code, p.series, p.title, p.issue, p.revision,
                       p.effective_on as "effectiveOn", p.ended_at as "endedAt", p.pdf_size as "pdfSize",
                       a.slug as "agencySlug", a.name as "agencyName", d.verification_code as "declarationCode"
                  from portal.procedure p
                  join portal.agency a on a.agency_id = p.agency_id
                  join portal.declaration d on d.agency_id = p.agency_id and d.id = p.declaration_id
                 where p.verification_code = any ($1) limit 1) as line) as procedure`,
      [codes],
    );
    if (found?.declaration) {
      return { kind: 'declaration', declaration: found.declaration, validCode: found.validCode };
    }
    return found?.procedure ? { kind: 'procedure', procedure: found.procedure } : null;
  }

  /** Code of the published paper whose file has this hash; null where none has. */
  async codeOfFile(sha256: string): Promise<string | null> {
    const row = await this.reads.one<{ code: string }>(
      `select code from (
         select verification_code as code, 1 as rank from portal.declaration where pdf_sha256 = $1
         union all
         select verification_code, 2 from portal.procedure where pdf_sha256 = $1) found
        order by rank, code limit 1`,
      [sha256],
    );
    return row?.code ?? null;
  }

  declarationFile(code: string): Promise<PublicFileRow | null> {
    return this.reads.one<PublicFileRow>(
      `select agency_id as "agencyId", pdf_sha256 as sha256, pdf_size as size, 'Bản công bố ' || number as name
         from portal.declaration
        where verification_code = $1 and pdf_sha256 is not null`,
      [code],
    );
  }

  procedureFile(versionId: string): Promise<PublicFileRow | null> {
    return this.reads.one<PublicFileRow>(
      `select agency_id as "agencyId", pdf_sha256 as sha256, pdf_size as size, code || ' ' || title as name
         from portal.procedure
        where version_id = $1 and pdf_sha256 is not null
        limit 1`,
      [versionId],
    );
  }

  heads(limit: number): Promise<HeadRow[]> {
    return this.reads.query<HeadRow>(
      `select a.slug as "agencySlug", a.name as "agencyName", h.day, h.seq, h.hash
         from portal.head h join portal.agency a on a.agency_id = h.agency_id
        order by h.day desc, a.slug
        limit $1`,
      [limit],
    );
  }

  sitemap(limit: number): Promise<SitemapRow[]> {
    return this.reads.query<SitemapRow>(
      `select path, to_json(changed)#>>'{}' as "changedAt" from (
         select '/co-quan/' || slug as path, updated_at as changed from portal.agency
         union all
         select '/cong-bo/' || verification_code, coalesce(ended_at, published_at) from portal.declaration
          where state <> 'withdrawn') as page
        order by changed desc, path
        limit $1`,
      [limit],
    );
  }

  /** For readiness: the schema is there and this role may read it. */
  async probe(): Promise<void> {
    await this.reads.query('select from portal.agency limit 1');
  }
}
