import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type Page } from '../../domain/comparison/rows';

/** The text of renditions, page by page, as the worker has taken it. */
@Injectable()
export class PagesQuery {
  /** Pages from the first on, as long as they fit: what is longer is said to be cut. */
  async upTo(
    tx: ReadTransaction,
    versionId: string,
    characters: number,
  ): Promise<{ pages: Page[]; total: number }> {
    const pages = await tx.query<Page & { total: number }>(
      `select page, text, total from (
         select page, text, count(*) over ()::int as total,
                sum(length(text)) over (order by page) as so_far
           from documents.version_page where agency_id = any ($1::uuid[]) and version_id = $2) each_page
        where so_far <= $3 or page = 1 order by page`,
      [tx.actor.readable, versionId, characters],
    );
    return { pages: pages.map(({ page, text }) => ({ page, text })), total: pages[0]?.total ?? 0 };
  }
}
