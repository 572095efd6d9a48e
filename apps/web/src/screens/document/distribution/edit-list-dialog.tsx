import { Button, Form, Input, InputNumber, Select } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type DistributionLineView, type DistributionView } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { PersonField, UnitField, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { Icon } from '~/ui/icon';

type Kind = DistributionLineView['kind'];

interface Line {
  kind: Kind;
  unitId?: string | null;
  positionTitle?: string | null;
  personId?: string | null;
  name?: string;
}

interface Values {
  lines: Line[];
  dueDays: number;
}

const KINDS: readonly Kind[] = ['agency', 'unit', 'position', 'person', 'outside'];

function LineFields({ at, kind }: { at: number; kind: Kind | undefined }): ReactElement | null {
  const { distribution } = useText();
  const required = useRequired();
  if (kind === 'unit')
    return (
      <Form.Item name={[at, 'unitId']} label={distribution.kinds.unit} rules={required}>
        <UnitField />
      </Form.Item>
    );
  if (kind === 'person')
    return (
      <Form.Item name={[at, 'personId']} label={distribution.kinds.person} rules={required}>
        <PersonField />
      </Form.Item>
    );
  if (kind === 'position')
    return (
      <Form.Item name={[at, 'positionTitle']} label={distribution.position} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
    );
  return kind === 'outside' ? (
    <Form.Item name={[at, 'name']} label={distribution.outsideName} rules={required}>
      <Input maxLength={300} />
    </Form.Item>
  ) : null;
}

/** Only what belongs to its kind is sent; the server names units and people itself. */
function asSent(line: Line, wholeAgency: string): DistributionLineView {
  return {
    kind: line.kind,
    unitId: line.kind === 'unit' || line.kind === 'position' ? (line.unitId ?? null) : null,
    positionTitle: line.kind === 'position' ? (line.positionTitle ?? null) : null,
    personId: line.kind === 'person' ? (line.personId ?? null) : null,
    name: line.kind === 'agency' ? wholeAgency : (line.positionTitle ?? line.name ?? line.kind),
  };
}

export function EditListDialog({ list, close }: { list: DistributionView; close: () => void }): ReactElement {
  const { distribution, common } = useText();
  const [form] = Form.useForm<Values>();
  const lines = Form.useWatch<Line[] | undefined>('lines', form);
  const required = useRequired();
  const save = useAction<Values, unknown>(
    ({ lines, dueDays }) =>
      api.put(`/versions/${list.versionId}/distribution`, {
        body: { lines: lines.map((line) => asSent(line, distribution.kinds.agency)), dueDays },
        ifMatch: list.rowVersion,
      }),
    { stale: ['/versions', '/journal'], done: close },
  );
  return (
    <FormDialog<Values>
      open
      keep
      close={close}
      title={distribution.edit}
      submit={common.save}
      form={form}
      initial={{ lines: list.lines, dueDays: list.dueDays }}
      onFinish={() => save.mutate(form.getFieldsValue(true) as Values)}
      pending={save.isPending}
      error={save.error}
    >
      <Form.List name="lines">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="line-fields">
                <Form.Item name={[name, 'kind']} label={distribution.kind} rules={required}>
                  <Select options={KINDS.map((value) => ({ value, label: distribution.kinds[value] }))} />
                </Form.Item>
                <LineFields at={name} kind={lines?.[name]?.kind} />
                <Button
                  aria-label={common.remove}
                  icon={<Icon name="trash" size={16} />}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button icon={<Icon name="plus" size={16} />} onClick={() => add({ kind: 'unit' })}>
              {distribution.addLine}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item name="dueDays" label={distribution.dueDays} rules={required}>
        <InputNumber min={1} max={90} />
      </Form.Item>
    </FormDialog>
  );
}
