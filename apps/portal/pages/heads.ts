import { type HeadRow } from '@portal/declarations';

import { day } from './figures';
import { markup } from './markup';
import { link, page, type PageContext } from './layout';
import { table } from './pieces';

export function headsPage(context: PageContext, heads: readonly HeadRow[]): string {
  const { words } = context;
  const rows = heads.map(
    (
      head,
    ) => markup`<tr><td class="figure">${day(head.day)}</td><td><a href="${link(context, `/co-quan/${head.agencySlug}`)}">${head.agencyName}</a></td>
<td class="figure">${head.seq}</td><td><span class="hash">${head.hash}</span></td></tr>`,
  );
  return page(context, {
    title: words.heads,
    content: markup`<h1>${words.headsTitle}</h1><p class="lead">${words.headsLead}</p>
${rows.length === 0 ? markup`<p class="empty">${words.headsNone}</p>` : table(words.heads, [words.day, words.agency, words.entries, words.hash], rows)}`,
  });
}
