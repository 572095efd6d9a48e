import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { api, withQuery } from '~/api/client';
import { type Page } from '~/api/page';
import { type DocumentLine } from '~/api/types';
import { useText } from '~/app/preferences';

interface DocumentFieldProps {
  value?: string | null;
  onChange?: (value: string | null) => void;
  id?: string;
  /** The document that is chosen already, by name. */
  known?: { documentId: string; code: string; title: string } | null;
  allowClear?: boolean;
  label: string;
}

/** Finds a document in force by code or name; the value is its id. */
export function DocumentField({ value, onChange, known, label, ...rest }: DocumentFieldProps): ReactElement {
  const { issuing } = useText();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['/documents', 'field', q],
    queryFn: ({ signal }) =>
      api.get<Page<DocumentLine>>(withQuery('/documents', { scope: 'effective', q, limit: 30 }), signal),
    staleTime: 30_000,
  });
  const lines = (found.data?.items ?? []).map(({ documentId, code, title }) => ({ documentId, code, title }));
  const all =
    known === null || known === undefined || lines.some((line) => line.documentId === known.documentId)
      ? lines
      : [known, ...lines];
  return (
    <Select
      {...rest}
      aria-label={label}
      value={value ?? undefined}
      placeholder={issuing.documentHint}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      options={all.map(({ documentId, code, title }) => ({ value: documentId, label: `${code} – ${title}` }))}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
    />
  );
}
