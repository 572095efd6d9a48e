import { Form, Input, Radio } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type ReviewRequest } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { PasswordItem, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';

export const OUTCOMES = ['still-valid', 'minor', 'major', 'obsolete'] as const;

interface ReviewDialogProps {
  documentId: string;
  name: string;
  close: () => void;
}

export function PeriodicReviewDialog({ documentId, name, close }: ReviewDialogProps): ReactElement {
  const { upkeep } = useText();
  const [form] = Form.useForm<ReviewRequest>();
  const required = useRequired();
  const review = useAction<ReviewRequest, unknown>(
    (body, key) => api.post(`/documents/${documentId}/reviews`, { body, key }),
    { stale: ['/periodic-reviews', '/documents', '/change-requests', '/journal'], done: close },
  );
  return (
    <FormDialog<ReviewRequest>
      open
      close={close}
      title={upkeep.reviewTitle}
      submit={upkeep.signReview}
      form={form}
      onFinish={(values) => review.mutate(values)}
      pending={review.isPending}
      error={review.error}
    >
      <p>
        <strong>{name}</strong>
      </p>
      <p className="quiet">{upkeep.reviewNote}</p>
      <Form.Item name="outcome" label={upkeep.outcome} rules={required}>
        <Radio.Group
          className="radio-lines"
          options={OUTCOMES.map((value) => ({ value, label: upkeep.outcomes[value] }))}
        />
      </Form.Item>
      <Form.Item name="comment" label={upkeep.reviewComment} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <PasswordItem />
    </FormDialog>
  );
}
