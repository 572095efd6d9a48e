import { currentLanguage } from '~/i18n/language';

const UNITS = ['kB', 'MB', 'GB', 'TB'] as const;

function numberOf(value: number, most: number): string {
  return new Intl.NumberFormat(currentLanguage() === 'vi' ? 'vi-VN' : 'en-GB', {
    maximumFractionDigits: most,
  }).format(value);
}

export function formatCount(count: number): string {
  return numberOf(count, 0);
}

/** A size as people read it: 12,4 MB. */
export function formatBytes(bytes: number): string {
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${numberOf(value, value < 100 ? 1 : 0)} ${UNITS[unit] ?? ''}`;
}
