import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type AdopterLine, type OfferingDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatDay, formatInstant } from '~/ui/dates';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { type Column, ListTable } from '~/ui/list-table';
import { PageHead } from '~/ui/page-head';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { say } from '~/ui/toast';

function columnsOf({ adoption }: Dictionary): Column<AdopterLine>[] {
  return [
    { key: 'agency', title: adoption.adopters, main: true, cell: (line) => line.agencyName },
    {
      key: 'edition',
      title: adoption.edition,
      narrow: true,
      cell: (line) => `${line.issue} / ${line.revision}`,
    },
    { key: 'state', title: adoption.status, cell: (line) => adoption.states[line.state] },
    {
      key: 'at',
      title: adoption.answeredAt,
      narrow: true,
      cell: (line) => (line.answeredAt === null ? '—' : formatInstant(line.answeredAt)),
    },
    {
      key: 'decision',
      title: adoption.decision,
      cell: (line) =>
        line.decisionNumber === null
          ? '—'
          : adoption.decisionOf(line.decisionNumber, formatDay(line.decisionOn)),
    },
  ];
}

interface WithdrawProps {
  offering: OfferingDetail;
  open: boolean;
  close: () => void;
}

function WithdrawDialog({ offering, open, close }: WithdrawProps): ReactElement {
  const { adoption } = useText();
  const [form] = Form.useForm<{ reason: string }>();
  const required = useRequired();
  const withdraw = useAction<{ reason: string }, OfferingDetail>(
    (body, key) => api.post(`/offerings/${offering.id}/withdrawal`, { body, key }),
    {
      stale: ['/offerings'],
      done: () => {
        say(adoption.withdrawn);
        close();
      },
    },
  );
  return (
    <FormDialog<{ reason: string }>
      open={open}
      close={close}
      title={adoption.withdrawTitle}
      submit={adoption.withdraw}
      form={form}
      onFinish={(values) => withdraw.mutate(values)}
      pending={withdraw.isPending}
      error={withdraw.error}
      danger
    >
      <p className="quiet">{adoption.withdrawNote}</p>
      <Form.Item name="reason" label={adoption.reason} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  );
}

function Offering({ offering }: { offering: OfferingDetail }): ReactElement {
  const text = useText();
  const { adoption } = text;
  const mayOffer = useOpens('offer');
  const [ending, setEnding] = useState(false);
  const done = offering.adopters.filter(({ state }) => state === 'adopted').length;
  return (
    <>
      <PageHead
        title={`${offering.code} ${offering.title}`}
        note={`${adoption.offeringStates[offering.state]} · ${adoption.audiences[offering.audience]} · ${adoption.adopted(done, offering.adopters.length)}`}
        actions={
          mayOffer && offering.state === 'open' ? (
            <Button danger onClick={() => setEnding(true)}>
              {adoption.withdraw}
            </Button>
          ) : undefined
        }
      >
        <p className="quiet">
          <RowLink href={`/documents/${offering.documentId}`}>{adoption.openDocument}</RowLink>
          {offering.withdrawReason === null ? null : ` · ${offering.withdrawReason}`}
        </p>
      </PageHead>
      <section className="panel">
        <ListTable
          label={adoption.adopters}
          columns={columnsOf(text)}
          rows={offering.adopters}
          rowKey={(line) => line.agencyId}
        />
      </section>
      <WithdrawDialog offering={offering} open={ending} close={() => setEnding(false)} />
    </>
  );
}

/** Who has received and issued a document that this agency offers. */
export function OfferingScreen(): ReactElement {
  const { offeringId } = useParams({ from: '/shell/offerings/$offeringId' });
  const offering = useQuery({
    queryKey: ['/offerings', offeringId],
    queryFn: ({ signal }) => api.get<OfferingDetail>(`/offerings/${offeringId}`, signal),
  });
  return <QueryView query={offering}>{(found) => <Offering offering={found} />}</QueryView>;
}
