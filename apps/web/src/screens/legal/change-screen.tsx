import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Form, Progress } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type ChangeDetail, type Reach } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { ActionButton } from '~/ui/action-button';
import { formatCount, formatDay, formatInstant } from '~/ui/dates';
import { Facts } from '~/ui/facts';
import { DayField } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { usePageTitle } from '~/ui/page-head';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { Chip } from '~/ui/state-chip';
import { say } from '~/ui/toast';
import { AgencyProgress } from './agency-progress';
import { CHANGE_TONES } from './changes-screen';
import { FirstDocuments } from './first-documents';
import { WithdrawDialog } from './withdraw-dialog';

function ReachFigures({ reach }: { reach: Reach }): ReactElement {
  const { legal } = useText();
  const figures: [number, string][] = [
    [reach.agencies, legal.agencies],
    [reach.documents, legal.documents],
    [reach.people, legal.people],
  ];
  return (
    <ul className="figures" aria-label={legal.reach}>
      {figures.map(([value, label]) => (
        <li key={label}>
          <strong>{formatCount(value)}</strong> {label}
        </li>
      ))}
    </ul>
  );
}

interface ConfirmValues {
  deadlineOn?: string | null;
}

function ConfirmDialog({
  change,
  open,
  close,
}: {
  change: ChangeDetail;
  open: boolean;
  close: () => void;
}): ReactElement {
  const { legal } = useText();
  const [form] = Form.useForm<ConfirmValues>();
  const confirm = useAction<ConfirmValues, ChangeDetail>(
    (values, key) =>
      api.post(`/legal-changes/${change.id}/confirmation`, {
        body: values.deadlineOn ? { deadlineOn: values.deadlineOn } : {},
        key,
        ifMatch: change.rowVersion,
      }),
    {
      stale: ['/legal-changes', '/legal-texts', '/assessments', '/documents'],
      done: () => {
        say(legal.confirmDone);
        close();
      },
    },
  );
  return (
    <FormDialog<ConfirmValues>
      open={open}
      close={close}
      title={legal.confirmTitle}
      submit={legal.confirm}
      form={form}
      initial={{ deadlineOn: change.deadlineOn }}
      onFinish={(values) => confirm.mutate(values)}
      pending={confirm.isPending}
      error={confirm.error}
    >
      {change.reach === null ? null : <ReachFigures reach={change.reach} />}
      <p>{legal.confirmNote}</p>
      {change.needsSecondPerson ? <p className="quiet">{legal.secondPerson}</p> : null}
      <Form.Item name="deadlineOn" label={legal.deadline} extra={legal.deadlineHint}>
        <DayField />
      </Form.Item>
    </FormDialog>
  );
}

function ChangeFacts({ change }: { change: ChangeDetail }): ReactElement {
  const { impact, legal } = useText();
  return (
    <Facts
      facts={[
        [
          legal.numberSymbol,
          <RowLink key="text" href={`/legal-texts/${change.textId}`}>
            {change.textNumberSymbol}
          </RowLink>,
        ],
        [legal.relation, impact.kinds[change.kind]],
        change.targets.length === 0 ? null : [legal.target, change.targets.join(', ')],
        [legal.effectiveOn, formatDay(change.effectiveOn)],
        [legal.scope, legal.scopes[change.scope]],
        [legal.recordedBy, change.recordedByAgency],
        [legal.deadline, formatDay(change.deadlineOn)],
        change.confirmedAt === null
          ? null
          : [legal.confirmedBy, `${change.confirmedByName ?? ''}, ${formatInstant(change.confirmedAt)}`],
        change.withdrawnAt === null
          ? null
          : [impact.withdrawnBy, `${change.withdrawnByName ?? ''}, ${formatInstant(change.withdrawnAt)}`],
        change.withdrawReason === null ? null : [impact.withdrawReason, change.withdrawReason],
      ]}
    />
  );
}

function ChangeBody({ change }: { change: ChangeDetail }): ReactElement {
  const { impact, legal } = useText();
  const [confirming, setConfirming] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const title = `${change.textNumberSymbol} ${impact.kinds[change.kind].toLowerCase()} ${change.targets.join(', ')}`;
  usePageTitle(title);
  return (
    <>
      <header className="band">
        <div className="band-line">
          <div className="band-name">
            <p className="band-code">
              <Chip tone={CHANGE_TONES[change.state]}>{legal.changeStates[change.state]}</Chip>
              <span>{legal.change}</span>
            </p>
            <h1>{title}</h1>
            <p className="page-note">{change.textTitle}</p>
          </div>
          <div className="page-actions">
            {change.state === 'recorded' ? (
              <ActionButton
                primary
                action={change.actions.confirm}
                label={legal.confirm}
                onClick={() => setConfirming(true)}
              />
            ) : null}
            {change.state === 'withdrawn' ? null : (
              <ActionButton
                action={change.actions.withdraw}
                label={impact.withdraw}
                onClick={() => setWithdrawing(true)}
              />
            )}
          </div>
        </div>
        {change.reach === null ? null : <ReachFigures reach={change.reach} />}
        {change.total === 0 ? null : (
          <div className="change-progress">
            <Progress percent={Math.round((change.done / change.total) * 100)} aria-label={legal.progress} />
            <span>{legal.progressWords(change.done, change.total)}</span>
          </div>
        )}
      </header>
      <div className="columns">
        <section className="panel panel-pad">
          <ChangeFacts change={change} />
        </section>
        {change.state === 'recorded' ? <FirstDocuments change={change} /> : null}
      </div>
      {change.state === 'recorded' ? null : <AgencyProgress change={change} />}
      <WithdrawDialog change={change} open={withdrawing} close={() => setWithdrawing(false)} />
      <ConfirmDialog change={change} open={confirming} close={() => setConfirming(false)} />
    </>
  );
}

/** After confirming, the tasks are given out by the worker: the page looks again until they stand. */
export function ChangeScreen(): ReactElement {
  const { changeId } = useParams({ from: '/shell/legal-changes/$changeId' });
  const change = useQuery({
    queryKey: ['/legal-changes', changeId],
    queryFn: ({ signal }) => api.get<ChangeDetail>(`/legal-changes/${changeId}`, signal),
    refetchInterval: (query) => (query.state.data?.state === 'confirmed' ? 5000 : false),
  });
  return <QueryView query={change}>{(found) => <ChangeBody change={found} />}</QueryView>;
}
