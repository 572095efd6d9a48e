import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type DutyRequest, type InternalProcessView, type TthcDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { ActionButton } from '~/ui/action-button';
import { formatDay } from '~/ui/dates';
import { Facts } from '~/ui/facts';
import { FormDialog } from '~/ui/form-dialog';
import { usePageTitle } from '~/ui/page-head';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { Chip } from '~/ui/state-chip';
import { useGo } from '~/ui/use-go';
import { ProcessDialog } from './process-dialog';
import { TTHC_TONES } from './procedures-screen';
import './tthc.css';

/** Steps as the decision prints them. */
export function ProcessSteps({ steps }: Pick<InternalProcessView, 'steps'>): ReactElement {
  const { tthc } = useText();
  return (
    <table className="list-table" aria-label={tthc.steps}>
      <thead>
        <tr>
          <th scope="col">{tthc.stepName}</th>
          <th scope="col">{tthc.responsible}</th>
          <th scope="col">{tthc.time}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, at) => (
          <tr key={`${String(at)} ${step.name}`}>
            <td className="cell-main" data-label={tthc.stepName}>
              {at + 1}. {step.name}
            </td>
            <td data-label={tthc.responsible}>{step.responsible ?? '—'}</td>
            <td data-label={tthc.time}>{step.time ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Process({ process }: { process: InternalProcessView }): ReactElement {
  const { tthc } = useText();
  const { decisionNumber, decisionOn, decisionIssuer, validFrom, validUntil, timeLimit } = process;
  const decision = [decisionNumber, decisionOn === null ? null : formatDay(decisionOn), decisionIssuer];
  return (
    <li>
      <p>
        <Chip tone={process.current ? 'green' : 'grey'}>{process.current ? tthc.current : tthc.past}</Chip>{' '}
        <strong>{decision.filter(Boolean).join(' · ') || tthc.process}</strong>
      </p>
      <p className="quiet">
        {[
          validFrom === null ? null : tthc.from(formatDay(validFrom)),
          validUntil === null ? null : tthc.until(formatDay(validUntil)),
          timeLimit,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {process.current ? <ProcessSteps steps={process.steps} /> : null}
    </li>
  );
}

function History({ procedure }: { procedure: TthcDetail }): ReactElement {
  const { tthc } = useText();
  return (
    <section className="panel panel-pad">
      <h2>{tthc.history}</h2>
      {procedure.history.length === 0 ? <p className="quiet">{tthc.noHistory}</p> : null}
      <ul className="line-list">
        {procedure.history.map((line) => (
          <li key={line.announcementId}>
            <p>
              {tthc.acts[line.act]}:{' '}
              <RowLink href={`/legal-texts/${line.textId}`}>{line.numberSymbol}</RowLink>
            </p>
            <p className="quiet">{[line.issuer, formatDay(line.issuedOn)].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DutyDialog({
  procedure,
  applies,
  close,
}: {
  procedure: TthcDetail;
  applies: boolean;
  close: () => void;
}): ReactElement {
  const { tthc } = useText();
  const [form] = Form.useForm<DutyRequest>();
  const set = useAction<DutyRequest, TthcDetail>(
    (body, key) => api.post(`/administrative-procedures/${procedure.id}/duty`, { body, key }),
    { stale: ['/administrative-procedures', '/coverage', '/journal'], done: close },
  );
  return (
    <FormDialog<DutyRequest>
      open
      close={close}
      title={tthc.dutyTitle}
      submit={applies ? tthc.dutyTake : tthc.dutyLeave}
      form={form}
      onFinish={({ reason }) => set.mutate({ applies, reason })}
      pending={set.isPending}
      error={set.error}
    >
      <Form.Item name="reason" label={tthc.dutyReason}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  );
}

function Duty({ procedure }: { procedure: TthcDetail }): ReactElement {
  const { tthc } = useText();
  const maySet = useOpens('setDuties');
  const [asks, setAsks] = useState(false);
  const reset = useAction<null, TthcDetail>(
    (_, key) => api.post(`/administrative-procedures/${procedure.id}/duty`, { body: {}, key }),
    { stale: ['/administrative-procedures', '/coverage', '/journal'] },
  );
  const setBy = procedure.dutySetByName;
  return (
    <section className="panel panel-pad">
      <h2>{tthc.duty}</h2>
      <p>
        <Chip tone={procedure.duty ? 'blue' : 'grey'}>{procedure.duty ? tthc.dutyYes : tthc.dutyNo}</Chip>
      </p>
      <p className="quiet">
        {setBy === null ? tthc.dutyByRule : tthc.dutyBy(setBy)}
        {procedure.dutyReason === null ? '' : ` · ${procedure.dutyReason}`}
      </p>
      {maySet ? (
        <div className="page-actions">
          <Button onClick={() => setAsks(true)}>{procedure.duty ? tthc.dutyLeave : tthc.dutyTake}</Button>
          {setBy === null ? null : (
            <Button loading={reset.isPending} onClick={() => reset.mutate(null)}>
              {tthc.dutyReset}
            </Button>
          )}
        </div>
      ) : null}
      {asks ? (
        <DutyDialog procedure={procedure} applies={!procedure.duty} close={() => setAsks(false)} />
      ) : null}
    </section>
  );
}

function ProcedureFacts({ procedure }: { procedure: TthcDetail }): ReactElement {
  const { tthc } = useText();
  return (
    <section className="panel panel-pad">
      <Facts
        facts={[
          [tthc.field, procedure.field],
          [tthc.level, tthc.levels[procedure.level]],
          [tthc.executingBody, procedure.executingBody],
          [tthc.timeLimit, procedure.timeLimit],
          [tthc.fee, procedure.fee],
          procedure.validFrom === null ? null : [tthc.validFrom, formatDay(procedure.validFrom)],
          procedure.validUntil === null ? null : [tthc.validUntil, formatDay(procedure.validUntil)],
          [tthc.steward, procedure.stewardName],
          procedure.note === null ? null : [tthc.note, procedure.note],
        ]}
      />
    </section>
  );
}

function ProcedureBody({ procedure }: { procedure: TthcDetail }): ReactElement {
  const { tthc } = useText();
  const go = useGo();
  const [enters, setEnters] = useState(false);
  usePageTitle(procedure.name);
  return (
    <>
      <header className="band">
        <div className="band-line">
          <div className="band-name">
            <p className="band-code">
              <Chip tone={TTHC_TONES[procedure.status]}>{tthc.statuses[procedure.status]}</Chip>
              {procedure.code === null ? null : <strong>{procedure.code}</strong>}
              <span>{procedure.field}</span>
            </p>
            <h1>{procedure.name}</h1>
          </div>
          <div className="page-actions">
            <ActionButton
              action={procedure.actions.edit}
              label={tthc.edit}
              onClick={() => go(`/administrative-procedures/${procedure.id}/edit`)}
            />
            <ActionButton
              primary
              action={procedure.actions.addProcess}
              label={tthc.addProcess}
              onClick={() => setEnters(true)}
            />
          </div>
        </div>
      </header>
      <div className="columns tthc-gap">
        <ProcedureFacts procedure={procedure} />
        <Duty procedure={procedure} />
        <History procedure={procedure} />
      </div>
      <section className="panel panel-pad">
        <h2>{tthc.processes}</h2>
        {procedure.processes.length === 0 ? <p className="quiet">{tthc.noProcess}</p> : null}
        <ul className="line-list">
          {procedure.processes.map((process) => (
            <Process key={process.id} process={process} />
          ))}
        </ul>
      </section>
      {enters ? <ProcessDialog procedure={procedure} close={() => setEnters(false)} /> : null}
    </>
  );
}

export function ProcedureScreen(): ReactElement {
  const { procedureId } = useParams({ from: '/shell/administrative-procedures/$procedureId' });
  const procedure = useQuery({
    queryKey: ['/administrative-procedures', procedureId],
    queryFn: ({ signal }) => api.get<TthcDetail>(`/administrative-procedures/${procedureId}`, signal),
  });
  return <QueryView query={procedure}>{(found) => <ProcedureBody procedure={found} />}</QueryView>;
}
