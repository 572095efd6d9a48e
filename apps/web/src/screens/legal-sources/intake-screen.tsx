import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type IntakeDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { formatInstant } from '~/ui/dates';
import { DownloadButton } from '~/ui/download';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { LinkButton } from '~/ui/link-button';
import { PageHead } from '~/ui/page-head';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { Waiting } from '~/ui/waiting';
import { IntakeContent } from './intake-content';
import { IntakeForm } from './intake-form';
import { IntakeState } from './intakes-screen';
import './legal-sources.css';

function Notes({ intake }: { intake: IntakeDetail }): ReactElement {
  const { legalSources } = useText();
  const { known } = intake;
  return (
    <>
      {intake.isWithdrawn ? <Alert type="warning" showIcon title={legalSources.withdrawnNote} /> : null}
      {intake.isChanged ? <Alert type="warning" showIcon title={legalSources.changedNote} /> : null}
      {intake.problem === null ? null : (
        <Alert type="warning" showIcon title={intake.problem} description={legalSources.unreadNote} />
      )}
      {known === null || intake.state === 'recorded' ? null : (
        <Alert
          type="info"
          showIcon
          title={
            <>
              {legalSources.known}{' '}
              <RowLink href={`/legal-texts/${known.textId}`}>
                {known.numberSymbol} {known.title}
              </RowLink>
            </>
          }
        />
      )}
    </>
  );
}

function Decided({ intake }: { intake: IntakeDetail }): ReactElement {
  const { legalSources } = useText();
  const [name, when] = [intake.decidedByName ?? '', formatInstant(intake.decidedAt)];
  return (
    <section className="panel panel-pad">
      <p>
        {intake.state === 'recorded'
          ? legalSources.recordedBy(name, when)
          : legalSources.dismissedBy(name, when, intake.reason ?? '')}
      </p>
      {intake.textId === null ? null : (
        <LinkButton href={`/legal-texts/${intake.textId}`}>{legalSources.openKnown}</LinkButton>
      )}
    </section>
  );
}

function Dismiss({ id }: { id: string }): ReactElement {
  const { legalSources } = useText();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const required = useRequired();
  const dismiss = useAction<{ reason: string }, unknown>(
    (body, key) => api.post(`/legal-intakes/${id}/dismissal`, { body, key }),
    { stale: ['/legal-intakes'], done: () => setOpen(false) },
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{legalSources.dismiss}</Button>
      <FormDialog<{ reason: string }>
        open={open}
        close={() => setOpen(false)}
        title={legalSources.dismissTitle}
        submit={legalSources.dismiss}
        form={form}
        onFinish={(values) => dismiss.mutate(values)}
        pending={dismiss.isPending}
        error={dismiss.error}
      >
        <p className="quiet">{legalSources.dismissNote}</p>
        <Form.Item name="reason" label={legalSources.reason} rules={required}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
        </Form.Item>
      </FormDialog>
    </>
  );
}

function IntakeBody({ intake }: { intake: IntakeDetail }): ReactElement {
  const { legalSources } = useText();
  const [shown, setShown] = useState<string | null>(null);
  const isOpen = intake.state === 'read' || intake.state === 'unread';
  return (
    <>
      <PageHead
        title={intake.numberSymbol ?? intake.title}
        note={<IntakeState state={intake.state} />}
        actions={
          <>
            {intake.link === null ? null : (
              <Button href={intake.link} target="_blank" rel="noreferrer">
                {legalSources.official}
              </Button>
            )}
            {intake.hasFile ? (
              <DownloadButton
                path={`/legal-intakes/${intake.id}/file`}
                name={intake.fileName ?? 'van-ban'}
                label={legalSources.takeFile}
              />
            ) : null}
            {isOpen ? <Dismiss id={intake.id} /> : null}
          </>
        }
      />
      <div className="intake-notes">
        <Notes intake={intake} />
      </div>
      {intake.state === 'reading' ? (
        <section className="panel panel-pad" aria-live="polite">
          <p>{legalSources.reading}</p>
          <Waiting rows={4} />
        </section>
      ) : (
        <div className="beside">
          <IntakeContent content={intake.content} quote={shown} />
          {isOpen ? (
            <IntakeForm key={`${intake.id}-${String(intake.rowVersion)}`} intake={intake} show={setShown} />
          ) : (
            <Decided intake={intake} />
          )}
        </div>
      )}
    </>
  );
}

export function IntakeScreen(): ReactElement {
  const { intakeId } = useParams({ from: '/shell/legal-intakes/$intakeId' });
  const intake = useQuery({
    queryKey: ['/legal-intakes', intakeId],
    queryFn: ({ signal }) => api.get<IntakeDetail>(`/legal-intakes/${intakeId}`, signal),
    refetchInterval: (query) => (query.state.data?.state === 'reading' ? 800 : false),
  });
  return <QueryView query={intake}>{(data) => <IntakeBody intake={data} />}</QueryView>;
}
