import { randomUUID } from 'node:crypto';

import { CATALOGUE } from '../../apps/api/composition';
import { aPdf, type Officer, Stage } from '../support/staging';

interface Operation {
  method: string;
  path: string;
}

let stage: Stage;
let people: readonly Officer[];

beforeAll(async () => {
  stage = await Stage.open();
  const { by } = await stage.office();
  people = [by.secretary, by.head, by.clerk, by['agency-admin']];
}, 60_000);

afterAll(async () => {
  await stage.close();
});

/** Every change that the contract names, with ids that nobody has. */
function changes(): Operation[] {
  return Object.entries(stage.api.contract().paths).flatMap(([path, item]) =>
    ['post', 'put', 'patch']
      .filter((method) => method in item)
      .map((method) => ({
        method: method.toUpperCase(),
        path: path.replace('/api/v1', '').replaceAll(/\{\w+\}/g, () => randomUUID()),
      })),
  );
}

const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
const BODIES: readonly (readonly [string, string])[] = [
  ['nothing at all', ''],
  ['no JSON', '{bad'],
  ['null', 'null'],
  ['a list', '[]'],
  ['a number', '1e309'],
  ['ten thousand levels', deep],
  ['a prototype', '{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {}}}'],
  ['fields of others', '{"agencyId": "x", "state": "issued", "roles": ["head"], "rowVersion": 1}'],
  ['a mark before it', '\ufeff{}'],
];

/** Values that have harmed somebody's text field before. */
const TEXTS = [
  '\u0000',
  '\\ud800',
  'a'.repeat(900_000),
  '\u0301'.repeat(10_000),
  '<script>alert(1)</script>',
  '{{constructor}}',
  '=HYPERLINK("x")',
] as const;
const FIELDS = [
  'code',
  'title',
  'abstract',
  'number',
  'reason',
  'name',
  'numberSymbol',
  'password',
  'login',
] as const;

async function refusals(operation: Operation, body: string): Promise<string[]> {
  const answers = await Promise.all(
    people.map((person) =>
      person.send(operation.method, operation.path, { body, headers: { 'if-match': '"1"' } }),
    ),
  );
  return answers
    .filter(
      ({ status, body: problem }) =>
        status >= 500 || (status >= 400 && CATALOGUE[problem.code] === undefined),
    )
    .map(
      ({ status, text }) => `${operation.method} ${operation.path}: ${String(status)} ${text.slice(0, 200)}`,
    );
}

describe('what no page of ours would send (B-09, B-11)', () => {
  it.each(BODIES)('%s is refused with a catalogued code, never a fault of ours', async (_name, body) => {
    const operations = changes();

    const faults = await Promise.all(operations.map((operation) => refusals(operation, body)));

    expect(operations.length).toBeGreaterThan(20);
    expect(faults.flat()).toEqual([]);
  });

  it.each(TEXTS)(
    'a text field takes no harm (%#)',
    async (text) => {
      const value = text === '\\ud800' ? '"\\ud800"' : JSON.stringify(text);
      const body = `{${FIELDS.map((field) => `"${field}": ${value}`).join(', ')}}`;

      const faults = await Promise.all(changes().map((operation) => refusals(operation, body)));

      expect(faults.flat()).toEqual([]);
      // A megabyte in each field of each operation.
    },
    120_000,
  );
});

describe('files under names that lie (B-05, B-06)', () => {
  it.each(['../../etc/passwd', 'a\u202efdp.exe', 'CON.pdf', '-rf.pdf', '=cmd.pdf', `${'x'.repeat(300)}.pdf`])(
    'keeps a harmless name of %j',
    async (name) => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(await aPdf())]), name);

      const answer = await people[0]!.send<{ fileName: string }>('POST', '/uploads', {
        body: form,
      });

      expect(answer.status).toBe(201);
      expect(answer.body.fileName).not.toMatch(/[/\\\u202e]|\.\./);
      expect(answer.body.fileName.length).toBeLessThanOrEqual(255);
    },
  );
});
