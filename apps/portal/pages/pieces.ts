import {
  type DeclarationRow,
  type ListedDeclarationRow,
  type PublicState,
  type ScopeRow,
} from '@portal/declarations';

import { day, fileSize, instant } from './figures';
import { markup, type Html, type HtmlValue } from './markup';
import { link, type PageContext } from './layout';

type Tone = 'good' | 'past' | 'ended';

const TONES: Readonly<Record<PublicState, Tone>> = { valid: 'good', superseded: 'past', withdrawn: 'ended' };
/** The sign repeats what the colour says, for those who do not see it. */
const TONE_SIGNS: Readonly<Record<Tone, string>> = { good: '✓', past: '↻', ended: '✕' };

export function badge(tone: Tone, text: string): Html {
  return markup`<span class="badge ${tone}"><span aria-hidden="true">${TONE_SIGNS[tone]}</span> ${text}</span>`;
}

export function stateBadge({ words }: PageContext, state: PublicState): Html {
  return badge(TONES[state], words[state]);
}

/** Name and value pairs; a pair without value is left out. */
export function facts(pairs: readonly (readonly [string, HtmlValue])[]): Html {
  const known = pairs.filter(([, value]) => value !== null && value !== '' && value !== undefined);
  return markup`<dl class="facts">${known.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** A table that may be wider than a phone: it scrolls in its own frame, reachable by keyboard. */
export function table(caption: string, heads: readonly string[], rows: readonly Html[]): Html {
  return markup`<div class="frame" role="region" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

export function declarationsTable(
  context: PageContext,
  caption: string,
  lines: readonly ListedDeclarationRow[],
): Html {
  const { words } = context;
  return table(
    caption,
    [words.agency, words.number, words.signedOn, words.standard, words.state],
    lines.map(
      (
        line,
      ) => markup`<tr><td><a href="${link(context, `/co-quan/${line.agencySlug}`)}">${line.agencyName}</a></td>
<td><a href="${link(context, `/cong-bo/${line.code}`)}">${line.number}</a></td><td class="figure">${day(line.signedOn)}</td><td>${line.standard}</td><td>${stateBadge(context, line.state)}</td></tr>`,
    ),
  );
}

export function historyTable(context: PageContext, caption: string, lines: readonly DeclarationRow[]): Html {
  const { words } = context;
  return table(
    caption,
    [words.number, words.signedOn, words.kind, words.standard, words.scope, words.publishedAt, words.state],
    lines.map(
      (line) => markup`<tr><td><a href="${link(context, `/cong-bo/${line.code}`)}">${line.number}</a></td>
<td class="figure">${day(line.signedOn)}</td><td>${line.kind === 'first' ? words.kindFirst : words.kindAgain}</td><td>${line.standard}</td>
<td class="figure">${line.scopeSize} ${words.procedures}</td><td class="figure">${instant(line.publishedAt)}</td><td>${stateBadge(context, line.state)}</td></tr>`,
    ),
  );
}

export function scopeTable(context: PageContext, caption: string, lines: readonly ScopeRow[]): Html {
  const { words } = context;
  return table(
    caption,
    [words.code, words.title, words.series, words.issue, words.effectiveOn, words.file],
    lines.map(
      (line) => markup`<tr><td class="code">${line.code}</td><td>${line.title}</td><td>${line.series}</td>
<td class="figure">${line.issue}${line.revision > 0 && markup` <span class="quiet">(${words.revision} ${line.revision})</span>`}</td>
<td class="figure">${day(line.effectiveOn)}</td><td>${procedureFile(context, line)}</td></tr>`,
    ),
  );
}

function procedureFile({ words, language }: PageContext, line: ScopeRow): Html {
  if (line.pdfSize === null) return markup`<span class="quiet">${words.noPublicFile}</span>`;
  return markup`<a href="/tep/quy-trinh/${line.versionId}.pdf" aria-label="${words.pdf} ${line.code} ${line.title}">${words.pdf}</a> <span class="quiet">${fileSize(line.pdfSize, language)}</span>`;
}

interface FormParts {
  action: string;
  name: string;
  label: string;
  hint: string;
  button: string;
  value: string;
}

export function searchForm(
  { language }: PageContext,
  { action, name, label, hint, button, value }: FormParts,
): Html {
  return markup`<form class="search" action="${action}" method="get" role="search">
<label for="o-tim">${label}</label>
<div class="field"><input id="o-tim" name="${name}" value="${value}" maxlength="200" autocomplete="off" spellcheck="false" aria-describedby="goi-y"><button type="submit">${button}</button></div>
<p id="goi-y" class="quiet">${hint}</p>${language === 'en' && markup`<input type="hidden" name="lang" value="en">`}
</form>`;
}
