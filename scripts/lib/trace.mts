import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { REPOSITORY } from './paths.mts';

/** One test that names a requirement in its title, or stands under a title that does. */
export interface TracedTest {
  code: string;
  file: string;
  title: string;
}

/** Codes of requirements; "F-01" and "B-01" are faults and bad input, "I-01" what must hold after them. */
const CODE = /\b(?:DI|NO|MO|AU|MR|NC|SC|RI|OV|OF|TT|FM|B|F|I)-\d{2}\b|\b[RG]\d{1,2}\b/g;
const RANGE = /\b([A-Z]{1,2}-?)(\d{1,2})(?: to |–|\.\.)\1(\d{1,2})\b/g;
const TITLED = new Set(['describe', 'it', 'test']);

const HEAD = `# Requirements and the tests that hold them

Which test names which requirement: \`DI\`, \`NC\`, … are clauses of ISO 9001 as behaviour, \`OF\` how an office works, \`R\` and
\`G\` rules and reasons, \`RI\` integrity of records, \`B\` bad input, \`F\` faults, \`I\` what must hold after them.
This page is made from the titles of the tests by \`npm run trace\`; a test compares them.
`;

/** Every code that a title of the test suites names, "RI-08 to RI-13" spelt out. */
export function tracedTests(): TracedTest[] {
  return ['apps', 'libs', 'scripts', 'test'].flatMap((folder) =>
    readdirSync(join(REPOSITORY, folder), { recursive: true })
      .map((name) => join(REPOSITORY, folder, String(name)))
      .filter((path) => /\.spec\.tsx?$/.test(path) && !path.includes('node_modules'))
      .flatMap(tracedIn),
  );
}

function tracedIn(path: string): TracedTest[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const file = relative(REPOSITORY, path);
  const found: TracedTest[] = [];
  const visit = (node: ts.Node): void => {
    const title = titleOf(node);
    if (title !== null) for (const code of codesIn(title)) found.push({ code, file, title });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function titleOf(node: ts.Node): string | null {
  if (!ts.isCallExpression(node) || !TITLED.has(rootOf(node.expression))) return null;
  const [title] = node.arguments;
  return title !== undefined && ts.isStringLiteralLike(title) ? title.text : null;
}

/** `it` of `it(…)`, `it.skip(…)` and `it.each(…)(…)`. */
function rootOf(callee: ts.Expression): string {
  if (ts.isIdentifier(callee)) return callee.text;
  if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) return rootOf(callee.expression);
  return ts.isTaggedTemplateExpression(callee) ? rootOf(callee.tag) : '';
}

/** @returns each code once, ranges spelt out */
export function codesIn(title: string): string[] {
  const spelt = title.replaceAll(RANGE, (_, prefix: string, first: string, last: string) =>
    Array.from(
      { length: Number(last) - Number(first) + 1 },
      (_none, index) => prefix + String(Number(first) + index).padStart(first.length, '0'),
    ).join(' '),
  );
  return [...new Set(spelt.match(CODE) ?? [])];
}

/** The page docs/requirements-trace.md: codes in order, each with its tests. */
export function tracePage(tests: readonly TracedTest[]): string {
  const codes = [...new Set(tests.map(({ code }) => code))].sort((left, right) =>
    left.localeCompare(right, 'en', { numeric: true }),
  );
  const rows = codes.flatMap((code) =>
    tests
      .filter((test) => test.code === code)
      .sort((left, right) => order(left).localeCompare(order(right), 'en'))
      .map(
        ({ file, title }, index) => `| ${index === 0 ? `**${code}**` : ''} | ${cell(title)} | \`${file}\` |`,
      ),
  );
  return `${HEAD}\n| Code | Test | File |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

function order({ file, title }: TracedTest): string {
  return `${file}\n${title}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
}
