import { describeSymbol, type FoundCitation, findCitations, tidyLine } from '@app/kernel';

import { readLegalText, type ReadLegalText } from '../reading';

/**
 * Reads what came in. A whole text says itself what it is; of a short notice the title names the text ("Thông tư số
 * 05/2026/TT-BTP … thay thế Thông tư số …"), and what follows is said of it.
 */
export function readNotice(title: string, text: string): ReadLegalText {
  const whole = readLegalText(text);
  if (whole.numberSymbol !== null) return whole;
  const own = citationsIn(title)[0] ?? citationsIn(text.slice(0, 2_000))[0];
  if (own === undefined) return whole;
  const kind = own.kind ?? describeSymbol(own.numberSymbol).kind ?? 'Văn bản';
  const said = readLegalText(`${withoutOwn(title, kind)}.\n${withoutOwn(text, kind)}`);
  return {
    ...said,
    kind,
    numberSymbol: own.numberSymbol,
    issuer: own.issuer ?? describeSymbol(own.numberSymbol).issuer ?? whole.issuer,
    issuedOn: own.issuedOn ?? whole.issuedOn,
    title: aboutOf(title, own) ?? whole.title,
    relations: said.relations.filter(({ target }) => target?.numberSymbol !== own.numberSymbol),
  };
}

function citationsIn(text: string): FoundCitation[] {
  return findCitations({ text, block: 0, where: '', page: null });
}

/** `Thông tư số 05/2026/TT-BTP thay thế …` → `Thông tư này thay thế …`: the sentence is about the text itself. */
function withoutOwn(text: string, kind: string): string {
  const own = citationsIn(text)[0];
  if (own === undefined) return text;
  const before = text.slice(0, own.start);
  return LEADS.test(before) ? `${kind} này ${text.slice(own.end)}` : text;
}

/** Words that only lead to the number: `Công báo: Thông tư số`. */
const LEADS = /^(?!.*(?:thay\s+thế|bãi\s+bỏ|sửa\s+đổi|bổ\s+sung|hủy\s+bỏ))[^.;]{0,60}$/isu;

/** What the title says beside the number: its abstract. */
function aboutOf(title: string, { end }: FoundCitation): string | null {
  const rest = tidyLine(title.slice(end).replace(/^[\s,.:;–-]+/u, ''));
  return rest.length < 8 ? tidyLine(title) || null : rest;
}
