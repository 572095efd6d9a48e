import { firstDate, foldVietnamese, type LocalDate, numberSymbolKey, type Passage } from '@app/kernel';
import { type CoverFields } from './cover';
import { type FoundFooter } from './footers';
import { problem } from './problem-catalogue';
import { type ReaderProblem, type Signer } from './proposal';

const COVER = 'Trang bìa';

export interface Findings {
  readonly cover: CoverFields;
  readonly title: string | null;
  readonly effectiveOn: LocalDate | null;
  readonly footers: readonly FoundFooter[];
  readonly headerTitles: readonly { title: string; section: number }[];
  readonly headerCodes: readonly { code: string; section: number }[];
  readonly signers: readonly Signer[];
  readonly passages: readonly Passage[];
  /** A document of the quality system, as opposed to a plan, a directive or a decision. */
  readonly isControlled: boolean;
}

/** Everything on which parts of the document do not agree, or that is missing. */
export function checkAgreement(findings: Findings, today: LocalDate | null): ReaderProblem[] {
  return [
    ...missing(findings),
    ...coverDates(findings),
    ...findings.footers.flatMap((footer) => footerAgainstCover(footer, findings.cover)),
    ...footersAgainstEachOther(findings.footers),
    ...headers(findings),
    ...signers(findings.signers),
    ...findings.passages.flatMap((passage) => datedClauses(passage, today)),
  ];
}

function missing({ cover, title, footers, isControlled }: Findings): ReaderProblem[] {
  const problems: ReaderProblem[] = [];
  if (title === null) problems.push(problem('title-missing', COVER));
  if (!isControlled) return problems;
  if (cover.code === null) problems.push(problem('code-missing', COVER));
  if (cover.issue === null) problems.push(problem('issue-missing', COVER));
  if (cover.issuedOn === null && cover.impossibleDates.length === 0)
    problems.push(problem('issued-on-missing', COVER));
  if (footers.length === 0) problems.push(problem('footer-missing', 'Chân trang'));
  return problems;
}

function coverDates({ cover, effectiveOn }: Findings): ReaderProblem[] {
  const problems = cover.impossibleDates.map((date) => problem('date-impossible', COVER, { date }));
  if (effectiveOn !== null && cover.issuedOn !== null && effectiveOn < cover.issuedOn) {
    problems.push(problem('effective-before-issued', COVER, { date: effectiveOn, text: cover.issuedOn }));
  }
  return problems;
}

function footerAgainstCover(footer: FoundFooter, cover: CoverFields): ReaderProblem[] {
  const { where } = footer;
  return [
    ...footer.impossibleDates.map((date) => problem('date-impossible', where, { date })),
    ...countAgainstCover('footer-issue-differs', where, footer.issue, cover.issue),
    ...countAgainstCover('footer-revision-differs', where, footer.revision, cover.revision),
    ...effectAgainstCover(footer, cover),
    ...dateAgainstCover(where, footer.issuedOn, cover.issuedOn),
  ];
}

function countAgainstCover(
  code: 'footer-issue-differs' | 'footer-revision-differs',
  where: string,
  number: number | null,
  expected: number | null,
): ReaderProblem[] {
  return number !== null && expected !== null && number !== expected
    ? [problem(code, where, { number, expected })]
    : [];
}

function effectAgainstCover({ effectiveOn, where }: FoundFooter, cover: CoverFields): ReaderProblem[] {
  if (cover.effectiveOn !== null) return dateAgainstCover(where, effectiveOn, cover.effectiveOn);
  // Effect may begin after the day of issue, never before it.
  const isTooEarly = effectiveOn !== null && cover.issuedOn !== null && effectiveOn < cover.issuedOn;
  return isTooEarly ? dateAgainstCover(where, effectiveOn, cover.issuedOn) : [];
}

function dateAgainstCover(
  where: string,
  date: LocalDate | null,
  expected: LocalDate | null,
): ReaderProblem[] {
  if (date === null || expected === null || date === expected) return [];
  return [problem('footer-date-differs', where, { date, text: expected })];
}

function footersAgainstEachOther(footers: readonly FoundFooter[]): ReaderProblem[] {
  const describe = (footer: FoundFooter): string =>
    [
      footer.issue === null ? '' : `lần ban hành ${footer.issue}`,
      footer.revision === null ? '' : `lần sửa đổi ${footer.revision}`,
      footer.effectiveOn === null ? '' : `ngày hiệu lực ${footer.effectiveOn.split('-').reverse().join('/')}`,
    ]
      .filter((part) => part !== '')
      .join(', ');
  if (footers.length < 2) return [];
  return [problem('footers-differ', 'Chân trang', { text: footers.map(describe).join('; ') })];
}

function headers({ headerTitles, headerCodes, title, cover }: Findings): ReaderProblem[] {
  const problems: ReaderProblem[] = [];
  for (const header of headerTitles) {
    if (title !== null && !isSameTitle(header.title, title)) {
      problems.push(
        problem('header-title-differs', `Đầu trang phần ${header.section}`, {
          text: header.title,
          other: title,
        }),
      );
    }
  }
  for (const header of headerCodes) {
    if (cover.code !== null && numberSymbolKey(header.code) !== numberSymbolKey(cover.code)) {
      problems.push(
        problem('header-code-differs', `Đầu trang phần ${header.section}`, {
          text: header.code,
          other: cover.code,
        }),
      );
    }
  }
  return problems;
}

/** Punctuation, case and spaces are no difference; one title may go on where the header had no more room. */
function isSameTitle(one: string, other: string): boolean {
  const plain = (title: string): string =>
    foldVietnamese(title)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  const [short, long] = [plain(one), plain(other)].sort((a, b) => a.length - b.length);
  return short === long || (short !== undefined && short.length > 40 && (long?.startsWith(short) ?? false));
}

function signers(people: readonly Signer[]): ReaderProblem[] {
  const drafter = people.find(({ role }) => /soạn|lập|viết|xây\s+dựng/iu.test(role));
  const approver = people.find(({ role }) => /duyệt/iu.test(role));
  if (!drafter || !approver || foldVietnamese(drafter.name) !== foldVietnamese(approver.name)) return [];
  return [problem('drafter-approves', 'Bảng ký', { text: drafter.name })];
}

const DATED_CLAUSE =
  /(?:áp\s+dụng|thực\s+hiện|hiệu\s+lực)[^.;\n]{0,60}?\sđến\s+(?:hết\s+)?(?:ngày\s+)?(\d[^;]{6,40})/giu;

function datedClauses({ text, where, page }: Passage, today: LocalDate | null): ReaderProblem[] {
  return [...text.matchAll(DATED_CLAUSE)].flatMap((match) => {
    const date = firstDate(match[1] ?? '')?.date;
    if (!date) return [];
    const isPast = today !== null && date < today;
    return [
      problem(
        isPast ? 'dated-clause-past' : 'dated-clause',
        { where, page, quote: match[0].slice(0, 80) },
        { date },
      ),
    ];
  });
}
