import { Button, Form, Input, InputNumber } from 'antd';
import { type ReactElement } from 'react';
import { useText } from '~/app/preferences';
import { DayField, useRequired } from '~/ui/fields';
import { Icon } from '~/ui/icon';
import { type VersionValues } from './version-values';

function Known({ list, index }: { list: 'citations' | 'namedTexts'; index: number }): ReactElement | null {
  const { drafting } = useText();
  const form = Form.useFormInstance<VersionValues>();
  const line = Form.useWatch([list, index], form) as { legalTextId?: string | null } | undefined;
  if (line?.legalTextId === undefined) return null;
  return line.legalTextId === null ? (
    <span className="known known-not">{drafting.reading.unknownText}</span>
  ) : (
    <span className="known">
      <Icon name="check" size={14} /> {drafting.reading.known}
    </span>
  );
}

function RemoveButton({ label, remove }: { label: string; remove: () => void }): ReactElement {
  return (
    <Button
      type="text"
      className="row-remove"
      aria-label={label}
      title={label}
      icon={<Icon name="trash" size={16} />}
      onClick={remove}
    />
  );
}

function CitationRow({ index, remove }: { index: number; remove: () => void }): ReactElement {
  const { drafting } = useText();
  const words = drafting.reading;
  const form = Form.useFormInstance<VersionValues>();
  const number = Form.useWatch<string | undefined>(['citations', index, 'numberSymbol'], form) ?? '';
  return (
    <div className="edit-row citation-row" role="group" aria-label={`${words.numberSymbol} ${number}`}>
      <Form.Item name={[index, 'numberSymbol']} rules={useRequired()} label={words.numberSymbol}>
        <Input spellCheck={false} placeholder="123/2015/NĐ-CP" />
      </Form.Item>
      <Form.Item name={[index, 'kind']} label={words.legalKind}>
        <Input />
      </Form.Item>
      <Form.Item name={[index, 'issuedOn']} label={words.day}>
        <DayField />
      </Form.Item>
      <Form.Item name={[index, 'issuer']} label={words.issuer} className="citation-issuer">
        <Input />
      </Form.Item>
      <div className="row-end">
        <Known list="citations" index={index} />
        <RemoveButton label={words.removeCitation(number)} remove={remove} />
      </div>
    </div>
  );
}

function NamedRow({ index, remove }: { index: number; remove: () => void }): ReactElement {
  const { drafting } = useText();
  const words = drafting.reading;
  const form = Form.useFormInstance<VersionValues>();
  const name = Form.useWatch<string | undefined>(['namedTexts', index, 'name'], form) ?? '';
  return (
    <div className="edit-row named-row" role="group" aria-label={`${words.lawName} ${name}`}>
      <Form.Item name={[index, 'name']} rules={useRequired()} label={words.lawName}>
        <Input placeholder="Luật Hộ tịch" />
      </Form.Item>
      <Form.Item name={[index, 'year']} label={words.year}>
        <InputNumber min={1945} max={2100} controls={false} />
      </Form.Item>
      <div className="row-end">
        <Known list="namedTexts" index={index} />
        <RemoveButton label={words.removeCitation(name)} remove={remove} />
      </div>
    </div>
  );
}

/** The legal texts that the document cites, by number and by name; each line can be mended, dropped or added. */
export function CitationFields(): ReactElement {
  const { drafting } = useText();
  const words = drafting.reading;
  return (
    <>
      <Form.List name="citations">
        {(rows, { add, remove }) => (
          <div className="edit-list">
            <h3>{words.citations(rows.length)}</h3>
            {rows.length === 0 ? <p className="quiet">{words.noCitations}</p> : null}
            {rows.map((row) => (
              <CitationRow key={row.key} index={row.name} remove={() => remove(row.name)} />
            ))}
            <Button type="dashed" icon={<Icon name="plus" size={16} />} onClick={() => add({})}>
              {words.addCitation}
            </Button>
          </div>
        )}
      </Form.List>
      <Form.List name="namedTexts">
        {(rows, { add, remove }) => (
          <div className="edit-list">
            <h3>{words.named(rows.length)}</h3>
            {rows.map((row) => (
              <NamedRow key={row.key} index={row.name} remove={() => remove(row.name)} />
            ))}
            <Button type="dashed" icon={<Icon name="plus" size={16} />} onClick={() => add({})}>
              {words.addNamed}
            </Button>
          </div>
        )}
      </Form.List>
    </>
  );
}
