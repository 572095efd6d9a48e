import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { type ReactElement, useState } from 'react';
import { withQuery } from '~/api/client';
import { usePages } from '~/api/page';
import { type ChangeRequestLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { formatDay, localDayOf } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { blank } from '~/ui/office-forms';
import { PrintMenu } from '~/ui/print-menu';
import { RowLink } from '~/ui/row-link';
import { Chip, type Tone } from '~/ui/state-chip';
import { AskDialog } from './ask-dialog';
import { UpkeepHead } from './upkeep-head';

export const REQUEST_TONES: Record<ChangeRequestLine['state'], Tone> = {
  opened: 'amber',
  accepted: 'amber',
  declined: 'grey',
  done: 'green',
};

function columnsOf({ upkeep, documents, common }: Dictionary): Column<ChangeRequestLine>[] {
  return [
    {
      key: 'state',
      title: documents.state,
      narrow: true,
      cell: (line) => <Chip tone={REQUEST_TONES[line.state]}>{upkeep.states[line.state]}</Chip>,
    },
    { key: 'kind', title: upkeep.kind, narrow: true, cell: (line) => upkeep.kinds[line.kind] },
    {
      key: 'title',
      title: upkeep.subject,
      main: true,
      cell: (line) => (
        <RowLink href={`/change-requests/${line.id}`} className="row-title">
          {line.title}
        </RowLink>
      ),
    },
    { key: 'reason', title: common.reason, cell: (line) => line.reason },
    { key: 'requester', title: upkeep.requester, cell: (line) => line.requesterName },
    {
      key: 'sent',
      title: upkeep.sentOn,
      narrow: true,
      cell: (line) => formatDay(localDayOf(line.createdAt)),
    },
  ];
}

export function RequestsScreen(): ReactElement {
  const text = useText();
  const { upkeep } = text;
  const { state } = useSearch({ from: '/shell/change-requests' });
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const shown = state ?? 'open';
  const lines = usePages<ChangeRequestLine>('/change-requests', { state: shown });
  return (
    <>
      <UpkeepHead
        actions={
          <>
            <PrintMenu
              sheet={{ path: withQuery('/change-requests.xlsx', { state: shown }), name: 'de-nghi.xlsx' }}
              forms={[blank('request', text)]}
            />
            <Button onClick={() => setAsking(true)}>{upkeep.askNew}</Button>
          </>
        }
      />
      <section className="panel">
        <div className="list-tools">
          <Segmented<'open' | 'all'>
            aria-label={text.documents.state}
            value={shown}
            onChange={(next) =>
              void navigate({ to: '/change-requests', search: { state: next }, replace: true })
            }
            options={[
              { value: 'open', label: upkeep.onlyOpen },
              { value: 'all', label: upkeep.everything },
            ]}
          />
        </div>
        <PagedTable
          query={lines}
          label={upkeep.requests}
          columns={columnsOf(text)}
          rowKey={(line) => line.id}
          rowLink={(line) => `/change-requests/${line.id}`}
          empty={<EmptyState title={upkeep.requestsEmpty} steps={upkeep.requestsSteps} />}
        />
      </section>
      {asking ? <AskDialog document={null} close={() => setAsking(false)} /> : null}
    </>
  );
}
