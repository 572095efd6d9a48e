import { type ReactElement, useId } from 'react';

interface PlainFieldProps {
  name: string;
  label: string;
  type: 'text' | 'password';
  autoComplete: string;
  initial?: string;
  autoFocus?: boolean;
}

/** Plain fields: the first page that a person loads does without the form machinery. */
export function PlainField({
  name,
  label,
  type,
  autoComplete,
  initial,
  autoFocus,
}: PlainFieldProps): ReactElement {
  const id = useId();
  return (
    <div className="plain-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={initial}
        autoFocus={autoFocus}
      />
    </div>
  );
}

export function entry(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
