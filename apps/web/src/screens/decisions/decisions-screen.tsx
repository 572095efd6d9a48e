import { type ReactElement } from 'react';
import { usePages } from '~/api/page';
import { type DecisionLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatDay } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { LinkButton } from '~/ui/link-button';
import { type Column, PagedTable } from '~/ui/list-table';
import { blank } from '~/ui/office-forms';
import { PrintMenu } from '~/ui/print-menu';
import { RowLink } from '~/ui/row-link';
import { Chip } from '~/ui/state-chip';
import { DraftingHead } from '../drafting/drafting-tabs';

function columnsOf({ decisions, documents }: Dictionary): Column<DecisionLine>[] {
  return [
    {
      key: 'state',
      title: documents.state,
      narrow: true,
      cell: (line) => (
        <Chip tone={line.state === 'registered' ? 'green' : 'grey'}>{decisions.states[line.state]}</Chip>
      ),
    },
    {
      key: 'number',
      title: decisions.number,
      narrow: true,
      cell: (line) => line.number ?? decisions.noNumber,
    },
    {
      key: 'abstract',
      title: decisions.abstract,
      main: true,
      cell: (line) => (
        <RowLink href={`/decisions/${line.id}`} className="row-title">
          {line.abstract}
        </RowLink>
      ),
    },
    { key: 'signer', title: decisions.signer, cell: (line) => line.signerName },
    { key: 'signed', title: decisions.signedOn, narrow: true, cell: (line) => formatDay(line.signedOn) },
    {
      key: 'effective',
      title: decisions.effectiveOn,
      narrow: true,
      cell: (line) => formatDay(line.effectiveOn),
    },
    { key: 'count', title: decisions.count, narrow: true, end: true, cell: (line) => line.documents },
  ];
}

export function DecisionsScreen(): ReactElement {
  const text = useText();
  const mayDecide = useOpens('decide');
  const lines = usePages<DecisionLine>('/decisions');
  const create = mayDecide ? (
    <LinkButton href="/decisions/new">{text.drafting.newDecision}</LinkButton>
  ) : null;
  const actions = (
    <>
      <PrintMenu
        sheet={{ path: '/decisions.xlsx', name: 'quyet-dinh.xlsx' }}
        forms={[blank('submission', text), blank('decision', text), blank('list', text)]}
      />
      <LinkButton href="/issuing-settings">{text.issuing.settings}</LinkButton>
      {create}
    </>
  );
  return (
    <>
      <DraftingHead actions={actions} />
      <section className="panel">
        <PagedTable
          query={lines}
          label={text.drafting.decisions}
          columns={columnsOf(text)}
          rowKey={(line) => line.id}
          rowLink={(line) => `/decisions/${line.id}`}
          empty={
            <EmptyState title={text.decisions.empty} steps={text.decisions.emptySteps} action={create} />
          }
        />
      </section>
    </>
  );
}
