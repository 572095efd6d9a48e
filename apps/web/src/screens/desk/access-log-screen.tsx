import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { type ReactElement } from 'react';
import { withQuery } from '~/api/client';
import { usePages } from '~/api/page';
import { type AccessLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type LogFilters } from '~/app/routes/desk';
import { type Dictionary } from '~/i18n/dictionary';
import { formatInstant } from '~/ui/dates';
import { DownloadButton } from '~/ui/download';
import { EmptyState } from '~/ui/empty';
import { PersonField } from '~/ui/fields';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { Chip } from '~/ui/state-chip';
import { AdministrationHead } from '../administration/administration-head';
import { DocumentField } from '../decisions/document-field';
import { DayRange } from './day-range';

function columnsOf({ desk, distribution, documents }: Dictionary): Column<AccessLine>[] {
  return [
    {
      key: 'at',
      title: desk.when,
      narrow: true,
      cell: (line) => <time dateTime={line.at}>{formatInstant(line.at)}</time>,
    },
    { key: 'who', title: desk.who, cell: (line) => line.personName },
    {
      key: 'what',
      title: desk.what,
      cell: (line) => (
        <>
          <Chip tone={line.action === 'denied' ? 'red' : 'grey'}>{distribution.traces[line.action]}</Chip>
          {line.copyNumber === null ? null : ` ${distribution.paper(line.copyNumber)}`}
        </>
      ),
    },
    {
      key: 'code',
      title: documents.code,
      narrow: true,
      cell: (line) => <span className="code-cell">{line.code}</span>,
    },
    {
      key: 'title',
      title: desk.document,
      main: true,
      cell: (line) =>
        line.documentId === null ? (
          line.title
        ) : (
          <RowLink href={`/documents/${line.documentId}?version=${line.versionId}`} className="row-title">
            {`${line.title} (${String(line.issue)}.${String(line.revision)})`}
          </RowLink>
        ),
    },
  ];
}

/** Who took, printed or opened what, and who was refused, in the whole agency (DI-11, DI-16). */
export function AccessLogScreen(): ReactElement {
  const text = useText();
  const { desk, distribution } = text;
  const filters = useSearch({ from: '/shell/access-log' });
  const navigate = useNavigate();
  const lines = usePages<AccessLine>('/access-log', { ...filters });
  const choose = (change: LogFilters): void =>
    void navigate({ to: '/access-log', search: { ...filters, ...change }, replace: true });
  const traces = Object.entries(distribution.traces).map(([value, label]) => ({ value, label }));
  return (
    <>
      <AdministrationHead note={desk.logNote} />
      <section className="panel">
        <div className="list-tools log-tools">
          <div className="filter-select" aria-label={desk.who}>
            <PersonField
              allowClear
              placeholder={desk.anybody}
              value={filters.personId}
              onChange={(personId) => choose({ personId: personId ?? undefined })}
            />
          </div>
          <div className="filter-select">
            <DocumentField
              allowClear
              label={desk.document}
              value={filters.documentId}
              onChange={(documentId) => choose({ documentId: documentId ?? undefined })}
            />
          </div>
          <Select<NonNullable<LogFilters['action']>>
            className="filter-select"
            allowClear
            aria-label={desk.what}
            placeholder={desk.anything}
            value={filters.action}
            onChange={(action?: LogFilters['action']) => choose({ action })}
            options={traces}
          />
          <DayRange from={filters.from} to={filters.to} choose={choose} />
          <DownloadButton
            path={withQuery('/access-log.xlsx', { ...filters })}
            name="nhat-ky-truy-cap.xlsx"
            label={desk.sheet}
          />
        </div>
        <PagedTable
          query={lines}
          label={desk.log}
          columns={columnsOf(text)}
          rowKey={(line) => line.id}
          empty={<EmptyState title={desk.logEmpty} />}
        />
      </section>
    </>
  );
}
