/** Markup that is safe to send: made by the `markup` tag, or trusted by name. */
export class Html {
  constructor(readonly text: string) {}
}

export type HtmlValue = Html | string | number | null | false | undefined | readonly HtmlValue[];

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes every value that is not markup already: forgetting to escape is impossible, trusting takes a word. */
export function markup(parts: TemplateStringsArray, ...values: HtmlValue[]): Html {
  let text = parts[0] ?? '';
  values.forEach((value, place) => {
    text += rendered(value) + (parts[place + 1] ?? '');
  });
  return new Html(text);
}

/** For markup of our own making (an SVG of the QR library). Never for what a person wrote. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

function rendered(value: HtmlValue): string {
  if (value instanceof Html) return value.text;
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  return value.map(rendered).join('');
}

/** For text and for quoted attributes, in HTML and in XML. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
