import {
  canonicalIssuer,
  dateAt,
  describeSymbol,
  findNumberSymbols,
  firstDate,
  KIND_WORDS,
  type LocalDate,
  type NumberSymbol,
  tidyLine,
} from '@app/kernel';

import { isCapitals, type Line } from './lines';

/** What a legal text says of itself at its top (and, of a law, at its end). Null is what it does not say. */
export interface Head {
  readonly kind: string | null;
  readonly numberSymbol: NumberSymbol | null;
  readonly issuer: string | null;
  readonly issuedOn: LocalDate | null;
  readonly title: string | null;
}

const NAMED = ['Hiến pháp', 'Bộ luật', 'Luật', 'Pháp lệnh'];
const HEAD_LINES = 40;
const OWN_NUMBER = /^(?:(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết)\s+)?s\s?ố\s*:?\s*(?=\d)/iu;
const PLACE_AND_DAY = /^[\p{Lu}][^,;:\d]{1,40},\s*ngày\s/u;
const PASSED = /(?:được\s+Quốc\s+hội|được\s+Ủy\s+ban\s+thường\s+vụ).{0,120}?thông\s+qua\s+ngày\s/iu;
const STATE = /^(?:C[OỘ]NG H[OÒ][AÀ]|Độc lập|-{2,}|_{2,})/u;
const BODY_STARTS = /^(?:Căn cứ|Theo đề nghị|Xét|Chương|Điều\s|Phần|Mục|Quốc hội ban hành|I\.|1\.)/iu;
const BODIES =
  /^(?:QU[OỐ]C H[OỘ]I|CH[IÍ]NH PH[UỦ]|TH[UỦ] T[UƯ][OỚ]NG|B[OỘ]\s|B[OỘ] TR[UƯ][OỞ]NG|[UỦ][YỶ] BAN|H[OỘ]I [DĐ][OỒ]NG|CH[UỦ] T[IỊ]CH|UBND|H[DĐ]ND|S[OỞ]\s|GI[AÁ]M [DĐ][OỐ]C)/u;
const LEVEL = /^(?:TỈNH|THÀNH PHỐ|TP\.|XÃ|PHƯỜNG|ĐẶC KHU|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)\s/u;
const LEVEL_WORDS = /\s(tỉnh|thành phố|tp\.|xã|phường|đặc khu|huyện|quận|thị xã|thị trấn)\s(.+)$/u;

/** Reads the letterhead and the title. */
export function readHead(lines: readonly Line[]): Head {
  const all = lines.map(({ text }) => text);
  const top = all.slice(0, HEAD_LINES);
  const begin = top.findIndex((line) => BODY_STARTS.test(line));
  const head = top.slice(0, begin === -1 ? top.length : begin);
  const numberSymbol = ownNumber(head);
  const implied = numberSymbol === null ? null : describeSymbol(numberSymbol);
  const kindAt = head.findIndex((line) => kindOf(line) !== null);
  const kind = kindOf(head[kindAt] ?? '') ?? implied?.kind ?? null;
  return {
    kind,
    numberSymbol,
    issuer: issuerOf(head, implied?.issuer ?? null),
    issuedOn: ownDay(head, all),
    title: titleOf(head.slice(kindAt + 1), kindAt === -1 ? null : kind),
  };
}

function ownNumber(head: readonly string[]): NumberSymbol | null {
  const line = head.find((text) => OWN_NUMBER.test(text));
  return line === undefined ? null : (findNumberSymbols(line)[0]?.numberSymbol ?? null);
}

function kindOf(line: string): string | null {
  if (!isCapitals(line)) return null;
  const words = line.toLowerCase();
  return KIND_WORDS.find((kind) => kind.toLowerCase() === words) ?? null;
}

/** `Hà Nội, ngày 06 tháng 6 năm 2024`; a law says on its last page when it was passed. */
function ownDay(head: readonly string[], all: readonly string[]): LocalDate | null {
  const line = head.find((text) => PLACE_AND_DAY.test(text));
  if (line !== undefined) return firstDate(line)?.date ?? null;
  for (const text of [...all].reverse()) {
    const passed = PASSED.exec(text);
    if (passed !== null) return dateAt(text, passed.index + passed[0].length - 'ngày '.length)?.date ?? null;
  }
  return null;
}

/** The symbol names ministries; a people's committee or council needs its place from the letterhead. */
function issuerOf(head: readonly string[], implied: string | null): string | null {
  const at = head.findIndex((line) => BODIES.test(line) && isCapitals(line));
  const printed = head[at];
  if (printed === undefined) return implied;
  if (implied !== null && !isLocal(implied)) return implied;
  const place = head.slice(at, at + 4).find((line) => LEVEL.test(line) && isCapitals(line));
  return canonicalIssuer(bodyName(place === undefined ? printed : `${printed} ${place}`));
}

function isLocal(issuer: string): boolean {
  return /^(?:[UuỦủ][yỷỶ] ban nhân dân|Hội đồng nhân dân)/u.test(issuer);
}

/** `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THANH HÓA` → `Ủy ban nhân dân tỉnh Thanh Hóa`. */
function bodyName(printed: string): string {
  const words = tidyLine(printed)
    .toLowerCase()
    .replace(/^(?:chủ tịch|giám đốc|bộ trưởng)\s+(?=[uủ][yỷ] ban|hội đồng|sở|bộ)/u, '')
    .replace(/^ubnd/u, 'ủy ban nhân dân')
    .replace(/^hđnd/u, 'hội đồng nhân dân');
  const placed = words.replace(
    LEVEL_WORDS,
    (_, level: string, name: string) => ` ${level} ${name.replace(/(?<![\p{L}])\p{L}/gu, capital)}`,
  );
  return capital(placed.charAt(0)) + placed.slice(1);
}

function titleOf(after: readonly string[], kind: string | null): string | null {
  const end = after.findIndex((line) => STATE.test(line) || (isCapitals(line) && BODIES.test(line)));
  const words = tidyLine(after.slice(0, end === -1 ? after.length : end).join(' '));
  if (words === '') return null;
  if (kind !== null && NAMED.includes(kind)) return `${kind} ${named(words)}`;
  return isCapitals(words) ? sentence(words) : words;
}

function named(words: string): string {
  return isCapitals(words) ? sentence(words) : words;
}

/** Capitals hide which words are names: the first letter only is kept, a person mends the rest. */
function sentence(words: string): string {
  return capital(words.charAt(0)) + words.slice(1).toLowerCase();
}

function capital(letter: string): string {
  return letter.toUpperCase();
}
