import { Form, Input, Radio } from 'antd';
import { type ReactElement } from 'react';
import { api, withQuery } from '~/api/client';
import { type DocumentLine, type OfferingsMade } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { Agencies, FoundMany, type ManyProps } from './found-many';

interface OfferValues {
  documentIds: string[];
  audience: 'communes' | 'chosen';
  agencyIds?: string[];
  note?: string;
}

/** Own documents in force: those of other agencies are theirs to offer. */
function OwnDocuments(props: ManyProps): ReactElement {
  const { adoption } = useText();
  return (
    <FoundMany
      {...props}
      hint={adoption.documentsHint}
      path={(q) => withQuery('/documents', { scope: 'effective', q, limit: 50 })}
      show={(line: DocumentLine) =>
        line.originName === null
          ? { value: line.documentId, label: `${line.code} · ${line.series} · ${line.title}` }
          : null
      }
    />
  );
}

export function OfferDialog({ open, close }: { open: boolean; close: () => void }): ReactElement {
  const { adoption } = useText();
  const [form] = Form.useForm<OfferValues>();
  const audience = Form.useWatch('audience', form);
  const required = useRequired();
  const offer = useAction<OfferValues, OfferingsMade>(
    ({ documentIds, agencyIds = [], note, audience: to }, key) =>
      api.post('/offerings', {
        body: { documentIds, audience: to, agencyIds, ...(note ? { note } : {}) },
        key,
      }),
    { stale: ['/offerings'], done: close },
  );
  return (
    <FormDialog<OfferValues>
      open={open}
      close={close}
      title={adoption.offerTitle}
      submit={adoption.offer}
      form={form}
      initial={{ audience: 'communes' }}
      onFinish={(values) => offer.mutate(values)}
      pending={offer.isPending}
      error={offer.error}
      width={720}
    >
      <p className="quiet">{adoption.offerNote}</p>
      <Form.Item name="documentIds" label={adoption.documents} rules={[{ ...required[0], type: 'array' }]}>
        <OwnDocuments />
      </Form.Item>
      <Form.Item name="audience" label={adoption.audience} required>
        <Radio.Group
          options={[
            { value: 'communes', label: adoption.audiences.communes },
            { value: 'chosen', label: adoption.audiences.chosen },
          ]}
        />
      </Form.Item>
      {audience === 'chosen' ? (
        <Form.Item name="agencyIds" label={adoption.agencies} rules={[{ ...required[0], type: 'array' }]}>
          <Agencies />
        </Form.Item>
      ) : null}
      <Form.Item name="note" label={adoption.note}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
    </FormDialog>
  );
}
