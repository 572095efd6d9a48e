import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { api, withQuery } from '~/api/client';
import { type Page, usePages } from '~/api/page';
import { type AgencyLine, type SuccessionLine, type SuccessionRequest } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatDay } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { DayField, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { type Column, PagedTable } from '~/ui/list-table';
import { say } from '~/ui/toast';
import { Agencies } from '../adoption/found-many';
import { AdministrationHead } from './administration-head';

function columnsOf({ adoption }: Dictionary): Column<SuccessionLine>[] {
  const kinds: Record<string, string> = adoption.kinds;
  return [
    { key: 'from', title: adoption.predecessors, main: true, cell: (line) => line.predecessorName },
    { key: 'to', title: adoption.successor, cell: (line) => line.successorName },
    { key: 'kind', title: adoption.kind, narrow: true, cell: (line) => kinds[line.kind] ?? line.kind },
    { key: 'on', title: adoption.happenedOn, narrow: true, cell: (line) => formatDay(line.happenedOn) },
    { key: 'basis', title: adoption.legalBasis, cell: (line) => line.legalBasis },
  ];
}

interface OneProps {
  value?: string;
  onChange?: (value: string) => void;
  id?: string;
}

function OneAgency({ value, onChange, id }: OneProps): ReactElement {
  const { adoption } = useText();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['/agencies', 'field', q],
    queryFn: ({ signal }) =>
      api.get<Page<AgencyLine>>(withQuery('/agencies', { q, historical: 'false', limit: 50 }), signal),
    staleTime: 30_000,
  });
  return (
    <Select
      id={id}
      value={value}
      placeholder={adoption.agenciesHint}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      onChange={onChange}
      options={(found.data?.items ?? []).map((line) => ({ value: line.id, label: line.name }))}
    />
  );
}

function SuccessionDialog({ open, close }: { open: boolean; close: () => void }): ReactElement {
  const { adoption } = useText();
  const [form] = Form.useForm<SuccessionRequest>();
  const required = useRequired();
  const record = useAction<SuccessionRequest, unknown>(
    (body, key) => api.post('/successions', { body, key }),
    {
      stale: ['/successions', '/agencies'],
      done: () => {
        say(adoption.recorded);
        close();
      },
    },
  );
  return (
    <FormDialog<SuccessionRequest>
      open={open}
      close={close}
      title={adoption.recordSuccession}
      submit={adoption.recordSuccession}
      form={form}
      initial={{ kind: 'merge' }}
      onFinish={(values) => record.mutate(values)}
      pending={record.isPending}
      error={record.error}
      width={680}
    >
      <p className="quiet">{adoption.successionNote}</p>
      <Form.Item name="successorId" label={adoption.successor} rules={required}>
        <OneAgency />
      </Form.Item>
      <Form.Item
        name="predecessorIds"
        label={adoption.predecessors}
        rules={[{ ...required[0], type: 'array' }]}
      >
        <Agencies />
      </Form.Item>
      <div className="field-grid">
        <Form.Item name="kind" label={adoption.kind} rules={required}>
          <Select
            options={(['merge', 'split', 'rename'] as const).map((kind) => ({
              value: kind,
              label: adoption.kinds[kind],
            }))}
          />
        </Form.Item>
        <Form.Item name="happenedOn" label={adoption.happenedOn} rules={required}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="legalBasis" label={adoption.legalBasis} rules={required}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
    </FormDialog>
  );
}

/** Mergers, splits and renamings of agencies (OF-11). */
export function SuccessionsScreen(): ReactElement {
  const text = useText();
  const { adoption } = text;
  const maySucceed = useOpens('succeed');
  const [recording, setRecording] = useState(false);
  const lines = usePages<SuccessionLine>('/successions');
  return (
    <>
      <AdministrationHead />
      <section className="panel">
        {maySucceed ? (
          <div className="list-tools">
            <Button type="primary" onClick={() => setRecording(true)}>
              {adoption.recordSuccession}
            </Button>
          </div>
        ) : null}
        <PagedTable
          query={lines}
          label={adoption.successionsTitle}
          columns={columnsOf(text)}
          rowKey={(line) => `${line.predecessorId} ${line.successorId}`}
          empty={<EmptyState title={adoption.successionsEmpty} steps={adoption.successionsSteps} />}
        />
      </section>
      <SuccessionDialog open={recording} close={() => setRecording(false)} />
    </>
  );
}
