import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type AnnouncementDetail, type AnnouncementRowView, type LegalTextDetail } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { formatDay } from '~/ui/dates';
import { Facts } from '~/ui/facts';
import { LinkButton } from '~/ui/link-button';
import { type Column, ListTable } from '~/ui/list-table';
import { usePageTitle } from '~/ui/page-head';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { Chip, type Tone } from '~/ui/state-chip';
import { ANNOUNCEMENT_TONES } from './announcements-screen';
import './tthc.css';

const ACT_TONES: Record<AnnouncementRowView['act'], Tone> = {
  new: 'green',
  amended: 'amber',
  replaced: 'blue',
  abolished: 'grey',
};

function columnsOf({ tthc }: Dictionary): Column<AnnouncementRowView>[] {
  return [
    {
      key: 'act',
      title: tthc.act,
      narrow: true,
      cell: (row) => <Chip tone={ACT_TONES[row.act]}>{tthc.acts[row.act]}</Chip>,
    },
    {
      key: 'code',
      title: tthc.code,
      narrow: true,
      cell: (row) => (row.code === null ? '—' : <span className="code-cell">{row.code}</span>),
    },
    { key: 'name', title: tthc.name, main: true, cell: (row) => row.name },
    { key: 'field', title: tthc.field, cell: (row) => row.field ?? '—' },
    { key: 'limit', title: tthc.timeLimit, cell: (row) => row.timeLimit ?? '—' },
    {
      key: 'match',
      title: tthc.match,
      cell: (row) =>
        row.procedureId === null ? (
          <span className={row.act === 'new' ? undefined : 'known known-not'}>
            {row.act === 'new' ? '—' : tthc.matchNone}
          </span>
        ) : (
          <RowLink href={`/administrative-procedures/${row.procedureId}`}>
            {row.procedureName ?? row.name}
          </RowLink>
        ),
    },
  ];
}

/** Its change shows how far the decision reaches; there it is confirmed or taken back. */
function ChangeLink({ textId }: { textId: string }): ReactElement | null {
  const { tthc } = useText();
  const text = useQuery({
    queryKey: ['/legal-texts', textId],
    queryFn: ({ signal }) => api.get<LegalTextDetail>(`/legal-texts/${textId}`, signal),
  });
  const changeId = text.data?.changeId ?? null;
  return changeId === null ? null : (
    <LinkButton primary href={`/legal-changes/${changeId}`}>
      {tthc.openChange}
    </LinkButton>
  );
}

function AnnouncementBody({ announcement }: { announcement: AnnouncementDetail }): ReactElement {
  const text = useText();
  const { tthc } = text;
  usePageTitle(announcement.numberSymbol);
  return (
    <>
      <header className="band">
        <div className="band-line">
          <div className="band-name">
            <p className="band-code">
              <Chip tone={ANNOUNCEMENT_TONES[announcement.state]}>
                {tthc.announcementStates[announcement.state]}
              </Chip>
              <strong>{announcement.numberSymbol}</strong>
            </p>
            <h1>{announcement.title}</h1>
          </div>
          {announcement.state === 'withdrawn' ? null : <ChangeLink textId={announcement.textId} />}
        </div>
      </header>
      <section className="panel panel-pad tthc-gap">
        <Facts
          facts={[
            [tthc.issuer, announcement.issuer],
            [tthc.issuedOn, formatDay(announcement.issuedOn)],
            [tthc.effectiveOn, formatDay(announcement.effectiveOn)],
            [tthc.steward, announcement.stewardName],
            [
              tthc.rows,
              tthc.figures(
                announcement.made,
                announcement.amended,
                announcement.replaced,
                announcement.abolished,
              ),
            ],
          ]}
        />
      </section>
      <section className="panel">
        <ListTable
          label={tthc.rows}
          columns={columnsOf(text)}
          rows={announcement.rows}
          rowKey={(row) => row.id}
        />
      </section>
    </>
  );
}

export function AnnouncementScreen(): ReactElement {
  const { announcementId } = useParams({ from: '/shell/announcements/$announcementId' });
  const announcement = useQuery({
    queryKey: ['/announcements', announcementId],
    queryFn: ({ signal }) => api.get<AnnouncementDetail>(`/announcements/${announcementId}`, signal),
  });
  return <QueryView query={announcement}>{(found) => <AnnouncementBody announcement={found} />}</QueryView>;
}
