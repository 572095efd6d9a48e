import { BadRequestException } from '@nestjs/common';
import { tidyLine } from '@app/kernel';
import { type FastifyRequest } from 'fastify';

import { type PageContext } from '../pages/layout';
import { type Language, WORDS } from '../pages/words';
import { type PortalSite } from './portal-site';

const MOST_CHARACTERS = 200;
const CONTROL = /\p{Cc}/gu;

/** One line of what a person typed; of a repeated parameter the first. @throws BadRequestException when too long */
export function typedText(request: FastifyRequest, name: string): string {
  const value = valueOf(request, name);
  if (value.length > MOST_CHARACTERS) throw new BadRequestException();
  return value.isWellFormed() ? tidyLine(value.replace(CONTROL, ' ')) : '';
}

/** Without a route (an address that cannot be read) there is no query either. */
function valueOf(request: FastifyRequest, name: string): string {
  const given = (request.query as Readonly<Record<string, unknown>> | null)?.[name];
  const first: unknown = Array.isArray(given) ? given[0] : given;
  return typeof first === 'string' ? first : '';
}

function languageOf(request: FastifyRequest): Language {
  return valueOf(request, 'lang') === 'en' ? 'en' : 'vi';
}

/** Never throws: the page of an error needs one too. */
export function contextOf(request: FastifyRequest, site: PortalSite): PageContext {
  const language = languageOf(request);
  return {
    language,
    words: WORDS[language],
    path: pathWithoutLanguage(request.url),
    portalUrl: site.portalUrl,
    stylesheet: site.files.stylesheet,
    dropScript: site.files.dropScript,
  };
}

function pathWithoutLanguage(url: string): string {
  const [path = '/', search = ''] = url.split('?', 2);
  const kept = new URLSearchParams(search);
  kept.delete('lang');
  const rest = kept.toString();
  return (rest === '' ? path : `${path}?${rest}`).slice(0, 1000);
}
