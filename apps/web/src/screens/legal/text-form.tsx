import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { type ReactElement, type ReactNode, useState } from 'react';
import { api, withQuery } from '~/api/client';
import { listOf } from '~/api/page';
import { type LegalTextFields, type RelationKind } from '~/api/types';
import { useText } from '~/app/preferences';
import { DayField, useRequired } from '~/ui/fields';
import { Icon } from '~/ui/icon';
import { type Known, TargetField } from './target-field';
import { type TextIdentity, TextIdentityFields } from './text-fields';
import './register.css';

interface RelationValues {
  kind: RelationKind;
  targetId: string;
  partly?: boolean;
  provisions?: string | null;
  effectiveOn?: string | null;
  transition?: string | null;
  note?: string | null;
}

export interface TextValues extends TextIdentity {
  expiredOn?: string | null;
  field?: string | null;
  abstract?: string | null;
  sourceUrl?: string | null;
  territoryIds?: string[];
  territoryNote?: string | null;
  articles: { label: string; title?: string | null }[];
  aliases: { name: string; year?: number | null }[];
  relations: RelationValues[];
}

function orNull(text: string | null | undefined): string | null {
  const words = (text ?? '').trim();
  return words === '' ? null : words;
}

/** What the API takes; `awaited` is kept as it stood. */
export function fieldsOf(values: TextValues, awaited: LegalTextFields['awaited'] = []): LegalTextFields {
  return {
    kind: values.kind.trim(),
    numberSymbol: values.numberSymbol.trim(),
    issuer: values.issuer.trim(),
    issuedOn: values.issuedOn,
    effectiveOn: values.effectiveOn,
    expiredOn: values.expiredOn ?? null,
    title: values.title.trim(),
    field: orNull(values.field),
    abstract: orNull(values.abstract),
    sourceUrl: orNull(values.sourceUrl),
    territoryIds: values.territoryIds ?? [],
    territoryNote: orNull(values.territoryNote),
    articles: values.articles.map(({ label, title }) => ({
      label: label.trim(),
      title: (title ?? '').trim(),
    })),
    aliases: values.aliases.map(({ name, year }) => ({ name: name.trim(), year: year ?? null })),
    relations: values.relations.map((relation) => ({
      kind: relation.kind,
      targetId: relation.targetId,
      partly: relation.partly ?? false,
      provisions: orNull(relation.provisions),
      effectiveOn: relation.effectiveOn ?? null,
      transition: orNull(relation.transition),
      note: orNull(relation.note),
    })),
    awaited,
  };
}

interface RowsProps {
  name: string;
  label: string;
  className: string;
  add: string;
  remove: string;
  blank: object;
  children: (row: number) => ReactNode;
}

/** Rows that a person adds and takes away. */
function Rows({ name, label, className, add, remove, blank, children }: RowsProps): ReactElement {
  return (
    <Form.List name={name}>
      {(rows, list) => (
        <div className="edit-list">
          {rows.map((row) => (
            <div key={row.key} className={`edit-row ${className}`} role="group" aria-label={label}>
              {children(row.name)}
              <div className="row-end">
                <Button
                  type="text"
                  aria-label={remove}
                  title={remove}
                  icon={<Icon name="trash" size={16} />}
                  onClick={() => list.remove(row.name)}
                />
              </div>
            </div>
          ))}
          <Button type="dashed" icon={<Icon name="plus" size={16} />} onClick={() => list.add(blank)}>
            {add}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

function Relations({ known }: { known: readonly Known[] }): ReactElement {
  const { legal, register } = useText();
  const required = useRequired();
  const kinds = Object.entries(legal.relationKinds).map(([value, label]) => ({ value, label }));
  return (
    <Rows
      name="relations"
      label={legal.relation}
      className="act-row"
      add={legal.addRelation}
      remove={legal.removeRelation}
      blank={{ kind: 'replaces' }}
    >
      {(row) => (
        <>
          <Form.Item name={[row, 'kind']} label={legal.relation} rules={required}>
            <Select options={kinds} />
          </Form.Item>
          <Form.Item name={[row, 'targetId']} label={legal.target} rules={required}>
            <TargetField known={known} />
          </Form.Item>
          <div className="act-wide act-more">
            <Form.Item name={[row, 'provisions']} label={register.provisions}>
              <Input placeholder={register.provisionsHint} />
            </Form.Item>
            <Form.Item name={[row, 'effectiveOn']} label={register.actsOn}>
              <DayField />
            </Form.Item>
            <Form.Item name={[row, 'transition']} label={register.transition}>
              <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
            </Form.Item>
          </div>
          <Form.Item className="act-wide" name={[row, 'partly']} valuePropName="checked">
            <Checkbox>{legal.partly}</Checkbox>
          </Form.Item>
        </>
      )}
    </Rows>
  );
}

function Aliases(): ReactElement {
  const { legal } = useText();
  const required = useRequired();
  return (
    <Rows
      name="aliases"
      label={legal.alias}
      className="named-row"
      add={legal.addAlias}
      remove={legal.removeAlias}
      blank={{}}
    >
      {(row) => (
        <>
          <Form.Item name={[row, 'name']} label={legal.alias} rules={required}>
            <Input placeholder="Luật Hộ tịch" />
          </Form.Item>
          <Form.Item name={[row, 'year']} label={legal.year}>
            <InputNumber min={1945} max={2100} controls={false} />
          </Form.Item>
        </>
      )}
    </Rows>
  );
}

function Articles(): ReactElement {
  const { register } = useText();
  const required = useRequired();
  return (
    <Rows
      name="articles"
      label={register.article}
      className="article-row"
      add={register.addArticle}
      remove={register.removeArticle}
      blank={{}}
    >
      {(row) => (
        <>
          <Form.Item name={[row, 'label']} label={register.article} rules={required}>
            <Input placeholder="Điều 5" />
          </Form.Item>
          <Form.Item name={[row, 'title']} label={register.articleTitle}>
            <Input />
          </Form.Item>
        </>
      )}
    </Rows>
  );
}

interface TerritoryProps {
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
  known: readonly { id: string; name: string }[];
}

/** Agencies of the place, found as one types. */
function TerritoryField({ id, value, onChange, known }: TerritoryProps): ReactElement {
  const { register } = useText();
  const [typed, setTyped] = useState('');
  const words = typed.trim();
  const found = useQuery({
    queryKey: ['/agencies', 'territory', words],
    queryFn: async ({ signal }) =>
      listOf<{ id: string; name: string }>(
        await api.get(withQuery('/agencies', { q: words, limit: 20 }), signal),
      ),
    placeholderData: (before) => before,
  });
  const options = [...new Map([...known, ...(found.data ?? [])].map((unit) => [unit.id, unit])).values()];
  return (
    <Select
      id={id}
      mode="multiple"
      value={value}
      placeholder={register.territoryPick}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={options.map((unit) => ({ value: unit.id, label: unit.name }))}
      onChange={(next: string[]) => onChange?.(next)}
    />
  );
}

function Particulars({ places }: { places: readonly { id: string; name: string }[] }): ReactElement {
  const { register } = useText();
  return (
    <>
      <div className="field-grid">
        <Form.Item name="expiredOn" label={register.expiredOn}>
          <DayField />
        </Form.Item>
        <Form.Item name="field" label={register.field}>
          <Input />
        </Form.Item>
        <Form.Item name="sourceUrl" label={register.source} extra={register.sourceHint}>
          <Input type="url" spellCheck={false} />
        </Form.Item>
      </div>
      <Form.Item name="abstract" label={register.abstract}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />
      </Form.Item>
      <Form.Item name="territoryIds" label={register.territory} extra={register.territoryHint}>
        <TerritoryField known={places} />
      </Form.Item>
      <Form.Item name="territoryNote" label={register.territoryNote}>
        <Input />
      </Form.Item>
    </>
  );
}

/** Everything the register holds of a text, as one form. */
export function TextFormParts({
  known = [],
  places = [],
}: {
  known?: readonly Known[];
  places?: readonly { id: string; name: string }[];
}): ReactElement {
  const { legal, register } = useText();
  return (
    <>
      <TextIdentityFields />
      <section>
        <h2>{legal.relations}</h2>
        <p className="quiet">{legal.relationsHint}</p>
        <Relations known={known} />
      </section>
      <section>
        <h2>{legal.aliases}</h2>
        <p className="quiet">{legal.aliasesHint}</p>
        <Aliases />
      </section>
      <section>
        <h2>{register.more}</h2>
        <Particulars places={places} />
      </section>
      <section>
        <h2>{register.articles}</h2>
        <Articles />
      </section>
    </>
  );
}
