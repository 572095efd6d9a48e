import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { type ReactElement } from 'react';
import { usePages } from '~/api/page';
import { type IntakeLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { LegalHead } from '~/screens/legal/legal-head';
import { useOpens } from '~/session/me';
import { formatInstant } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { LinkButton } from '~/ui/link-button';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { Chip, type Tone } from '~/ui/state-chip';

const TONES: Record<IntakeLine['state'], Tone> = {
  reading: 'grey',
  read: 'amber',
  unread: 'red',
  recorded: 'green',
  dismissed: 'grey',
};

export function IntakeState({ state }: { state: IntakeLine['state'] }): ReactElement {
  const { legalSources } = useText();
  return <Chip tone={TONES[state]}>{legalSources.states[state]}</Chip>;
}

function columnsOf({ legalSources, legal }: Dictionary): Column<IntakeLine>[] {
  return [
    {
      key: 'state',
      title: legalSources.state,
      narrow: true,
      cell: (line) => <IntakeState state={line.state} />,
    },
    {
      key: 'number',
      title: legal.numberSymbol,
      narrow: true,
      cell: (line) => <span className="code-cell">{line.numberSymbol}</span>,
    },
    {
      key: 'title',
      title: legalSources.what,
      main: true,
      cell: (line) => (
        <>
          <RowLink href={`/legal-intakes/${line.id}`} className="row-title">
            {line.title}
          </RowLink>
          {line.isWithdrawn ? <span className="known known-not"> {legalSources.withdrawn}</span> : null}
          {line.isChanged ? <span className="known known-not"> {legalSources.changed}</span> : null}
        </>
      ),
    },
    {
      key: 'acts',
      title: legalSources.acts,
      narrow: true,
      cell: (line) => legalSources.actsOn(line.relations),
    },
    {
      key: 'origin',
      title: legalSources.origin,
      cell: (line) => (
        <>
          {line.sourceName ?? legalSources.origins[line.origin]}
          {line.notices > 1 ? ` · ${legalSources.notices(line.notices)}` : ''}
        </>
      ),
    },
    {
      key: 'received',
      title: legalSources.received,
      narrow: true,
      cell: (line) => formatInstant(line.receivedAt),
    },
  ];
}

export function IntakesScreen(): ReactElement {
  const text = useText();
  const { state = 'open' } = useSearch({ from: '/shell/legal-intakes' });
  const navigate = useNavigate();
  const keepsSources = useOpens('keepSources');
  const { legalSources } = text;
  const lines = usePages<IntakeLine>('/legal-intakes', { state }, { everyMs: 10_000 });
  return (
    <>
      <LegalHead />
      <section className="panel">
        <div className="list-tools">
          <Segmented<'open' | 'decided'>
            aria-label={legalSources.state}
            value={state}
            onChange={(next) =>
              void navigate({ to: '/legal-intakes', search: { state: next }, replace: true })
            }
            options={[
              { value: 'open', label: legalSources.open },
              { value: 'decided', label: legalSources.decided },
            ]}
          />
          <LinkButton href="/legal-intakes/new" icon="upload">
            {legalSources.paste}
          </LinkButton>
          <LinkButton href="/legal-imports">{legalSources.importTitle}</LinkButton>
          {keepsSources ? <LinkButton href="/legal-sources">{legalSources.sources}</LinkButton> : null}
        </div>
        <p className="quiet panel-note">{legalSources.note}</p>
        <PagedTable
          query={lines}
          label={legalSources.title}
          columns={columnsOf(text)}
          rowKey={(line) => line.id}
          rowLink={(line) => `/legal-intakes/${line.id}`}
          empty={
            state === 'open' ? (
              <EmptyState title={legalSources.empty} steps={legalSources.emptySteps} />
            ) : (
              <EmptyState title={legalSources.emptyDecided} />
            )
          }
        />
      </section>
    </>
  );
}
