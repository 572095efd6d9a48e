import { dateAt, type LocalDate, startsItem } from '@app/kernel';

import { type RelationKind } from '../relations';
import { type Line } from './lines';

/** A piece of the operative part that does something to other texts. */
export interface Statement {
  readonly kind: RelationKind;
  /** Words that name what is done and to what. */
  readonly text: string;
  readonly line: number;
  /** Where the verb ends in `text`; 0 when the verb was said before (a list), or stands behind the citations. */
  readonly from: number;
  /** Day said for this act; null when it is that of the text. */
  readonly effectiveOn: LocalDate | null;
}

interface Verb {
  readonly kind: RelationKind;
  readonly from: number;
}

interface Said extends Verb {
  readonly effectiveOn: LocalDate | null;
}

const GROUNDS = /^(?:Căn cứ|Theo đề nghị|Xét đề nghị|Xét|Thực hiện)\s/iu;
const THIS =
  '(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư(?: liên tịch)?|Quyết định|Chỉ thị|Quy định|Văn bản)\\s+này';
/** A verb acts for this text when it opens the statement, or this text is its subject. */
const OPENS = `^(?:Điều\\s+\\d+[a-zđ]?\\s*[.:]\\s*|[-+•*–]\\s*|\\d{1,2}(?:\\.\\d{1,2})*[.)]\\s*|[a-zđ]{1,2}[.)]\\s*)?`;
const SUBJECT = `(?:${THIS}[^;]*?(?:\\s|,)(?:và\\s+)?|Nay\\s+|Việc\\s+|Các\\s+văn\\s+bản[^;:]{0,80}?\\s(?:bị|được)\\s+)?`;
const VERBS: readonly { kind: RelationKind; words: string }[] = [
  { kind: 'replaces', words: '(?:bãi bỏ và\\s+)?thay thế(?:\\s+cho)?' },
  { kind: 'corrects', words: 'đính chính' },
  { kind: 'repeals', words: '(?:bãi bỏ|hủy bỏ|huỷ bỏ)' },
  {
    kind: 'amends',
    words:
      '(?:sửa đổi,?\\s*bổ sung|sửa đổi|bổ sung)(?:,?\\s*(?:thay thế|bãi bỏ|bổ sung)(?:\\s+và\\s+bãi bỏ)?)?',
  },
].map(({ kind, words }) => ({ kind: kind as RelationKind, words }));
const PATTERNS = VERBS.map(({ kind, words }) => ({
  kind,
  pattern: new RegExp(`${OPENS}${SUBJECT}${words.replace(/ /g, '\\s+')}(?![\\p{L}])`, 'iu'),
}));
/** What is said of a text by the law of others, not by this one. */
const PASSIVE = /(?:đã|được|bị|không|chưa)\s+(?:được\s+)?(?:sửa đổi|bổ sung|thay thế|bãi bỏ)[^;]*$/iu;
const ENDED = /(?<!còn\s)hết\s+hiệu\s+lực|(?:bị|được)\s+bãi\s+bỏ|chấm\s+dứt\s+hiệu\s+lực/iu;
const THIS_ENDS = new RegExp(`${THIS}[^;]{0,160}?hết\\s+hiệu\\s+lực`, 'iu');
const FROM_DAY = /(?:kể\s+)?từ\s+(?=ngày\s+\d)/giu;
const OPENS_LIST = /:\s*$/u;
const ARTICLE = /^Điều\s+\d/u;

/** The statements of the operative part, lists taking their verb from the line that opens them. */
export function statementsOf(lines: readonly Line[]): Statement[] {
  const found: Statement[] = [];
  let heading: Said | null = null;
  for (const line of lines) {
    if (GROUNDS.test(line.text)) continue;
    const isItem: boolean = startsItem(line.text) && !ARTICLE.test(line.text);
    const last = follow(line, isItem || OPENS_LIST.test(line.text) ? heading : null, found);
    if (OPENS_LIST.test(line.text)) heading = last;
    else if (!isItem) heading = null;
  }
  return found;
}

/** Reads the sentences of one line into `found`; gives what was said last. */
function follow(line: Line, heading: Said | null, found: Statement[]): Said | null {
  let said = heading;
  for (const sentence of line.text.split(/\.\s+(?=\p{Lu})/u)) {
    said = heading;
    for (const piece of sentence.split(/;\s*/u)) {
      said = saidIn(piece.trim(), said);
      if (said !== null) found.push({ ...said, text: piece.trim(), line: line.no });
    }
  }
  return said;
}

/** A piece without a verb goes on with what the piece before it did. */
function saidIn(piece: string, before: Said | null): Said | null {
  const own = verbOf(piece);
  const verb = own ?? before;
  if (verb === null || piece === '') return null;
  const day = dayOf(piece, own) ?? (own === null ? (before?.effectiveOn ?? null) : null);
  return { kind: verb.kind, from: own?.from ?? 0, effectiveOn: day };
}

function verbOf(piece: string): Verb | null {
  if (THIS_ENDS.test(piece)) return null;
  for (const { kind, pattern } of PATTERNS) {
    const match = pattern.exec(piece);
    if (match !== null && !PASSIVE.test(match[0])) return { kind, from: match[0].length };
  }
  return ENDED.test(piece) ? { kind: 'repeals', from: 0 } : null;
}

/** `hết hiệu lực kể từ ngày 01/01/2026`; the day on which this text begins is not a day of the act. */
function dayOf(piece: string, verb: Verb | null): LocalDate | null {
  if (verb !== null && !ENDED.test(piece)) return null;
  FROM_DAY.lastIndex = 0;
  const days = [...piece.matchAll(FROM_DAY)].map(
    (match) => dateAt(piece, match.index + match[0].length)?.date,
  );
  return days.findLast((day): day is LocalDate => day !== undefined && day !== null) ?? null;
}
