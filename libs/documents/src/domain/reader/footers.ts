import { type ExtractedDocument, type LocalDate } from '@app/kernel';
import { dateOf, readCount, readDate, readIssueAndRevision, readLabels } from './labels';
import { type FooterFields } from './proposal';

/** A footer with its place and with dates that are none. */
export interface FoundFooter extends FooterFields {
  readonly where: string;
  readonly issuedOn: LocalDate | null;
  readonly impossibleDates: readonly string[];
}

/** Every different footer that carries an issue, a revision or a date of effect, in document order. */
export function readFooters(document: ExtractedDocument): FoundFooter[] {
  const seen = new Set<string>();
  return document.footers.flatMap(({ text, section }) => {
    const footer = footerOf(text, `Chân trang phần ${section}`);
    const key = JSON.stringify([
      footer.issue,
      footer.revision,
      footer.effectiveOn,
      footer.issuedOn,
      footer.impossibleDates,
    ]);
    const isBlank = key === '[null,null,null,null,[]]';
    if (isBlank || seen.has(key)) return [];
    seen.add(key);
    return [footer];
  });
}

function footerOf(text: string, where: string): FoundFooter {
  const labels = readLabels(text);
  const both = readIssueAndRevision(labels.get('issueAndRevision') ?? labels.get('issue'));
  const effective = readDate(labels.get('effectiveOn'));
  const issued = readDate(labels.get('issuedOn'));
  return {
    issue: both.issue,
    revision: readCount(labels.get('revision')) ?? both.revision,
    effectiveOn: dateOf(effective),
    issuedOn: dateOf(issued),
    impossibleDates: [effective, issued].flatMap((found) => (found?.date === null ? [found.raw] : [])),
    where,
  };
}
