const MONTHS_OF = { năm: 12, tháng: 1 } as const;

/** For how long: null months mean for ever. */
export interface Retention {
  months: number | null;
}

/**
 * Thời gian lưu as procedures print it: "Vĩnh viễn", "01 năm", "5 năm", "06 tháng".
 * @returns null where it says something else; a person decides then
 */
export function retentionOf(words: string | null): Retention | null {
  const text = (words ?? '').normalize('NFC').trim().toLocaleLowerCase('vi');
  if (text.startsWith('vĩnh viễn') || text.startsWith('lâu dài')) return { months: null };
  const match = /^(\d{1,3})\s*(năm|tháng)/u.exec(text);
  if (match === null) return null;
  const months = Number(match[1]) * MONTHS_OF[match[2] as keyof typeof MONTHS_OF];
  return months >= 1 && months <= 1200 ? { months } : null;
}

/** "05 năm" where months make whole years; null is for ever. */
export function retentionWords(months: number | null): string {
  if (months === null) return 'Vĩnh viễn';
  const [count, unit] = months % 12 === 0 ? [months / 12, 'năm'] : [months, 'tháng'];
  return `${String(count).padStart(2, '0')} ${unit}`;
}
