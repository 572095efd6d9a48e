import { type AgencyPage } from '@portal/declarations';

import { markup } from './markup';
import { page, type PageContext } from './layout';
import { facts, historyTable, scopeTable, stateBadge } from './pieces';

export function agencyPage(context: PageContext, agency: AgencyPage): string {
  const { words } = context;
  const valid = agency.declarations.find(({ state }) => state === 'valid');
  return page(context, {
    title: agency.name,
    trail: [
      { href: '/', text: words.home },
      { href: '/co-quan', text: words.agencies },
    ],
    content: markup`<h1>${agency.name}</h1>
${facts([
  [words.state, valid === undefined ? stateBadge(context, 'withdrawn') : stateBadge(context, 'valid')],
  [words.superior, agency.superiorName],
  [words.province, agency.provinceName],
  [words.seat, agency.seat],
])}
<section><h2>${words.declarations}</h2>${historyTable(context, words.declarations, agency.declarations)}</section>
${
  agency.procedures.length > 0 &&
  markup`<section><h2>${words.publicProcedures}</h2>${scopeTable(context, words.publicProcedures, agency.procedures)}</section>`
}`,
  });
}
