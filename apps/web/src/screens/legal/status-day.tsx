import { type ReactElement } from 'react';
import { useText } from '~/app/preferences';
import { DayField } from '~/ui/fields';
import './register.css';

/** "Còn hiệu lực vào ngày …": without a day it is today. */
export function StatusDay({
  on,
  onChange,
}: {
  on: string | undefined;
  onChange: (next: string | undefined) => void;
}): ReactElement {
  const { register } = useText();
  return (
    <label className="status-day">
      <span>{register.on}</span>
      <DayField
        aria-label={register.on}
        value={on ?? null}
        onChange={(next) => onChange(next ?? undefined)}
      />
    </label>
  );
}
