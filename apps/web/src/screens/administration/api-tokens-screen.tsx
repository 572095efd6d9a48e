import { Alert, Button, Checkbox, Form, Input, Typography } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { usePages } from '~/api/page';
import { type ApiTokenLine, type ApiTokenRequest, type IssuedApiToken } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { formatInstant, today } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { DayField, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { type Column, PagedTable } from '~/ui/list-table';
import { Chip, type Tone } from '~/ui/state-chip';
import { say } from '~/ui/toast';
import { AdministrationHead } from './administration-head';

const TONES: Record<ApiTokenLine['state'], Tone> = { active: 'green', expired: 'grey', revoked: 'red' };
const PERMISSIONS = ['legal-register.read', 'legal-register.propose'] as const;

function wordsOf(tokens: Dictionary['apiTokens'], permission: string): string {
  return PERMISSIONS.find((each) => each === permission) === undefined
    ? permission
    : tokens.permissions[permission as (typeof PERMISSIONS)[number]];
}

function columnsOf({ apiTokens }: Dictionary, revoke: (line: ApiTokenLine) => void): Column<ApiTokenLine>[] {
  return [
    {
      key: 'state',
      title: apiTokens.state,
      narrow: true,
      cell: (line) => <Chip tone={TONES[line.state]}>{apiTokens.states[line.state]}</Chip>,
    },
    {
      key: 'name',
      title: apiTokens.name,
      main: true,
      cell: (line) => (
        <>
          <span className="row-title">{line.name}</span>
          <p className="quiet">{apiTokens.createdBy(line.createdByName, formatInstant(line.createdAt))}</p>
        </>
      ),
    },
    {
      key: 'permissions',
      title: apiTokens.permission,
      cell: (line) => line.permissions.map((each) => wordsOf(apiTokens, each)).join(', '),
    },
    { key: 'used', title: apiTokens.lastUsed, narrow: true, cell: (line) => formatInstant(line.lastUsedAt) },
    { key: 'ends', title: apiTokens.expires, narrow: true, cell: (line) => formatInstant(line.expiresAt) },
    {
      key: 'act',
      title: '',
      narrow: true,
      end: true,
      cell: (line) =>
        line.state === 'active' ? (
          <Button size="small" danger onClick={() => revoke(line)}>
            {apiTokens.revoke}
          </Button>
        ) : null,
    },
  ];
}

function IssueDialog({
  close,
  issued,
}: {
  close: () => void;
  issued: (token: IssuedApiToken) => void;
}): ReactElement {
  const { apiTokens } = useText();
  const required = useRequired();
  const [form] = Form.useForm<ApiTokenRequest>();
  const issue = useAction<ApiTokenRequest, IssuedApiToken>((body) => api.post('/api-tokens', { body }), {
    stale: ['/api-tokens'],
    done: issued,
  });
  return (
    <FormDialog<ApiTokenRequest>
      open
      close={close}
      title={apiTokens.issue}
      submit={apiTokens.issue}
      form={form}
      initial={{ permissions: ['legal-register.read'] }}
      onFinish={(values) => issue.mutate(values)}
      pending={issue.isPending}
      error={issue.error}
    >
      <Form.Item name="name" label={apiTokens.name} extra={apiTokens.nameHint} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="permissions" label={apiTokens.permission} rules={required}>
        <Checkbox.Group
          options={PERMISSIONS.map((value) => ({ value, label: apiTokens.permissions[value] }))}
        />
      </Form.Item>
      <Form.Item name="lastDay" label={apiTokens.lastDay} extra={apiTokens.lastDayHint} rules={required}>
        <DayField min={today()} />
      </Form.Item>
    </FormDialog>
  );
}

function RevokeDialog({ line, close }: { line: ApiTokenLine; close: () => void }): ReactElement {
  const { apiTokens } = useText();
  const [form] = Form.useForm<object>();
  const revoke = useAction<string, unknown>((id, key) => api.post(`/api-tokens/${id}/revocation`, { key }), {
    stale: ['/api-tokens'],
    done: () => {
      say(apiTokens.revoked);
      close();
    },
  });
  return (
    <FormDialog<object>
      open
      close={close}
      title={apiTokens.revokeTitle(line.name)}
      submit={apiTokens.revoke}
      form={form}
      onFinish={() => revoke.mutate(line.id)}
      pending={revoke.isPending}
      error={revoke.error}
      danger
    >
      <p>{apiTokens.revokeNote}</p>
    </FormDialog>
  );
}

/** Keys by which programs reach the API: shown once, revoked here. */
export function ApiTokensScreen(): ReactElement {
  const text = useText();
  const { apiTokens } = text;
  const [isIssuing, setIssuing] = useState(false);
  const [shown, setShown] = useState<IssuedApiToken | null>(null);
  const [revoked, setRevoked] = useState<ApiTokenLine | null>(null);
  const lines = usePages<ApiTokenLine>('/api-tokens');
  return (
    <>
      <AdministrationHead
        note={apiTokens.note}
        actions={
          <Button type="primary" onClick={() => setIssuing(true)}>
            {apiTokens.issue}
          </Button>
        }
      />
      {shown === null ? null : (
        <Alert
          type="success"
          showIcon
          closable={{ onClose: () => setShown(null) }}
          className="token-shown"
          title={apiTokens.shownOnce}
          description={
            <Typography.Text copyable code>
              {shown.token}
            </Typography.Text>
          }
        />
      )}
      <section className="panel">
        <PagedTable
          query={lines}
          label={apiTokens.title}
          columns={columnsOf(text, setRevoked)}
          rowKey={(line) => line.id}
          empty={<EmptyState title={apiTokens.empty} steps={apiTokens.emptySteps} />}
        />
      </section>
      {isIssuing ? (
        <IssueDialog
          close={() => setIssuing(false)}
          issued={(token) => {
            setShown(token);
            setIssuing(false);
          }}
        />
      ) : null}
      {revoked === null ? null : <RevokeDialog line={revoked} close={() => setRevoked(null)} />}
    </>
  );
}
