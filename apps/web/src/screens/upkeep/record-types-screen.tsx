import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { usePages } from '~/api/page';
import { type RecordTypeChanges, type RecordTypeView, type TakenOver } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { EmptyState } from '~/ui/empty';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { type Column, PagedTable } from '~/ui/list-table';
import { blank, filled } from '~/ui/office-forms';
import { PrintMenu } from '~/ui/print-menu';
import { ProblemNotice } from '~/ui/problem-notice';
import { RowLink } from '~/ui/row-link';
import { say } from '~/ui/toast';
import { UpkeepHead } from './upkeep-head';

const STALE = ['/record-types', '/records', '/journal'];

function columnsOf(
  { upkeep, common }: Dictionary,
  edit: ((line: RecordTypeView) => void) | null,
): Column<RecordTypeView>[] {
  return [
    { key: 'name', title: upkeep.typeName, main: true, cell: (line) => line.name },
    {
      key: 'procedure',
      title: upkeep.procedure,
      cell: (line) =>
        line.documentId === null ? (
          '—'
        ) : (
          <RowLink href={`/documents/${line.documentId}`}>{line.code ?? '—'}</RowLink>
        ),
    },
    { key: 'place', title: upkeep.keptAt, cell: (line) => line.place ?? '—' },
    {
      key: 'retention',
      title: upkeep.retention,
      narrow: true,
      cell: (line) => retentionWords(line.retentionMonths, upkeep),
    },
    { key: 'basis', title: upkeep.legalBasis, cell: (line) => line.legalBasis ?? '—' },
    { key: 'count', title: upkeep.count, narrow: true, end: true, cell: (line) => line.records },
    ...(edit === null
      ? []
      : [
          {
            key: 'act',
            title: '',
            narrow: true,
            end: true,
            cell: (line: RecordTypeView) => (
              <Button size="small" onClick={() => edit(line)}>
                {common.edit}
              </Button>
            ),
          },
        ]),
  ];
}

/** "5 năm" where months make whole years. */
export function retentionWords(months: number | null, upkeep: Dictionary['upkeep']): string {
  if (months === null) return upkeep.forever;
  return months % 12 === 0 ? upkeep.years(months / 12) : upkeep.months(months);
}

function TypeDialog({ type, close }: { type: RecordTypeView | null; close: () => void }): ReactElement {
  const { upkeep, common } = useText();
  const [form] = Form.useForm<RecordTypeChanges>();
  const save = useAction<RecordTypeChanges, unknown>(
    (body, key) =>
      type === null
        ? api.post('/record-types', { body, key })
        : api.patch(`/record-types/${type.id}`, { body, key, ifMatch: type.rowVersion }),
    { stale: STALE, done: close },
  );
  return (
    <FormDialog<RecordTypeChanges>
      open
      close={close}
      title={type === null ? upkeep.addType : upkeep.editType}
      submit={common.save}
      form={form}
      initial={type ?? {}}
      onFinish={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
    >
      <Form.Item name="name" label={upkeep.typeName} rules={useRequired()}>
        <Input />
      </Form.Item>
      <Form.Item name="retentionMonths" label={upkeep.retention} extra={upkeep.retentionHint}>
        <InputNumber min={1} max={1200} precision={0} />
      </Form.Item>
      <Form.Item name="legalBasis" label={upkeep.legalBasis}>
        <Input />
      </Form.Item>
      <Form.Item name="place" label={upkeep.keptAt}>
        <Input />
      </Form.Item>
      {type === null ? null : (
        <Form.Item name="retired" valuePropName="checked">
          <Checkbox>{upkeep.retire}</Checkbox>
        </Form.Item>
      )}
    </FormDialog>
  );
}

export function RecordTypesScreen(): ReactElement {
  const text = useText();
  const { upkeep } = text;
  const mayKeep = useOpens('keepRecords');
  const [edited, setEdited] = useState<RecordTypeView | 'new' | null>(null);
  const types = usePages<RecordTypeView>('/record-types');
  const take = useAction<null, TakenOver>(
    (_, key) => api.post('/record-types/taking-over', { body: {}, key }),
    { stale: STALE, done: ({ made }) => say(upkeep.takenOver(made)) },
  );
  const actions = (
    <>
      <PrintMenu
        sheet={{ path: '/record-types.xlsx', name: 'danh-muc-ho-so.xlsx' }}
        forms={[
          filled('records', text, {
            docx: '/office-forms/record-types.docx',
            prints: '/office-forms/record-type-prints',
          }),
          blank('records', text),
        ]}
      />
      {mayKeep ? (
        <>
          <Button loading={take.isPending} onClick={() => take.mutate(null)}>
            {upkeep.takeOver}
          </Button>
          <Button type="primary" onClick={() => setEdited('new')}>
            {upkeep.addType}
          </Button>
        </>
      ) : null}
    </>
  );
  return (
    <>
      <UpkeepHead actions={actions} />
      {take.error === null ? null : <ProblemNotice error={take.error} />}
      <section className="panel">
        <PagedTable
          query={types}
          label={upkeep.recordTypes}
          columns={columnsOf(text, mayKeep ? setEdited : null)}
          rowKey={(line) => line.id}
          empty={<EmptyState title={upkeep.typesEmpty} steps={upkeep.typesSteps} />}
        />
      </section>
      {edited === null ? null : (
        <TypeDialog type={edited === 'new' ? null : edited} close={() => setEdited(null)} />
      )}
    </>
  );
}
