import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type LegalTextDetail, type LegalTextFields, type RelationKind } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useRequired } from '~/ui/fields';
import { useFieldProblems } from '~/ui/form-dialog';
import { Icon } from '~/ui/icon';
import { PageHead } from '~/ui/page-head';
import { ProblemNotice } from '~/ui/problem-notice';
import { say } from '~/ui/toast';
import { useGo } from '~/ui/use-go';
import { TargetField } from './target-field';
import { TextIdentityFields, type TextIdentity } from './text-fields';

interface RelationValues {
  kind: RelationKind;
  targetId: string;
  partly?: boolean;
  note?: string;
}

interface TextValues extends TextIdentity {
  aliases: { name: string; year?: number | null }[];
  relations: RelationValues[];
}

function fieldsOf(values: TextValues): LegalTextFields {
  return {
    kind: values.kind.trim(),
    numberSymbol: values.numberSymbol.trim(),
    issuer: values.issuer.trim(),
    issuedOn: values.issuedOn,
    effectiveOn: values.effectiveOn,
    title: values.title.trim(),
    aliases: values.aliases.map(({ name, year }) => ({ name: name.trim(), year: year ?? null })),
    relations: values.relations.map(({ kind, targetId, partly, note }) => ({
      kind,
      targetId,
      partly: partly ?? false,
      note: note === undefined || note.trim() === '' ? null : note.trim(),
    })),
  };
}

function Relations(): ReactElement {
  const { legal } = useText();
  const required = useRequired();
  const kinds = Object.entries(legal.relationKinds).map(([value, label]) => ({ value, label }));
  return (
    <Form.List name="relations">
      {(rows, { add, remove }) => (
        <div className="edit-list">
          {rows.map((row) => (
            <div key={row.key} className="edit-row relation-row" role="group" aria-label={legal.relation}>
              <Form.Item name={[row.name, 'kind']} label={legal.relation} rules={required}>
                <Select options={kinds} />
              </Form.Item>
              <Form.Item name={[row.name, 'targetId']} label={legal.target} rules={required}>
                <TargetField />
              </Form.Item>
              <Form.Item name={[row.name, 'note']} label={legal.note}>
                <Input />
              </Form.Item>
              <div className="row-end">
                <Form.Item name={[row.name, 'partly']} valuePropName="checked" noStyle>
                  <Checkbox>{legal.partly}</Checkbox>
                </Form.Item>
                <Button
                  type="text"
                  aria-label={legal.removeRelation}
                  title={legal.removeRelation}
                  icon={<Icon name="trash" size={16} />}
                  onClick={() => remove(row.name)}
                />
              </div>
            </div>
          ))}
          <Button
            type="dashed"
            icon={<Icon name="plus" size={16} />}
            onClick={() => add({ kind: 'replaces' })}
          >
            {legal.addRelation}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

function Aliases(): ReactElement {
  const { legal } = useText();
  const required = useRequired();
  return (
    <Form.List name="aliases">
      {(rows, { add, remove }) => (
        <div className="edit-list">
          {rows.map((row) => (
            <div key={row.key} className="edit-row named-row" role="group" aria-label={legal.alias}>
              <Form.Item name={[row.name, 'name']} label={legal.alias} rules={required}>
                <Input placeholder="Luật Hộ tịch" />
              </Form.Item>
              <Form.Item name={[row.name, 'year']} label={legal.year}>
                <InputNumber min={1945} max={2100} controls={false} />
              </Form.Item>
              <div className="row-end">
                <Button
                  type="text"
                  aria-label={legal.removeAlias}
                  title={legal.removeAlias}
                  icon={<Icon name="trash" size={16} />}
                  onClick={() => remove(row.name)}
                />
              </div>
            </div>
          ))}
          <Button type="dashed" icon={<Icon name="plus" size={16} />} onClick={() => add({})}>
            {legal.addAlias}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

export function NewTextScreen(): ReactElement {
  const { legal, common } = useText();
  const go = useGo();
  const [form] = Form.useForm<TextValues>();
  const create = useAction<TextValues, LegalTextDetail>(
    (values, key) => api.post('/legal-texts', { body: fieldsOf(values), key }),
    {
      stale: ['/legal-texts', '/legal-changes'],
      done: (text) => {
        if (text.changeId !== null) say(legal.savedChange);
        go(text.changeId === null ? `/legal-texts/${text.id}` : `/legal-changes/${text.changeId}`);
      },
    },
  );
  useFieldProblems(form, create.error);
  return (
    <>
      <PageHead title={legal.record} />
      <Form<TextValues>
        className="panel panel-pad form-page"
        form={form}
        layout="vertical"
        requiredMark="optional"
        scrollToFirstError
        initialValues={{ aliases: [], relations: [], effectiveOn: null }}
        onFinish={(values) => create.mutate(values)}
      >
        <TextIdentityFields />
        <section>
          <h2>{legal.relations}</h2>
          <p className="quiet">{legal.relationsHint}</p>
          <Relations />
        </section>
        <section>
          <h2>{legal.aliases}</h2>
          <p className="quiet">{legal.aliasesHint}</p>
          <Aliases />
        </section>
        {create.error === null ? null : <ProblemNotice error={create.error} title={common.error.action} />}
        <div className="form-end">
          <Button type="primary" size="large" htmlType="submit" loading={create.isPending}>
            {legal.save}
          </Button>
        </div>
      </Form>
    </>
  );
}
