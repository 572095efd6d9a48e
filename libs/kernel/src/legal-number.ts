import { foldVietnamese, normaliseNfc, tidyLine, toneKey } from './text';

declare const numberSymbolBrand: unique symbol;

/** Number and symbol of a legal text as printed, NFC and without spaces: `19/2014/QĐ-TTg`. */
export type NumberSymbol = string & { readonly [numberSymbolBrand]: true };

const DASHES = /[\u00ad\u2010-\u2015\u2212\u2011]/g;
const SLASHES = /[\u2044\u2215\uff0f]/g;

/** Abbreviations of issuing bodies, written out so that `HĐND tỉnh X` is `Hội đồng nhân dân tỉnh X`. */
const ISSUER_WORDS = [
  ['ubtvqh', 'uỷ ban thường vụ quốc hội'],
  ['ubnd', 'uỷ ban nhân dân'],
  ['h[đd]nd', 'hội đồng nhân dân'],
  ['ttg|ttcp', 'thủ tướng chính phủ'],
  ['kh\\s*(?:&|và)?\\s*cn', 'khoa học và công nghệ'],
  ['gd\\s*(?:&|và)?\\s*đt', 'giáo dục và đào tạo'],
  ['tn\\s*(?:&|và)?\\s*mt', 'tài nguyên và môi trường'],
  ['nn\\s*(?:&|và)?\\s*ptnt', 'nông nghiệp và phát triển nông thôn'],
  ['lđ-?tb\\s*(?:&|và)?\\s*xh', 'lao động thương binh và xã hội'],
  ['tt\\s*(?:&|và)?\\s*tt', 'thông tin và truyền thông'],
  ['vh\\s*,?\\s*tt\\s*(?:&|và)?\\s*dl', 'văn hóa thể thao và du lịch'],
  ['tp\\.?', 'thành phố'],
].map(([abbreviation, words]) => ({
  // `\b` does not take `đ` or `ủ` for letters, so the borders of the word are looked for by Unicode letters.
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${abbreviation ?? ''})(?![\\p{L}\\p{N}])`, 'gu'),
  words: words ?? '',
}));

/** A text "of the minister" is the ministry's: one sentence names the head, the next one the body. */
const HEADS =
  'bộ trưởng|thống đốc|chánh án|viện trưởng|chủ nhiệm|tổng giám đốc|giám đốc|tổng cục trưởng|cục trưởng|trưởng ban|chánh văn phòng';
const BODIES = 'bộ|sở|ngân hàng|tòa|toà|viện|ủy ban|uỷ ban|tổng cục|cục|bảo hiểm|ban|văn phòng';
const HEAD_OF_BODY = new RegExp(
  `^(?:(?:${HEADS})\\s+(?=${BODIES})|chủ tịch\\s+(?=ủy ban|uỷ ban|ubnd|hội đồng|hđnd))`,
  'iu',
);

/** Drops the head of a body: `Bộ trưởng Bộ Tư pháp` → `Bộ Tư pháp`; `Thủ tướng Chính phủ` and `Chủ tịch nước` issue by themselves. */
export function issuingBody(issuer: string): string {
  return tidyLine(issuer).replace(HEAD_OF_BODY, '');
}

/** The state and the term of an assembly name nobody. */
const ISSUER_NOISE = [
  /(?:^|\s+)nước cộng h[oò][aà] xã hội chủ nghĩa việt nam\s*$/u,
  /(?<=quốc hội)\s+kh[oó][aá]\s+[\p{L}\p{N}]+$/u,
];

/** Puts a number-symbol into its printed form without spaces; dashes, slashes and `Ð` of other fonts are made ordinary. */
export function normaliseNumberSymbol(text: string): NumberSymbol {
  return normaliseNfc(text)
    .replace(DASHES, '-')
    .replace(SLASHES, '/')
    .replace(/\u00d0/g, 'Đ')
    .replace(/\s+/gu, '') as NumberSymbol;
}

/** Key under which spellings of one number-symbol are equal: `04/2024/NQ-HĐND` = `4/2024/nq-hdnd`. */
export function numberSymbolKey(text: string): string {
  return foldVietnamese(normaliseNumberSymbol(text)).replace(/^0+(?=\d)/, '');
}

/** Key under which spellings of one issuing body are equal: `Chủ tịch UBND tỉnh X` = `Ủy ban nhân dân tỉnh X`; '' when unknown. */
export function issuerKey(issuer: string | null): string {
  let text = issuingBody((issuer ?? '').replace(/^\s*của\s/iu, '')).toLowerCase();
  for (const { pattern, words } of ISSUER_WORDS) text = text.replace(pattern, words);
  const bare = text
    .replaceAll('&', ' và ')
    .replace(/[.,;:–-]/g, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const named = ISSUER_NOISE.reduce((words, noise) => words.replace(noise, ''), bare);
  return toneKey(named === 'thủ tướng' ? 'thủ tướng chính phủ' : named);
}
