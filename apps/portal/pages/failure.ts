import { markup } from './markup';
import { link, page, type PageContext } from './layout';
import { type Words } from './words';

const TEXTS: Readonly<Record<number, readonly [keyof Words, keyof Words]>> = {
  404: ['notFound', 'notFoundHelp'],
  429: ['tooMany', 'tooManyHelp'],
  500: ['failed', 'failedHelp'],
  503: ['unavailable', 'unavailableHelp'],
};

/** A page for every refusal; says what to do, never what broke inside. */
export function failurePage(context: PageContext, status: number, reference: string): string {
  const { words } = context;
  const [title, help] =
    TEXTS[status] ??
    (status >= 500 ? (['failed', 'failedHelp'] as const) : (['badRequest', 'badRequestHelp'] as const));
  return page(context, {
    title: words[title],
    hidden: true,
    content: markup`<h1>${words[title]}</h1><p class="lead">${words[help]}</p>
${status >= 500 && markup`<p class="quiet">${words.reference}: <span class="code">${reference}</span></p>`}
<p><a class="button" href="${link(context, '/')}">${words.home}</a></p>`,
  });
}
