import { useQuery } from '@tanstack/react-query';
import { DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { type ReactElement } from 'react';
import { api, withQuery } from '~/api/client';
import { listOf } from '~/api/page';
import { type PersonOption, type UnitOption } from '~/api/types';
import { useText } from '~/app/preferences';
import { foldAccents } from './fold';

interface DayFieldProps {
  value?: string | null;
  onChange?: (value: string | null) => void;
  id?: string;
  min?: string;
  disabled?: boolean;
  'aria-label'?: string;
}

/** A date as it stands on paper, dd/MM/yyyy; the value is 'yyyy-mm-dd'. */
export function DayField({ value, onChange, min, ...rest }: DayFieldProps): ReactElement {
  const { common } = useText();
  return (
    <DatePicker
      {...rest}
      className="day-field"
      value={value ? dayjs(value) : null}
      minDate={min === undefined ? undefined : dayjs(min)}
      format={['DD/MM/YYYY', 'D/M/YYYY', 'DDMMYYYY']}
      placeholder={common.dateFormat}
      onKeyDown={(event) => {
        // Enter takes the day that was typed; it must not send a form that is still being filled in.
        if (event.key === 'Enter') event.preventDefault();
      }}
      onChange={(day: Dayjs | null) => onChange?.(day === null ? null : day.format('YYYY-MM-DD'))}
    />
  );
}

export function useRequired(): { required: true; message: string; whitespace?: boolean }[] {
  return [{ required: true, message: useText().common.required }];
}

export function PasswordItem(): ReactElement {
  const { common } = useText();
  return (
    <Form.Item name="password" label={common.passwordAgain} rules={useRequired()}>
      <Input.Password autoComplete="current-password" />
    </Form.Item>
  );
}

interface ChoiceProps {
  value?: string | null;
  onChange?: (value: string | null) => void;
  id?: string;
  allowClear?: boolean;
  placeholder?: string;
}

/** Matches words without accents, in any place of the label. */
export function matches(label: string, typed: string): boolean {
  return foldAccents(label).includes(foldAccents(typed));
}

export function PersonField({ role, ...rest }: ChoiceProps & { role?: string }): ReactElement {
  const people = useQuery({
    queryKey: ['/people', role ?? null],
    queryFn: async ({ signal }) =>
      listOf<PersonOption>(await api.get(withQuery('/people', { role }), signal)),
    staleTime: 60_000,
  });
  const options = (people.data ?? []).map((person) => ({
    value: person.personId,
    label: [person.fullName, person.positionTitle, person.unitName].filter(Boolean).join(', '),
  }));
  return (
    <Select
      {...rest}
      value={rest.value ?? undefined}
      onChange={(value: string | undefined) => rest.onChange?.(value ?? null)}
      loading={people.isPending}
      options={options}
      showSearch={{ filterOption: (typed, option) => matches(option?.label ?? '', typed) }}
      status={people.isError ? 'error' : undefined}
    />
  );
}

export function useUnits(): UnitOption[] {
  const units = useQuery({
    queryKey: ['/units'],
    queryFn: async ({ signal }) => listOf<UnitOption>(await api.get('/units', signal)),
    staleTime: 60_000,
  });
  return units.data ?? [];
}

export function UnitField(props: ChoiceProps): ReactElement {
  const options = useUnits().map((unit) => ({ value: unit.id, label: unit.name }));
  return (
    <Select
      {...props}
      value={props.value ?? undefined}
      onChange={(value: string | undefined) => props.onChange?.(value ?? null)}
      options={options}
      showSearch={{ filterOption: (typed, option) => matches(option?.label ?? '', typed) }}
    />
  );
}
