import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { type ReactElement } from 'react';
import { usePages } from '~/api/page';
import { type LegalTextLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatDay } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { LinkButton } from '~/ui/link-button';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { SearchField } from '~/ui/search-field';
import { LegalHead } from './legal-head';
import { StatusDay } from './status-day';
import { TextStatus } from './text-status';

function columnsOf({ legal, register }: Dictionary): Column<LegalTextLine>[] {
  return [
    { key: 'status', title: legal.status, narrow: true, cell: (line) => <TextStatus status={line.status} /> },
    {
      key: 'number',
      title: legal.numberSymbol,
      narrow: true,
      cell: (line) => <span className="code-cell">{line.numberSymbol}</span>,
    },
    {
      key: 'title',
      title: legal.name,
      main: true,
      cell: (line) => (
        <>
          <RowLink href={`/legal-texts/${line.id}`} className="row-title">
            {line.title}
          </RowLink>
          {line.confirmed ? null : <span className="known known-not"> {legal.unconfirmed}</span>}
          {line.amended ? <span className="quiet"> · {register.amended}</span> : null}
          {line.appliesHere ? null : <span className="known known-not"> {register.notHere}</span>}
        </>
      ),
    },
    { key: 'issuer', title: legal.issuer, cell: (line) => line.issuer },
    { key: 'issued', title: legal.issuedOn, narrow: true, cell: (line) => formatDay(line.issuedOn) },
    { key: 'effective', title: legal.effectiveOn, narrow: true, cell: (line) => formatDay(line.effectiveOn) },
    { key: 'ends', title: register.endsOn, narrow: true, cell: (line) => formatDay(line.endsOn) },
    { key: 'cited', title: legal.citedBy, narrow: true, end: true, cell: (line) => line.citedBy },
  ];
}

function NoTexts({ filtered }: { filtered: boolean }): ReactElement {
  const { legal } = useText();
  const mayRecord = useOpens('recordLegal');
  if (filtered) return <EmptyState title={legal.nothingFound} />;
  const action = mayRecord ? (
    <LinkButton primary href="/legal-texts/new">
      {legal.record}
    </LinkButton>
  ) : null;
  return <EmptyState title={legal.empty} steps={legal.emptySteps} action={action} />;
}

export function TextsScreen(): ReactElement {
  const text = useText();
  const search = useSearch({ from: '/shell/legal-texts' });
  const { q, on, status } = search;
  const mayRecord = useOpens('recordLegal');
  const navigate = useNavigate();
  const lines = usePages<LegalTextLine>('/legal-texts', { q, on, status });
  const narrow = (changes: Partial<typeof search>): void =>
    void navigate({ to: '/legal-texts', search: { ...search, ...changes }, replace: true });
  return (
    <>
      <LegalHead />
      <section className="panel">
        <div className="list-tools">
          <SearchField value={q} label={text.legal.search} onSearch={(next) => narrow({ q: next })} />
          <StatusDay on={on} onChange={(next) => narrow({ on: next })} />
          <Select
            allowClear
            className="status-filter"
            aria-label={text.legal.status}
            placeholder={text.register.anyStatus}
            value={status}
            options={Object.entries(text.legal.statuses).map(([value, label]) => ({ value, label }))}
            onChange={(next: typeof status) => narrow({ status: next })}
          />
          {mayRecord ? (
            <LinkButton href="/legal-texts/duplicates">{text.register.duplicates}</LinkButton>
          ) : null}
        </div>
        <PagedTable
          query={lines}
          label={text.legal.texts}
          columns={columnsOf(text)}
          rowKey={(line) => line.id}
          rowLink={(line) => `/legal-texts/${line.id}`}
          empty={<NoTexts filtered={q !== undefined || status !== undefined} />}
        />
      </section>
    </>
  );
}
