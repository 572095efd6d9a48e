import { type CitationView, type NamedTextView, type ProposalView, type VersionFields } from '~/api/types';

/** What the form holds: like the API's fields, but anything may still be missing. */
export interface VersionValues {
  code: string | null;
  series: string | null;
  title: string | null;
  kind: VersionFields['kind'];
  owningUnitId: string | null;
  drafterId: string | null;
  issue: number | null;
  revision: number | null;
  issuedOn: string | null;
  changeNote: string | null;
  changeClass: VersionFields['changeClass'];
  legalBasis: string | null;
  changeReason?: string | null;
  affectedSections?: string | null;
  citations: Partial<CitationView>[];
  namedTexts: Partial<NamedTextView>[];
  keepRepeatedCode?: boolean;
}

export type Known = Pick<VersionValues, 'code' | 'series' | 'title' | 'kind' | 'owningUnitId'>;

const BLANK: VersionValues = {
  code: null,
  series: null,
  title: null,
  kind: 'procedure',
  owningUnitId: null,
  drafterId: null,
  issue: 1,
  revision: 0,
  issuedOn: null,
  changeNote: null,
  changeClass: null,
  legalBasis: null,
  citations: [],
  namedTexts: [],
};

function orBlank(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** Begins with what was read from the file; where nothing was read, with what the document is known by. */
export function valuesFrom(proposal: ProposalView | null, known: Known | null): VersionValues {
  const start = { ...BLANK, ...known };
  if (proposal === null) return start;
  return {
    ...start,
    code: proposal.code ?? start.code,
    series: proposal.series ?? start.series,
    title: proposal.title ?? start.title,
    issue: proposal.issue ?? start.issue,
    revision: proposal.revision ?? start.revision,
    issuedOn: proposal.issuedOn,
    citations: proposal.citations,
    namedTexts: proposal.namedTexts,
  };
}

function citationOf(line: Partial<CitationView>): CitationView {
  return {
    numberSymbol: line.numberSymbol?.trim() ?? '',
    kind: orBlank(line.kind),
    issuer: orBlank(line.issuer),
    issuedOn: line.issuedOn ?? null,
  };
}

/** The form checks that nothing compulsory is missing before this runs. */
export function fieldsOf(values: VersionValues): VersionFields {
  return {
    code: values.code?.trim() ?? '',
    series: values.series?.trim() ?? '',
    title: values.title?.trim() ?? '',
    kind: values.kind,
    owningUnitId: values.owningUnitId,
    drafterId: values.drafterId ?? '',
    issue: values.issue ?? 1,
    revision: values.revision ?? 0,
    issuedOn: values.issuedOn,
    changeNote: orBlank(values.changeNote),
    changeClass: values.changeClass,
    legalBasis: orBlank(values.legalBasis),
    changeReason: orBlank(values.changeReason),
    affectedSections: orBlank(values.affectedSections),
    citations: values.citations.map(citationOf).filter((line) => line.numberSymbol !== ''),
    namedTexts: values.namedTexts.flatMap((line) => {
      const name = orBlank(line.name);
      return name === null ? [] : [{ name, year: line.year ?? null }];
    }),
  };
}
