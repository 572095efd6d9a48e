import { markup, type Html, type HtmlValue } from './markup';
import { type Language, WORDS, type Words } from './words';

/** What every page knows of the request it answers. */
export interface PageContext {
  language: Language;
  words: Words;
  /** Address of this page without the language. */
  path: string;
  portalUrl: string;
  stylesheet: string;
  dropScript: string;
}

export interface PageParts {
  title: string;
  content: Html;
  /** Links that lead to this page, outermost first; the page itself is the title. */
  trail?: readonly { href: string; text: string }[];
  /** Kept out of search engines (results, checks, errors). */
  hidden?: boolean;
}

/** An address of this site that keeps the reader's language. */
export function link(context: PageContext, path: string): string {
  if (context.language === 'vi') return path;
  return `${path}${path.includes('?') ? '&' : '?'}lang=en`;
}

export function page(
  context: PageContext,
  { title, content, trail = [], hidden = false }: PageParts,
): string {
  const { words, language } = context;
  return `<!doctype html>\n${
    markup`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${hidden ? markup`<meta name="robots" content="noindex">` : markup`<link rel="canonical" href="${context.portalUrl + link(context, context.path)}">`}
<title>${title} – ${words.site}</title>
<link rel="stylesheet" href="${context.stylesheet}">
<link rel="alternate" type="application/rss+xml" href="/du-lieu/cong-bo.rss" title="${words.newest}">
</head>
<body>
<a class="skip" href="#noi-dung">${words.skip}</a>
<header class="band">
<div class="wrap">
<a class="brand" href="${link(context, '/')}"><strong>${words.site}</strong><span>${words.siteSub}</span></a>
<nav aria-label="${words.mainMenu}"><ul>${menu(context)}<li>${otherLanguage(context)}</li></ul></nav>
</div>
</header>
<main id="noi-dung" class="wrap" tabindex="-1">
${breadcrumb(context, title, trail)}
${content}
</main>
<footer class="wrap"><p>${words.footer}</p>
<p>${words.openData}: <a href="/du-lieu/cong-bo.json">JSON</a>, <a href="/du-lieu/cong-bo.csv">CSV</a>, <a href="/du-lieu/cong-bo.rss">RSS</a></p></footer>
</body>
</html>
`.text
  }`;
}

function menu(context: PageContext): HtmlValue {
  const { words, path } = context;
  const items: readonly (readonly [string, string])[] = [
    ['/', words.home],
    ['/co-quan', words.agencies],
    ['/kiem-tra', words.checkPaper],
    ['/ma-khoa', words.heads],
  ];
  const here = path.split('?')[0];
  return items.map(([href, text]) =>
    href === here
      ? markup`<li><a href="${link(context, href)}" aria-current="page">${text}</a></li>`
      : markup`<li><a href="${link(context, href)}">${text}</a></li>`,
  );
}

function otherLanguage(context: PageContext): Html {
  const other: Language = context.language === 'vi' ? 'en' : 'vi';
  return markup`<a href="${link({ ...context, language: other }, context.path)}" hreflang="${other}" lang="${other}">${WORDS[context.language].otherLanguage}</a>`;
}

function breadcrumb(context: PageContext, title: string, trail: NonNullable<PageParts['trail']>): HtmlValue {
  if (trail.length === 0) return null;
  return markup`<nav class="trail" aria-label="${context.words.whereAmI}"><ol>${trail.map(
    ({ href, text }) => markup`<li><a href="${link(context, href)}">${text}</a></li>`,
  )}<li aria-current="page">${title}</li></ol></nav>`;
}
