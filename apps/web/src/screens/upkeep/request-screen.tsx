import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type ChangeRequestView, type RefusalRequest } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { ActionButton } from '~/ui/action-button';
import { formatInstant } from '~/ui/dates';
import { Facts } from '~/ui/facts';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { blank, filled } from '~/ui/office-forms';
import { usePageTitle } from '~/ui/page-head';
import { PrintMenu } from '~/ui/print-menu';
import { ProblemNotice } from '~/ui/problem-notice';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { Chip } from '~/ui/state-chip';
import { REQUEST_TONES } from './requests-screen';

const STALE = ['/change-requests', '/journal'];

function DeclineDialog({ id, close }: { id: string; close: () => void }): ReactElement {
  const { upkeep, common } = useText();
  const [form] = Form.useForm<RefusalRequest>();
  const decline = useAction<RefusalRequest, unknown>(
    (body, key) => api.post(`/change-requests/${id}/refusal`, { body, key }),
    { stale: STALE, done: close },
  );
  return (
    <FormDialog<RefusalRequest>
      open
      close={close}
      title={upkeep.decline}
      submit={upkeep.decline}
      form={form}
      onFinish={(values) => decline.mutate(values)}
      pending={decline.isPending}
      error={decline.error}
    >
      <Form.Item name="reason" label={common.reason} rules={useRequired()}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
    </FormDialog>
  );
}

function RequestFacts({ request }: { request: ChangeRequestView }): ReactElement {
  const { upkeep, common } = useText();
  const answer =
    request.answerVersionId === null || request.documentId === null ? null : (
      <RowLink href={`/documents/${request.documentId}?version=${request.answerVersionId}`}>
        {upkeep.openAnswer}
      </RowLink>
    );
  return (
    <Facts
      facts={[
        [upkeep.kind, upkeep.kinds[request.kind]],
        [
          upkeep.subject,
          request.documentId === null ? (
            request.title
          ) : (
            <RowLink key="document" href={`/documents/${request.documentId}`}>
              {request.title}
            </RowLink>
          ),
        ],
        request.place === null ? null : [upkeep.place, request.place],
        [common.reason, request.reason],
        request.proposal === null ? null : [upkeep.proposal, request.proposal],
        [upkeep.requester, request.requesterName],
        [upkeep.source, upkeep.sources[request.source]],
        [upkeep.sentOn, formatInstant(request.createdAt)],
        request.decidedName === null ? null : [upkeep.answeredBy, request.decidedName],
        request.decidedAt === null ? null : [upkeep.answeredAt, formatInstant(request.decidedAt)],
        request.decisionReason === null ? null : [upkeep.answer, request.decisionReason],
        answer === null ? null : [upkeep.states.done, answer],
      ]}
    />
  );
}

function RequestBody({ request }: { request: ChangeRequestView }): ReactElement {
  const text = useText();
  const { upkeep } = text;
  const [declining, setDeclining] = useState(false);
  usePageTitle(request.title);
  const act = useAction<'acceptance' | 'completion', unknown>(
    (step, key) => api.post(`/change-requests/${request.id}/${step}`, { body: {}, key }),
    { stale: STALE },
  );
  return (
    <>
      <header className="band">
        <div className="band-line">
          <div className="band-name">
            <p className="band-code">
              <Chip tone={REQUEST_TONES[request.state]}>{upkeep.states[request.state]}</Chip>
              <span>{upkeep.requests}</span>
            </p>
            <h1>{request.title}</h1>
          </div>
          <div className="page-actions">
            <PrintMenu
              forms={[
                filled('request', text, {
                  docx: `/change-requests/${request.id}/form.docx`,
                  prints: `/change-requests/${request.id}/form-prints`,
                }),
                blank('request', text),
              ]}
            />
            {request.state === 'opened' ? (
              <>
                <ActionButton
                  primary
                  action={request.actions.accept}
                  label={upkeep.accept}
                  loading={act.isPending}
                  onClick={() => act.mutate('acceptance')}
                />
                <ActionButton
                  action={request.actions.decline}
                  label={upkeep.decline}
                  onClick={() => setDeclining(true)}
                />
              </>
            ) : null}
            {request.state === 'accepted' ? (
              <ActionButton
                primary
                action={request.actions.finish}
                label={upkeep.finish}
                loading={act.isPending}
                onClick={() => act.mutate('completion')}
              />
            ) : null}
          </div>
        </div>
      </header>
      {act.error === null ? null : <ProblemNotice error={act.error} />}
      <section className="panel panel-pad">
        <RequestFacts request={request} />
      </section>
      {declining ? <DeclineDialog id={request.id} close={() => setDeclining(false)} /> : null}
    </>
  );
}

export function RequestScreen(): ReactElement {
  const { requestId } = useParams({ from: '/shell/change-requests/$requestId' });
  const request = useQuery({
    queryKey: ['/change-requests', requestId],
    queryFn: ({ signal }) => api.get<ChangeRequestView>(`/change-requests/${requestId}`, signal),
  });
  return <QueryView query={request}>{(found) => <RequestBody request={found} />}</QueryView>;
}
