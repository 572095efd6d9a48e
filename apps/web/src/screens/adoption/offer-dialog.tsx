import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { api, withQuery } from '~/api/client';
import { type Page } from '~/api/page';
import { type AgencyLine, type DocumentLine, type OfferingsMade } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';

interface OfferValues {
  documentIds: string[];
  audience: 'communes' | 'chosen';
  agencyIds?: string[];
  note?: string;
}

interface ManyProps {
  value?: string[];
  onChange?: (value: string[]) => void;
  id?: string;
}

interface FoundProps extends ManyProps {
  hint: string;
  /** What the typed words find. */
  path: (q: string) => string;
  show: (row: never) => { value: string; label: string } | null;
}

/** Chooses several of what a search finds; what was chosen keeps its name. */
function FoundMany({ value, onChange, hint, path, show, id }: FoundProps): ReactElement {
  const [typed, setTyped] = useState('');
  const [known, setKnown] = useState<{ value: string; label: string }[]>([]);
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: [path(q), 'field'],
    queryFn: ({ signal }) => api.get<Page<never>>(path(q), signal),
    staleTime: 30_000,
  });
  const lines = (found.data?.items ?? []).flatMap((row) => show(row) ?? []);
  const options = [...known.filter((each) => !lines.some((line) => line.value === each.value)), ...lines];
  return (
    <Select
      id={id}
      mode="multiple"
      value={value}
      placeholder={hint}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      options={options}
      onChange={(next: string[]) => {
        setKnown(options.filter((option) => next.includes(option.value)));
        onChange?.(next);
      }}
    />
  );
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

function Agencies(props: ManyProps): ReactElement {
  const { adoption } = useText();
  return (
    <FoundMany
      {...props}
      hint={adoption.agenciesHint}
      path={(q) => withQuery('/agencies', { q, historical: 'false', limit: 50 })}
      show={(line: AgencyLine) => ({
        value: line.id,
        label: line.parentName === null ? line.name : `${line.name}, ${line.parentName}`,
      })}
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
      <Form.Item name="audience" label={adoption.audience}>
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
