import { Button, Form, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { usePages } from '~/api/page';
import { type ChangeSetDetail, type ChangeSetFields, type ChangeSetLine } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatInstant } from '~/ui/dates';
import { DownloadButton } from '~/ui/download';
import { EmptyState } from '~/ui/empty';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { useGo } from '~/ui/use-go';
import { DraftingHead } from '../drafting/drafting-tabs';
import { DocumentsField } from './documents-field';

function columnsOf({ changeSets }: Dictionary): Column<ChangeSetLine>[] {
  return [
    {
      key: 'title',
      title: changeSets.name,
      main: true,
      cell: (line) => (
        <RowLink href={`/change-sets/${line.id}`} className="row-title">
          {line.title}
        </RowLink>
      ),
    },
    { key: 'reason', title: changeSets.reason, cell: (line) => line.reason },
    {
      key: 'progress',
      title: changeSets.progressTitle,
      cell: (line) => changeSets.progress(line.approved, line.issued, line.documents),
    },
    { key: 'creator', title: changeSets.creator, cell: (line) => line.creatorName },
    { key: 'at', title: changeSets.openedAt, narrow: true, cell: (line) => formatInstant(line.createdAt) },
  ];
}

function OpenDialog({ open, close }: { open: boolean; close: () => void }): ReactElement {
  const { changeSets } = useText();
  const go = useGo();
  const required = useRequired();
  const [form] = Form.useForm<ChangeSetFields>();
  const create = useAction<ChangeSetFields, ChangeSetDetail>(
    (body, key) => api.post('/change-sets', { body, key }),
    { stale: ['/change-sets', '/documents'], done: ({ id }) => go(`/change-sets/${id}`) },
  );
  return (
    <FormDialog<ChangeSetFields>
      open={open}
      close={close}
      title={changeSets.create}
      submit={changeSets.create}
      form={form}
      onFinish={({ legalBasis, ...values }) =>
        create.mutate({ ...values, ...(legalBasis ? { legalBasis } : {}) })
      }
      pending={create.isPending}
      error={create.error}
      width={720}
    >
      <p className="quiet">{changeSets.createNote}</p>
      <Form.Item name="title" label={changeSets.name} rules={required}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <Form.Item name="reason" label={changeSets.reason} rules={required}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <Form.Item name="legalBasis" label={changeSets.legalBasis}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <Form.Item name="documentIds" label={changeSets.documents} rules={required}>
        <DocumentsField />
      </Form.Item>
    </FormDialog>
  );
}

/** One change over many documents, from their drafts to one decision. */
export function ChangeSetsScreen(): ReactElement {
  const text = useText();
  const { changeSets } = text;
  const [open, setOpen] = useState(false);
  const mayOpen = useOpens('upload');
  const lines = usePages<ChangeSetLine>('/change-sets');
  const create = mayOpen ? <Button onClick={() => setOpen(true)}>{changeSets.create}</Button> : null;
  return (
    <>
      <DraftingHead actions={create} />
      <section className="panel">
        <div className="list-tools">
          <DownloadButton path="/change-sets.xlsx" name="tap-sua-doi.xlsx" label={text.forms.sheet} />
        </div>
        <PagedTable
          query={lines}
          label={changeSets.title}
          columns={columnsOf(text)}
          rowKey={(line) => line.id}
          rowLink={(line) => `/change-sets/${line.id}`}
          empty={<EmptyState title={changeSets.empty} steps={[changeSets.createNote]} action={create} />}
        />
      </section>
      <OpenDialog open={open} close={() => setOpen(false)} />
    </>
  );
}
