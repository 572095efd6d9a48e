import { type ReactElement } from 'react';
import { type CalendarDayLine } from '~/api/types';
import { useText } from '~/app/preferences';
import './reminders.css';

const SATURDAY = 5;

interface Cell {
  day: string;
  number: number;
  kind: 'holiday' | 'working' | 'weekend' | 'plain';
  name: string | null;
}

/** Days of a month, with empty places before the first so that Monday stands first. */
function monthOf(year: number, month: number, marked: Map<string, CalendarDayLine>): (Cell | null)[] {
  const before = (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7;
  const count = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const cells = Array.from({ length: count }, (_, at): Cell => {
    const day = new Date(Date.UTC(year, month, at + 1)).toISOString().slice(0, 10);
    const line = marked.get(day);
    const isWeekend = (before + at) % 7 >= SATURDAY;
    return {
      day,
      number: at + 1,
      kind: line?.kind ?? (isWeekend ? 'weekend' : 'plain'),
      name: line?.name ?? null,
    };
  });
  return [...Array.from({ length: before }, () => null), ...cells];
}

function Month({ cells, title }: { cells: (Cell | null)[]; title: string }): ReactElement {
  const { reminders } = useText();
  return (
    <section className="year-month" aria-label={title}>
      <h3>{title}</h3>
      <ol className="year-days">
        {reminders.weekdays.map((name) => (
          <li key={name} className="year-weekday" aria-hidden="true">
            {name}
          </li>
        ))}
        {cells.map((cell, at) =>
          cell === null ? (
            <li key={`empty ${String(at)}`} aria-hidden="true" />
          ) : (
            <li key={cell.day} className={`year-day year-${cell.kind}`} title={cell.name ?? undefined}>
              {cell.number}
              {cell.name === null ? null : <span className="visually-hidden"> {cell.name}</span>}
            </li>
          ),
        )}
      </ol>
    </section>
  );
}

/** Twelve months at once; what differs from the ordinary week is coloured and named in the list below. */
export function YearView({ year, lines }: { year: number; lines: readonly CalendarDayLine[] }): ReactElement {
  const { reminders } = useText();
  const marked = new Map(lines.filter((line) => !line.isOverruled).map((line) => [line.day, line]));
  return (
    <div className="year-view">
      {Array.from({ length: 12 }, (_, month) => (
        <Month key={month} cells={monthOf(year, month, marked)} title={reminders.month(month + 1)} />
      ))}
      <p className="year-legend">
        <span className="year-day year-holiday" /> {reminders.holiday}
        <span className="year-day year-working" /> {reminders.working}
        <span className="year-day year-weekend" /> {reminders.weekend}
      </p>
    </div>
  );
}
