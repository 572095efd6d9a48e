import {
  type Citation,
  findCitations,
  findNamedTexts,
  type FoundCitation,
  lawNameKey,
  type LocalDate,
  type NamedText,
  numberSymbolKey,
  tidyLine,
} from '@app/kernel';

import { type RelationKind } from '../relations';
import { type Commencement, readCommencement } from './commencement';
import { type Head, readHead } from './head';
import { linesOf } from './lines';
import { type Statement, statementsOf } from './statements';

/** What a text does to another one, as read; a person confirms each. */
export interface ReadRelation {
  readonly kind: RelationKind;
  readonly partly: boolean;
  /** `khoản 2 Điều 5`, when only a part is touched. */
  readonly provisions: string | null;
  readonly effectiveOn: LocalDate | null;
  /** Cited by number, or by name and year. */
  readonly target: Citation | null;
  readonly named: NamedText | null;
  /** The words it was read from, and the number of their statement. */
  readonly quote: string;
  readonly line: number;
}

/** A legal text as read from its words; unknown is null, nothing is guessed. */
export interface ReadLegalText extends Head, Commencement {
  readonly relations: readonly ReadRelation[];
}

const QUOTE = 400;
const PART =
  /(?<![\p{L}])(?:một\s+số|các\s+điều|các\s+khoản|khoản|điểm|Điều|Chương|Mục|Phần|Phụ\s+lục|cụm\s+từ|mẫu|biểu|đoạn|câu|tiết)(?![\p{L}])/iu;
const WHOLE = /toàn\s+bộ/iu;
const EXCEPT = /(?<![\p{L}])(?:trừ|ngoại\s+trừ)(?![\p{L}])/iu;
/** A text named inside the name of another: `Quyết định A sửa đổi, bổ sung một số điều của Quyết định B`. */
const EMBEDS =
  /(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hướng\s+dẫn|quy\s+định\s+chi\s+tiết|thi\s+hành|thực\s+hiện|ban\s+hành\s+kèm\s+theo|đính\s+chính|theo)(?![^;]*;)/iu;
/** Only the kind of the next text may stand between: `A quy định biện pháp thi hành Nghị định số B` names one text. */
const AGAIN =
  /(?:,|\svà|\shoặc)\s*(?:các\s+)?(?:(?:Bộ\s+luật|Luật|Pháp\s+lệnh|Lệnh|Nghị\s+(?:quyết|định)|Thông\s+tư|Quyết\s+định|Chỉ\s+thị|Quy\s+định|Văn\s+bản)(?:\s+liên\s+tịch)?\s+(?:s\s?ố\s*)?)?$/iu;
const GUIDES =
  /(?:quy\s+định\s+chi\s+tiết|hướng\s+dẫn|quy\s+định\s+(?:một\s+số|các)\s+(?:điều|biện\s+pháp))/iu;
const AMENDS = /^(?:về\s+việc\s+)?sửa\s+đổi|^(?:về\s+việc\s+)?bổ\s+sung/iu;
const REPEALS = /^(?:về\s+việc\s+)?bãi\s+bỏ/iu;

/**
 * Reads a pasted or extracted legal text: its own number, issuer, days and title, and what it replaces, repeals,
 * amends or corrects. Legal grounds ("Căn cứ …") and quoted words of amended texts are no relations.
 */
export function readLegalText(text: string): ReadLegalText {
  const lines = linesOf(text);
  const head = readHead(lines);
  const own = head.numberSymbol === null ? null : numberSymbolKey(head.numberSymbol);
  const found = [...titleRelations(head), ...statementsOf(lines).flatMap(relationsIn)];
  return { ...head, ...readCommencement(lines, head.issuedOn), relations: distinct(found, own) };
}

/** A title says more surely than any article what the text is for. */
function titleRelations({ title }: Head): ReadRelation[] {
  if (title === null) return [];
  const kind = titleKind(title);
  if (kind === null) return [];
  return relationsIn({ kind, text: title, line: 0, from: 0, effectiveOn: null });
}

function titleKind(title: string): RelationKind | null {
  if (AMENDS.test(title)) return 'amends';
  if (REPEALS.test(title)) return 'repeals';
  return GUIDES.test(title) ? 'guides' : null;
}

function relationsIn(statement: Statement): ReadRelation[] {
  const { text, kind, line, effectiveOn } = statement;
  const passage = { text, block: 0, where: String(line), page: null };
  const cited = mainOnly(findCitations(passage), text, statement.from);
  const named = cited.length > 0 ? [] : findNamedTexts([{ ...passage, text: text.slice(statement.from) }]);
  const base = { kind, effectiveOn, quote: text.slice(0, QUOTE), line };
  return [
    ...cited.map((citation, index) => ({
      ...base,
      ...partOf(leadOf(text.slice(cited[index - 1]?.end ?? statement.from, citation.start)), statement),
      target: bare(citation),
      named: null,
    })),
    ...named.map((target) => ({
      ...base,
      ...partOf(text.slice(statement.from), statement),
      target: null,
      named: target,
    })),
  ];
}

function mainOnly(found: readonly FoundCitation[], text: string, from: number): FoundCitation[] {
  const main: FoundCitation[] = [];
  for (const citation of found) {
    if (citation.start < from) continue;
    const previous = main.at(-1);
    const between = previous === undefined ? '' : text.slice(previous.end, citation.start);
    if (!EMBEDS.test(between) || AGAIN.test(between)) main.push(citation);
  }
  return main;
}

/** What is said of a text itself, after the name of the one before it. */
function leadOf(between: string): string {
  return EMBEDS.test(between) ? between.slice(AGAIN.exec(between)?.index ?? 0) : between;
}

function partOf(before: string, { kind, text }: Statement): { partly: boolean; provisions: string | null } {
  const start = PART.exec(before)?.index;
  if (start === undefined || WHOLE.test(before)) {
    return { partly: kind === 'amends' || EXCEPT.test(text), provisions: null };
  }
  const words = tidyLine(before.slice(start)).replace(
    /\s*(?:của|tại|ban hành kèm theo|trong)?\s*\p{Lu}[\p{L}\s]*(?:s\s?ố)?\s*$/u,
    '',
  );
  return { partly: true, provisions: /^một\s+số/iu.test(words) || words === '' ? null : words.slice(0, 200) };
}

function bare({ numberSymbol, kind, issuer, issuedOn }: FoundCitation): Citation {
  return { numberSymbol, kind, issuer, issuedOn };
}

/** One line per text and act; the first one read (the title) stands, and says less only about provisions. */
function distinct(found: readonly ReadRelation[], own: string | null): ReadRelation[] {
  const kept = new Map<string, ReadRelation>();
  for (const relation of found) {
    const key = keyOf(relation);
    if (key === own) continue;
    const both = `${relation.kind} ${key}`;
    const first = kept.get(both);
    if (first === undefined) kept.set(both, relation);
    else if (first.partly && !relation.partly && relation.kind !== 'amends') kept.set(both, relation);
  }
  return [...kept.values()];
}

function keyOf({ target, named }: ReadRelation): string {
  if (target !== null) return numberSymbolKey(target.numberSymbol);
  return named === null ? '' : `${lawNameKey(named.name)} ${String(named.year)}`;
}
