import { Button, Checkbox, Form, Input, Select } from 'antd';
import { type ReactElement } from 'react';
import {
  type IntakeRelationFields,
  type MeantText,
  type MissingTextFields,
  type ReadRelationView,
  type RelationKind,
} from '~/api/types';
import { useText } from '~/app/preferences';
import { TargetField } from '~/screens/legal/target-field';
import { DayField, useRequired } from '~/ui/fields';
import { Icon } from '~/ui/icon';

/** Which text is meant: one that the register proposed, one that a person chose, or one that is still to be entered. */
type Way = 'meant' | 'chosen' | 'missing' | 'awaited';

export interface RelationValues {
  kind: RelationKind;
  partly?: boolean;
  effectiveOn?: string | null;
  provisions?: string;
  transition?: string;
  way: Way;
  meant: MeantText | null;
  targetId?: string;
  missing?: MissingTextFields;
  quote: string;
}

export function relationValuesOf(relation: ReadRelationView): RelationValues {
  const { kind, partly, effectiveOn, provisions, target, meant, quote } = relation;
  const name = target.name === null ? null : `${target.name} năm ${String(target.year)}`;
  return {
    kind,
    partly,
    effectiveOn,
    provisions: provisions ?? '',
    way: wayTo(relation),
    meant,
    missing: {
      kind: target.kind ?? (name === null ? '' : 'Luật'),
      numberSymbol: target.numberSymbol ?? '',
      issuer: target.issuer ?? (name === null ? '' : 'Quốc hội'),
      issuedOn: target.issuedOn ?? '',
      title: name ?? [target.kind, 'số', target.numberSymbol].filter((word) => word !== null).join(' '),
    },
    quote,
  };
}

/** A text of which the passage tells too little cannot be entered: the relation waits for it. */
function wayTo({ target, meant }: ReadRelationView): Way {
  if (meant !== null) return 'meant';
  return target.numberSymbol !== null && (target.issuer === null || target.issuedOn === null)
    ? 'awaited'
    : 'missing';
}

function wordsOrNull(typed: string | undefined): string | null {
  const words = typed?.trim() ?? '';
  return words === '' ? null : words;
}

export function requestOf(values: RelationValues): IntakeRelationFields {
  const { kind, partly, effectiveOn, provisions, transition, ...to } = values;
  return {
    kind,
    partly: partly ?? false,
    effectiveOn: effectiveOn ?? null,
    provisions: wordsOrNull(provisions),
    transition: wordsOrNull(transition),
    ...targetOf(to),
  };
}

function targetOf({
  way,
  meant,
  targetId,
  missing,
}: Pick<RelationValues, 'way' | 'meant' | 'targetId' | 'missing'>): Partial<IntakeRelationFields> {
  if (way === 'missing') return { missing };
  if (way === 'awaited' && missing !== undefined) {
    const { numberSymbol, issuer, issuedOn } = missing;
    return { awaited: { numberSymbol, issuer: issuer || null, issuedOn: issuedOn || null } };
  }
  return { targetId: way === 'meant' ? meant?.textId : targetId };
}

function MissingFields({ at }: { at: number }): ReactElement {
  const { legal, legalSources } = useText();
  const required = useRequired();
  return (
    <>
      <p className="quiet">{legalSources.notInRegister}</p>
      <div className="field-grid field-grid-3">
        <Form.Item name={[at, 'missing', 'numberSymbol']} label={legal.numberSymbol} rules={required}>
          <Input spellCheck={false} />
        </Form.Item>
        <Form.Item name={[at, 'missing', 'kind']} label={legal.kind} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name={[at, 'missing', 'issuer']} label={legal.issuer} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name={[at, 'missing', 'issuedOn']} label={legal.issuedOn} rules={required}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name={[at, 'missing', 'title']} label={legal.name} rules={required}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} />
      </Form.Item>
    </>
  );
}

function AwaitedFields({ at }: { at: number }): ReactElement {
  const { legal, legalSources } = useText();
  const required = useRequired();
  return (
    <>
      <p className="quiet">{legalSources.awaitedHint}</p>
      <div className="field-grid field-grid-3">
        <Form.Item name={[at, 'missing', 'numberSymbol']} label={legal.numberSymbol} rules={required}>
          <Input spellCheck={false} />
        </Form.Item>
        <Form.Item name={[at, 'missing', 'issuer']} label={legal.issuer}>
          <Input />
        </Form.Item>
        <Form.Item name={[at, 'missing', 'issuedOn']} label={legal.issuedOn}>
          <DayField />
        </Form.Item>
      </div>
    </>
  );
}

function Target({ at }: { at: number }): ReactElement {
  const { legal, legalSources } = useText();
  const form = Form.useFormInstance();
  const required = useRequired();
  const way = Form.useWatch<Way | undefined>(['relations', at, 'way'], { form, preserve: true }) ?? 'chosen';
  const meant = Form.useWatch<MeantText | null | undefined>(['relations', at, 'meant'], {
    form,
    preserve: true,
  });
  const turn = (next: Way): void => form.setFieldValue(['relations', at, 'way'], next);
  return (
    <div className="relation-target">
      {way === 'meant' && meant ? (
        <p>
          <span className="known">{legalSources.inRegister}</span> <b>{meant.numberSymbol}</b> {meant.title}
        </p>
      ) : null}
      {way === 'chosen' ? (
        <Form.Item name={[at, 'targetId']} label={legal.target} rules={required}>
          <TargetField />
        </Form.Item>
      ) : null}
      {way === 'missing' ? <MissingFields at={at} /> : null}
      {way === 'awaited' ? <AwaitedFields at={at} /> : null}
      <div className="relation-ways">
        {way === 'chosen' ? null : (
          <Button type="link" size="small" onClick={() => turn('chosen')}>
            {way === 'meant' ? legalSources.chooseOther : legalSources.chooseKnown}
          </Button>
        )}
        {way === 'missing' ? null : (
          <Button type="link" size="small" onClick={() => turn('missing')}>
            {legalSources.enterNew}
          </Button>
        )}
        {way === 'missing' ? (
          <Button type="link" size="small" onClick={() => turn('awaited')}>
            {legalSources.keepAwaited}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Quote({ at, show }: { at: number; show: (quote: string) => void }): ReactElement | null {
  const { legalSources } = useText();
  const form = Form.useFormInstance();
  const quote = Form.useWatch<string | undefined>(['relations', at, 'quote'], { form, preserve: true }) ?? '';
  if (quote === '') return null;
  return (
    <blockquote className="relation-quote">
      <p>{quote}</p>
      <Button type="link" size="small" onClick={() => show(quote)}>
        {legalSources.showQuote}
      </Button>
    </blockquote>
  );
}

/** What was read of other texts, each with the passage it came from. */
export function RelationRows({ show }: { show: (quote: string) => void }): ReactElement {
  const { legal, legalSources } = useText();
  const required = useRequired();
  const kinds = Object.entries(legal.relationKinds).map(([value, label]) => ({ value, label }));
  const empty = { kind: 'replaces', way: 'chosen', meant: null, quote: '' };
  return (
    <Form.List name="relations">
      {(rows, { add, remove }) => (
        <div className="edit-list">
          {rows.length === 0 ? <p className="quiet">{legalSources.noRelations}</p> : null}
          {rows.map((row) => (
            <div key={row.key} className="relation-card" role="group" aria-label={legal.relation}>
              <div className="relation-card-head">
                <Form.Item name={[row.name, 'kind']} label={legal.relation} rules={required}>
                  <Select options={kinds} />
                </Form.Item>
                <Form.Item name={[row.name, 'effectiveOn']} label={legalSources.from}>
                  <DayField />
                </Form.Item>
                <Form.Item name={[row.name, 'partly']} valuePropName="checked">
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
              <Quote at={row.name} show={show} />
              <Target at={row.name} />
              <Form.Item name={[row.name, 'provisions']} label={legalSources.provisions}>
                <Input maxLength={1000} />
              </Form.Item>
              <Form.Item name={[row.name, 'transition']} label={legalSources.transition}>
                <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={4000} />
              </Form.Item>
            </div>
          ))}
          <Button type="dashed" icon={<Icon name="plus" size={16} />} onClick={() => add(empty)}>
            {legal.addRelation}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
