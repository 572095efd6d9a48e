import { foldVietnamese } from '@app/kernel';
import { PublicReads } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DECLARATION_COLUMNS } from './declarations.query';
import { type AgencyPage, type AgencyRow } from './public-rows';

export interface AgencySearch {
  words: string;
  /** Slug of the last agency of the page before; slugs sort as folded names do. */
  after: string | null;
  limit: number;
}

/** Agencies that ever declared, found by words typed with or without accents. */
@Injectable()
export class AgenciesQuery {
  constructor(private readonly reads: PublicReads) {}

  /** One more than `limit`, so that the caller knows whether there is a next page. */
  search({ words, after, limit }: AgencySearch): Promise<AgencyRow[]> {
    return this.reads.query<AgencyRow>(
      `select a.slug, a.name, a.superior_name as "superiorName", a.province_name as "provinceName",
              d.number, d.signed_on as "signedOn", d.standard, d.scope_size as "scopeSize"
         from portal.agency a
         left join portal.declaration d on d.agency_id = a.agency_id and d.state = 'valid'
        where a.folded_name like all ($1::text[]) and ($2::text is null or a.slug > $2)
        order by a.slug
        limit $3`,
      [likePatterns(words), after, limit + 1],
    );
  }

  page(slug: string): Promise<AgencyPage | null> {
    return this.reads.one<AgencyPage>(
      `select a.slug, a.name, a.superior_name as "superiorName", a.province_name as "provinceName", a.seat,
              coalesce((select json_agg(json_build_object(${DECLARATION_COLUMNS}) order by d.published_at desc)
                from portal.declaration d where d.agency_id = a.agency_id), '[]') as declarations,
              coalesce((select json_agg(json_build_object('versionId', p.version_id, 'code', p.code, 'series', p.series,
                  'title', p.title, 'issue', p.issue, 'revision', p.revision, 'effectiveOn', p.effective_on,
                  'pdfSize', p.pdf_size) order by p.series, p.code)
                from portal.procedure p where p.agency_id = a.agency_id and p.state = 'effective'), '[]') as procedures
         from portal.agency a
        where a.slug = $1`,
      [slug],
    );
  }
}

/** Each word must occur; the signs that LIKE reads as wildcards stand for themselves. */
function likePatterns(words: string): string[] {
  const folded = foldVietnamese(words).split(' ');
  return folded.map((word) => `%${likeText(word)}%`);
}

/** Text in which the wildcards of LIKE stand for themselves. */
function likeText(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
