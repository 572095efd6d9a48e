import { AutoComplete, Form, Input } from 'antd';
import { type ReactElement } from 'react';
import { useText } from '~/app/preferences';
import { DayField, matches, useRequired } from '~/ui/fields';

/** Kinds of legal texts as Vietnamese papers name them; another may be typed. */
const KINDS = [
  'Luật',
  'Nghị quyết',
  'Pháp lệnh',
  'Nghị định',
  'Quyết định',
  'Thông tư',
  'Thông tư liên tịch',
  'Chỉ thị',
  'Kế hoạch',
];

const ISSUERS = [
  'Quốc hội',
  'Ủy ban Thường vụ Quốc hội',
  'Chính phủ',
  'Thủ tướng Chính phủ',
  'Bộ Tư pháp',
  'Bộ Khoa học và Công nghệ',
  'Bộ Nội vụ',
  'Bộ Tài chính',
];

function Suggest({
  options,
  ...rest
}: {
  options: readonly string[];
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}): ReactElement {
  return (
    <AutoComplete
      {...rest}
      options={options.map((value) => ({ value }))}
      showSearch={{ filterOption: (typed, option) => matches(option?.value ?? '', typed) }}
    />
  );
}

export interface TextIdentity {
  kind: string;
  numberSymbol: string;
  issuer: string;
  issuedOn: string;
  effectiveOn: string | null;
  title: string;
}

/** A legal text is number-symbol, issuing body and date together. */
export function TextIdentityFields(): ReactElement {
  const { legal } = useText();
  const required = useRequired();
  return (
    <>
      <div className="field-grid">
        <Form.Item name="numberSymbol" label={legal.numberSymbol} rules={required}>
          <Input spellCheck={false} placeholder="123/2015/NĐ-CP" />
        </Form.Item>
        <Form.Item name="kind" label={legal.kind} rules={required}>
          <Suggest options={KINDS} />
        </Form.Item>
        <Form.Item name="issuer" label={legal.issuer} rules={required}>
          <Suggest options={ISSUERS} />
        </Form.Item>
        <Form.Item name="issuedOn" label={legal.issuedOn} rules={required}>
          <DayField />
        </Form.Item>
        <Form.Item name="effectiveOn" label={legal.effectiveOn}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="title" label={legal.name} rules={required}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} />
      </Form.Item>
    </>
  );
}
