import './search.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { type ReactElement } from 'react';
import { withQuery } from '~/api/client';
import { type ApiProblem } from '~/api/problem';
import { type SearchHit, type SearchPage } from '~/api/types';
import { useText } from '~/app/preferences';
import { type DocumentFilters, STANDINGS } from '~/app/routes/search';
import { useOpens } from '~/session/me';
import { formatDay } from '~/ui/dates';
import { DownloadButton } from '~/ui/download';
import { EmptyState } from '~/ui/empty';
import { Marked } from '~/ui/marked';
import { PageHead } from '~/ui/page-head';
import { ProblemNotice } from '~/ui/problem-notice';
import { RowLink } from '~/ui/row-link';
import { SearchField } from '~/ui/search-field';
import { StateChip } from '~/ui/state-chip';
import { Waiting } from '~/ui/waiting';
import { DocumentFilterFields } from './document-filter-fields';
import { askedBy, findTexts, findVersions, hitHref } from './find';
import { SavedViews } from './saved-views';

interface SearchFilters extends DocumentFilters {
  standing?: (typeof STANDINGS)[number];
}

function Passages({ hit }: { hit: SearchHit }): ReactElement | null {
  const { search } = useText();
  if (hit.passages.length === 0) return null;
  return (
    <ul className="plain-list found-passages">
      {hit.passages.map((passage) => (
        <li key={passage.place}>
          <span className="found-place">
            {passage.page === null ? search.places[passage.place] : search.page(passage.page)}
          </span>
          <span>
            <Marked text={passage.text} marks={passage.marks} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function HitItem({ hit }: { hit: SearchHit }): ReactElement {
  return (
    <li className="found">
      <div className="found-head">
        <RowLink href={hitHref(hit)} className="row-title">
          <span className="code-cell">{hit.code}</span> <Marked text={hit.title} marks={hit.titleMarks} />
        </RowLink>
        <StateChip state={hit.state} />
      </div>
      <p className="found-note">
        {[
          hit.series,
          hit.unitName ?? hit.agencyName,
          hit.effectiveOn === null ? null : formatDay(hit.effectiveOn),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      <Passages hit={hit} />
    </li>
  );
}

function TextHits({ words }: { words: string }): ReactElement | null {
  const { search } = useText();
  const allowed = useOpens('legal');
  const texts = useQuery({
    queryKey: ['/legal-texts', 'found', words],
    queryFn: ({ signal }) => findTexts(words, 5, signal),
    enabled: allowed,
  });
  if (texts.data === undefined || texts.data.length === 0) return null;
  return (
    <section className="panel found-texts">
      <h2>{search.texts}</h2>
      <ul className="plain-list">
        {texts.data.map((text) => (
          <li key={text.id}>
            <RowLink href={`/legal-texts/${text.id}`}>
              <span className="code-cell">{text.numberSymbol}</span> {text.title}
            </RowLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Hits({ words, filters }: { words: string; filters: SearchFilters }): ReactElement {
  const text = useText();
  const { q: _, standing, ...narrow } = filters;
  const asked = { ...askedBy(narrow), standing };
  const found = useInfiniteQuery<SearchPage, ApiProblem>({
    queryKey: ['/search', words, asked],
    queryFn: ({ pageParam, signal }) =>
      findVersions({ q: words, ...asked, limit: 20, after: pageParam as string | null }, signal),
    initialPageParam: null,
    getNextPageParam: (last: SearchPage) => last.next,
  });
  if (found.isPending) return <Waiting />;
  if (found.error !== null) return <ProblemNotice error={found.error} retry={() => void found.refetch()} />;
  const hits = found.data.pages.flatMap(({ items }) => items);
  if (hits.length === 0)
    return <EmptyState title={text.search.nothing(words)} steps={text.search.nothingSteps} />;
  return (
    <>
      {found.data.pages[0]?.near === true ? (
        <p className="found-near" role="status">
          {text.search.near(words)}
        </p>
      ) : null}
      <ol className="plain-list" aria-label={text.search.documents}>
        {hits.map((hit) => (
          <HitItem key={hit.versionId} hit={hit} />
        ))}
      </ol>
      <div className="list-foot">
        <span aria-live="polite">{text.common.shownOf(hits.length)}</span>
        {found.hasNextPage ? (
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {text.common.more}
          </Button>
        ) : null}
      </div>
    </>
  );
}

function FoundSheet({ words, filters }: { words: string; filters: SearchFilters }): ReactElement {
  const { forms } = useText();
  const { q: _, standing, ...narrow } = filters;
  return (
    <DownloadButton
      path={withQuery('/search.xlsx', { q: words, ...askedBy(narrow), standing })}
      name="ket-qua-tim-kiem.xlsx"
      label={forms.sheet}
    />
  );
}

/** Everything that was found, with where it stands; the question is the address. */
export function SearchScreen(): ReactElement {
  const { search } = useText();
  const filters = useSearch({ from: '/shell/search' });
  const navigate = useNavigate();
  const seesMore = useOpens('drafting');
  const choose = (change: SearchFilters): void =>
    void navigate({ to: '/search', search: { ...filters, ...change }, replace: true });
  const words = filters.q?.trim() ?? '';
  return (
    <>
      <PageHead title={search.title} note={search.hint} />
      <section className="panel">
        <div className="list-tools">
          <SearchField value={filters.q} label={search.box} onSearch={(q) => choose({ q })} />
          {seesMore ? (
            <Select
              allowClear
              className="filter-select"
              aria-label={search.standing}
              placeholder={search.standings.current}
              value={filters.standing}
              onChange={(standing: SearchFilters['standing']) => choose({ standing })}
              options={STANDINGS.map((each) => ({ value: each, label: search.standings[each] }))}
            />
          ) : null}
          <DocumentFilterFields filters={filters} choose={choose} />
          <SavedViews list="search" path="/search" />
          {words === '' ? null : <FoundSheet words={words} filters={filters} />}
        </div>
        {words === '' ? null : <Hits words={words} filters={filters} />}
      </section>
      {words === '' ? null : <TextHits words={words} />}
    </>
  );
}
