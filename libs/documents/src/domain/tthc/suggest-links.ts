export type SuggestedBy = 'code' | 'name' | 'similar';

/** A document that may be the procedure of a TTHC; its title and lĩnh vực folded as the register folds names. */
export interface LinkableDocument {
  documentId: string;
  titleKey: string;
  seriesKey: string;
  /** Heads of codes of TTHC that its pages print. */
  codes: readonly string[];
}

export interface LinkableProcedure {
  procedureId: string;
  codeHead: string | null;
  nameKey: string;
  fieldKey: string;
}

export interface LinkSuggestion {
  documentId: string;
  procedureId: string;
  by: SuggestedBy;
}

/** Words that nearly every TTHC has say nothing about which one it is. */
const COMMON = new Set([
  'thu',
  'tuc',
  'cap',
  'giai',
  'quyet',
  'hanh',
  'chinh',
  'viec',
  'cho',
  'va',
  'cua',
  'theo',
]);
const ALIKE = 0.75;

/**
 * By the code that the pages print, else by folded name (lĩnh vực decides between namesakes), else by most of the words in
 * the same lĩnh vực. A person confirms each (TT-01).
 */
export function suggestLinks(
  documents: readonly LinkableDocument[],
  procedures: readonly LinkableProcedure[],
): LinkSuggestion[] {
  return documents.flatMap((document) => {
    const { documentId } = document;
    return suggestOne(document, procedures).map(({ procedureId, by }) => ({ documentId, procedureId, by }));
  });
}

function suggestOne(
  { titleKey, seriesKey, codes }: LinkableDocument,
  known: readonly LinkableProcedure[],
): { procedureId: string; by: SuggestedBy }[] {
  const byCode = known.filter(({ codeHead }) => codeHead !== null && codes.includes(codeHead));
  if (byCode.length > 0) return byCode.map(({ procedureId }) => ({ procedureId, by: 'code' }));
  const named = known.filter(({ nameKey }) => nameKey === titleKey);
  const inField = (found: readonly LinkableProcedure[]): readonly LinkableProcedure[] =>
    found.filter(({ fieldKey }) => fieldKey === seriesKey);
  const [byName] = named.length > 1 ? inField(named) : named;
  if (byName !== undefined) return [{ procedureId: byName.procedureId, by: 'name' }];
  const similar = mostAlike(titleKey, inField(known));
  return similar === null ? [] : [{ procedureId: similar.procedureId, by: 'similar' }];
}

function mostAlike(key: string, candidates: readonly LinkableProcedure[]): LinkableProcedure | null {
  const words = wordsOf(key);
  let best: { procedure: LinkableProcedure; share: number } | null = null;
  for (const procedure of candidates) {
    const share = shared(words, wordsOf(procedure.nameKey));
    if (share >= ALIKE && share > (best?.share ?? 0)) best = { procedure, share };
  }
  return best?.procedure ?? null;
}

/** Words of both over words of either. */
function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((word) => other.has(word)).length;
  const either = one.size + other.size - both;
  return either === 0 ? 0 : both / either;
}

function wordsOf(key: string): ReadonlySet<string> {
  return new Set(key.split(' ').filter((word) => word.length > 1 && !COMMON.has(word)));
}
