import { type Role, ROLES } from '@app/kernel';

import { type Answer, anOffice, Caller, type Office, type Problem, Stage } from '../../support/staging';
import { EXPECTATIONS, type Expectation } from './expectations';
import { CANARY, type Scene, setScene } from './scene';

/** All that a counter's own account opens; each shows what is in force, or tells the account about itself. */
const LOOKUP_READS = [
  'GET /agencies',
  'GET /documents',
  'GET /documents.xlsx',
  'GET /documents/:id',
  'GET /documents/:id/versions',
  'GET /documents/series',
  'GET /external-documents',
  'GET /external-documents.xlsx',
  'GET /external-documents/detail',
  'GET /legal-texts',
  'GET /legal-texts/:id',
  'GET /legal-texts/:id/citing-documents',
  'GET /legal-texts/:id/citing-documents.xlsx',
  'GET /legal-texts/:id/file',
  'GET /me',
  'GET /me/password',
  'GET /me/second-factor',
  'GET /office-forms/blank.docx',
  'GET /office-forms/external-documents.docx',
  'GET /office-forms/internal-documents.docx',
  'GET /prints/:id',
  'GET /prints/:id/file',
  'GET /saved-views',
  'GET /search',
  'GET /search.xlsx',
  'GET /successions',
  'GET /system',
  'GET /unit-lists',
  'GET /unit-lists/:id/entries',
  'GET /units',
  'GET /versions/:id',
  'GET /versions/:id/citations',
  'GET /versions/:id/content',
  'GET /versions/:id/cover-sheet.docx',
  'GET /versions/:id/reading',
  'GET /versions/:id/rendition',
  'GET /versions/:id/tracking-slip.docx',
  'GET /working-calendar',
] as const;

let stage: Stage;
let scene: Scene;
let own: Office;
/** A commune of the same province, the province itself, a commune of another province. */
let others: Office[];

beforeAll(async () => {
  stage = await Stage.open();
  scene = await setScene(stage);
  own = scene.library.office;
  const { world, api } = stage;
  others = [
    await stage.office(),
    await anOffice(world, api, stage.province),
    await anOffice(world, api, await world.commune(await world.province())),
  ];
}, 60_000);

afterAll(() => stage.close());

const ROWS = Object.entries(EXPECTATIONS).map(([route, expectation]) => {
  const [method = '', path = ''] = route.split(' ');
  return { route, method, path, expectation };
});
const GUARDED = ROWS.filter(({ expectation }) => expectation.may !== 'public');

function addressOf({ path, expectation }: { path: string; expectation: Expectation }): string {
  return expectation.at?.(scene) ?? path;
}

function mayEnter({ may }: Expectation, role: Role): boolean {
  return may === 'signed-in' || may.includes(role);
}

function isChange(method: string): boolean {
  return method !== 'GET';
}

/** An entitled person reads, or gets past the door to be told what is wrong with an empty change. */
function verdict(method: string, { status, body }: Answer<Problem>): number | 'past the door' {
  const isShut = status === 401 || (status === 403 && body.code === 'identity.forbidden');
  return isChange(method) && !isShut && status < 500 ? 'past the door' : status;
}

function everything({ text, headers }: Answer): string {
  return `${[...headers].flat().join('\n')}\n${text}`;
}

describe('the routes of the running api', () => {
  it('stand each in the table of expectations, and no other', () => {
    const running = stage.api.routes().map(({ method, path }) => `${method} ${path}`);

    expect(running.sort()).toEqual(Object.keys(EXPECTATIONS).sort());
  });

  it('are public only where the table says so', () => {
    const open = stage.api.routes().filter(({ access }) => access?.kind === 'public');

    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
      ROWS.filter(({ expectation }) => expectation.may === 'public')
        .map(({ route }) => route)
        .sort(),
    );
  });
});

describe('OF-08: the lookup account of a counter', () => {
  it('OF-08: enters no route that changes, and of those that read only what tells what is in force', async () => {
    const counter = await own.hire(['reader']);
    await stage.world.owner.query("update identity.membership set kind = 'lookup' where person_id = $1", [
      counter.id,
    ]);
    const entered: string[] = [];
    for (const row of GUARDED) {
      const answer = await counter.send(row.method, addressOf(row), {
        body: isChange(row.method) ? {} : undefined,
      });
      if (answer.status !== 403) entered.push(row.route);
    }

    expect(entered.filter((route) => !route.startsWith('GET '))).toEqual([]);
    expect(entered.sort()).toEqual([...LOOKUP_READS].sort());
  });
});

describe('without a session', () => {
  it.each(GUARDED.map((row) => [row.route, row] as const))('%s asks to sign in', async (_, row) => {
    const nobody = new Caller(stage.api.base, null);
    const forged = new Caller(stage.api.base, `__Host-iso_session=${'x'.repeat(43)}`);

    for (const caller of [nobody, forged]) {
      const answer = await caller.send(row.method, addressOf(row), {
        body: isChange(row.method) ? {} : undefined,
      });
      expect([answer.status, answer.body.code]).toEqual([401, 'identity.not-signed-in']);
    }
  });
});

describe('in their own agency', () => {
  it.each(GUARDED.map((row) => [row.route, row] as const))('%s opens to its roles alone', async (_, row) => {
    const { method, expectation } = row;
    const met: Record<string, unknown> = {};
    for (const role of ROLES) {
      const answer = await own.by[role].send(method, addressOf(row), {
        body: isChange(method) ? {} : undefined,
      });
      met[role] = verdict(method, answer);
    }

    const wanted = ROLES.map((role) => {
      if (!mayEnter(expectation, role)) return [role, 403];
      return [role, isChange(method) ? 'past the door' : (expectation.own?.(role) ?? 200)];
    });
    expect(met).toEqual(Object.fromEntries(wanted));
  });
});

describe('from another agency', () => {
  it.each(GUARDED.map((row) => [row.route, row] as const))(
    '%s shows nothing and takes nothing',
    async (_, row) => {
      const { method, path, expectation } = row;
      const wanted = expectation.foreign ?? (path.includes(':') ? 404 : 200);
      for (const office of others) {
        for (const role of ROLES.filter((known) => mayEnter(expectation, known))) {
          const answer = await office.by[role].send(method, addressOf(row), {
            body: expectation.body?.(scene),
            headers: { 'if-match': '"1"' },
          });
          expect([role, answer.status]).toEqual([role, wanted]);
          expect(everything(answer)).not.toContain(CANARY);
        }
      }
    },
  );

  it('leaves every object as it was', async () => {
    const { library, draft, inReview, effective, decision } = scene;

    const now = await Promise.all([draft, inReview, effective].map((version) => library.see(version)));

    expect(now.map(({ rowVersion, title }) => [rowVersion, title])).toEqual(
      [draft, inReview, effective].map(({ rowVersion, title }) => [rowVersion, title]),
    );
    expect(await own.by.secretary.get(`/decisions/${decision.id}`)).toMatchObject({ state: 'draft' });
  });

  it.each(ROWS.filter(({ route }) => /^GET .*:id/.test(route)).map((row) => [row.route, row] as const))(
    '%s answers for an id of another agency as for one that nobody has',
    async (_, row) => {
      const nowhere = addressOf(row).replace(
        /[0-9a-f]{8}-[0-9a-f-]{27}/,
        '0190aaaa-0000-7000-8000-000000000000',
      );
      const { secretary } = others[0]!.by;

      const [theirs, nobodys] = [
        await secretary.send('GET', addressOf(row)),
        await secretary.send('GET', nowhere),
      ];

      const { code, title, detail, status } = nobodys.body;
      expect(theirs.body).toMatchObject({ code, title, detail, status });
    },
  );

  it('finds nothing by search, list, journal or code', async () => {
    const searches = [
      `/documents?scope=effective&q=${CANARY}`,
      `/documents?scope=in-progress&q=${CANARY}`,
      '/documents?scope=in-progress&limit=100',
      '/documents/series',
      '/decisions',
      '/decisions/candidates',
      '/people',
      '/work-items',
      '/notices',
      `/journal?subjectType=document&subjectId=${scene.draft.documentId}`,
      `/journal?subjectType=issuing-decision&subjectId=${scene.decision.id}`,
    ];
    const asked = await Promise.all(
      others.flatMap(({ by }) => searches.map((path) => by.secretary.send('GET', path))),
    );

    expect(asked.map(({ status }) => status)).toEqual(asked.map(() => 200));
    expect(asked.filter((answer) => everything(answer).includes(CANARY))).toEqual([]);
  });
});

describe('the state of a version', () => {
  const MAKES: readonly Role[] = [
    'author',
    'secretary',
    'unit-focal',
    'reviewer',
    'approver',
    'head',
    'clerk',
  ];
  const WORKS: readonly Role[] = [...MAKES, 'office-lead', 'agency-admin'];
  const SEES: Readonly<Record<string, readonly Role[]>> = {
    draft: WORKS,
    inReview: WORKS,
    returned: WORKS,
    approved: WORKS,
    scheduled: [...WORKS, 'auditor'],
    withdrawn: [...WORKS, 'auditor'],
    effective: ROLES,
  };
  const STATES = [
    'draft',
    'inReview',
    'returned',
    'approved',
    'scheduled',
    'effective',
    'withdrawn',
  ] as const;

  it.each(STATES)('%s is shown to whom it concerns, and to nobody elsewhere (DI-10)', async (state) => {
    const version = scene[state];
    for (const suffix of ['', '/rendition']) {
      const path = `/versions/${version.id}${suffix}`;
      const met = await Promise.all(
        ROLES.map(async (role) => [role, (await own.by[role].send('GET', path)).status]),
      );
      expect(met).toEqual(ROLES.map((role) => [role, SEES[state]!.includes(role) ? 200 : 404]));

      const elsewhere = await Promise.all(others.map(({ by }) => by.head.send('GET', path)));
      expect(elsewhere.map(({ status }) => status)).toEqual([404, 404, 404]);
    }
  });
});

describe('a person', () => {
  it('who no longer belongs to any agency reaches nothing', async () => {
    const leaver = await own.hire(['reader', 'secretary']);
    await stage.world.owner.query(
      `update identity.membership set valid = daterange(null, app.today() - 1) where person_id = $1`,
      [leaver.id],
    );

    const answer = await leaver.send('GET', `/versions/${scene.effective.id}`);

    expect([answer.status, answer.body.code]).toEqual([403, 'identity.no-agency']);
  });

  it('is judged by the agency they work for now, not by the sum of all', async () => {
    const [elsewhere] = others;
    const person = await elsewhere!.hire(['reader', 'secretary']);
    await stage.world.owner.query(
      `insert into identity.membership (agency_id, id, person_id, person_name, email, position_title, roles)
       select $2, gen_random_uuid(), person_id, person_name, email, position_title, '{reader}'
         from identity.membership where person_id = $1`,
      [person.id, own.agency.id],
    );
    const draft = `/versions/${scene.draft.id}`;

    const before = await person.send('GET', draft);
    const change = await person.send('PUT', '/me/agency', { body: { agencyId: own.agency.id } });
    const after = [
      await person.send('GET', draft),
      await person.send('GET', `/versions/${scene.effective.id}`),
    ];

    expect([before.status, change.status, ...after.map(({ status }) => status)]).toEqual([
      404, 200, 404, 200,
    ]);
  });

  it('cannot send a change from a page that is not ours', async () => {
    for (const headers of [
      { origin: 'http://127.0.0.1:3001' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const { status, body } = await own.by.secretary.send('POST', '/notices/read', { body: {}, headers });
      expect([status, body.code]).toEqual([403, 'platform.cross-site']);
    }
  });
});
