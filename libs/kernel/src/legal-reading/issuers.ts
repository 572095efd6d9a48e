import { issuingBody } from '../legal-number';
import { canonicalIssuer, KIND_WORDS, KNOWN_ISSUERS } from '../legal-symbol';
import { foldVietnamese, tidyLine } from '../text';

/** An issuing body found in running text. */
export interface IssuerInText {
  readonly issuer: string;
  readonly end: number;
}

/** Words that begin what a text is about, or go on with the sentence: a body's name ends before them. */
const STOPS = [
  'về',
  'quy định',
  'qui định',
  'quy đinh',
  'ban hành',
  'sửa đổi',
  'sửa',
  'bổ sung',
  'hướng dẫn',
  'thay thế',
  'bãi bỏ',
  'phê duyệt',
  'công bố',
  'v/v',
  'ngày',
  'tại',
  'số',
  'được',
  'đã',
  'do',
  'có',
  'thì',
  'để',
  'theo',
  'nêu',
  'trên',
  'này',
  'nhằm',
  'triển khai',
  'thực hiện',
  'kèm',
  'điều chỉnh',
  'giao',
  'đề nghị',
  'trả lời',
  'gửi',
  'hợp nhất',
  'thông qua',
  'kiện toàn',
  'thành lập',
  'tăng cường',
  'đẩy mạnh',
  'là',
  'với',
  'cho',
  'khi',
  'trong',
  'như',
  'còn',
  'hết',
  'chấp thuận',
  'bảo đảm',
  'liên quan',
  'xác nhận',
  'ký',
  'trước',
  'sau',
  'kể từ',
  'nay',
  'vẫn',
  'chưa',
  'đến',
  'bằng',
  'gồm',
  'trình',
  'cụ thể',
  'chi tiết',
  'từ',
  'đối với',
  'miễn',
  'giảm',
  'mức thu',
  'tổ chức',
  'quyết',
  'nghị',
  'thông tư',
  'chỉ thị',
];
const KIND = KIND_WORDS.map(loose).join('|');
const STOP = new RegExp(
  `[,;:.()"“”\\[\\]]|\\s(?:${STOPS.map(loose).join('|')})(?![\\p{L}])|\\s(?:và|hoặc|hay|cùng)\\s+(?:s\\s?ố|các|một số|${KIND})(?![\\p{L}])`,
  'iu',
);

const HEADS =
  'bộ trưởng|thống đốc|chánh án|viện trưởng|chủ nhiệm|tổng giám đốc|giám đốc|tổng cục trưởng|cục trưởng|trưởng ban|chánh văn phòng|chủ tịch(?!\\s+nước)';
const HEAD = new RegExp(`(?:${HEADS})\\s+`, 'iuy');
const KNOWN = new RegExp(
  `(?:${[...KNOWN_ISSUERS, 'Thủ tướng', 'Bộ Chính trị', 'Ban Bí thư', 'Bộ KH&CN']
    .sort((a, b) => b.length - a.length)
    .map(loose)
    .join('|')})(?![\\p{L}])`,
  'iuy',
);
const LOCAL_BODY =
  '(?:thường trực\\s+)?(?:ubnd|hđnd|[uủ][yỷ]\\s+ban\\s+nhân\\s+dân|h[ôộ]i\\s+đồng\\s+nhân\\s+dân)|(?:ban\\s+(?:chấp hành|thường vụ)\\s+)?(?:đảng\\s+bộ|đảng\\s+[uủ][yỷ]|t[iỉ]nh\\s+[uủ][yỷ]|thành\\s+[uủ][yỷ]|huyện\\s+[uủ][yỷ])';
const LOCAL = new RegExp(`(?:${LOCAL_BODY})(?![\\p{L}])`, 'iuy');
const GENERIC =
  /(?:bộ(?!\s+trưởng)|sở|ban|cục|chi cục|tổng cục|viện|hội|liên đoàn|văn phòng|ngân hàng|kho bạc|bảo hiểm|tòa án|toà án|công an|phòng|trung tâm|ủy ban|uỷ ban|hội đồng|đoàn|trường|đại học|liên bộ)(?=\s)/iuy;
const LEVEL = 'tỉnh|thành phố|tp\\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|cấp tỉnh|cấp huyện|cấp xã';
const PLACE = new RegExp(`\\s*,?\\s*(?:${LEVEL})(?![\\p{L}])`, 'iuy');
const NAME_WORD = /\s+(?:[-–]\s+)?(\p{Lu}[\p{L}\p{M}'’]*|\d{1,2}(?!\s*[/.]))/uy;
const MAX_NAME_WORDS = 5;
const MAX_GENERIC = 90;

/** The issuing body that stands right at `position` (`Bộ trưởng Bộ Tư pháp`, `HĐND tỉnh X`), its head dropped, known ones spelled right. */
export function issuerAt(text: string, position: number): IssuerInText | null {
  const head = matchAt(HEAD, text, position);
  const start = position + (head?.length ?? 0);
  const known = matchAt(KNOWN, text, start);
  if (known !== null) return makeIssuer(text, start, start + known.length);
  const local = matchAt(LOCAL, text, start);
  if (local !== null) return makeIssuer(text, start, placeEnd(text, start + local.length));
  return genericAt(text, start);
}

/** A body without its place: `UBND tỉnh`, `Hội đồng nhân dân thành phố`; the place must come from elsewhere in the text. */
export function lacksPlace(issuer: string): boolean {
  const folded = foldVietnamese(issuer);
  return /^(?:thuong truc )?(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan|ban (?:chap hanh|thuong vu) .*|dang bo|tinh uy|thanh uy)(?: (?:tinh|thanh pho|tp\.?|huyen|quan|xa|phuong))?$/.test(
    folded,
  );
}

function genericAt(text: string, start: number): IssuerInText | null {
  if (matchAt(GENERIC, text, start) === null) return null;
  const rest = text.slice(start, start + MAX_GENERIC);
  const stop = STOP.exec(rest);
  const length = (stop?.index ?? rest.length) - trailingSpace(rest.slice(0, stop?.index ?? rest.length));
  const end = start + length;
  return length > 4 ? makeIssuer(text, start, placeEnd(text, end)) : null;
}

function makeIssuer(text: string, start: number, end: number): IssuerInText {
  const name = issuingBody(tidyLine(text.slice(start, end)));
  return { issuer: canonicalIssuer(name === 'Thủ tướng' ? 'Thủ tướng Chính phủ' : name), end };
}

/** Follows `tỉnh Bà Rịa - Vũng Tàu`, `xã A, huyện B, tỉnh C` as far as names go. */
function placeEnd(text: string, start: number): number {
  let end = start;
  for (let level = 0; level < 3; level += 1) {
    const label = matchAt(PLACE, text, end);
    const isSeparated = label?.includes(',') ?? false;
    if (label === null) break;
    const nameEnd = namesEnd(text, end + label.length);
    // ", tỉnh" without a name begins another thought; "UBND tỉnh" is the body itself.
    if (nameEnd === end + label.length && (isSeparated || level > 0)) break;
    end = nameEnd;
  }
  return end;
}

function namesEnd(text: string, start: number): number {
  let end = start;
  for (let count = 0; count < MAX_NAME_WORDS; count += 1) {
    const word = matchAt(NAME_WORD, text, end);
    if (word === null || beginsStop(text.slice(end)) || word.trim().includes('\n')) break;
    end += word.length;
  }
  return end;
}

function beginsStop(rest: string): boolean {
  return STOP.exec(rest)?.index === 0 || new RegExp(`^\\s+(?:${KIND})(?![\\p{L}])`, 'iu').test(rest);
}

function matchAt(pattern: RegExp, text: string, position: number): string | null {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? null;
}

function trailingSpace(text: string): number {
  return text.length - text.trimEnd().length;
}

/** A phrase as a pattern: any spaces between words, old and new tone placement. */
function loose(phrase: string): string {
  return phrase
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/ +/g, '\\s+')
    .replace(/[uU][ỷ]|[ủỦ]y/g, '[uUủỦ][yỷ]')
    .replace(/ủy|Ủy/g, '[uUủỦ][yỷ]')
    .replace(/óa|oá/g, '(?:óa|oá)')
    .replace(/òa|oà/g, '(?:òa|oà)')
    .replace(/ủy|uỷ/g, '(?:ủy|uỷ)');
}
