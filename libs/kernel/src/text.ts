const COMBINING_MARKS = /\p{Mn}/gu;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const TONE_DIGITS: Readonly<Record<string, string>> = {
  '\u0300': '2',
  '\u0301': '1',
  '\u0303': '4',
  '\u0309': '3',
  '\u0323': '5',
};
const WORD = /[\p{L}\p{Mn}]+/gu;
/** Spaces that Word and PDF put in place of U+0020, and characters that show nothing. */
const ODD_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** The one form in which text is stored: composed (NFC). */
export function normaliseNfc(text: string): string {
  return text.normalize('NFC');
}

/** NFC, one space between words, nothing invisible, nothing around: for names, titles and codes on one line. */
export function tidyLine(text: string): string {
  return normaliseNfc(text).replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

/** NFC with ordinary spaces, keeping line breaks: what a parser of text wants to see. */
export function plainSpaces(text: string): string {
  return normaliseNfc(text)
    .replace(INVISIBLE, '')
    .replace(ODD_SPACES, ' ')
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n');
}

/**
 * Folds case, accents and `đ` and evens spaces, so that what is typed without accents finds what is written with them.
 * Tone placement (hoà, hóa) falls away with the tones. `Ð` (U+00D0) stands for `Đ` in old fonts.
 */
export function foldVietnamese(text: string): string {
  return tidyLine(text).toLowerCase().normalize('NFD').replace(COMBINING_MARKS, '').replace(/[đð]/g, 'd');
}

/**
 * A key under which old and new tone placement are equal (`Quan Hóa` = `Quan Hoá`, `Uỷ ban` = `Ủy ban`)
 * while words that differ by tone or vowel stay apart (`Thành Sơn` ≠ `Thanh Sơn`).
 */
export function toneKey(text: string): string {
  return tidyLine(text).toLowerCase().replace(/ð/g, 'đ').replace(WORD, toneLast);
}

function toneLast(word: string): string {
  const parts = word.normalize('NFD');
  const tones = parts.match(TONES) ?? [];
  const bare = parts.replace(TONES, '').normalize('NFC');
  return bare + tones.map((tone) => TONE_DIGITS[tone]).join('');
}

const ITEM =
  /^\s*(?:[-+•*–·▪]|\d{1,2}[.)]\s|\d{1,2}(?:\.\d{1,2})+\.?\s|[a-zđ][.)]\s|[IVX]+\.\s|Điều\s+\d|Chương\s|Mục\s|Căn cứ\s|Phần\s|\((?:Ban hành |K|k)èm theo|\(Ban hành)/u;

/** True for a line that begins something of its own: a list item, a clause, a legal ground, a note in brackets under a title. */
export function startsItem(line: string): boolean {
  return ITEM.test(line);
}
