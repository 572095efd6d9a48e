import { type ReactElement } from 'react';
import { useText } from '~/app/preferences';
import { DayField } from '~/ui/fields';

interface Days {
  from?: string;
  to?: string;
}

/** From a day to a day, both included. */
export function DayRange({ from, to, choose }: Days & { choose: (days: Days) => void }): ReactElement {
  const { desk } = useText();
  return (
    <>
      <label className="tool-day">
        <span>{desk.from}</span>
        <DayField value={from} onChange={(day) => choose({ from: day ?? undefined })} />
      </label>
      <label className="tool-day">
        <span>{desk.to}</span>
        <DayField value={to} onChange={(day) => choose({ to: day ?? undefined })} />
      </label>
    </>
  );
}
