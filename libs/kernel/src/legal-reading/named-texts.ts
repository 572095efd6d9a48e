import { foldVietnamese, tidyLine } from '../text';
import { type Passage } from './passages';
import { type NamedText } from './cited';

const YEAR = '((?:19|20)\\d{2})(?![\\d/])';
const DATE = '(?:\\d{1,2}\\s*[/.-]\\s*\\d{1,2}\\s*[/.-]\\s*|\\d{1,2}\\s*tháng\\s*\\d{1,2}\\s*năm\\s*)';
const PASSED = '(?:được\\s+Quốc\\s+hội[^.;]{0,60}?|\\(?\\s*(?:ban\\s+hành|thông\\s+qua)\\s*)';
/** What closes a name and gives its year: `năm 2014`, `2014`, `(2014)`, `ngày 19/6/2015`, `được Quốc hội … thông qua ngày …`. */
const END = new RegExp(
  `^\\s*,?\\s*\\(?\\s*(?:${PASSED})?(?:(?:ngày\\s*${DATE}|năm\\s+)${YEAR}|${YEAR})`,
  'iu',
);
const START =
  /(?<![\p{L}])(?<!(?:pháp|kỷ)\s)(Bộ\s+luật|bộ\s+luật|Luật|luật(?=\s+\p{Lu})|BỘ\s+LUẬT|LUẬT|Pháp\s+lệnh|Hiến\s+pháp)(?![\p{L}])/gu;
const INNER_LAW = /^\s*(?:Bộ\s+luật|Luật|Pháp\s+lệnh)(?![\p{L}])/iu;
/** A law that amends others carries their names in its own. */
const AMENDS = /^\s*s[uử]a\s+đổi/iu;
const WORD = /^\s*[\p{L}\p{M}’'/-]+,?/u;
const MAX_WORDS = 22;
const MAX_WORDS_AMENDING = 60;
/** Words that no name of a law goes over: the sentence has gone on, and the year that follows belongs to something else. */
const BREAKS =
  /^\s*(?:có\s+hiệu\s+lực|quy\s+định|qui\s+định|số(?=\s+\d)|s\s?ố\s+\d|Nghị\s+định|Thông\s+tư|Quyết\s+định|Nghị\s+quyết|Chỉ\s+thị|và\s+các\s+văn\s+bản|dự\s+toán|kế\s+hoạch(?=\s+năm)|chương\s+trình|giai\s+đoạn|báo\s+cáo|trong\s+năm|từ\s+năm|đến\s+năm|trước\s+năm|sau\s+năm|kể\s+từ|hằng\s+năm|hàng\s+năm|đến\s+hết|thì|nêu|này|hiện\s+hành|khoản|Điều\s+\d|tại\s+Điều)(?![\p{L}])/iu;

/** Laws, codes, ordinances and the Constitution cited by name and year; one with a number is a citation instead. */
export function findNamedTexts(passages: readonly Passage[]): NamedText[] {
  const found = new Map<string, NamedText>();
  for (const { text } of passages) {
    for (const named of namedIn(text)) {
      const key = `${foldVietnamese(named.name)} ${named.year}`;
      if (!found.has(key)) found.set(key, named);
    }
  }
  return [...found.values()];
}

function namedIn(text: string): NamedText[] {
  const found: NamedText[] = [];
  let end = 0;
  for (const start of text.matchAll(START)) {
    if (start.index < end) continue;
    const named = nameFrom(text, start);
    if (!named) continue;
    found.push({ name: named.name, year: named.year });
    end = named.end;
  }
  return found;
}

interface NameInText extends NamedText {
  readonly end: number;
}

function nameFrom(text: string, start: RegExpExecArray): NameInText | null {
  const begin = start.index + start[0].length;
  const isAmending = AMENDS.test(text.slice(begin));
  const isConstitution = /^hiến/iu.test(start[0]);
  let position = begin;
  for (let words = 0; words <= (isAmending ? MAX_WORDS_AMENDING : MAX_WORDS); words += 1) {
    const rest = text.slice(position);
    const close = words > 0 || isConstitution ? END.exec(rest) : null;
    if (close) return closeName(text, start, position, close);
    const word = nextWord(rest, isAmending);
    if (word === null) return null;
    position += word.length;
  }
  return null;
}

function nextWord(rest: string, isAmending: boolean): string | null {
  if (BREAKS.test(rest) && !isAmending) return null;
  if (!isAmending && INNER_LAW.test(rest)) return null;
  return WORD.exec(rest)?.[0] ?? null;
}

function closeName(
  text: string,
  start: RegExpExecArray,
  position: number,
  close: RegExpExecArray,
): NameInText | null {
  const end = position + close[0].length;
  // `Luật Hộ tịch năm 2014 (số 60/2014/QH13)` has a number: it stands among the citations.
  if (/^\s*[,(]?\s*(?:Luật\s+)?s\s?ố\s*:?\s*\d+\s*\/\s*\d{4}\s*\/\s*(?:UBTV)?QH/iu.test(text.slice(end)))
    return null;
  const name = tidyLine(`${capital(start[0])}${text.slice(start.index + start[0].length, position)}`).replace(
    /,$/,
    '',
  );
  return { name, year: Number(close[1] ?? close[2]), end };
}

function capital(word: string): string {
  const lower = word.toLowerCase().replace(/\s+/gu, ' ');
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
