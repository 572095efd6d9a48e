import { type DeclarationPage, printedVerificationCode } from '@portal/declarations';

import { day, fileSize, instant } from './figures';
import { markup, type Html, type HtmlValue } from './markup';
import { link, page, type PageContext } from './layout';
import { facts, historyTable, scopeTable, stateBadge } from './pieces';

export function declarationPage(context: PageContext, declared: DeclarationPage, qr: Html): string {
  const { words, portalUrl } = context;
  return page(context, {
    title: `${words.declaration} ${declared.number}`,
    hidden: declared.state !== 'valid',
    trail: [
      { href: '/', text: words.home },
      { href: `/co-quan/${declared.agencySlug}`, text: declared.agencyName },
    ],
    content: markup`<h1>${words.declaration} ${declared.number}</h1>
<p class="lead">${words.declarationOf} <strong>${declared.standard}</strong></p>
${note(context, declared)}
<div class="sheet">
<div>${facts([
      [words.state, stateBadge(context, declared.state)],
      [
        words.agency,
        markup`<a href="${link(context, `/co-quan/${declared.agencySlug}`)}">${declared.agencyName}</a>`,
      ],
      [words.superior, declared.superiorName],
      [words.number, declared.number],
      [words.signedOn, day(declared.signedOn)],
      [words.signer, signer(declared)],
      [words.kind, declared.kind === 'first' ? words.kindFirst : words.kindAgain],
      [words.scope, `${String(declared.scopeSize)} ${words.procedures}`],
      [words.publishedAt, instant(declared.publishedAt)],
      [words.endedAt, declared.endedAt === null ? null : instant(declared.endedAt)],
    ])}
<p>${download(context, declared)}</p></div>
<figure class="qr">${qr}<figcaption>${words.verification}: <a href="${link(context, `/q/${declared.code}`)}"><span class="code">${printedVerificationCode(declared.code)}</span></a><br><span class="quiet">${words.qrHelp}</span><span class="print-only">${portalUrl}/q/${declared.code}</span></figcaption></figure>
</div>
${
  declared.scope.length > 0 &&
  markup`<section><h2>${words.scope}</h2>${scopeTable(context, words.scope, declared.scope)}</section>`
}
<section><h2>${words.history}</h2>${historyTable(context, words.history, declared.history)}</section>
<section class="digests"><h2>${words.integrity}</h2>${facts([
      [words.integrityContent, markup`<span class="hash">${declared.contentHash}</span>`],
      [words.integrityPdf, declared.pdfSha256 && markup`<span class="hash">${declared.pdfSha256}</span>`],
    ])}</section>`,
  });
}

function signer({ signerFormula, signerName, signerPosition }: DeclarationPage): string {
  return `${signerFormula === '' ? '' : `${signerFormula} `}${signerPosition} – ${signerName}`;
}

function note(context: PageContext, { state, history }: DeclarationPage): HtmlValue {
  const { words } = context;
  if (state === 'valid') return null;
  const valid = history.find((line) => line.state === 'valid');
  const next = valid && markup` <a href="${link(context, `/cong-bo/${valid.code}`)}">${words.seeValid}</a>`;
  return markup`<p class="note ${state === 'withdrawn' ? 'ended' : 'past'}" role="status">${state === 'withdrawn' ? words.withdrawnNote : words.supersededNote}${next}</p>`;
}

function download({ words, language }: PageContext, { code, pdfSize }: DeclarationPage): Html {
  if (pdfSize === null) return markup`<span class="quiet">${words.noPdf}</span>`;
  return markup`<a class="button" href="/tep/cong-bo/${code}.pdf">${words.downloadPdf} (${fileSize(pdfSize, language)})</a>`;
}
