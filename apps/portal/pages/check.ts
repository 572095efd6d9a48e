import {
  type CheckedPaper,
  type ListedDeclarationRow,
  printedVerificationCode,
  type ProcedureRow,
  type PublicProcedureState,
  type PublicState,
} from '@portal/declarations';

import { day, instant } from './figures';
import { markup, type Html } from './markup';
import { link, page, type PageContext } from './layout';
import { badge, declarationsTable, facts, searchForm, stateBadge } from './pieces';
import { type Words } from './words';

function checkForm(context: PageContext, value: string): Html {
  const { words } = context;
  return searchForm(context, {
    action: '/kiem-tra',
    name: 'so',
    label: words.checkLabel,
    hint: words.checkHint,
    button: words.check,
    value,
  });
}

/** Shown by its script alone: a browser that runs none types the hash into the box above. */
function dropZone({ words, dropScript }: PageContext): Html {
  return markup`<section id="tha-tep" class="drop" hidden data-reading="${words.dropReading}" data-failed="${words.dropFailed}">
<label for="tep">${words.dropLabel}</label><p class="quiet">${words.dropHint}</p><input id="tep" type="file"><output></output></section>
<script src="${dropScript}" defer></script>`;
}

/** A hash that belongs to no published file. */
export function unknownFilePage(context: PageContext, hash: string): string {
  const { words } = context;
  return page(context, {
    title: words.unknownFile,
    hidden: true,
    content: markup`<div class="note ended" role="status"><h1>${words.unknownFile}</h1><p>${words.unknownFileHelp}</p></div>
${facts([['SHA-256', markup`<span class="code">${hash}</span>`]])}${checkForm(context, '')}${dropZone(context)}`,
  });
}

/** `found` is null before anything was asked. */
export function checkPage(
  context: PageContext,
  typed: string,
  found: readonly ListedDeclarationRow[] | null,
): string {
  const { words } = context;
  return page(context, {
    title: words.checkPaper,
    hidden: found !== null,
    content: markup`<section class="hero"><h1>${words.checkTitle}</h1><p>${words.checkLead}</p>${checkForm(context, typed)}</section>${dropZone(context)}
${found !== null && answer(context, found)}`,
  });
}

function answer(context: PageContext, found: readonly ListedDeclarationRow[]): Html {
  const { words } = context;
  if (found.length === 0) {
    return markup`<div class="note ended" role="status"><p><strong>${words.checkNone}</strong></p><p>${words.checkNoneHelp}</p></div>`;
  }
  return markup`<section role="status"><h2>${words.results}</h2><p>${words.compare}</p>${declarationsTable(context, words.results, found)}</section>`;
}

export function unknownCodePage(context: PageContext): string {
  const { words } = context;
  return page(context, {
    title: words.unknownCode,
    hidden: true,
    content: markup`<div class="note ended" role="status"><h1>${words.unknownCode}</h1><p>${words.unknownCodeHelp}</p></div>${checkForm(context, '')}`,
  });
}

/** The page behind a QR code: the answer first, then what to compare. */
export function checkedPage(context: PageContext, paper: CheckedPaper, code: string): string {
  return paper.kind === 'declaration'
    ? checkedDeclaration(context, paper.declaration, paper.validCode)
    : checkedProcedure(context, paper.procedure, code);
}

const DECLARATION_ANSWERS: Readonly<Record<PublicState, { tone: string; word: keyof Words }>> = {
  valid: { tone: 'good', word: 'resultValid' },
  superseded: { tone: 'past', word: 'resultSuperseded' },
  withdrawn: { tone: 'ended', word: 'resultWithdrawn' },
};

function checkedDeclaration(
  context: PageContext,
  line: ListedDeclarationRow,
  validCode: string | null,
): string {
  const { words } = context;
  const { tone, word } = DECLARATION_ANSWERS[line.state];
  const open = line.state === 'valid' ? line.code : validCode;
  return page(context, {
    title: `${words.checkPaper}: ${line.number}`,
    hidden: true,
    content: markup`<div class="note ${tone}" role="status"><h1>${words[word]}</h1><p>${words.compare}</p></div>
${facts([
  [words.state, stateBadge(context, line.state)],
  [words.declaration, line.number],
  [words.signedOn, day(line.signedOn)],
  [words.agency, markup`<a href="${link(context, `/co-quan/${line.agencySlug}`)}">${line.agencyName}</a>`],
  [words.standard, line.standard],
  [words.scope, `${String(line.scopeSize)} ${words.procedures}`],
  [words.endedAt, line.endedAt === null ? null : instant(line.endedAt)],
  [words.verification, markup`<span class="code">${printedVerificationCode(line.code)}</span>`],
])}
${open !== null && markup`<p><a class="button" href="${link(context, `/cong-bo/${open}`)}">${line.state === 'valid' ? words.openDeclaration : words.seeValid}</a></p>`}`,
  });
}

const PROCEDURE_ANSWERS: Readonly<
  Record<PublicProcedureState, { tone: 'good' | 'past' | 'ended'; word: keyof Words; state: keyof Words }>
> = {
  effective: { tone: 'good', word: 'procedureEffective', state: 'effective' },
  superseded: { tone: 'past', word: 'procedureSuperseded', state: 'superseded' },
  ended: { tone: 'ended', word: 'procedureEnded', state: 'procedureAbolished' },
  'out-of-scope': { tone: 'ended', word: 'procedureOut', state: 'outOfScope' },
};

function checkedProcedure(context: PageContext, line: ProcedureRow, code: string): string {
  const { words } = context;
  const { tone, word, state } = PROCEDURE_ANSWERS[line.state];
  return page(context, {
    title: `${words.checkPaper}: ${line.code}`,
    hidden: true,
    content: markup`<div class="note ${tone}" role="status"><h1>${words[word]}</h1><p>${words.compare}</p></div>
${facts([
  [words.state, badge(tone, words[state])],
  [words.code, line.code],
  [words.title, line.title],
  [words.series, line.series],
  [
    words.issue,
    line.revision > 0 ? `${String(line.issue)} (${words.revision} ${String(line.revision)})` : line.issue,
  ],
  [words.effectiveOn, day(line.effectiveOn)],
  [words.endedAt, line.endedAt === null ? null : instant(line.endedAt)],
  [words.agency, markup`<a href="${link(context, `/co-quan/${line.agencySlug}`)}">${line.agencyName}</a>`],
  [words.verification, markup`<span class="code">${code}</span>`],
])}
<p><a class="button" href="${link(context, `/cong-bo/${line.declarationCode}`)}">${words.openDeclaration}</a></p>`,
  });
}
