import { type LegalTextLine, type SearchHit } from '~/api/types';
import { type Dictionary } from '~/i18n/dictionary';
import { findTexts, findVersions, hitHref } from '~/screens/search/find';

type Mark = SearchHit['titleMarks'][number];

/** A line of the search dialog. */
export interface Hit {
  id: string;
  group: string;
  code: string;
  title: string;
  marks: readonly Mark[];
  note: string;
  passage: SearchHit['passages'][number] | null;
  to: string;
}

export interface Found {
  hits: Hit[];
  near: boolean;
}

interface Allowed {
  documents: boolean;
  legal: boolean;
}

const DOCUMENTS_SHOWN = 7;
const TEXTS_SHOWN = 4;

function documentHit(hit: SearchHit, { documents, search }: Dictionary): Hit {
  const [passage = null] = hit.passages;
  const inTitle = hit.found === 'code' || hit.found.startsWith('title');
  return {
    id: hit.versionId,
    group: documents.states[hit.state],
    code: hit.code,
    title: hit.title,
    marks: hit.titleMarks,
    note: passage?.page === undefined || passage.page === null ? hit.series : search.page(passage.page),
    passage: inTitle ? null : passage,
    to: hitHref(hit),
  };
}

function textHit(line: LegalTextLine, { shell }: Dictionary): Hit {
  return {
    id: line.id,
    group: shell.searchLegal,
    code: line.numberSymbol,
    title: line.title,
    marks: [],
    note: line.issuer,
    passage: null,
    to: `/legal-texts/${line.id}`,
  };
}

/** A few of each kind. What is typed as a law's own name or number brings the law before the documents that cite it. */
export async function findAll(
  words: string,
  allowed: Allowed,
  text: Dictionary,
  signal: AbortSignal,
): Promise<Found> {
  const [found, texts] = await Promise.all([
    allowed.documents ? findVersions({ q: words, limit: DOCUMENTS_SHOWN }, signal) : null,
    allowed.legal ? findTexts(words, TEXTS_SHOWN, signal) : [],
  ]);
  const documents = found?.items.map((hit) => documentHit(hit, text)) ?? [];
  const laws = texts.map((line) => textHit(line, text));
  const citesOnly = found?.items[0]?.found === 'number' || documents.length === 0;
  const hits = citesOnly ? [...laws, ...documents] : [...documents, ...laws];
  return { hits, near: found?.near === true && documents.length > 0 };
}
