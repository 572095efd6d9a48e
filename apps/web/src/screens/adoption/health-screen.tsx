import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, Input, Segmented, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { usePages } from '~/api/page';
import { type HealthFinding, type RetiredNameRequest } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatDay } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { DayField, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { type Column, PagedTable } from '~/ui/list-table';
import { PageHead } from '~/ui/page-head';
import { RowLink } from '~/ui/row-link';
import { say } from '~/ui/toast';

type Kind = HealthFinding['kind'];
const KINDS: readonly Kind[] = ['retired-name', 'no-owner', 'review-overdue', 'law-expired'];

function columnsOf({ adoption, documents }: Dictionary): Column<HealthFinding>[] {
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
        <RowLink href={`/documents/${line.documentId}?version=${line.versionId}`} className="row-title">
          {line.title}
        </RowLink>
      ),
    },
    { key: 'kind', title: adoption.finding, cell: (line) => adoption.findings[line.kind] },
    { key: 'what', title: adoption.found, cell: (line) => line.what ?? '—' },
    {
      key: 'page',
      title: adoption.page,
      narrow: true,
      end: true,
      cell: (line) => line.page ?? '—',
    },
    { key: 'replacement', title: adoption.replacement, cell: (line) => line.replacement ?? '—' },
    {
      key: 'since',
      title: adoption.since,
      narrow: true,
      cell: (line) => (line.since === null ? '—' : formatDay(line.since)),
    },
  ];
}

type NameValues = Omit<RetiredNameRequest, 'phrases'>;

function RetiredNameDialog({ open, close }: { open: boolean; close: () => void }): ReactElement {
  const { adoption } = useText();
  const [form] = Form.useForm<NameValues>();
  const required = useRequired();
  const add = useAction<NameValues, unknown>(
    (body, key) => api.post('/retired-names', { body: { ...body, phrases: [] }, key }),
    {
      stale: ['/document-health'],
      done: () => {
        say(adoption.nameAdded);
        close();
      },
    },
  );
  return (
    <FormDialog<NameValues>
      open={open}
      close={close}
      title={adoption.addName}
      submit={adoption.addName}
      form={form}
      initial={{ kind: 'body' }}
      onFinish={(values) => add.mutate(values)}
      pending={add.isPending}
      error={add.error}
    >
      <p className="quiet">{adoption.nameNote}</p>
      <div className="field-grid">
        <Form.Item name="kind" label={adoption.nameKind} rules={required}>
          <Select
            options={(['body', 'post', 'place'] as const).map((kind) => ({
              value: kind,
              label: adoption.nameKinds[kind],
            }))}
          />
        </Form.Item>
        <Form.Item name="retiredOn" label={adoption.since} rules={required}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="name" label={adoption.oldName} rules={required}>
        <Input />
      </Form.Item>
      <Form.Item name="replacement" label={adoption.replacement}>
        <Input />
      </Form.Item>
      <Form.Item name="legalBasis" label={adoption.legalBasis}>
        <Input />
      </Form.Item>
    </FormDialog>
  );
}

/** Kiểm tra sức khỏe tài liệu: what does not agree in the documents in force (OF-11). */
export function HealthScreen(): ReactElement {
  const text = useText();
  const { adoption } = text;
  const { kind } = useSearch({ from: '/shell/document-health' });
  const navigate = useNavigate();
  const mayName = useOpens('nameRetired');
  const [naming, setNaming] = useState(false);
  const lines = usePages<HealthFinding>('/document-health', { kind });
  return (
    <>
      <PageHead
        title={adoption.healthTitle}
        note={adoption.healthNote}
        actions={mayName ? <Button onClick={() => setNaming(true)}>{adoption.addName}</Button> : undefined}
      />
      <section className="panel">
        <div className="list-tools">
          <Segmented<Kind | 'all'>
            aria-label={adoption.finding}
            value={kind ?? 'all'}
            onChange={(next) =>
              void navigate({
                to: '/document-health',
                search: { kind: next === 'all' ? undefined : next },
                replace: true,
              })
            }
            options={[
              { value: 'all', label: adoption.allFindings },
              ...KINDS.map((each) => ({ value: each, label: adoption.findings[each] })),
            ]}
          />
        </div>
        <PagedTable
          query={lines}
          label={adoption.healthTitle}
          columns={columnsOf(text)}
          rowKey={(line) => [line.versionId, line.kind, line.page, line.what].join(' ')}
          rowLink={(line) => `/documents/${line.documentId}?version=${line.versionId}`}
          empty={<EmptyState title={adoption.healthEmpty} steps={adoption.healthSteps} />}
        />
      </section>
      <RetiredNameDialog open={naming} close={() => setNaming(false)} />
    </>
  );
}
