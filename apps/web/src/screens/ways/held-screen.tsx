import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, Input, InputNumber } from 'antd';
import { type ReactElement, useState } from 'react';
import { api, withQuery } from '~/api/client';
import { usePages } from '~/api/page';
import { type HeldStepLine, type ReassignmentRequest } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatInstant } from '~/ui/dates';
import { DownloadButton } from '~/ui/download';
import { EmptyState } from '~/ui/empty';
import { PersonField, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { LinkButton } from '~/ui/link-button';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { Chip } from '~/ui/state-chip';
import { VERSION_STALE } from '../document/version-act';
import { STATION_ROLES } from '../document/way/way-dialogs';
import { DraftingHead } from '../drafting/drafting-tabs';

const MOST_DAYS = 250;

function hrefOf({ documentId, versionId }: HeldStepLine): string {
  return `/documents/${documentId}?version=${versionId}`;
}

function Holder({ line }: { line: HeldStepLine }): ReactElement {
  const { ways } = useText();
  return (
    <>
      {line.holderName}
      {line.delegateName === null ? null : <div className="quiet">{ways.away(line.delegateName)}</div>}
    </>
  );
}

function Held({ line }: { line: HeldStepLine }): ReactElement {
  const { way } = useText();
  return (
    <span title={formatInstant(line.since)}>
      {way.heldOf(line.heldDays, line.days)} {line.isLate ? <Chip tone="red">{way.late}</Chip> : null}
    </span>
  );
}

function columnsOf(
  { way, ways, documents }: Dictionary,
  handOver: ((line: HeldStepLine) => void) | null,
): Column<HeldStepLine>[] {
  return [
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
        <RowLink href={hrefOf(line)} className="row-title">
          {line.title}
        </RowLink>
      ),
    },
    { key: 'step', title: way.stageName, cell: (line) => line.stageName || ways.steps[line.kind] },
    { key: 'holder', title: way.holder, cell: (line) => <Holder line={line} /> },
    { key: 'held', title: way.heldDays, narrow: true, cell: (line) => <Held line={line} /> },
    ...(handOver === null
      ? []
      : [
          {
            key: 'act',
            title: '',
            narrow: true,
            end: true,
            cell: (line: HeldStepLine) => (
              <Button size="small" onClick={() => handOver(line)}>
                {ways.actions.reassign}
              </Button>
            ),
          },
        ]),
  ];
}

function HandOverDialog({ line, close }: { line: HeldStepLine | null; close: () => void }): ReactElement {
  const { ways, common } = useText();
  const [form] = Form.useForm<ReassignmentRequest>();
  const required = useRequired();
  const handOver = useAction<ReassignmentRequest, unknown>(
    (body, key) =>
      api.post(`/versions/${line?.versionId ?? ''}/steps/${line?.stepId ?? ''}/assignee`, { body, key }),
    { stale: [...VERSION_STALE, '/held-steps'], done: close },
  );
  return (
    <FormDialog<ReassignmentRequest>
      open={line !== null}
      close={close}
      title={ways.reassignTitle}
      submit={ways.actions.reassign}
      form={form}
      onFinish={(values) => handOver.mutate(values)}
      pending={handOver.isPending}
      error={handOver.error}
    >
      {line === null ? null : (
        <p>
          {line.code} – {line.title}. {line.stageName || ways.steps[line.kind]}: {line.holderName}
        </p>
      )}
      <Form.Item name="personId" label={ways.newPerson} rules={required}>
        <PersonField role={line === null ? undefined : STATION_ROLES[line.kind]} />
      </Form.Item>
      <Form.Item name="reason" label={common.reason} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  );
}

/** Ai đang giữ việc, kẹt quá n ngày (R18). */
export function HeldScreen(): ReactElement {
  const text = useText();
  const { way } = text;
  const { over } = useSearch({ from: '/shell/held' });
  const navigate = useNavigate();
  const mayHandOver = useOpens('reassign');
  const seesDelegations = useOpens('delegations');
  const [handed, setHanded] = useState<HeldStepLine | null>(null);
  const lines = usePages<HeldStepLine>('/held-steps', { over });
  return (
    <>
      <DraftingHead
        actions={seesDelegations ? <LinkButton href="/delegations">{way.delegations}</LinkButton> : null}
      />
      <section className="panel">
        <div className="list-tools">
          <label className="over-days">
            {way.over}{' '}
            <InputNumber
              min={0}
              max={MOST_DAYS}
              precision={0}
              value={over ?? null}
              onChange={(days) =>
                void navigate({ to: '/held', search: { over: days ?? undefined }, replace: true })
              }
              style={{ width: 80 }}
            />{' '}
            {way.workingDays}
          </label>
          <DownloadButton
            path={withQuery('/held-steps.xlsx', { over })}
            name="ai-dang-giu-viec.xlsx"
            label={text.search.sheet}
          />
        </div>
        <PagedTable
          query={lines}
          label={way.heldTitle}
          columns={columnsOf(text, mayHandOver ? setHanded : null)}
          rowKey={(line) => line.stepId}
          rowLink={hrefOf}
          empty={<EmptyState title={over === undefined ? way.heldEmpty : way.heldNone(over)} />}
        />
      </section>
      <HandOverDialog line={handed} close={() => setHanded(null)} />
    </>
  );
}
