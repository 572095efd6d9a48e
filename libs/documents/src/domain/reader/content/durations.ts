import { normaliseNfc, plainSpaces } from '@app/kernel';
import { type Duration, type DurationUnit } from '../../content';

/** A time as a cell or a sentence states it. */
export interface FoundDuration {
  readonly duration: Duration;
  /** "kể từ ngày nhận đủ hồ sơ hợp lệ" */
  readonly from: string | null;
  /** `02 - 03 ngày`: the longer one counts, and the person is told. */
  readonly isRange: boolean;
  /** False for `01` in a column whose header alone has a unit, or none. */
  readonly hasUnit: boolean;
  readonly index: number;
}

const FRACTIONS: Readonly<Record<string, number>> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
};
const WORDS: Readonly<Record<string, number>> = {
  nửa: 0.5,
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};
const NUMBER = String.raw`\d{1,4}\s*[½¼¾⅓⅔]|[½¼¾⅓⅔]|\d{1,2}\s+\d\s*\/\s*\d|\d{1,3}\s*\/\s*\d{1,3}|\d{1,4}(?:[.,]\d{1,3})?`;
const SPELLED = Object.keys(WORDS).join('|');
const UNIT = String.raw`ngày\s*(?:\(\s*)?(?:làm\s*việc|LV(?!\p{L}))|ngày|giờ(?:\s+(?:làm\s*việc|hành\s+chính))?|tiếng|phút|buổi|tuần|nlv(?!\p{L})|h(?![\p{L}\d])`;
const TIME = new RegExp(
  String.raw`(?<![\p{L}\d/.,-])(?:(?:(?<low>${NUMBER})\s*(?:\(\p{L}+\)\s*)?(?:-|–|đến|tới)\s*)?(?<number>${NUMBER})|(?<word>${SPELLED})(?=\s+(?:ngày|giờ|buổi|tuần)))(?![\d/]|[.,]\d)\s*(?:\([^()\d]{1,20}\)\s*)?(?<unit>${UNIT})?`,
  'giu',
);
/** Within the day; not `trong ngày làm việc tiếp theo`, which is what happens after a late hour. */
const SAME_DAY =
  /(?:(?:ngay\s+)?trong\s+(?:ngày|buổi)(?!\s+(?:làm\s+việc\s+)?(?:tiếp|kế|hôm|sau|\d))|(?<!\p{L})giải\s+quyết\s+ngay(?!\s+được)|^\s*(?:ngay|ngay\s+khi\s.*|trả\s+ngay)\s*$)/iu;
/** A clock on the wall, a date or an amount, not a length of time. */
const BEFORE_CLOCK = /(?:sau|trước|lúc|từ|đến|hồi|khoảng|điều|khoản|số|mục|tháng|lần|ngày)\s*$/iu;
const FROM =
  /(?:kể\s+từ|tính\s+từ|(?<=[,;\d\p{L}]\s)từ\s+(?:khi|ngày|thời\s+điểm))[^.,;\n]{3,200}?(?=\s+(?:hoặc\s+có\s+thể|nhưng|trừ)\s|[.,;\n]|$)/iu;

/** Every length of time in a text, in its order; bare numbers only when asked for (a cell of a column of times). */
export function findDurations(text: string, takesBareNumbers = false): FoundDuration[] {
  const plain = normaliseNfc(plainSpaces(text)).replace(/\n+/g, ' ').slice(0, 4_000);
  const from =
    FROM.exec(plain)?.[0]
      .trim()
      .replace(/[\s,:]+$/u, '') ?? null;
  const found = [...plain.matchAll(TIME)].flatMap((match) => {
    const read = durationOf(match, plain, takesBareNumbers);
    return read === null ? [] : [{ ...read, from: fromAfter(plain, match.index) ?? from }];
  });
  const sameDay = SAME_DAY.exec(plain);
  if (sameDay === null || found.some(({ index }) => index < sameDay.index)) return joined(found);
  const duration: Duration = { value: 1, unit: 'same-day' };
  return [{ duration, from, isRange: false, hasUnit: true, index: sameDay.index }, ...joined(found)];
}

/** The time of one cell under a header that may carry the unit. */
export function readDuration(text: string, unit: DurationUnit | null): FoundDuration | null {
  const [first] = findDurations(text, true);
  if (first === undefined) return null;
  return first.hasUnit ? first : { ...first, duration: { ...first.duration, unit: unit ?? 'day' } };
}

/** `(ngày làm việc)`, `(giờ)`: the unit that a header states for its column. */
export function unitIn(header: string): DurationUnit | null {
  const unit =
    /ngày\s*làm\s*việc|ngày\s*LV|(?<=\()\s*ngày|^\s*(?:số\s+)?ngày|tính\s+(?:theo|bằng)\s+ngày|(?<=\()\s*giờ|(?:số|theo|bằng)\s+giờ/iu.exec(
      header,
    )?.[0];
  return unit === undefined ? null : unitOf(unit.replace(/^.*\s(?=giờ|ngày)/iu, '').trim()).unit;
}

function durationOf(
  match: RegExpExecArray,
  text: string,
  takesBare: boolean,
): Omit<FoundDuration, 'from'> | null {
  const { low, unit } = match.groups ?? {};
  const isTime = unit === undefined ? takesBare && isAlone(match, text) : !isClock(match, unit, text);
  const value = isTime ? countOf(match) : null;
  if (value === null) return null;
  const measure = unitOf(unit ?? 'ngày');
  const duration = { value: rounded(value * measure.times), unit: measure.unit };
  return { duration, isRange: low !== undefined, hasUnit: unit !== undefined, index: match.index };
}

const LONGEST = 3_650;

function countOf({ groups }: RegExpExecArray): number | null {
  const word = groups?.['word']?.toLowerCase();
  const value = word === undefined ? valueOf(groups?.['number'] ?? '') : (WORDS[word] ?? null);
  return value !== null && value > 0 && value <= LONGEST ? value : null;
}

/** `sau 15 giờ` */
function isClock({ index }: RegExpExecArray, unit: string, text: string): boolean {
  return /^(?:giờ|h)$/iu.test(unit) && BEFORE_CLOCK.test(text.slice(Math.max(0, index - 12), index));
}

/** `01`, `(01)`, `1/2`: a number that is all the cell says. */
function isAlone(match: RegExpExecArray, text: string): boolean {
  const around = text.slice(0, match.index) + text.slice(match.index + match[0].length);
  return !/[\p{L}\d]/u.test(around);
}

function unitOf(text: string): { unit: DurationUnit; times: number } {
  const unit = text.toLowerCase();
  if (/làm\s*việc|lv$/u.test(unit) && !unit.startsWith('giờ')) return { unit: 'working-day', times: 1 };
  if (/^(?:giờ|tiếng|h)/u.test(unit)) return { unit: 'hour', times: 1 };
  if (unit.startsWith('phút')) return { unit: 'hour', times: 1 / 60 };
  if (unit.startsWith('buổi')) return { unit: 'day', times: 0.5 };
  return { unit: 'day', times: unit.startsWith('tuần') ? 7 : 1 };
}

function valueOf(text: string): number | null {
  const number = text
    .replace(/\s+/g, ' ')
    .replace(/\s*\/\s*/, '/')
    .replace(',', '.');
  const mixed = /^(\d*)\s?([½¼¾⅓⅔])$/u.exec(number);
  if (mixed) return Number(mixed[1]) + (FRACTIONS[mixed[2] ?? ''] ?? 0);
  const ratio = /^(?:(\d+) )?(\d+)\/(\d+)$/.exec(number);
  if (ratio) return shareOf(Number(ratio[1] ?? 0), Number(ratio[2]), Number(ratio[3]));
  return Number.isFinite(Number(number)) ? Number(number) : null;
}

/** `5/3` is a date or a number of a text; a share of a day is less than one. */
function shareOf(whole: number, part: number, of: number): number | null {
  return of > 0 && of <= 8 && part < of ? whole + part / of : null;
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

/** `01 ngày 04 giờ` is one time. */
function joined(found: readonly FoundDuration[]): FoundDuration[] {
  const times: FoundDuration[] = [];
  for (const time of found) {
    const last = times.at(-1);
    const isRest =
      time.duration.unit === 'hour' &&
      last !== undefined &&
      last.duration.unit !== 'hour' &&
      time.index - last.index < 20;
    if (!isRest) times.push(time);
    else
      times[times.length - 1] = {
        ...last,
        duration: { ...last.duration, value: rounded(last.duration.value + time.duration.value / 8) },
      };
  }
  return times;
}

function fromAfter(text: string, index: number): string | null {
  const rest = text.slice(index, index + 320);
  const end = /[.;](?:\s|$)/u.exec(rest)?.index ?? rest.length;
  return (
    FROM.exec(rest.slice(0, end))?.[0]
      .trim()
      .replace(/[\s,:]+$/u, '') ?? null
  );
}

/** A person reads `0,5 ngày làm việc`. */
export function wordDuration({ value, unit }: Duration): string {
  if (unit === 'same-day') return 'trong ngày';
  const words = { 'working-day': 'ngày làm việc', day: 'ngày', hour: 'giờ' } as const;
  return `${String(value).replace('.', ',')} ${words[unit]}`;
}
