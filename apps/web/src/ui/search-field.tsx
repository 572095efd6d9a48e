import { Input } from 'antd';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Icon } from './icon';

interface SearchFieldProps {
  value: string | undefined;
  onSearch: (value: string | undefined) => void;
  label: string;
}

/** Writes to the address a moment after the last key. */
export function SearchField({ value, onSearch, label }: SearchFieldProps): ReactElement {
  const [typed, setTyped] = useState(value ?? '');
  const settle = useRef<number | undefined>(undefined);
  useEffect(() => {
    setTyped(value ?? '');
  }, [value]);
  const change = (next: string): void => {
    setTyped(next);
    window.clearTimeout(settle.current);
    settle.current = window.setTimeout(() => onSearch(next.trim() === '' ? undefined : next.trim()), 300);
  };
  return (
    <Input
      type="search"
      className="search-input"
      allowClear
      aria-label={label}
      placeholder={label}
      prefix={<Icon name="search" size={16} />}
      value={typed}
      onChange={(event) => change(event.target.value)}
    />
  );
}
