import { type ReactElement } from 'react';
import { usePages } from '~/api/page';
import { type DeclarationLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatDay, formatInstant } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { LinkButton } from '~/ui/link-button';
import { type Column, PagedTable } from '~/ui/list-table';
import { PageHead } from '~/ui/page-head';
import { RowLink } from '~/ui/row-link';
import { Chip, type Tone } from '~/ui/state-chip';

export const DECLARATION_TONES: Record<DeclarationLine['state'], Tone> = {
  draft: 'grey',
  signed: 'amber',
  registered: 'blue',
  published: 'green',
  superseded: 'grey',
  withdrawn: 'grey',
};

function columnsOf({ declarations, documents }: Dictionary): Column<DeclarationLine>[] {
  return [
    {
      key: 'state',
      title: documents.state,
      narrow: true,
      cell: (line) => <Chip tone={DECLARATION_TONES[line.state]}>{declarations.states[line.state]}</Chip>,
    },
    {
      key: 'number',
      title: declarations.number,
      main: true,
      cell: (line) => (
        <RowLink href={`/declarations/${line.id}`} className="row-title">
          {line.number ?? declarations.noNumber}
        </RowLink>
      ),
    },
    { key: 'kind', title: declarations.kind, cell: (line) => declarations.kinds[line.kind] },
    { key: 'standard', title: declarations.standard, cell: (line) => line.standard },
    { key: 'signed', title: declarations.signedOn, narrow: true, cell: (line) => formatDay(line.signedOn) },
    {
      key: 'published',
      title: declarations.publishedAt,
      narrow: true,
      cell: (line) => formatInstant(line.publishedAt),
    },
    {
      key: 'procedures',
      title: declarations.procedures,
      narrow: true,
      end: true,
      cell: (line) => line.procedures,
    },
  ];
}

export function DeclarationsScreen(): ReactElement {
  const text = useText();
  const mayDeclare = useOpens('declare');
  const lines = usePages<DeclarationLine>('/declarations');
  const create = mayDeclare ? (
    <LinkButton primary href="/declarations/new">
      {text.declarations.create}
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHead title={text.declarations.title} actions={create} />
      <section className="panel">
        <PagedTable
          query={lines}
          label={text.declarations.title}
          columns={columnsOf(text)}
          rowKey={(line) => line.id}
          rowLink={(line) => `/declarations/${line.id}`}
          empty={
            <EmptyState
              title={text.declarations.empty}
              steps={text.declarations.emptySteps}
              action={create}
            />
          }
        />
      </section>
    </>
  );
}
