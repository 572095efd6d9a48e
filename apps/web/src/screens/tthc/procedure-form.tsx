import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Form, Input, Select } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type TthcDetail, type TthcFields } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { DayField, useRequired } from '~/ui/fields';
import { useFieldProblems } from '~/ui/form-dialog';
import { PageHead } from '~/ui/page-head';
import { ProblemNotice } from '~/ui/problem-notice';
import { QueryView } from '~/ui/query-view';
import { say } from '~/ui/toast';
import { useGo } from '~/ui/use-go';

const BEGINNING: TthcFields = { name: '', field: '', level: 'commune', status: 'in-force' };

function Fields(): ReactElement {
  const { tthc } = useText();
  const required = useRequired();
  const levels = (['commune', 'province', 'other'] as const).map((value) => ({
    value,
    label: tthc.levels[value],
  }));
  const statuses = (['in-force', 'suspended', 'ended'] as const).map((value) => ({
    value,
    label: tthc.statuses[value],
  }));
  return (
    <>
      <Form.Item name="name" label={tthc.name} rules={required}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} />
      </Form.Item>
      <div className="field-grid">
        <Form.Item name="code" label={tthc.code} extra={tthc.codeHint}>
          <Input spellCheck={false} placeholder="1.001193" />
        </Form.Item>
        <Form.Item name="field" label={tthc.field} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name="level" label={tthc.level} rules={required}>
          <Select options={levels} />
        </Form.Item>
        <Form.Item name="status" label={tthc.status} rules={required}>
          <Select options={statuses} />
        </Form.Item>
        <Form.Item name="executingBody" label={tthc.executingBody}>
          <Input />
        </Form.Item>
        <Form.Item name="validFrom" label={tthc.validFrom}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="timeLimit" label={tthc.timeLimit}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} placeholder="05 ngày làm việc" />
      </Form.Item>
      <Form.Item name="fee" label={tthc.fee}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <Form.Item name="note" label={tthc.note}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
      </Form.Item>
    </>
  );
}

function ProcedureForm({ known }: { known: TthcDetail | null }): ReactElement {
  const { tthc, common } = useText();
  const go = useGo();
  const [form] = Form.useForm<TthcFields>();
  const keep = useAction<TthcFields, TthcDetail>(
    (body, key) =>
      known === null
        ? api.post('/administrative-procedures', { body, key })
        : api.put(`/administrative-procedures/${known.id}`, { body, ifMatch: known.rowVersion }),
    {
      stale: ['/administrative-procedures', '/journal'],
      done: ({ id }) => {
        say(tthc.saved);
        go(`/administrative-procedures/${id}`);
      },
    },
  );
  useFieldProblems(form, keep.error);
  const initial =
    known === null ? BEGINNING : { ...known, status: known.status === 'not-yet' ? 'in-force' : known.status };
  return (
    <>
      <PageHead title={known === null ? tthc.add : tthc.edit} />
      <Form<TthcFields>
        className="panel panel-pad form-page"
        form={form}
        layout="vertical"
        requiredMark="optional"
        scrollToFirstError
        initialValues={initial}
        onFinish={(values) => keep.mutate(values)}
      >
        <Fields />
        {keep.error === null ? null : <ProblemNotice error={keep.error} title={common.error.action} />}
        <div className="form-end">
          <Button type="primary" size="large" htmlType="submit" loading={keep.isPending}>
            {tthc.save}
          </Button>
        </div>
      </Form>
    </>
  );
}

export function NewProcedureScreen(): ReactElement {
  return <ProcedureForm known={null} />;
}

export function EditProcedureScreen(): ReactElement {
  const { procedureId } = useParams({ from: '/shell/administrative-procedures/$procedureId/edit' });
  const procedure = useQuery({
    queryKey: ['/administrative-procedures', procedureId],
    queryFn: ({ signal }) => api.get<TthcDetail>(`/administrative-procedures/${procedureId}`, signal),
  });
  return <QueryView query={procedure}>{(found) => <ProcedureForm known={found} />}</QueryView>;
}
