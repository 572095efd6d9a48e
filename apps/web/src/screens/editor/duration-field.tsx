import { Form, InputNumber, Select, Space } from 'antd';
import { type ReactElement } from 'react';
import { useText } from '~/app/preferences';

const UNITS = ['working-day', 'day', 'hour', 'same-day'] as const;

/** A length of time: a number that need not be whole, and its unit. */
export function DurationField({ path, label }: { path: (string | number)[]; label: string }): ReactElement {
  const { editor } = useText();
  return (
    <Form.Item label={label}>
      <Space.Compact>
        <Form.Item name={[...path, 'value']} noStyle>
          <InputNumber
            min={0}
            max={10_000}
            step={0.5}
            decimalSeparator=","
            aria-label={label}
            style={{ width: 84 }}
          />
        </Form.Item>
        <Form.Item name={[...path, 'unit']} noStyle>
          <Select
            aria-label={editor.unit}
            placeholder={editor.units['working-day']}
            style={{ width: 140 }}
            options={UNITS.map((value) => ({ value, label: editor.units[value] }))}
          />
        </Form.Item>
      </Space.Compact>
    </Form.Item>
  );
}
