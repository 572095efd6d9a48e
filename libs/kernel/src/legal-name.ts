import { foldVietnamese } from './text';

const YEAR_AT_END = /(?:\s+nam)?\s+\(?(?:1[89]|2[01])\d\d\)?$/;
const NUMBER_AT_END = /\s+so\s+\S*\d\S*$/;
const NOT_WORDS = /[^\p{L}\p{N}\s]+/gu;

/**
 * Key under which spellings of the name of one law are equal: `Luật Hộ tịch năm 2014`, `LUẬT HỘ TỊCH` and
 * `luật hộ tịch 2014` give `luat ho tich`. The year is no part of it; it is matched on its own.
 */
export function lawNameKey(name: string): string {
  const folded = foldVietnamese(name.replaceAll('&', ' và '))
    .replace(NUMBER_AT_END, '')
    .replace(YEAR_AT_END, '');
  return folded.replace(NOT_WORDS, ' ').replace(/\s+/g, ' ').trim();
}
