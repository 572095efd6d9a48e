import { type Language } from './words';

/** `05/03/2014`: the same in both languages, so that it can be compared with the paper. */
export function day(date: string | null): string {
  return date === null ? '–' : [date.slice(8, 10), date.slice(5, 7), date.slice(0, 4)].join('/');
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `14:05 23/11/2026`, in Viet Nam. */
export function instant(iso: string): string {
  const part = new Map(CLOCK.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  const at = (name: Intl.DateTimeFormatPartTypes): string => part.get(name) ?? '';
  return `${at('hour')}:${at('minute')} ${at('day')}/${at('month')}/${at('year')}`;
}

export function count(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(value);
}

/** `128 kB`, `2,4 MB`. */
export function fileSize(bytes: number, language: Language): string {
  const mega = bytes >= 1_000_000;
  const format = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    maximumFractionDigits: mega ? 1 : 0,
  });
  return `${format.format(bytes / (mega ? 1_000_000 : 1000))} ${mega ? 'MB' : 'kB'}`;
}
