import { type Duration, type DurationUnit, type ProcedureStep } from './procedure-content';

const UNITS: Record<Exclude<DurationUnit, 'same-day'>, string> = {
  'working-day': 'ngày làm việc',
  day: 'ngày',
  hour: 'giờ',
};

/** "½ ngày làm việc", "2,5 ngày", "04 giờ", "trong ngày": as procedures print a length of time. Empty for none. */
export function durationWords(duration: Duration | null): string {
  if (duration === null) return '';
  if (duration.unit === 'same-day') return 'trong ngày';
  return `${numberWords(duration.value)} ${UNITS[duration.unit]}`;
}

/** The time of a step: as a length, else as the paper has it. */
export function timeOf({ duration, timeAsWritten = null }: ProcedureStep): string {
  return duration === null ? (timeAsWritten ?? '') : durationWords(duration);
}

function numberWords(value: number): string {
  if (value === 0.5) return '½';
  if (Number.isInteger(value) && value < 10) return `0${String(value)}`;
  return String(value).replace('.', ',');
}
