import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { API, api } from '~/api/client';
import { itemsOf, usePages } from '~/api/page';
import { type AgencyExportLine, type AskExportRequest, type ExportLink } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { ActionButton } from '~/ui/action-button';
import { formatBytes, formatCount } from '~/ui/bytes';
import { formatInstant } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { type Column, PagedTable } from '~/ui/list-table';
import { ProblemNotice } from '~/ui/problem-notice';
import { Chip, type Tone } from '~/ui/state-chip';
import { say } from '~/ui/toast';
import { AdministrationHead } from '../administration/administration-head';

const TONES: Record<AgencyExportLine['state'], Tone> = {
  waiting: 'amber',
  running: 'amber',
  ready: 'green',
  failed: 'red',
  deleted: 'grey',
};
const LOOK_AGAIN_MS = 2000;

/** The browser itself saves the file: gigabytes never pass through the page. */
function followLink({ path }: ExportLink): void {
  const link = document.createElement('a');
  link.href = API + path;
  link.click();
}

function Take({ line }: { line: AgencyExportLine }): ReactElement | null {
  const { agencyExports, common } = useText();
  const take = useMutation({
    mutationFn: () => api.post<ExportLink>(`/agency-exports/${line.id}/links`),
    onSuccess: followLink,
  });
  if (line.state !== 'ready') return null;
  return (
    <>
      <ActionButton
        action={line.actions.take}
        label={agencyExports.take}
        icon="download"
        primary
        loading={take.isPending}
        onClick={() => take.mutate()}
      />
      {take.error === null ? null : <ProblemNotice error={take.error} title={common.error.action} />}
    </>
  );
}

function State({ line }: { line: AgencyExportLine }): ReactElement {
  const { agencyExports } = useText();
  const words = agencyExports.states[line.state];
  const done = line.state === 'running' ? ` ${agencyExports.percent(line.progress)}` : '';
  return (
    <>
      <Chip tone={TONES[line.state]}>{words + done}</Chip>
      {line.problem === null ? null : <div className="quiet">{line.problem}</div>}
    </>
  );
}

function Content({ line: { figures, size, sha256 } }: { line: AgencyExportLine }): ReactElement | null {
  const { agencyExports } = useText();
  if (figures === null || size === null) return null;
  return (
    <>
      <div>
        {agencyExports.figures(formatBytes(size), formatCount(figures.files), formatCount(figures.rows))}
      </div>
      {figures.withheldDocuments > 0 ? (
        <div className="quiet">{agencyExports.withheld(figures.withheldDocuments)}</div>
      ) : null}
      {figures.missing > 0 ? <div className="quiet">{agencyExports.missing(figures.missing)}</div> : null}
      <div className="quiet">
        {agencyExports.hash}: <code className="hash-text">{sha256}</code>
      </div>
    </>
  );
}

function columnsOf({ agencyExports, common }: Dictionary): Column<AgencyExportLine>[] {
  return [
    { key: 'at', title: agencyExports.askedAt, main: true, cell: (line) => formatInstant(line.askedAt) },
    {
      key: 'by',
      title: agencyExports.askedBy,
      cell: (line) => (
        <>
          <div>{line.askedByName}</div>
          <div className="quiet">
            {common.reason}: {line.reason}
          </div>
        </>
      ),
    },
    { key: 'state', title: agencyExports.state, narrow: true, cell: (line) => <State line={line} /> },
    { key: 'content', title: agencyExports.content, cell: (line) => <Content line={line} /> },
    {
      key: 'until',
      title: agencyExports.keptUntil,
      narrow: true,
      cell: (line) => (line.state === 'ready' ? formatInstant(line.expiresAt) : '—'),
    },
    { key: 'take', title: '', narrow: true, end: true, cell: (line) => <Take line={line} /> },
  ];
}

function AskDialog({ open, close }: { open: boolean; close: () => void }): ReactElement {
  const { agencyExports, common } = useText();
  const [form] = Form.useForm<AskExportRequest>();
  const required = useRequired();
  const ask = useAction<AskExportRequest, AgencyExportLine>(
    (body, key) => api.post('/agency-exports', { body, key }),
    {
      stale: ['/agency-exports'],
      done: () => {
        say(agencyExports.asked);
        close();
      },
    },
  );
  return (
    <FormDialog<AskExportRequest>
      open={open}
      close={close}
      title={agencyExports.dialogTitle}
      submit={agencyExports.ask}
      form={form}
      onFinish={(values) => ask.mutate(values)}
      pending={ask.isPending}
      error={ask.error}
    >
      <p className="quiet">{agencyExports.dialogNote}</p>
      <Form.Item name="reason" label={common.reason} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} placeholder={agencyExports.reasonHint} />
      </Form.Item>
      <Form.Item name="password" label={agencyExports.passwordAgain} rules={required}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
    </FormDialog>
  );
}

/** Everything of the agency as one open archive (DI-20, RI-02). */
export function ExportsScreen(): ReactElement {
  const text = useText();
  const { agencyExports } = text;
  const [asking, setAsking] = useState(false);
  const [isMade, setMade] = useState(true);
  const lines = usePages<AgencyExportLine>('/agency-exports', {}, isMade ? {} : { everyMs: LOOK_AGAIN_MS });
  const isWaiting = itemsOf(lines.data).some(({ state }) => state === 'waiting' || state === 'running');
  if (isWaiting === isMade) setMade(!isWaiting);
  return (
    <>
      <AdministrationHead note={agencyExports.note} />
      <section className="panel">
        <div className="list-tools">
          <Button type="primary" onClick={() => setAsking(true)}>
            {agencyExports.ask}
          </Button>
        </div>
        <PagedTable
          query={lines}
          label={agencyExports.title}
          columns={columnsOf(text)}
          rowKey={(line) => line.id}
          empty={<EmptyState title={agencyExports.empty} steps={agencyExports.emptySteps} />}
        />
        <p className="panel-note">{agencyExports.verifyNote}</p>
      </section>
      <AskDialog open={asking} close={() => setAsking(false)} />
    </>
  );
}
