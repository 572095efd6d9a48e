import { Form, Input, Radio } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type ChangeRequestFields, type ChangeRequestView } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { useGo } from '~/ui/use-go';

/** Asks for a change of a document, or for a new one when there is none. */
export function AskDialog({
  document,
  close,
}: {
  document: { id: string; name: string } | null;
  close: () => void;
}): ReactElement {
  const { upkeep, common } = useText();
  const [form] = Form.useForm<ChangeRequestFields>();
  const required = useRequired();
  const go = useGo();
  const ask = useAction<ChangeRequestFields, ChangeRequestView>(
    (body, key) => api.post('/change-requests', { body, key }),
    {
      stale: ['/change-requests', '/journal'],
      done: ({ id }) => {
        close();
        go(`/change-requests/${id}`);
      },
    },
  );
  return (
    <FormDialog<ChangeRequestFields>
      open
      close={close}
      title={upkeep.askTitle}
      submit={upkeep.send}
      form={form}
      initial={{ kind: document === null ? 'new' : 'amend' }}
      onFinish={(values) =>
        ask.mutate({
          ...values,
          kind: document === null ? 'new' : values.kind,
          ...(document === null ? {} : { documentId: document.id }),
        })
      }
      pending={ask.isPending}
      error={ask.error}
    >
      <p className="quiet">{upkeep.askNote}</p>
      {document === null ? (
        <Form.Item name="title" label={upkeep.newTitle} rules={required}>
          <Input />
        </Form.Item>
      ) : (
        <>
          <p>
            <strong>{document.name}</strong>
          </p>
          <Form.Item name="kind" label={upkeep.kind} rules={required}>
            <Radio.Group
              options={(['amend', 'withdraw'] as const).map((value) => ({
                value,
                label: upkeep.kinds[value],
              }))}
            />
          </Form.Item>
          <Form.Item name="place" label={upkeep.place}>
            <Input />
          </Form.Item>
        </>
      )}
      <Form.Item name="reason" label={common.reason} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name="proposal" label={upkeep.proposal}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </FormDialog>
  );
}
