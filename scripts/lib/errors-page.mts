/** A refusal as the catalogue of the API holds it. */
export interface CataloguedProblem {
  code: string;
  status: number;
  vi: string;
  en: string;
}

const HEAD = `# Errors

Every error of the API is \`application/problem+json\` (RFC 9457) with \`type\`, \`title\`, \`status\`, \`code\`, \`detail\`,
\`instance\`, \`correlationId\` and, for input, \`errors\` per field. Clients branch on \`code\`; \`detail\` is for people,
Vietnamese unless \`Accept-Language\` begins with \`en\`. A word in braces stands for a value.

This page is made from the catalogue by \`npm run errors\`; a test compares them.
`;

/** The page docs/errors.md: one table per name space, sorted by code. */
export function errorsPage(problems: readonly CataloguedProblem[]): string {
  const sorted = [...problems].sort((left, right) => (left.code < right.code ? -1 : 1));
  const spaces = [...new Set(sorted.map(({ code }) => spaceOf(code)))];
  const sections = spaces.map((space) => {
    const rows = sorted.filter(({ code }) => spaceOf(code) === space).map(rowOf);
    return `## ${space}\n\n| Code | Status | Tiếng Việt | English |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return [HEAD, ...sections].join('\n');
}

function spaceOf(code: string): string {
  return code.includes('.') ? code.slice(0, code.indexOf('.')) : 'platform';
}

function rowOf({ code, status, vi, en }: CataloguedProblem): string {
  return `| \`${code}\` | ${String(status)} | ${cell(vi)} | ${cell(en)} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
