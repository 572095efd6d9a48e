import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Progress, Segmented, Select } from 'antd';
import { type ReactElement } from 'react';
import { api, withQuery } from '~/api/client';
import { usePages } from '~/api/page';
import { type CoverageLine, type CoverageView } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { DownloadButton } from '~/ui/download';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { Chip } from '~/ui/state-chip';
import { TthcHead } from './tthc-head';
import './tthc.css';

const STATES = ['all', 'missing', 'covered'] as const;

function columnsOf({ tthc }: Dictionary): Column<CoverageLine>[] {
  return [
    {
      key: 'covered',
      title: tthc.status,
      narrow: true,
      cell: (line) => (
        <Chip tone={line.covered ? 'green' : 'amber'}>{line.covered ? tthc.covered : tthc.missing}</Chip>
      ),
    },
    {
      key: 'name',
      title: tthc.name,
      main: true,
      cell: (line) => (
        <RowLink href={`/administrative-procedures/${line.procedureId}`} className="row-title">
          {[line.code, line.name].filter(Boolean).join(' ')}
        </RowLink>
      ),
    },
    { key: 'field', title: tthc.field, cell: (line) => line.field },
    { key: 'limit', title: tthc.timeLimit, cell: (line) => line.timeLimit ?? '—' },
    {
      key: 'documents',
      title: tthc.documents,
      cell: (line) =>
        line.documents.length === 0
          ? '—'
          : line.documents.map(({ documentId, code, title }) => (
              <p key={documentId}>
                <RowLink href={`/documents/${documentId}?tab=tthc`}>
                  {code} {title}
                </RowLink>
              </p>
            )),
    },
  ];
}

function Figures({ coverage }: { coverage: CoverageView }): ReactElement {
  const { tthc } = useText();
  const { covered, total } = coverage;
  return (
    <section className="panel panel-pad tthc-gap">
      <h2>{tthc.coverageOf(covered, total)}</h2>
      <Progress
        percent={total === 0 ? 0 : Math.round((covered * 1000) / total) / 10}
        format={() => tthc.percent(covered, total)}
      />
    </section>
  );
}

export function CoverageScreen(): ReactElement {
  const text = useText();
  const { tthc } = text;
  const filters = useSearch({ from: '/shell/coverage' });
  const navigate = useNavigate();
  const choose = (change: typeof filters): void =>
    void navigate({ to: '/coverage', search: { ...filters, ...change }, replace: true });
  const coverage = useQuery({
    queryKey: ['/coverage'],
    queryFn: ({ signal }) => api.get<CoverageView>('/coverage', signal),
  });
  const lines = usePages<CoverageLine>('/coverage/procedures', { ...filters });
  return (
    <>
      <TthcHead
        actions={
          <DownloadButton
            path={withQuery('/coverage/procedures.xlsx', { ...filters })}
            name={`${tthc.coverageSheet}.xlsx`}
            label={tthc.toSheet}
          />
        }
      />
      <QueryView query={coverage} rows={2}>
        {(found) => <Figures coverage={found} />}
      </QueryView>
      <section className="panel">
        <div className="list-tools">
          <Segmented<(typeof STATES)[number]>
            aria-label={tthc.status}
            value={filters.state ?? 'all'}
            onChange={(state) => choose({ state: state === 'all' ? undefined : state })}
            options={STATES.map((value) => ({ value, label: tthc.coverageStates[value] }))}
          />
          <Select<string, { value: string; label: string }>
            aria-label={tthc.byField}
            allowClear
            placeholder={tthc.allFields}
            value={filters.field}
            onChange={(field: string | undefined) => choose({ field })}
            options={(coverage.data?.fields ?? []).map(({ fieldKey, field, covered, total }) => ({
              value: fieldKey,
              label: `${field} (${String(covered)}/${String(total)})`,
            }))}
          />
        </div>
        <PagedTable
          query={lines}
          label={tthc.coverage}
          columns={columnsOf(text)}
          rowKey={(line) => line.procedureId}
          empty={<EmptyState title={tthc.coverageEmpty} steps={tthc.emptySteps} />}
        />
      </section>
    </>
  );
}
