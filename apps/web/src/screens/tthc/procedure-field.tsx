import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { api, withQuery } from '~/api/client';
import { type Page } from '~/api/page';
import { type TthcLine } from '~/api/types';
import { useText } from '~/app/preferences';

export interface ChosenProcedure {
  value: string;
  label: string;
}

interface ProcedureFieldProps {
  value: ChosenProcedure | null;
  onChange: (value: ChosenProcedure | null) => void;
  label: string;
}

/** Finds a TTHC of the register by code or name, typed with or without accents. */
export function ProcedureField({ value, onChange, label }: ProcedureFieldProps): ReactElement {
  const { tthc } = useText();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const found = useQuery({
    queryKey: ['/administrative-procedures', 'choose', typed],
    queryFn: ({ signal }) =>
      api.get<Page<TthcLine>>(withQuery('/administrative-procedures', { q: typed, limit: 20 }), signal),
    enabled: isOpen,
    staleTime: 30_000,
  });
  return (
    <Select<ChosenProcedure | null, ChosenProcedure>
      labelInValue
      allowClear
      aria-label={label}
      placeholder={tthc.chooseProcedure}
      value={value}
      onOpenChange={setOpen}
      onChange={(chosen: ChosenProcedure | null | undefined) => onChange(chosen ?? null)}
      loading={found.isFetching}
      options={(found.data?.items ?? []).map(({ id, code, name, field }) => ({
        value: id,
        label: [code, name, `(${field})`].filter(Boolean).join(' '),
      }))}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      popupMatchSelectWidth={false}
    />
  );
}
