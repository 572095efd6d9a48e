import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Checkbox, Form, Input, Radio } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type AssessmentDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { ActionButton } from '~/ui/action-button';
import { formatDay, formatInstant } from '~/ui/dates';
import { Facts } from '~/ui/facts';
import { PasswordItem, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { LinkButton } from '~/ui/link-button';
import { usePageTitle } from '~/ui/page-head';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { Chip } from '~/ui/state-chip';
import { ASSESSMENT_TONES } from './assessments-screen';
import { ExtendDialog } from './extend-dialog';
import { OtherReasons } from './other-reasons';
import { Reasons } from './reasons';

interface ConcludeValues {
  outcome: 'not-needed' | 'must-revise';
  reason: string;
  alsoIds?: string[];
  password: string;
}

interface ConcludeProps {
  assessment: AssessmentDetail;
  open: boolean;
  close: () => void;
}

function ConcludeDialog({ assessment, open, close }: ConcludeProps): ReactElement {
  const { impact, legal } = useText();
  const [form] = Form.useForm<ConcludeValues>();
  const required = useRequired();
  const also = assessment.others.filter(({ state }) => state === 'open' || state === 'must-revise');
  const conclude = useAction<ConcludeValues, AssessmentDetail>(
    (body, key) =>
      api.post(`/assessments/${assessment.id}/conclusion`, { body, key, ifMatch: assessment.rowVersion }),
    { stale: ['/assessments', '/legal-changes', '/documents'], done: close },
  );
  return (
    <FormDialog<ConcludeValues>
      open={open}
      close={close}
      title={legal.concludeTitle}
      submit={legal.conclude}
      form={form}
      onFinish={(values) => conclude.mutate(values)}
      pending={conclude.isPending}
      error={conclude.error}
    >
      <Form.Item name="outcome" label={legal.outcome} rules={required}>
        <Radio.Group
          options={[
            { value: 'must-revise', label: legal.outcomes['must-revise'] },
            { value: 'not-needed', label: legal.outcomes['not-needed'] },
          ]}
        />
      </Form.Item>
      <Form.Item name="reason" label={legal.outcomeReason} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      {also.length === 0 ? null : (
        <Form.Item name="alsoIds" label={impact.alsoAnswer} extra={impact.othersHint}>
          <Checkbox.Group
            options={also.map(({ id, changeText, cites }) => ({
              value: id,
              label: `${changeText} (${cites})`,
            }))}
          />
        </Form.Item>
      )}
      <PasswordItem />
    </FormDialog>
  );
}

function Deadline({ assessment }: { assessment: AssessmentDetail }): ReactElement {
  return (
    <span className={assessment.overdue ? 'overdue' : undefined}>{formatDay(assessment.deadlineOn)}</span>
  );
}

function Moves({ moves }: { moves: AssessmentDetail['moves'] }): ReactElement {
  const { impact } = useText();
  return (
    <ul className="plain-list">
      {moves.map(({ fromOn, untilOn, reason, movedByName, movedByAgency, movedAt }) => (
        <li key={movedAt}>
          {impact.moveWords(formatDay(fromOn), formatDay(untilOn), reason, movedByName || movedByAgency)}
        </li>
      ))}
    </ul>
  );
}

function AssessmentFacts({ assessment }: { assessment: AssessmentDetail }): ReactElement {
  const { impact, legal } = useText();
  return (
    <Facts
      facts={[
        [
          legal.change,
          <RowLink key="change" href={`/legal-changes/${assessment.changeId}`}>
            {assessment.changeText}
          </RowLink>,
        ],
        assessment.reasons.length === 0
          ? [legal.cites, `${assessment.cites} (${impact.via[assessment.via]})`]
          : [impact.why, <Reasons key="why" reasons={assessment.reasons} />],
        [legal.unit, assessment.unitName],
        [legal.deadline, <Deadline key="deadline" assessment={assessment} />],
        assessment.originalDeadlineOn === assessment.deadlineOn
          ? null
          : [impact.originalDeadline, formatDay(assessment.originalDeadlineOn)],
        assessment.moves.length === 0 ? null : [impact.moves, <Moves key="moves" moves={assessment.moves} />],
        assessment.reason === null ? null : [legal.outcomeReason, assessment.reason],
        assessment.concludedByName === null ? null : [legal.concludedBy, assessment.concludedByName],
        assessment.concludedAt === null ? null : [legal.concludedAt, formatInstant(assessment.concludedAt)],
      ]}
    />
  );
}

function AssessmentBody({ assessment }: { assessment: AssessmentDetail }): ReactElement {
  const { impact, legal } = useText();
  const mayUpload = useOpens('upload');
  const [extending, setExtending] = useState(false);
  const [concluding, setConcluding] = useState(false);
  usePageTitle(`${legal.assessmentOne} ${assessment.code}`);
  return (
    <>
      <header className="band">
        <div className="band-line">
          <div className="band-name">
            <p className="band-code">
              <Chip tone={ASSESSMENT_TONES[assessment.state]}>
                {legal.assessmentStates[assessment.state]}
              </Chip>
              <strong>{assessment.code}</strong>
              <span>{legal.assessmentOne}</span>
            </p>
            <h1>{assessment.title}</h1>
          </div>
          <div className="page-actions">
            <ActionButton
              primary
              action={assessment.actions.conclude}
              label={legal.conclude}
              onClick={() => setConcluding(true)}
            />
            <ActionButton
              action={assessment.actions.extend}
              label={impact.extend}
              onClick={() => setExtending(true)}
            />
            <LinkButton href={`/documents/${assessment.documentId}`}>{legal.openDocument}</LinkButton>
            {mayUpload && assessment.state === 'must-revise' ? (
              <LinkButton href={`/uploads/new?documentId=${assessment.documentId}`} icon="upload">
                {legal.newVersion}
              </LinkButton>
            ) : null}
          </div>
        </div>
      </header>
      <section className="panel panel-pad">
        <AssessmentFacts assessment={assessment} />
      </section>
      {extending ? (
        <ExtendDialog
          path="/assessments/extensions"
          subject={{ assessmentIds: [assessment.id] }}
          close={() => setExtending(false)}
        />
      ) : null}
      <OtherReasons others={assessment.others} />
      <ConcludeDialog assessment={assessment} open={concluding} close={() => setConcluding(false)} />
    </>
  );
}

export function AssessmentScreen(): ReactElement {
  const { assessmentId } = useParams({ from: '/shell/assessments/$assessmentId' });
  const assessment = useQuery({
    queryKey: ['/assessments', assessmentId],
    queryFn: ({ signal }) => api.get<AssessmentDetail>(`/assessments/${assessmentId}`, signal),
  });
  return <QueryView query={assessment}>{(found) => <AssessmentBody assessment={found} />}</QueryView>;
}
