import { useNavigate, useSearch } from '@tanstack/react-router';
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
import { TextStatus } from './text-status';

function columnsOf({ legal }: Dictionary): Column<LegalTextLine>[] {
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
        </>
      ),
    },
    { key: 'issuer', title: legal.issuer, cell: (line) => line.issuer },
    { key: 'issued', title: legal.issuedOn, narrow: true, cell: (line) => formatDay(line.issuedOn) },
    { key: 'effective', title: legal.effectiveOn, narrow: true, cell: (line) => formatDay(line.effectiveOn) },
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
  const { q } = useSearch({ from: '/shell/legal-texts' });
  const navigate = useNavigate();
  const lines = usePages<LegalTextLine>('/legal-texts', { q });
  return (
    <>
      <LegalHead />
      <section className="panel">
        <div className="list-tools">
          <SearchField
            value={q}
            label={text.legal.search}
            onSearch={(next) => void navigate({ to: '/legal-texts', search: { q: next }, replace: true })}
          />
        </div>
        <PagedTable
          query={lines}
          label={text.legal.texts}
          columns={columnsOf(text)}
          rowKey={(line) => line.id}
          rowLink={(line) => `/legal-texts/${line.id}`}
          empty={<NoTexts filtered={q !== undefined} />}
        />
      </section>
    </>
  );
}
