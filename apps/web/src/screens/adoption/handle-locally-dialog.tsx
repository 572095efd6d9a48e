import { Form, Input } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type LocalHandling, type OfferLine } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { say } from '~/ui/toast';
import { useGo } from '~/ui/use-go';

interface HandleLocallyProps {
  offer: OfferLine | null;
  close: () => void;
}

/** Xử lý tại chỗ: the agency goes on by itself from the owner's version. */
export function HandleLocallyDialog({ offer, close }: HandleLocallyProps): ReactElement {
  const { adoption } = useText();
  const go = useGo();
  const [form] = Form.useForm<{ reason: string }>();
  const required = useRequired();
  const handle = useAction<{ reason: string }, LocalHandling>(
    (body, key) => api.post(`/offers/${offer?.id ?? ''}/local-handling`, { body, key }),
    {
      stale: ['/offers', '/documents', '/versions'],
      done: ({ documentId, versionId }) => {
        say(adoption.handled);
        go(`/documents/${documentId}?version=${versionId}`);
      },
    },
  );
  return (
    <FormDialog<{ reason: string }>
      open={offer !== null}
      close={close}
      title={adoption.handleTitle}
      submit={adoption.handleLocally}
      form={form}
      onFinish={(values) => handle.mutate(values)}
      pending={handle.isPending}
      error={handle.error}
    >
      <p className="quiet">{adoption.handleNote}</p>
      <Form.Item name="reason" label={adoption.reason} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  );
}
