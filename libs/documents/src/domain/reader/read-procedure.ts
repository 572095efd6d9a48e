import {
  type ExtractedDocument,
  findCitations,
  findNamedTexts,
  firstDate,
  foldVietnamese,
  type FoundCitation,
  type LocalDate,
  type Passage,
  passagesOf,
} from '@app/kernel';
import { checkAgreement } from './agreement';
import { checkNumbering } from './checks/numbering-checks';
import { checkReferences } from './checks/reference-checks';
import { checkRetiredBodies, type RetiredBody } from './checks/retired-bodies';
import { RETIRED_BODIES } from './checks/retired-body-list';
import { checkSteps } from './checks/step-checks';
import { type ReadContent, readContent } from './content/read-content';
import { coverBlocks, type CoverFields, readCode, readCover, rowText } from './cover';
import { type FoundFooter, readFooters } from './footers';
import { readLabels } from './labels';
import { mergeCitations } from './merge-citations';
import { isOwn, ownNumber, type OwnNumber } from './own-number';
import { ownPlace } from './own-place';
import { problem } from './problem-catalogue';
import { type Proposal, type ReaderProblem } from './proposal';
import { guessSeries } from './series';
import { readSigners } from './signers';
import { readTitle, readUnit, titlesInHeaders } from './title';

const EFFECT_CLAUSE =
  /(?:này|quy\s+trình|tài\s+liệu)[^.;]{0,40}?có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s+(?:kể\s+)?từ\s+(ngày\s+ký|ngày\s+ban\s+hành|[^.;]{0,10}\d[^.;]{4,40})/iu;

const CONTROLLED = /^(?:quy trinh|huong dan cong viec|so tay chat luong|chinh sach chat luong)\b/;

/** What the checks compare with: the day of reading, and the bodies that exist no more. */
export interface ReadingBackground {
  readonly today: LocalDate | null;
  readonly retiredBodies: readonly RetiredBody[];
}

const BACKGROUND: ReadingBackground = { today: null, retiredBodies: RETIRED_BODIES };

/** Reads an uploaded document: pure rules over its text, so the same for Word, PDF and text. `path` only helps to guess the field. */
export function readProcedure(
  document: ExtractedDocument,
  path: string | null = null,
  background: Partial<ReadingBackground> = {},
): Proposal {
  const { today, retiredBodies } = { ...BACKGROUND, ...background };
  const passages = passagesOf(document);
  const cover = readCover(document);
  const own = ownNumber(document, passages);
  const footers = readFooters(document);
  const title = readTitle(document, cover.labelledTitle);
  const issuedOn = cover.issuedOn ?? own.issuedOn;
  const effectiveOn =
    cover.effectiveOn ?? effectInText(passages, issuedOn) ?? effectInFooters(footers, issuedOn);
  const cited = mergeCitations(citationsIn(passages, own, cover.code), ownPlace(document, passages));
  const signers = readSigners(document);
  const read = readContent(document);
  const findings = {
    cover: { ...cover, issuedOn },
    title,
    effectiveOn,
    footers,
    headerTitles: titlesInHeaders(document),
    headerCodes: codesInHeaders(document),
    signers,
    passages,
    isControlled: isControlled(document, cover),
  };
  return {
    code: cover.code,
    series: guessSeries(title, path),
    title,
    unit: readUnit(document),
    issue: cover.issue,
    revision: cover.revision,
    issuedOn,
    effectiveOn,
    signers,
    footers: distinct(
      footers.map(({ issue, revision, effectiveOn: date }) => ({ issue, revision, effectiveOn: date })),
    ),
    citations: cited.citations,
    namedTexts: findNamedTexts(passages),
    content: read.content,
    problems:
      passages.length === 0
        ? [problem('no-text', 'Tài liệu')]
        : [
            ...checkAgreement(findings, today),
            ...(findings.isControlled ? checkContent(read) : []),
            ...checkRetiredBodies(passages, retiredBodies, today),
            ...cited.problems,
          ],
  };
}

function checkContent(read: ReadContent): ReaderProblem[] {
  return [...checkSteps(read), ...checkNumbering(read), ...checkReferences(read)];
}

function citationsIn(passages: readonly Passage[], own: OwnNumber, code: string | null): FoundCitation[] {
  return passages.flatMap(findCitations).filter((citation) => !isOwn(citation, own, code));
}

function codesInHeaders(document: ExtractedDocument): { code: string; section: number }[] {
  return document.headers.flatMap(({ text, section }) => {
    const code = readCode(readLabels(text).get('code'));
    return code === null ? [] : [{ code, section }];
  });
}

/** `Chỉ thị này có hiệu lực từ ngày 01/01/2011`; "from the day of signing" is the day of issue. */
function effectInText(passages: readonly Passage[], issuedOn: LocalDate | null): LocalDate | null {
  for (const { text } of passages) {
    const clause = EFFECT_CLAUSE.exec(text)?.[1];
    if (clause === undefined) continue;
    return /^ngày\s+(?:ký|ban)/iu.test(clause) ? issuedOn : (firstDate(clause)?.date ?? null);
  }
  return null;
}

/** A footer older than the issue is left over from an earlier one: it is reported, not proposed. */
function effectInFooters(footers: readonly FoundFooter[], issuedOn: LocalDate | null): LocalDate | null {
  const dates = footers.flatMap(({ effectiveOn }) => (effectiveOn === null ? [] : [effectiveOn]));
  return dates.find((date) => issuedOn === null || date >= issuedOn) ?? null;
}

function isControlled(document: ExtractedDocument, cover: CoverFields): boolean {
  if (cover.code !== null || cover.issue !== null) return true;
  const lines = coverBlocks(document).flatMap((block) => rowText(block).split('\n'));
  return lines.some((line) => CONTROLLED.test(foldVietnamese(line)));
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
