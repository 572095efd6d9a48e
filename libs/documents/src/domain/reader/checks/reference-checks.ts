import { foldVietnamese, tidyLine } from '@app/kernel';
import { type FlowItem, type Place, rowLine } from '../content/flow';
import { type ReadContent } from '../content/read-content';
import { problem } from '../problem-catalogue';
import { type ReaderProblem } from '../proposal';

const ANNEX = /phụ\s+lục\s+(?:số\s+)?(?<number>\d{1,2}|[IVX]{1,5})(?![\p{L}\d/])(?<rest>[^.;\n]{0,60})/giu;
/** An annex of a legal text is not ours: `Phụ lục 2 Thông tư số 01`, `Phụ lục I ban hành kèm theo Nghị định`. */
const OF_A_TEXT = /(?:thông\s+tư|nghị\s+định|quyết\s+định|luật|nghị\s+quyết|công\s+văn)/iu;
const FORM =
  /(?<![\p{L}\d])(?<code>(?:BM|M)[.-]\d{1,3}(?:[.-]\d{1,3}){0,3}|BM\s\d{1,3}(?:[.-]\d{1,3}){0,2})(?![\p{L}\d])/gu;

/** Annexes and coded forms that the text refers to and that are nowhere in the file. */
export function checkReferences({ items, content }: ReadContent): ReaderProblem[] {
  const texts = items.map((item) => ({ text: textOf(item), place: item.place }));
  const headed = new Set(texts.flatMap(({ text }) => annexHeading(text)));
  const listed = new Set(content.forms.flatMap(({ code }) => (code === null ? [] : [formKey(code)])));
  return [
    ...absent(texts.flatMap(annexesIn), headed).map(({ name, place }) =>
      problem('annex-absent', place, { text: name }),
    ),
    ...absent(
      texts.flatMap(formsIn),
      new Set([...listed, ...texts.flatMap(({ text }) => formHeading(text))]),
    ).map(({ name, place }) => problem('form-absent', place, { text: name })),
  ];
}

interface Reference {
  readonly key: string;
  readonly name: string;
  readonly place: Place;
}

/** Each once, where it is first referred to. */
function absent(references: readonly Reference[], present: ReadonlySet<string>): Reference[] {
  const first = new Map<string, Reference>();
  for (const reference of references) {
    if (!present.has(reference.key) && !first.has(reference.key)) first.set(reference.key, reference);
  }
  return [...first.values()];
}

function annexesIn({ text, place }: { text: string; place: Place }): Reference[] {
  if (annexHeading(text).length > 0) return [];
  return [...text.matchAll(ANNEX)].flatMap((match) => {
    const { number = '', rest = '' } = match.groups ?? {};
    const isOfText = OF_A_TEXT.test(rest) && !/^\s*(?:của\s+)?quy\s+trình\s+này/iu.test(rest);
    return isOfText ? [] : [{ key: number.toUpperCase(), name: `Phụ lục ${number}`, place }];
  });
}

/** A line that begins with the annex's name and says little else is the annex itself. */
function annexHeading(text: string): string[] {
  const heading = /^phụ\s+lục\s+(?:số\s+)?(\d{1,2}|[IVX]{1,5})(?=[\s.:–-]|$)/iu.exec(text);
  return heading && (text.length < 120 || text.startsWith('PHỤ LỤC'))
    ? [(heading[1] ?? '').toUpperCase()]
    : [];
}

function formsIn({ text, place }: { text: string; place: Place }): Reference[] {
  return [...text.matchAll(FORM)].map((match) => {
    const name = tidyLine(match.groups?.['code'] ?? '');
    return { key: formKey(name), name, place };
  });
}

/** The form's own code at the head of its page. */
function formHeading(text: string): string[] {
  const code = /^(?:mẫu\s*:?\s*|biểu\s+mẫu\s*:?\s*)?((?:BM|M)[\s.-]\d[\d.-]*)\s*$/iu.exec(text)?.[1];
  return code === undefined ? [] : [formKey(code)];
}

function formKey(code: string): string {
  return foldVietnamese(code).replace(/[^a-z0-9]/g, '');
}

function textOf(item: FlowItem): string {
  return item.kind === 'row' ? rowLine(item) : tidyLine(item.text);
}
