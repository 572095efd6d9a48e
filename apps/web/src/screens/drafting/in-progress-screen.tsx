import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement } from 'react';
import { withQuery } from '~/api/client';
import { usePages } from '~/api/page';
import { type DocumentLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type DocumentFilters } from '~/app/routes/search';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { daysSince, formatInstant } from '~/ui/dates';
import { DownloadButton } from '~/ui/download';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { SearchField } from '~/ui/search-field';
import { StateChip } from '~/ui/state-chip';
import { documentHref } from '../documents/document-href';
import { DocumentFilterFields } from '../search/document-filter-fields';
import { askedBy } from '../search/find';
import { SavedViews } from '../search/saved-views';
import { DraftingHead } from './drafting-tabs';
import { UploadLink } from './upload-link';

function columnsOf({ documents, drafting, common }: Dictionary): Column<DocumentLine>[] {
  return [
    { key: 'state', title: documents.state, narrow: true, cell: (line) => <StateChip state={line.state} /> },
    {
      key: 'code',
      title: documents.code,
      narrow: true,
      cell: (line) => <span className="code-cell">{line.code}</span>,
    },
    {
      key: 'title',
      title: documents.name,
      main: true,
      cell: (line) => (
        <RowLink href={documentHref(line)} className="row-title">
          {line.title}
        </RowLink>
      ),
    },
    { key: 'series', title: documents.series, cell: (line) => line.series },
    { key: 'holder', title: documents.holder, cell: (line) => line.holderName ?? '—' },
    {
      key: 'since',
      title: drafting.since,
      narrow: true,
      cell: (line) =>
        line.holdingSince === null ? (
          '—'
        ) : (
          <span title={formatInstant(line.holdingSince)}>
            {common.sinceDays(daysSince(line.holdingSince))}
          </span>
        ),
    },
  ];
}

export function InProgressScreen(): ReactElement {
  const text = useText();
  const mayUpload = useOpens('upload');
  const filters = useSearch({ from: '/shell/drafting' });
  const navigate = useNavigate();
  const choose = (change: DocumentFilters): void =>
    void navigate({ to: '/drafting', search: { ...filters, ...change }, replace: true });
  const { year: _, ...narrow } = filters;
  const asked = { scope: 'in-progress', ...askedBy(narrow) };
  const lines = usePages<DocumentLine>('/documents', asked);
  const filtered = Object.values(filters).some(Boolean);
  return (
    <>
      <DraftingHead />
      <section className="panel">
        <div className="list-tools">
          <SearchField value={filters.q} label={text.drafting.search} onSearch={(q) => choose({ q })} />
          <DocumentFilterFields filters={filters} choose={choose} withYear={false} />
          <SavedViews list="drafting" path="/drafting" />
          <DownloadButton
            path={withQuery('/documents.xlsx', asked)}
            name="tai-lieu-dang-soan-thao.xlsx"
            label={text.search.sheet}
          />
        </div>
        <PagedTable
          query={lines}
          label={text.drafting.inProgress}
          columns={columnsOf(text)}
          rowKey={(line) => line.versionId}
          rowLink={documentHref}
          empty={
            !filtered ? (
              <EmptyState
                title={text.drafting.empty}
                steps={text.drafting.emptySteps}
                action={mayUpload ? <UploadLink /> : null}
              />
            ) : (
              <EmptyState title={text.drafting.nothingFound} />
            )
          }
        />
      </section>
    </>
  );
}
