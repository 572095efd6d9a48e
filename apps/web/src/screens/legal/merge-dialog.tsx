import { Button, Form, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type LegalTextDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { formatDay } from '~/ui/dates';
import { type Fact, Facts } from '~/ui/facts';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { QueryView } from '~/ui/query-view';
import { say } from '~/ui/toast';
import './register.css';

function useFacts(text: LegalTextDetail): Fact[] {
  const { legal } = useText();
  return [
    [legal.numberSymbol, text.numberSymbol],
    [legal.kind, text.kind],
    [legal.issuer, text.issuer],
    [legal.issuedOn, formatDay(text.issuedOn)],
    [legal.effectiveOn, formatDay(text.effectiveOn)],
    [legal.name, text.title],
    [legal.steward, text.stewardName],
    [legal.status, legal.statuses[text.status]],
    [legal.relations, String(text.relations.length)],
    [legal.citedBy, String(text.citedBy)],
  ];
}

function Side({ title, text }: { title: string; text: LegalTextDetail }): ReactElement {
  const facts = useFacts(text);
  return (
    <div>
      <h3>{title}</h3>
      <Facts facts={facts} />
    </div>
  );
}

interface MergeBodyProps {
  own: LegalTextDetail;
  other: LegalTextDetail;
  close: () => void;
}

function MergeBody({ own, other, close }: MergeBodyProps): ReactElement {
  const { register } = useText();
  const required = useRequired();
  const [form] = Form.useForm<{ reason: string }>();
  const [swapped, setSwapped] = useState(false);
  const [goes, stays] = swapped ? [other, own] : [own, other];
  const merge = useAction<{ reason: string }, LegalTextDetail>(
    ({ reason }, key) =>
      api.post(`/legal-texts/${goes.id}/merger`, {
        body: { reason, intoId: stays.id, rowVersion: goes.rowVersion },
        key,
      }),
    {
      stale: ['/legal-texts', '/versions', '/unresolved-citations', '/outdated-citations'],
      done: () => {
        say(register.merged);
        close();
      },
    },
  );
  return (
    <FormDialog<{ reason: string }>
      open
      close={close}
      title={register.compareTitle}
      submit={register.merge}
      form={form}
      onFinish={(values) => merge.mutate(values)}
      pending={merge.isPending}
      error={merge.error}
      width={920}
      danger
    >
      <div className="compared">
        <Side title={register.goes} text={goes} />
        <Side title={register.stays} text={stays} />
      </div>
      <Button onClick={() => setSwapped(!swapped)}>{register.swap}</Button>
      <p className="quiet">{register.mergeNote}</p>
      <Form.Item name="reason" label={register.reason} rules={[...required, { min: 5 }]}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} />
      </Form.Item>
    </FormDialog>
  );
}

function useDetail(id: string): ReturnType<typeof useQuery<LegalTextDetail>> {
  return useQuery<LegalTextDetail>({
    queryKey: ['/legal-texts', id],
    queryFn: ({ signal }) => api.get<LegalTextDetail>(`/legal-texts/${id}`, signal),
  });
}

/** Two records side by side; nothing is merged before a person says so, with a reason. */
export function MergeDialog({
  ownId,
  otherId,
  close,
}: {
  ownId: string;
  otherId: string;
  close: () => void;
}): ReactElement {
  const own = useDetail(ownId);
  const other = useDetail(otherId);
  return (
    <QueryView query={own}>
      {(mine) => (
        <QueryView query={other}>
          {(theirs) => <MergeBody own={mine} other={theirs} close={close} />}
        </QueryView>
      )}
    </QueryView>
  );
}
