import { foldVietnamese, tidyLine } from '@app/kernel';
import { type Duration } from '../../content';
import { findDurations } from './durations';
import { type Outline, partsOf, textOfPart } from './sections';

/** A time limit that the text sets, for a case that it names. */
export interface TextLimit {
  /** "Trường hợp phải có văn bản xác minh", empty for the general one. */
  readonly name: string;
  readonly duration: Duration;
  readonly from: string | null;
}

const CASE =
  /(?:đối\s+với\s+)?(?:các\s+)?trường\s+hợp\s+(?<name>[^:,.;]{3,200}?)(?=\s+(?:thì|thời\s+hạn|không\s+quá|là|tối\s+đa|trong|:)|\s*[:,]|\s+\d)|đối\s+với\s+(?<other>[^:,.;]{3,160}?)(?=\s+(?:thì|là|không\s+quá)|\s*[:,.;]|$)/iu;
/** What happens after a late hour is no case of its own. */
const LATE = /sau\s+\d{1,2}\s*(?:giờ|h)|ngày\s+làm\s+việc\s+(?:tiếp|kế)/iu;

/** The limits of the part "Thời hạn giải quyết", clause by clause. */
export function readLimits(outline: Outline): TextLimit[] {
  const text = partsOf(outline, 'limit')
    .map(textOfPart)
    .find((part) => findDurations(part).length > 0);
  return text === undefined ? [] : limitsIn(text);
}

export function limitsIn(text: string): TextLimit[] {
  return clausesOf(text).flatMap(limitsOfClause);
}

function limitsOfClause(clause: string): TextLimit[] {
  const [first, ...more] = findDurations(clause);
  if (first === undefined || (LATE.test(clause) && first.duration.unit !== 'same-day')) return [];
  const limit = { name: caseIn(clause), duration: first.duration, from: first.from };
  // `05 ngày đối với việc A, 03 ngày đối với việc B`: each length of time with its own case.
  const rest = more.length === 0 ? '' : clause.slice(clause.indexOf(',') + 1);
  const isNext = rest !== clause && /đối\s+với|trường\s+hợp/iu.test(rest);
  return isNext && findDurations(rest).length <= more.length ? [limit, ...limitsIn(rest)] : [limit];
}

function caseIn(clause: string): string {
  const groups = CASE.exec(clause)?.groups;
  return tidyLine(groups?.['name'] ?? groups?.['other'] ?? '');
}

function clausesOf(text: string): string[] {
  return text
    .split(/[;\n]|\.(?=\s|$)|,\s*(?=(?:đối\s+với\s+)?trường\s+hợp)/iu)
    .map(tidyLine)
    .filter((clause) => clause !== '');
}

/** The limit of each case by its name, by order where there are as many, else the general one for a single case. */
export function limitsByCase(names: readonly string[], limits: readonly TextLimit[]): (TextLimit | null)[] {
  const only = limits.length === 1 ? (limits[0] ?? null) : null;
  if (names.length === 1) return [only ?? general(limits)];
  return names.map((name, index) => {
    const named = name === '' ? undefined : limits.find((limit) => isNamed(limit.name, name));
    return named ?? (limits.length === names.length ? (limits[index] ?? null) : null);
  });
}

/** Several clocks that start at different events have no common limit. */
function general(limits: readonly TextLimit[]): TextLimit | null {
  const unnamed = limits.filter(({ name }) => name === '');
  const [first] = unnamed;
  return first !== undefined && unnamed.every(({ from }) => from === first.from || from === null)
    ? first
    : null;
}

function isNamed(one: string, other: string): boolean {
  const [words, sought] = [foldVietnamese(one), foldVietnamese(other)];
  if (words === '' || sought === '') return false;
  const isNegative = (text: string): boolean => /\bkhong\b/.test(text);
  const key = sought.replace(/\b(?:co|khong|phai|can|truong hop)\b/g, '').trim();
  return key !== '' && isNegative(words) === isNegative(sought) && words.includes(key);
}
