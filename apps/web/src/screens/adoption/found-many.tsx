import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { api, withQuery } from '~/api/client';
import { type Page } from '~/api/page';
import { type AgencyLine } from '~/api/types';
import { useText } from '~/app/preferences';

export interface ManyProps {
  value?: string[];
  onChange?: (value: string[]) => void;
  id?: string;
}

interface FoundProps extends ManyProps {
  hint: string;
  /** What the typed words find. */
  path: (q: string) => string;
  show: (row: never) => { value: string; label: string } | null;
}

/** Chooses several of what a search finds; what was chosen keeps its name. */
export function FoundMany({ value, onChange, hint, path, show, id }: FoundProps): ReactElement {
  const [typed, setTyped] = useState('');
  const [known, setKnown] = useState<{ value: string; label: string }[]>([]);
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: [path(q), 'field'],
    queryFn: ({ signal }) => api.get<Page<never>>(path(q), signal),
    staleTime: 30_000,
  });
  const lines = (found.data?.items ?? []).flatMap((row) => show(row) ?? []);
  const options = [...known.filter((each) => !lines.some((line) => line.value === each.value)), ...lines];
  return (
    <Select
      id={id}
      mode="multiple"
      value={value}
      placeholder={hint}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      options={options}
      onChange={(next: string[]) => {
        setKnown(options.filter((option) => next.includes(option.value)));
        onChange?.(next);
      }}
    />
  );
}

export function Agencies(props: ManyProps): ReactElement {
  const { adoption } = useText();
  return (
    <FoundMany
      {...props}
      hint={adoption.agenciesHint}
      path={(q) => withQuery('/agencies', { q, historical: 'false', limit: 50 })}
      show={(line: AgencyLine) => ({
        value: line.id,
        label: line.parentName === null ? line.name : `${line.name}, ${line.parentName}`,
      })}
    />
  );
}
