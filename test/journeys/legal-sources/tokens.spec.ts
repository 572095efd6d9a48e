import { RouteAccessCheck } from '@app/platform/http';

import {
  type Answer,
  daysFromToday,
  type Office,
  type Page,
  type Problem,
  Stage,
} from '../../support/staging';
import { aThongTu } from './gazette';

interface Token {
  id: string;
  token: string;
}

let stage: Stage;
let office: Office;

beforeAll(async () => {
  stage = await Stage.open();
  office = await stage.office();
}, 60_000);

afterAll(() => stage.close());

const BOTH = ['legal-register.read', 'legal-register.propose'];
/** What the routes below say to whoever may open them; a list of texts is 200, a proposal 201. */
const OPEN = [
  'GET /legal-intakes',
  'GET /legal-intakes/:id',
  'GET /legal-texts',
  'GET /legal-texts/:id',
  'POST /legal-intakes',
];

function issue(by: Office, permissions: string[] = BOTH): Promise<Token> {
  return by.by['agency-admin'].post<Token>('/api-tokens', {
    name: 'Phần mềm công báo',
    permissions,
    lastDay: daysFromToday(30),
  });
}

/** A program: no cookie, no origin, a key. */
async function call(token: string, method: string, path: string, body?: unknown): Promise<Answer<Problem>> {
  const response = await fetch(stage.api.base + path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (text === '' ? {} : JSON.parse(text)) as Problem,
  };
}

describe('A key of the API', () => {
  it('reads the register and proposes texts in the name of its agency, and is journalled', async () => {
    const { token } = await issue(office);

    const read = await call(token, 'GET', '/legal-texts');
    const proposed = await call(token, 'POST', '/legal-intakes', {
      text: aThongTu('77/2026/TT-BTP', '7/2020/TT-BTP'),
    });

    expect([read.status, proposed.status]).toEqual([200, 201]);
    const { items } =
      await office.by.secretary.get<Page<{ origin: string; receivedByName: string }>>('/legal-intakes');
    expect(items).toMatchObject([{ origin: 'program', receivedByName: 'Khoá API “Phần mềm công báo”' }]);
    const { rows } = await stage.world.owner.query<{ action: string }>(
      `select action from journal.entry where agency_id = $1 and action in ('identity.token-issued',
         'legal-register.intake-received') order by seq`,
      [office.agency.id],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'identity.token-issued',
      'legal-register.intake-received',
    ]);
  });

  it('is shown once: only its hash is kept, and lists say when it was used', async () => {
    const { id, token } = await issue(office);
    await call(token, 'GET', '/legal-texts');

    const answer = await office.by['agency-admin'].send<Page<{ id: string; lastUsedAt: string | null }>>(
      'GET',
      '/api-tokens',
    );
    const { rows } = await stage.world.owner.query<{ everything: string }>(
      'select t::text as everything from identity.api_token t where id = $1',
      [id],
    );

    expect(answer.text + rows[0]!.everything).not.toContain(token.slice(4));
    expect(answer.body.items.find((each) => each.id === id)!.lastUsedAt).not.toBeNull();
  });

  it('opens nothing when it is unknown, ended, revoked, or whoever issued it has left', async () => {
    const [ended, revoked] = [await issue(office), await issue(office)];
    const other = await stage.office();
    const orphan = await issue(other);
    await stage.world.owner.query('update identity.api_token set expires_at = now() where id = $1', [
      ended.id,
    ]);
    await office.by['agency-admin'].post(`/api-tokens/${revoked.id}/revocation`);
    await stage.world.owner.query(
      `update identity.membership set valid = daterange(null, current_date - 1)
        where agency_id = $1 and person_id = (select person_id from identity.api_token where id = $2)`,
      [other.agency.id, orphan.id],
    );

    const tried = [`iso_${'x'.repeat(43)}`, 'x', ended.token, revoked.token, orphan.token];
    const answers = await Promise.all(tried.map((token) => call(token, 'GET', '/legal-texts')));

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      tried.map(() => [401, 'identity.token-invalid']),
    );
  });

  it('sees nothing of another agency, and nobody revokes the key of another one', async () => {
    const { id } = await issue(office);
    const other = await stage.office();
    const { token } = await issue(other);
    const own = await call((await issue(office)).token, 'POST', '/legal-intakes', {
      text: 'Tin của cơ quan',
    });
    const intake = (own.body as unknown as { id: string }).id;

    expect((await call(token, 'GET', `/legal-intakes/${intake}`)).status).toBe(404);
    expect((await other.by['agency-admin'].send('POST', `/api-tokens/${id}/revocation`)).status).toBe(404);
  });

  it('does no more than it was given', async () => {
    const { token } = await issue(office, ['legal-register.read']);

    const refused = await call(token, 'POST', '/legal-intakes', { text: 'Tin' });

    expect([refused.status, refused.body.code]).toEqual([403, 'identity.forbidden']);
    for (const permissions of [[], ['documents.read'], ['legal-register.record']]) {
      const { status } = await office.by['agency-admin'].send('POST', '/api-tokens', {
        body: { name: 'x', permissions, lastDay: daysFromToday(3) },
      });
      expect(status).toBe(422);
    }
  });

  it('opens the listed routes and no other, whatever cookie comes with it', async () => {
    let { token } = await issue(office);
    const routes = stage.api.app
      .get(RouteAccessCheck)
      .routes()
      .filter(({ access }) => access?.kind !== 'public');
    const opened: string[] = [];
    for (const [count, { method, path }] of routes.entries()) {
      // A key has 120 requests a minute.
      if (count % 100 === 99) ({ token } = await issue(office));
      const address = path.replace(/:\w+/g, '0190aaaa-0000-7000-8000-000000000000');
      const { status, body } = await call(token, method, address);
      const isRefused = status === 403 && body.code === 'identity.token-not-accepted';
      if (!isRefused) opened.push(`${method} ${path}`);
    }

    expect(opened.sort()).toEqual(OPEN);
  }, 60_000);

  it('waits when it was used more often than 120 times in a minute', async () => {
    const { token } = await issue(office);
    const codes: number[] = [];
    for (let count = 0; count < 260 && codes.at(-1) !== 429; count += 1)
      codes.push((await call(token, 'GET', '/me')).status);

    expect(codes.at(-1)).toBe(429);
    expect(codes.length).toBeGreaterThan(120);
  }, 60_000);
});
