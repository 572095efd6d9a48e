import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type DecisionDetail, type DecisionLineView, type DecisionRefView } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { ActionButton } from '~/ui/action-button';
import { formatDay, formatInstant } from '~/ui/dates';
import { Facts } from '~/ui/facts';
import { type Column, ListTable } from '~/ui/list-table';
import { usePageTitle } from '~/ui/page-head';
import { ProblemList } from '~/ui/problem-list';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { Chip } from '~/ui/state-chip';
import { EditDecisionDialog, RegisterDecisionDialog } from './decision-dialogs';
import { FormCheckDialog, FormCheckFact } from './form-check';
import { type PrintableForm, PrintMenu } from '~/ui/print-menu';
import { ScanPanel } from './scan-panel';

function WithdrawalReason({ line }: { line: DecisionLineView }): ReactElement {
  const { issuing } = useText();
  const { reason, successor } = line;
  return (
    <>
      {reason}
      {successor === null ? null : (
        <div className="quiet">
          {issuing.successor}:{' '}
          <RowLink
            href={`/documents/${successor.documentId}`}
          >{`${successor.code} ${successor.title}`}</RowLink>
        </div>
      )}
    </>
  );
}

function DecisionRef({ decision }: { decision: DecisionRefView }): ReactElement {
  return (
    <RowLink href={`/decisions/${decision.id}`}>
      {[decision.number, formatDay(decision.signedOn), decision.abstract].filter(Boolean).join(' · ')}
    </RowLink>
  );
}

function columnsOf({ decisions, documents, issuing }: Dictionary): Column<DecisionLineView>[] {
  return [
    {
      key: 'action',
      title: decisions.lineAction,
      narrow: true,
      cell: (line) => decisions.lineActions[line.action],
    },
    {
      key: 'code',
      title: documents.code,
      narrow: true,
      cell: (line) => <span className="code-cell">{line.code}</span>,
    },
    {
      key: 'title',
      title: documents.name,
      main: true,
      cell: (line) => (
        <RowLink href={`/documents/${line.documentId}?version=${line.versionId}`} className="row-title">
          {line.title}
        </RowLink>
      ),
    },
    { key: 'series', title: documents.series, cell: (line) => line.series },
    {
      key: 'reason',
      title: issuing.reason,
      cell: (line) =>
        line.action === 'withdraw' ? <WithdrawalReason line={line} /> : (line.changeNote ?? ''),
    },
    {
      key: 'issue',
      title: documents.issueRevision,
      narrow: true,
      cell: (line) => `${line.issue} / ${line.revision}`,
    },
  ];
}

function effectiveWords(decision: DecisionDetail, text: Dictionary): string {
  if (decision.effectiveOn !== null) return formatDay(decision.effectiveOn);
  return decision.effectiveFrom === null ? text.decisions.fromSigning : formatDay(decision.effectiveFrom);
}

function DecisionFacts({ decision }: { decision: DecisionDetail }): ReactElement {
  const text = useText();
  const { decisions, issuing } = text;
  return (
    <Facts
      facts={[
        [decisions.number, decision.number ?? decisions.noNumber],
        [decisions.signedOn, formatDay(decision.signedOn)],
        [decisions.effectiveOn, effectiveWords(decision, text)],
        [
          decisions.signer,
          [[decision.formula, decision.signerName].filter(Boolean).join(' '), decision.signerPosition]
            .filter(Boolean)
            .join(', '),
        ],
        [issuing.form, <FormCheckFact key="form" form={decision.form} />],
        decision.replaces === null
          ? null
          : [issuing.replaces, <DecisionRef key="replaces" decision={decision.replaces} />],
        decision.replacedBy === null
          ? null
          : [issuing.replacedBy, <DecisionRef key="by" decision={decision.replacedBy} />],
        decision.enteredAt === null ? null : [decisions.enteredAt, formatInstant(decision.enteredAt)],
        decision.lateReason === null ? null : [decisions.lateReason, decision.lateReason],
        [
          decisions.bases,
          <ul key="bases" className="bases">
            {decision.legalBases.map((base) => (
              <li key={base}>{base}</li>
            ))}
          </ul>,
        ],
      ]}
    />
  );
}

function formsOf(id: string, { issuing }: Dictionary): PrintableForm[] {
  const names = ['decision', 'submission', 'list'] as const;
  return names.map((form) => ({
    key: form,
    label: issuing.forms[form],
    docx: `/decisions/${id}/${form}.docx`,
    print: { path: `/decisions/${id}/prints`, body: { form } },
  }));
}

function DecisionBody({ decision }: { decision: DecisionDetail }): ReactElement {
  const text = useText();
  const { decisions, common, issuing } = text;
  const [dialog, setDialog] = useState<'edit' | 'register' | 'form' | null>(null);
  const close = (): void => setDialog(null);
  usePageTitle(decision.abstract);
  return (
    <>
      <header className="band">
        <div className="band-line">
          <div className="band-name">
            <p className="band-code">
              <Chip tone={decision.state === 'registered' ? 'green' : 'grey'}>
                {decisions.states[decision.state]}
              </Chip>
              <strong>{decision.number ?? decisions.noNumber}</strong>
              <span>{decisions.one}</span>
            </p>
            <h1>{decision.abstract}</h1>
          </div>
          <div className="page-actions">
            <ActionButton
              primary
              action={decision.actions.register}
              label={decisions.register}
              onClick={() => setDialog('register')}
            />
            <ActionButton
              action={decision.actions.edit}
              label={common.edit}
              onClick={() => setDialog('edit')}
            />
            <ActionButton
              action={decision.actions.checkForm}
              label={issuing.form}
              icon="check"
              onClick={() => setDialog('form')}
            />
            <PrintMenu forms={formsOf(decision.id, text)} />
          </div>
        </div>
      </header>
      {decision.warnings.length === 0 ? null : (
        <section className="panel panel-pad gap-below">
          <h2>{decisions.warnings}</h2>
          <ProblemList problems={decision.warnings} />
        </section>
      )}
      <section className="panel gap-below">
        <h2 className="panel-title">{decisions.lines}</h2>
        <ListTable
          label={decisions.lines}
          columns={columnsOf(text)}
          rows={decision.lines}
          rowKey={(line) => `${line.action}-${line.versionId}`}
        />
      </section>
      <section className="panel panel-pad gap-below">
        <DecisionFacts decision={decision} />
      </section>
      <ScanPanel decision={decision} />
      <EditDecisionDialog decision={decision} open={dialog === 'edit'} close={close} />
      <FormCheckDialog decision={decision} open={dialog === 'form'} close={close} />
      <RegisterDecisionDialog decision={decision} open={dialog === 'register'} close={close} />
    </>
  );
}

export function DecisionScreen(): ReactElement {
  const { decisionId } = useParams({ from: '/shell/decisions/$decisionId' });
  const decision = useQuery({
    queryKey: ['/decisions', decisionId],
    queryFn: ({ signal }) => api.get<DecisionDetail>(`/decisions/${decisionId}`, signal),
    // The inspection of a scan is the worker's: it is looked for until it is done.
    refetchInterval: ({ state }) => (state.data?.scan?.state === 'waiting' ? 2_000 : false),
  });
  return <QueryView query={decision}>{(found) => <DecisionBody decision={found} />}</QueryView>;
}
