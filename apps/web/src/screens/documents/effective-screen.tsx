import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { type ReactElement } from 'react';
import { api, withQuery } from '~/api/client';
import { listOf, usePages } from '~/api/page';
import { type DocumentLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { type DocumentFilters } from '~/app/routes/search';
import { formatDay } from '~/ui/dates';
import { useColumns } from '~/ui/column-chooser';
import { EmptyState } from '~/ui/empty';
import { useUnits } from '~/ui/fields';
import { type Column, PagedTable } from '~/ui/list-table';
import { blank, filled } from '~/ui/office-forms';
import { PageHead } from '~/ui/page-head';
import { PrintMenu } from '~/ui/print-menu';
import { RowLink } from '~/ui/row-link';
import { SearchField } from '~/ui/search-field';
import { DocumentFilterFields } from '../search/document-filter-fields';
import { askedBy } from '../search/find';
import { SavedViews } from '../search/saved-views';
import { UploadLink } from '../drafting/upload-link';
import { LibraryLinks } from './library-links';

interface SeriesCount {
  series: string;
  count: number;
}

function columnsOf({ documents }: Dictionary): Column<DocumentLine>[] {
  return [
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
        <RowLink href={`/documents/${line.documentId}`} className="row-title">
          {line.title}
        </RowLink>
      ),
    },
    { key: 'series', title: documents.series, cell: (line) => line.series },
    {
      key: 'unit',
      title: documents.unit,
      cell: (line) => line.unitName ?? line.originName ?? line.agencyName,
    },
    {
      key: 'issue',
      title: documents.issueRevision,
      narrow: true,
      cell: (line) => `${line.issue} / ${line.revision}`,
    },
    {
      key: 'effective',
      title: documents.effectiveOn,
      narrow: true,
      cell: (line) => formatDay(line.effectiveOn),
    },
  ];
}

interface TreeItemProps {
  label: string;
  count?: number;
  current: boolean;
  choose: () => void;
}

function TreeItem({ label, count, current, choose }: TreeItemProps): ReactElement {
  return (
    <li>
      <button type="button" className="tree-item" aria-pressed={current} onClick={choose}>
        <span>{label}</span>
        {count === undefined ? null : <span className="tree-count">{count}</span>}
      </button>
    </li>
  );
}

interface TreeProps {
  filters: DocumentFilters;
  choose: (change: DocumentFilters) => void;
}

function useSeries(): UseQueryResult<SeriesCount[]> {
  return useQuery({
    queryKey: ['/documents', 'series'],
    queryFn: async ({ signal }) => listOf<SeriesCount>(await api.get('/documents/series', signal)),
  });
}

function FieldTree({ filters, choose }: TreeProps): ReactElement {
  const { documents } = useText();
  const series = useSeries();
  const all = series.data ?? [];
  const total = all.reduce((sum, each) => sum + each.count, 0);
  return (
    <>
      <h2 className="tree-head">{documents.byField}</h2>
      <ul className="plain-list">
        <TreeItem
          label={documents.allFields}
          count={series.isSuccess ? total : undefined}
          current={filters.series === undefined}
          choose={() => choose({ series: undefined })}
        />
        {all.map((each) => (
          <TreeItem
            key={each.series}
            label={each.series}
            count={each.count}
            current={filters.series === each.series}
            choose={() => choose({ series: each.series })}
          />
        ))}
      </ul>
    </>
  );
}

function UnitTree({ filters, choose }: TreeProps): ReactElement | null {
  const { documents } = useText();
  const units = useUnits();
  if (units.length === 0) return null;
  return (
    <>
      <h2 className="tree-head">{documents.byUnit}</h2>
      <ul className="plain-list">
        <TreeItem
          label={documents.allUnits}
          current={filters.unit === undefined}
          choose={() => choose({ unit: undefined })}
        />
        {units.map((unit) => (
          <TreeItem
            key={unit.id}
            label={unit.name}
            current={filters.unit === unit.id}
            choose={() => choose({ unit: unit.id })}
          />
        ))}
      </ul>
    </>
  );
}

/** On a phone the tree folds into two choices. */
function NarrowFilters({ filters, choose }: TreeProps): ReactElement {
  const { documents } = useText();
  const series = useSeries();
  const units = useUnits();
  return (
    <div className="only-narrow narrow-filters">
      <Select
        allowClear
        aria-label={documents.byField}
        placeholder={documents.allFields}
        value={filters.series}
        onChange={(value: string | undefined) => choose({ series: value })}
        options={(series.data ?? []).map((each) => ({
          value: each.series,
          label: `${each.series} (${each.count})`,
        }))}
      />
      <Select
        allowClear
        aria-label={documents.byUnit}
        placeholder={documents.allUnits}
        value={filters.unit}
        onChange={(value: string | undefined) => choose({ unit: value })}
        options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
      />
    </div>
  );
}

function NoDocuments({ filtered, clear }: { filtered: boolean; clear: () => void }): ReactElement {
  const { documents, common } = useText();
  const mayUpload = useOpens('upload');
  if (filtered) {
    return (
      <EmptyState title={documents.nothingFound} action={<Button onClick={clear}>{common.clear}</Button>} />
    );
  }
  return (
    <EmptyState
      title={documents.empty}
      steps={documents.emptySteps}
      action={mayUpload ? <UploadLink /> : null}
    />
  );
}

export function EffectiveScreen(): ReactElement {
  const text = useText();
  const filters = useSearch({ from: '/shell/documents' });
  const navigate = useNavigate();
  const choose = (change: DocumentFilters): void =>
    void navigate({ to: '/documents', search: { ...filters, ...change }, replace: true });
  const narrowed = askedBy(filters);
  const asked = { scope: 'effective', ...narrowed };
  const lines = usePages<DocumentLine>('/documents', asked);
  const { shown, chooser } = useColumns('documents', columnsOf(text));
  const filtered = Object.values(filters).some(Boolean);
  return (
    <>
      <PageHead title={text.documents.title} actions={<LibraryLinks />} />
      <div className="with-tree">
        <aside className="panel tree" aria-label={text.documents.filters}>
          <FieldTree filters={filters} choose={choose} />
          <UnitTree filters={filters} choose={choose} />
        </aside>
        <section className="panel">
          <div className="list-tools">
            <SearchField value={filters.q} label={text.documents.search} onSearch={(q) => choose({ q })} />
            <NarrowFilters filters={filters} choose={choose} />
            <DocumentFilterFields filters={filters} choose={choose} />
            <SavedViews list="documents" path="/documents" />
            {chooser}
            <PrintMenu
              sheet={{ path: withQuery('/documents.xlsx', asked), name: 'tai-lieu-dang-hieu-luc.xlsx' }}
              forms={[
                filled('internal', text, {
                  docx: withQuery('/office-forms/internal-documents.docx', narrowed),
                  prints: withQuery('/office-forms/internal-document-prints', narrowed),
                }),
                blank('internal', text),
              ]}
            />
          </div>
          <PagedTable
            query={lines}
            label={text.documents.title}
            columns={shown}
            rowKey={(line) => line.versionId}
            rowLink={(line) => `/documents/${line.documentId}`}
            empty={
              <NoDocuments
                filtered={filtered}
                clear={() => void navigate({ to: '/documents', search: {}, replace: true })}
              />
            }
          />
        </section>
      </div>
    </>
  );
}
