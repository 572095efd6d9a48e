import { type TemplateData } from 'easy-template-x';
import { TemplateFaulty } from './form-errors';

/** What a template may name: a text, or a list whose lines name texts and lists in turn. */
export type TemplateValues = Readonly<Record<string, string | readonly TemplateValues[]>>;
export type TemplateLine = TemplateValues;

/** XML 1.0 has no place for these, not even escaped: Word would refuse the whole file. */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * Fills a Word template. Values are text and nothing else: braces in them stay braces, markup stays text, and no
 * value can bring in a picture, a link or raw XML. A name that the values lack leaves nothing.
 * @throws TemplateFaulty
 */
export async function fillTemplate(template: Uint8Array, values: TemplateValues): Promise<Buffer> {
  const { LoopPlugin, TemplateHandler, TextPlugin } = await import('easy-template-x');
  const handler = new TemplateHandler({ plugins: [new LoopPlugin(), new TextPlugin()] });
  try {
    return await handler.process(Buffer.from(template), clean(values));
  } catch (error) {
    throw new TemplateFaulty(error);
  }
}

/** Without a prototype, so that `{constructor}` in a template names nothing. */
function clean(values: TemplateValues): TemplateData {
  const cleaned = Object.create(null) as TemplateData;
  for (const [name, value] of Object.entries(values))
    cleaned[name] = typeof value === 'string' ? cleanText(value) : value.map(clean);
  return cleaned;
}

/** The library sets a second line behind what follows the tag, so a text is one line; lines are a list's affair. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(NOT_IN_XML, '')
    .replace(/\s*[\r\n\u2028\u2029]\s*/g, ' ');
}
