import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { api, withQuery } from '~/api/client';
import { type Page } from '~/api/page';
import { type DocumentLine } from '~/api/types';
import { useText } from '~/app/preferences';

interface DocumentsFieldProps {
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
}

/** Several documents in force, found by code or name. */
export function DocumentsField({ id, value = [], onChange }: DocumentsFieldProps): ReactElement {
  const { issuing } = useText();
  const [typed, setTyped] = useState('');
  const [known, setKnown] = useState<Record<string, string>>({});
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['/documents', 'field', q],
    queryFn: ({ signal }) =>
      api.get<Page<DocumentLine>>(withQuery('/documents', { scope: 'effective', q, limit: 30 }), signal),
    staleTime: 30_000,
  });
  const labels = Object.fromEntries(
    (found.data?.items ?? []).map(({ documentId, code, title }) => [documentId, `${code} – ${title}`]),
  );
  const all = { ...Object.fromEntries(value.map((each) => [each, known[each] ?? each])), ...labels };
  return (
    <Select
      id={id}
      mode="multiple"
      value={value}
      placeholder={issuing.documentHint}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      options={Object.entries(all).map(([key, label]) => ({ value: key, label }))}
      onChange={(next: string[]) => {
        setKnown({ ...known, ...labels });
        onChange?.(next);
      }}
    />
  );
}
