import { NOWHERE, type Place } from '../content/flow';
import { type ReadContent } from '../content/read-content';
import { type Part } from '../content/sections';
import { problem } from '../problem-catalogue';
import { type ReaderProblem } from '../proposal';

/** Letters of parts as offices count them; `đ` is often left out, and some count as Word does. */
const LETTERS = ['a', 'b', 'c', 'd', 'đ', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q'];
const MAY_BE_SKIPPED = new Set(['đ', 'f', 'j']);

/** The document's own numbers: repeated, skipped, or other than its table of contents says. */
export function checkNumbering({ outline, items }: ReadContent): ReaderProblem[] {
  const place = ({ at }: Part): Place => items[at]?.place ?? NOWHERE;
  const problems: ReaderProblem[] = [];
  let before: Part | null = null;
  for (const part of outline.parts.filter(isNumbered)) {
    const fault = before === null ? null : faultBetween(before.number ?? '', part.number ?? '');
    if (fault !== null)
      problems.push(problem(fault, place(part), { text: part.number ?? '', other: before?.number ?? '' }));
    before = part;
  }
  return [...problems, ...againstContents({ outline, items })];
}

function isNumbered({ number }: Part): boolean {
  return number !== null && /^(?:\d{1,2}|\d{1,2}\.\d{1,2}|[a-zđ])$/u.test(number);
}

function faultBetween(
  before: string,
  number: string,
): 'section-number-repeated' | 'section-number-skipped' | null {
  const [one, other] = [kindOf(before), kindOf(number)];
  if (other !== 'section' && before === number) return 'section-number-repeated';
  if (one === 'letter' && other === 'letter')
    return lettersSkipped(before, number) ? 'section-number-skipped' : null;
  if (one === 'part' && other === 'part')
    return partsSkipped(before, number) ? 'section-number-skipped' : null;
  return null;
}

function kindOf(number: string): 'section' | 'part' | 'letter' {
  if (number.includes('.')) return 'part';
  return /^\d+$/.test(number) ? 'section' : 'letter';
}

function lettersSkipped(before: string, number: string): boolean {
  const between = LETTERS.slice(LETTERS.indexOf(before) + 1, LETTERS.indexOf(number));
  return (
    LETTERS.indexOf(number) < LETTERS.indexOf(before) || between.some((letter) => !MAY_BE_SKIPPED.has(letter))
  );
}

function partsSkipped(before: string, number: string): boolean {
  const [section, part] = before.split('.').map(Number);
  const [ownSection, ownPart] = number.split('.').map(Number);
  return section === ownSection && ownPart !== (part ?? 0) + 1;
}

/** Sections among themselves, and each against the table of contents. */
function againstContents({ outline, items }: Pick<ReadContent, 'outline' | 'items'>): ReaderProblem[] {
  const sections = outline.parts.filter(({ number }) => number !== null && /^\d{1,2}$/.test(number));
  return sections.flatMap((section, index) => {
    const place = items[section.at]?.place ?? NOWHERE;
    const number = section.number ?? '';
    const promised = promisedNumber(section, outline);
    return [
      ...(promised === null || promised === number
        ? []
        : [problem('contents-differ', place, { text: `${number}. ${section.heading}`, other: promised })]),
      ...sectionOrder(sections[index - 1]?.number ?? '0', number, place),
    ];
  });
}

function promisedNumber({ topic }: Part, { contents }: ReadContent['outline']): string | null {
  return topic === 'other' ? null : (contents.find((heading) => heading.topic === topic)?.number ?? null);
}

function sectionOrder(before: string, number: string, place: Place): ReaderProblem[] {
  const step = Number(number) - Number(before);
  if (step === 1) return [];
  return [
    problem(step === 0 ? 'section-number-repeated' : 'section-number-skipped', place, {
      text: number,
      other: before,
    }),
  ];
}
