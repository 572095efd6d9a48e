import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { type ReactElement } from 'react';
import { api, withQuery } from '~/api/client';
import { type Page } from '~/api/page';
import { type DocumentLine, type ImportItemView } from '~/api/types';
import { useText } from '~/app/preferences';
import { DayField, matches, useRequired } from '~/ui/fields';
import { type RowSaving } from './row-saving';

interface EarlierValues {
  /** "item:…" or "document:…" */
  of: string;
  number: string;
  signedOn: string;
  from: string;
  until: string;
}

interface EarlierFieldsProps {
  row: ImportItemView;
  others: readonly ImportItemView[];
  saving: RowSaving;
}

function useTargets(
  row: ImportItemView,
  others: readonly ImportItemView[],
): { value: string; label: string }[] {
  const words = useText().imports;
  const standing = useQuery({
    queryKey: ['/documents', 'list', { scope: 'effective', series: row.fields.series }],
    queryFn: ({ signal }) =>
      api.get<Page<DocumentLine>>(
        withQuery('/documents', { scope: 'effective', series: row.fields.series, limit: 100 }),
        signal,
      ),
  });
  return [
    ...others
      .filter((each) => each.id !== row.id && each.earlier === null && each.status !== 'skipped')
      .map(({ id, fields, fileName }) => ({
        value: `item:${id}`,
        label: `${fields.code ?? ''} ${fields.title ?? fileName} (${words.inBatch})`,
      })),
    ...(standing.data?.items ?? []).map(({ documentId, code, title }) => ({
      value: `document:${documentId}`,
      label: `${code} ${title} (${words.standing})`,
    })),
  ];
}

/** R17: an older paper keeps its own decision and days; whose it is, a person says. */
export function EarlierFields({ row, others, saving }: EarlierFieldsProps): ReactElement {
  const words = useText().imports;
  const required = useRequired();
  const targets = useTargets(row, others);
  const { earlier } = row;
  const initial =
    earlier === null
      ? {}
      : {
          ...earlier,
          of: earlier.itemId === null ? `document:${earlier.documentId ?? ''}` : `item:${earlier.itemId}`,
        };
  return (
    <details className="import-earlier" open={earlier !== null}>
      <summary>{words.earlier}</summary>
      <p className="quiet">{words.earlierHint}</p>
      <Form<EarlierValues>
        key={row.rowVersion}
        layout="vertical"
        initialValues={initial}
        onFinish={({ of, ...rest }) => {
          const [kind, id = ''] = of.split(':');
          saving.save(row, {
            earlier: {
              ...rest,
              documentId: kind === 'document' ? id : null,
              itemId: kind === 'item' ? id : null,
            },
          });
        }}
      >
        <Form.Item name="of" label={words.earlierOf} rules={required}>
          <Select
            options={targets}
            showSearch={{ filterOption: (typed, option) => matches(option?.label ?? '', typed) }}
          />
        </Form.Item>
        <div className="field-grid">
          <Form.Item name="number" label={words.earlierNumber} rules={required}>
            <Input />
          </Form.Item>
          <Form.Item name="signedOn" label={words.earlierSigned} rules={required}>
            <DayField />
          </Form.Item>
          <Form.Item name="from" label={words.earlierFrom} rules={required}>
            <DayField />
          </Form.Item>
          <Form.Item name="until" label={words.earlierUntil} rules={required}>
            <DayField />
          </Form.Item>
        </div>
        <div className="row-acts">
          <Button htmlType="submit" loading={saving.pending}>
            {words.earlierSave}
          </Button>
          {earlier === null ? null : (
            <Button onClick={() => saving.save(row, { earlier: null })}>{words.earlierDrop}</Button>
          )}
        </div>
      </Form>
    </details>
  );
}
