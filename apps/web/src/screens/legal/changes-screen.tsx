import { type ReactElement } from 'react';
import { usePages } from '~/api/page';
import { type ChangeLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { formatDay } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { Chip, type Tone } from '~/ui/state-chip';
import { LegalHead } from './legal-head';

export const CHANGE_TONES: Record<ChangeLine['state'], Tone> = {
  recorded: 'amber',
  confirmed: 'green',
  withdrawn: 'grey',
};

function columnsOf({ impact, legal }: Dictionary): Column<ChangeLine>[] {
  return [
    {
      key: 'state',
      title: legal.state,
      narrow: true,
      cell: (line) => <Chip tone={CHANGE_TONES[line.state]}>{legal.changeStates[line.state]}</Chip>,
    },
    {
      key: 'text',
      title: legal.change,
      main: true,
      cell: (line) => (
        <>
          <RowLink href={`/legal-changes/${line.id}`} className="row-title">
            {line.textNumberSymbol} {impact.kinds[line.kind].toLowerCase()} {line.targets.join(', ')}
          </RowLink>
          <span className="row-note">{line.textTitle}</span>
        </>
      ),
    },
    { key: 'effective', title: legal.effectiveOn, narrow: true, cell: (line) => formatDay(line.effectiveOn) },
    {
      key: 'reach',
      title: legal.reach,
      cell: (line) =>
        line.reach === null
          ? '—'
          : legal.reachWords(line.reach.agencies, line.reach.documents, line.reach.people),
    },
    {
      key: 'progress',
      title: legal.progress,
      narrow: true,
      cell: (line) => (line.total === 0 ? '—' : legal.progressWords(line.done, line.total)),
    },
    { key: 'by', title: legal.recordedBy, cell: (line) => line.recordedByAgency },
  ];
}

export function ChangesScreen(): ReactElement {
  const text = useText();
  const lines = usePages<ChangeLine>('/legal-changes');
  return (
    <>
      <LegalHead />
      <section className="panel">
        <PagedTable
          query={lines}
          label={text.legal.changes}
          columns={columnsOf(text)}
          rowKey={(line) => line.id}
          rowLink={(line) => `/legal-changes/${line.id}`}
          empty={<EmptyState title={text.legal.changesEmpty} steps={text.legal.changesSteps} />}
        />
      </section>
    </>
  );
}
