import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type DisposalDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { ActionButton } from '~/ui/action-button';
import { formatDay, formatInstant, today } from '~/ui/dates';
import { Facts } from '~/ui/facts';
import { DayField, PasswordItem, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { ListTable } from '~/ui/list-table';
import { usePageTitle } from '~/ui/page-head';
import { QueryView } from '~/ui/query-view';
import { Chip } from '~/ui/state-chip';
import { disposableColumns, DISPOSAL_TONES } from './disposals-screen';

type Step = 'approval' | 'refusal' | 'execution';

interface StepValues {
  password?: string;
  reason?: string;
  executedOn?: string;
  place?: string;
  witnesses?: string;
}

function bodyOf(step: Step, { witnesses, ...values }: StepValues): unknown {
  if (step !== 'execution') return values;
  const lines = (witnesses ?? '').split('\n').map((line) => line.trim());
  return { ...values, witnesses: lines.filter((line) => line !== '') };
}

function StepDialog({ id, step, close }: { id: string; step: Step; close: () => void }): ReactElement {
  const { upkeep, common } = useText();
  const [form] = Form.useForm<StepValues>();
  const required = useRequired();
  const perform = useAction<StepValues, unknown>(
    (values, key) => api.post(`/disposals/${id}/${step}`, { body: bodyOf(step, values), key }),
    { stale: ['/disposals', '/records', '/journal'], done: close },
  );
  const titles: Record<Step, string> = {
    approval: upkeep.approve,
    refusal: upkeep.refuse,
    execution: upkeep.execute,
  };
  return (
    <FormDialog<StepValues>
      open
      close={close}
      title={titles[step]}
      submit={titles[step]}
      form={form}
      initial={step === 'execution' ? { executedOn: today() } : {}}
      onFinish={(values) => perform.mutate(values)}
      pending={perform.isPending}
      error={perform.error}
    >
      {step === 'execution' ? (
        <>
          <Form.Item name="executedOn" label={upkeep.executedOn} rules={required}>
            <DayField />
          </Form.Item>
          <Form.Item name="place" label={upkeep.executedPlace} rules={required}>
            <Input />
          </Form.Item>
          <Form.Item name="witnesses" label={upkeep.witnesses} extra={upkeep.witnessesHint}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
        </>
      ) : (
        <>
          <p className="quiet">{upkeep.approveNote}</p>
          {step === 'refusal' ? (
            <Form.Item name="reason" label={common.reason} rules={required}>
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
            </Form.Item>
          ) : null}
          <PasswordItem />
        </>
      )}
    </FormDialog>
  );
}

function StepButtons({
  disposal,
  choose,
}: {
  disposal: DisposalDetail;
  choose: (step: Step) => void;
}): ReactElement {
  const { upkeep } = useText();
  const { actions, state } = disposal;
  return (
    <div className="page-actions">
      {state === 'proposed' ? (
        <>
          <ActionButton
            primary
            action={actions.approve}
            label={upkeep.approve}
            onClick={() => choose('approval')}
          />
          <ActionButton action={actions.decline} label={upkeep.refuse} onClick={() => choose('refusal')} />
        </>
      ) : null}
      {state === 'approved' ? (
        <ActionButton
          primary
          action={actions.execute}
          label={upkeep.execute}
          onClick={() => choose('execution')}
        />
      ) : null}
    </div>
  );
}

function DisposalBody({ disposal }: { disposal: DisposalDetail }): ReactElement {
  const text = useText();
  const { upkeep, common } = text;
  const [step, setStep] = useState<Step | null>(null);
  usePageTitle(upkeep.methods[disposal.method]);
  return (
    <>
      <header className="band">
        <div className="band-line">
          <div className="band-name">
            <p className="band-code">
              <Chip tone={DISPOSAL_TONES[disposal.state]}>{upkeep.disposalStates[disposal.state]}</Chip>
              <span>{upkeep.proposeTitle(disposal.records)}</span>
            </p>
            <h1>{upkeep.methods[disposal.method]}</h1>
          </div>
          <StepButtons disposal={disposal} choose={setStep} />
        </div>
      </header>
      <section className="panel panel-pad gap-below">
        <Facts
          facts={[
            [common.reason, disposal.reason],
            [upkeep.proposedBy, `${disposal.proposedName}, ${formatInstant(disposal.proposedAt)}`],
            disposal.approverName === null
              ? null
              : [
                  upkeep.approver,
                  `${disposal.approverName} (${disposal.approverPosition ?? ''}), ${formatInstant(disposal.decidedAt)}`,
                ],
            disposal.decisionReason === null ? null : [upkeep.refuse, disposal.decisionReason],
            disposal.executedOn === null ? null : [upkeep.executedOn, formatDay(disposal.executedOn)],
            disposal.executedPlace === null ? null : [upkeep.executedPlace, disposal.executedPlace],
            disposal.witnesses.length === 0 ? null : [upkeep.witnesses, disposal.witnesses.join('; ')],
          ]}
        />
      </section>
      <section className="panel">
        <h2 className="panel-title">{upkeep.records}</h2>
        <ListTable
          label={upkeep.records}
          columns={disposableColumns(text)}
          rows={disposal.lines}
          rowKey={(line) => line.id}
        />
      </section>
      {step === null ? null : <StepDialog id={disposal.id} step={step} close={() => setStep(null)} />}
    </>
  );
}

export function DisposalScreen(): ReactElement {
  const { disposalId } = useParams({ from: '/shell/disposals/$disposalId' });
  const disposal = useQuery({
    queryKey: ['/disposals', disposalId],
    queryFn: ({ signal }) => api.get<DisposalDetail>(`/disposals/${disposalId}`, signal),
  });
  return <QueryView query={disposal}>{(found) => <DisposalBody disposal={found} />}</QueryView>;
}
