import { type AgencyRow, type ListedDeclarationRow, type Overview } from '@portal/declarations';

import { count, day } from './figures';
import { markup, type Html } from './markup';
import { link, page, type PageContext } from './layout';
import { badge, declarationsTable, searchForm, table } from './pieces';

export function homePage(context: PageContext, overview: Overview): string {
  const { words } = context;
  return page(context, {
    title: words.home,
    content: markup`<section class="hero"><h1>${words.searchTitle}</h1>${agencySearch(context, '')}</section>
${counters(context, overview)}
<section><h2>${words.newest}</h2>
${
  overview.newest.length === 0
    ? markup`<p class="empty">${words.nothingYet}</p>`
    : declarationsTable(context, words.newest, overview.newest)
}</section>`,
  });
}

function counters({ words, language }: PageContext, overview: Overview): Html {
  const figures: readonly (readonly [number, string])[] = [
    [overview.agencies, words.countAgencies],
    [overview.declarations, words.countDeclarations],
    [overview.procedures, words.countProcedures],
  ];
  return markup`<ul class="counters">${figures.map(
    ([figure, text]) => markup`<li><strong>${count(figure, language)}</strong> <span>${text}</span></li>`,
  )}</ul>`;
}

export function agencySearch(context: PageContext, value: string): Html {
  const { words } = context;
  return searchForm(context, {
    action: '/co-quan',
    name: 'q',
    label: words.searchLabel,
    hint: words.searchHint,
    button: words.search,
    value,
  });
}

export interface SearchResult {
  words: string;
  agencies: readonly AgencyRow[];
  /** Slug after which the next page begins. */
  next: string | null;
  byNumber: readonly ListedDeclarationRow[];
}

export function searchPage(context: PageContext, result: SearchResult): string {
  const { words } = context;
  return page(context, {
    title: result.words === '' ? words.agencies : `${words.results}: ${result.words}`,
    hidden: result.words !== '',
    content: markup`<section class="hero"><h1>${result.words === '' ? words.agencies : words.results}</h1>${agencySearch(context, result.words)}</section>
${result.byNumber.length > 0 && markup`<section><h2>${words.matchingNumbers}</h2>${declarationsTable(context, words.matchingNumbers, result.byNumber)}</section>`}
${agencyList(context, result)}`,
  });
}

function agencyList(context: PageContext, { words: typed, agencies, next, byNumber }: SearchResult): Html {
  const { words } = context;
  if (agencies.length === 0) {
    if (byNumber.length > 0) return markup``;
    return markup`<div class="empty" role="status"><p>${words.noAgency}</p><p class="quiet">${words.noAgencyHelp}</p></div>`;
  }
  const more = `/co-quan?${typed === '' ? '' : `q=${encodeURIComponent(typed)}&`}sau=${encodeURIComponent(next ?? '')}`;
  return markup`<section>${table(
    words.agencies,
    [words.agency, words.declaration, words.signedOn, words.scope, words.state],
    agencies.map(
      (
        agency,
      ) => markup`<tr><td><a href="${link(context, `/co-quan/${agency.slug}`)}">${agency.name}</a>${agency.provinceName !== null && markup`<br><span class="quiet">${agency.provinceName}</span>`}</td>
<td>${agency.number ?? '–'}</td><td class="figure">${day(agency.signedOn)}</td><td class="figure">${agency.scopeSize === null ? '–' : markup`${agency.scopeSize} ${words.procedures}`}</td>
<td>${agency.number === null ? badge('ended', words.withdrawn) : badge('good', words.valid)}</td></tr>`,
    ),
  )}${next !== null && markup`<p class="more"><a href="${link(context, more)}">${words.nextPage} →</a></p>`}</section>`;
}
