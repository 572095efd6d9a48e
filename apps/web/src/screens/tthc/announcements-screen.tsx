import { type ReactElement } from 'react';
import { usePages } from '~/api/page';
import { type AnnouncementLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatDay } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { LinkButton } from '~/ui/link-button';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { Chip, type Tone } from '~/ui/state-chip';
import { TthcHead } from './tthc-head';

export const ANNOUNCEMENT_TONES: Record<AnnouncementLine['state'], Tone> = {
  recorded: 'amber',
  confirmed: 'green',
  withdrawn: 'grey',
};

function columnsOf({ tthc }: Dictionary): Column<AnnouncementLine>[] {
  return [
    {
      key: 'state',
      title: tthc.status,
      narrow: true,
      cell: (line) => (
        <Chip tone={ANNOUNCEMENT_TONES[line.state]}>{tthc.announcementStates[line.state]}</Chip>
      ),
    },
    {
      key: 'number',
      title: tthc.numberSymbol,
      narrow: true,
      cell: (line) => <span className="code-cell">{line.numberSymbol}</span>,
    },
    {
      key: 'title',
      title: tthc.abstract,
      main: true,
      cell: (line) => (
        <>
          <RowLink href={`/announcements/${line.id}`} className="row-title">
            {line.title}
          </RowLink>
          <span className="row-note">
            {tthc.figures(line.made, line.amended, line.replaced, line.abolished)}
            {line.unmatched > 0 ? ` · ${tthc.unmatchedOf(line.unmatched)}` : ''}
          </span>
        </>
      ),
    },
    { key: 'issued', title: tthc.issuedOn, narrow: true, cell: (line) => formatDay(line.issuedOn) },
    { key: 'by', title: tthc.steward, cell: (line) => line.stewardName },
  ];
}

export function AnnouncementsScreen(): ReactElement {
  const text = useText();
  const { tthc } = text;
  const mayRecord = useOpens('recordTthc');
  const lines = usePages<AnnouncementLine>('/announcements');
  const action = mayRecord ? (
    <LinkButton primary href="/announcements/new" icon="plus">
      {tthc.newAnnouncement}
    </LinkButton>
  ) : undefined;
  return (
    <>
      <TthcHead actions={action} />
      <section className="panel">
        <PagedTable
          query={lines}
          label={tthc.announcements}
          columns={columnsOf(text)}
          rowKey={(line) => line.id}
          rowLink={(line) => `/announcements/${line.id}`}
          empty={<EmptyState title={tthc.announcementsEmpty} steps={tthc.announcementSteps} />}
        />
      </section>
    </>
  );
}
