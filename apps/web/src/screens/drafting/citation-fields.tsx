import { Button, Form, Input, InputNumber } from 'antd';
import { type ReactElement, useState } from 'react';
import { type CitationView, type NamedTextView } from '~/api/types';
import { useText } from '~/app/preferences';
import { formatDay } from '~/ui/dates';
import { DayField, useRequired } from '~/ui/fields';
import { Icon } from '~/ui/icon';
import { type VersionValues } from './version-values';

function Known({ id }: { id: string | null | undefined }): ReactElement | null {
  const { drafting } = useText();
  if (id === undefined) return null;
  return id === null ? (
    <span className="known known-not">{drafting.reading.unknownText}</span>
  ) : (
    <span className="known">
      <Icon name="check" size={14} /> {drafting.reading.known}
    </span>
  );
}

interface RowProps {
  index: number;
  remove: () => void;
}

interface RowToolsProps {
  name: string;
  open: boolean;
  toggle: () => void;
  remove: () => void;
}

function RowTools({ name, open, toggle, remove }: RowToolsProps): ReactElement {
  const { drafting, common } = useText();
  const edit = `${open ? common.finish : common.edit} ${name}`;
  const drop = drafting.reading.removeCitation(name);
  return (
    <span className="read-tools">
      <Button
        type="text"
        size="small"
        aria-label={edit}
        title={edit}
        aria-expanded={open}
        icon={<Icon name={open ? 'check' : 'drafting'} size={16} />}
        onClick={toggle}
      />
      <Button
        type="text"
        size="small"
        aria-label={drop}
        title={drop}
        icon={<Icon name="trash" size={16} />}
        onClick={remove}
      />
    </span>
  );
}

function CitationInputs({ index }: { index: number }): ReactElement {
  const words = useText().drafting.reading;
  return (
    <div className="edit-row citation-row">
      <Form.Item name={[index, 'numberSymbol']} rules={useRequired()} label={words.numberSymbol}>
        <Input spellCheck={false} placeholder="123/2015/NĐ-CP" />
      </Form.Item>
      <Form.Item name={[index, 'issuedOn']} label={words.day}>
        <DayField />
      </Form.Item>
      <Form.Item name={[index, 'kind']} label={words.legalKind}>
        <Input />
      </Form.Item>
      <Form.Item name={[index, 'issuer']} label={words.issuer}>
        <Input />
      </Form.Item>
    </div>
  );
}

function aboutCitation(line: Partial<CitationView>): string {
  const day = line.issuedOn === null || line.issuedOn === undefined ? null : formatDay(line.issuedOn);
  return [line.kind, line.issuer, day].filter(Boolean).join(' · ');
}

/** Shown as one reads it; opens into fields only when something must be mended. */
function CitationRow({ index, remove }: RowProps): ReactElement {
  const form = Form.useFormInstance<VersionValues>();
  const line =
    Form.useWatch<Partial<CitationView> | undefined>(['citations', index], { form, preserve: true }) ?? {};
  const number = line.numberSymbol ?? '';
  const [open, setOpen] = useState(() => !form.getFieldValue(['citations', index, 'numberSymbol']));
  return (
    <li className="read-row">
      <div className="read-line">
        <span>
          <strong>{number}</strong> <span className="quiet">{aboutCitation(line)}</span>{' '}
          <Known id={line.legalTextId} />
        </span>
        <RowTools name={number} open={open} toggle={() => setOpen(!open)} remove={remove} />
      </div>
      {open ? <CitationInputs index={index} /> : null}
    </li>
  );
}

function NamedInputs({ index }: { index: number }): ReactElement {
  const words = useText().drafting.reading;
  return (
    <div className="edit-row named-row">
      <Form.Item name={[index, 'name']} rules={useRequired()} label={words.lawName}>
        <Input placeholder="Luật Hộ tịch" />
      </Form.Item>
      <Form.Item name={[index, 'year']} label={words.year}>
        <InputNumber min={1945} max={2100} controls={false} />
      </Form.Item>
    </div>
  );
}

function NamedRow({ index, remove }: RowProps): ReactElement {
  const form = Form.useFormInstance<VersionValues>();
  const line =
    Form.useWatch<Partial<NamedTextView> | undefined>(['namedTexts', index], { form, preserve: true }) ?? {};
  const name = line.name ?? '';
  const [open, setOpen] = useState(() => !form.getFieldValue(['namedTexts', index, 'name']));
  return (
    <li className="read-row">
      <div className="read-line">
        <span>
          <strong>{name}</strong> <span className="quiet">{line.year ?? ''}</span>{' '}
          <Known id={line.legalTextId} />
        </span>
        <RowTools name={name} open={open} toggle={() => setOpen(!open)} remove={remove} />
      </div>
      {open ? <NamedInputs index={index} /> : null}
    </li>
  );
}

/** The legal texts that the document cites, by number and by name; each line can be mended, dropped or added. */
export function CitationFields(): ReactElement {
  const words = useText().drafting.reading;
  return (
    <>
      <Form.List name="citations">
        {(rows, { add, remove }) => (
          <div className="edit-list">
            <h3>{words.citations(rows.length)}</h3>
            {rows.length === 0 ? <p className="quiet">{words.noCitations}</p> : null}
            <ul className="read-list">
              {rows.map((row) => (
                <CitationRow key={row.key} index={row.name} remove={() => remove(row.name)} />
              ))}
            </ul>
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
            <ul className="read-list">
              {rows.map((row) => (
                <NamedRow key={row.key} index={row.name} remove={() => remove(row.name)} />
              ))}
            </ul>
            <Button type="dashed" icon={<Icon name="plus" size={16} />} onClick={() => add({})}>
              {words.addNamed}
            </Button>
          </div>
        )}
      </Form.List>
    </>
  );
}
