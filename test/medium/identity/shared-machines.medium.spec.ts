import { generate } from 'otplib';

import {
  Browser,
  type Caller,
  type Library,
  type Officer,
  type Page,
  PASSWORD,
  refusalOf,
  Stage,
  type VersionView,
} from '../../support/staging';

interface Me {
  account: string;
  machine: { name: string; lockSeconds: number | null } | null;
  permissions: string[];
}
interface Here {
  name: string | null;
  people: { personId: string; fullName: string; kind: string }[];
}
interface Pair {
  id: string;
  machineName: string | null;
  later: { id: string; personName: string; at: string; signed: { words: string; code: string | null }[] };
  earlier: { id: string; personName: string };
  sameName: boolean;
  secondsApart: number;
  note: string | null;
  notedByName: string | null;
}

let stage: Stage;
let library: Library;
let head: Officer;
let admin: Officer;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
  ({ head, 'agency-admin': admin } = library.office.by);
}, 60_000);

afterAll(() => stage.close());

/** A counter with its machine, placed by the secretary. */
async function aMachine(name: string): Promise<{ browser: Browser; id: string }> {
  const browser = new Browser(stage.api.base);
  const secretary = await browser.signIn({ login: library.office.by.secretary.id, password: PASSWORD });
  await secretary.post('/shared-machines', { name });
  const { items } = await admin.get<Page<{ id: string; name: string }>>('/shared-machines');
  return { browser, id: items.find((each) => each.name === name)!.id };
}

const idleFor = (caller: 'all', seconds: number): Promise<unknown> =>
  stage.world.owner.query(
    `update identity.session set last_seen_at = clock_timestamp() - make_interval(secs => $1)
      where machine_id is not null and $2 = 'all'`,
    [seconds, caller],
  );

describe('OF-08 máy dùng chung', () => {
  it('OF-08: locks after the minutes of its agency, three unless said', async () => {
    const { browser } = await aMachine('Quầy khóa');
    const here = browser.caller();
    expect((await here.get<Me>('/me')).machine).toEqual({ name: 'Quầy khóa', lockSeconds: 180 });

    await idleFor('all', 175);
    expect((await here.send('GET', '/me')).status).toBe(200);
    await idleFor('all', 182);
    expect((await here.send('GET', '/me')).status).toBe(401);

    await admin.send('PUT', '/shared-machine-policy', { body: { lockMinutes: 1 } });
    const again = await browser.signIn({ login: library.office.by.secretary.id, password: PASSWORD });
    await idleFor('all', 62);
    expect((await again.send('GET', '/me')).status).toBe(401);
    await admin.send('PUT', '/shared-machine-policy', { body: { lockMinutes: 3 } });
  });

  it('OF-08: shows who worked at it lately, and asks of them only the password', async () => {
    const { browser } = await aMachine('Quầy đổi người');
    const { clerk, secretary } = library.office.by;
    await browser.signIn({ login: clerk.id, password: PASSWORD });
    browser.forgetPerson();

    const here = await browser.caller().get<Here>('/machine');
    expect(here.name).toBe('Quầy đổi người');
    expect(here.people.map(({ fullName }) => fullName)).toEqual([clerk.fullName, secretary.fullName]);

    expect((await browser.try({ personId: clerk.id, password: PASSWORD })).status).toBe(201);
    // Somebody who never was here, and another browser, get no further than a stranger.
    expect((await browser.try({ personId: head.id, password: PASSWORD })).code).toBe(
      'identity.wrong-credentials',
    );
    const other = new Browser(stage.api.base);
    expect((await other.try({ personId: clerk.id, password: PASSWORD })).code).toBe(
      'identity.wrong-credentials',
    );
    expect(await other.caller().get<Here>('/machine')).toEqual({ name: null, agencyName: null, people: [] });
  });

  it('OF-08: asks there for the code too, of whom has a second factor', async () => {
    const { browser } = await aMachine('Quầy hai lớp');
    const person = await library.office.hire(['reader', 'approver']);
    const { secret } = await person.post<{ secret: string }>('/me/second-factor', { password: PASSWORD });
    const now = Math.floor(Date.now() / 1000);
    await person.post('/me/second-factor/confirmation', {
      code: await generate({ secret, epoch: now - 30 }),
      undertaken: 'yes',
    });
    const fields = { login: person.id, password: PASSWORD };

    expect((await browser.try(fields)).code).toBe('identity.code-needed');
    expect((await browser.try({ ...fields, code: '000000' })).code).toBe('identity.wrong-code');
    expect((await browser.try({ ...fields, code: await generate({ secret, epoch: now }) })).status).toBe(201);
    expect((await new Browser(stage.api.base).try(fields)).status).toBe(201);
  });

  it('OF-08: is withdrawn by the administrator, which ends what was open there', async () => {
    const { browser, id } = await aMachine('Quầy bỏ');
    const here = browser.caller();

    await admin.post(`/shared-machines/${id}/withdrawal`, { reason: 'Đổi máy' });

    expect((await here.send('GET', '/me')).status).toBe(401);
    expect((await here.get<Here>('/machine')).name).toBeNull();
    const back = await browser.signIn({ login: library.office.by.secretary.id, password: PASSWORD });
    expect((await back.get<Me>('/me')).machine).toBeNull();
  });
});

describe('OF-08 tài khoản tra cứu', () => {
  async function lookup(machineId: string): Promise<string> {
    const login = `tracuu.${machineId}`;
    await admin.post('/accounts/lookups', {
      name: 'Quầy tra cứu',
      login,
      password: 'Quay-So-1-mo',
      machineId,
    });
    return login;
  }

  it('OF-08: reads what is in force and nothing else, and changes nothing', async () => {
    const { browser, id } = await aMachine('Quầy tra cứu');
    const version = await library.effective();
    const draft = await library.draft();
    const counter = await browser.signIn({ login: await lookup(id), password: 'Quay-So-1-mo' });

    const me = await counter.get<Me>('/me');
    expect([me.account, ...[...me.permissions].sort()]).toEqual([
      'lookup',
      'documents.read',
      'legal-register.read',
      'organization.read',
    ]);
    const met = await Promise.all(
      [
        `/versions/${version.id}`,
        `/versions/${version.id}/rendition`,
        `/versions/${draft.id}`,
        '/work-items',
        '/people',
      ].map(async (path) => (await counter.send('GET', path)).status),
    );
    expect(met).toEqual([200, 200, 404, 403, 403]);
    const refused = await Promise.all([
      counter.send('POST', '/acknowledgements', { body: { versionIds: [version.id] } }),
      counter.send('PUT', '/me/agency', { body: { agencyId: library.office.agency.id } }),
      counter.send('POST', '/me/password', { body: { password: 'Quay-So-1-mo', next: 'Quay-So-1-khac' } }),
      counter.send('POST', `/versions/${version.id}/approval`, { body: {} }),
    ]);
    expect(refused.map(({ body }) => body.code)).toEqual(Array(4).fill('identity.forbidden'));
  });

  it('OF-08: does not open what is restricted to the units or roles of readers', async () => {
    const { browser, id } = await aMachine('Quầy hạn chế');
    const version = await library.effective();
    const counter = await browser.signIn({ login: await lookup(id), password: 'Quay-So-1-mo' });
    const reader = library.office.by.reader;

    await library.office.by.secretary.send('PUT', `/documents/${version.documentId}/classification`, {
      body: { classification: 'restricted', unitIds: [], roles: ['reader'] },
    });

    expect((await reader.send('GET', `/versions/${version.id}`)).status).toBe(200);
    expect((await counter.send('GET', `/versions/${version.id}`)).status).toBeGreaterThanOrEqual(403);
  });

  it('OF-08: is counted among no readers, and no list of people names it', async () => {
    const { id } = await aMachine('Quầy đếm');
    const login = await lookup(id);
    // Even in a unit that receives everything.
    const [, unitId] = library.office.units;
    await stage.world.owner.query("update identity.membership set unit_id = $1 where kind = 'lookup'", [
      unitId,
    ]);
    const version = await library.effective({ owningUnitId: unitId });

    const { items } = await admin.get<Page<{ personName: string }>>(
      `/versions/${version.id}/readers?limit=100`,
    );
    const people = await admin.get<{ fullName: string }[]>('/people');
    const accounts = await admin.get<Page<{ login: string; kind: string }>>('/accounts?kind=lookup');

    expect(items.length).toBeGreaterThan(0);
    expect([
      ...items.map(({ personName }) => personName),
      ...people.map((each) => each.fullName),
    ]).not.toContain('Quầy tra cứu');
    expect(accounts.items).toContainEqual(expect.objectContaining({ login, kind: 'lookup' }));
  });

  it('OF-08: stays signed in for thirty days at its own counter, and only there', async () => {
    const { browser, id } = await aMachine('Quầy lâu');
    const login = await lookup(id);
    const counter = await browser.signIn({ login, password: 'Quay-So-1-mo' });
    const elsewhere = await new Browser(stage.api.base).signIn({ login, password: 'Quay-So-1-mo' });
    const { rows } = await stage.world.owner.query<{ days: number }>(
      `select round(extract(epoch from s.expires_at - s.created_at) / 86400, 1)::float8 as days
         from identity.session s join identity.credential c using (person_id) where c.login = $1 order by s.created_at`,
      [login],
    );
    expect(rows.map(({ days }) => days)).toEqual([30, 0.5]);

    await stage.world.owner.query(
      `update identity.session s set last_seen_at = clock_timestamp() - interval '5 hours'
         from identity.credential c where c.person_id = s.person_id and c.login = $1`,
      [login],
    );

    expect((await counter.get<Me>('/me')).machine?.lockSeconds).toBeNull();
    expect((await elsewhere.send('GET', '/me')).status).toBe(401);
  });

  it('RI-04, OF-08: ends at once with its account', async () => {
    const { browser, id } = await aMachine('Quầy đóng');
    const login = await lookup(id);
    const counter = await browser.signIn({ login, password: 'Quay-So-1-mo' });
    const { items } = await admin.get<Page<{ id: string; login: string }>>('/accounts?kind=lookup&limit=100');

    await admin.post(`/accounts/${items.find((each) => each.login === login)!.id}/closing`, {
      reason: 'Bỏ quầy',
    });

    expect((await counter.send('GET', '/me')).status).toBe(401);
    expect((await browser.try({ login, password: 'Quay-So-1-mo' })).code).toBe('identity.wrong-credentials');
  });
});

describe('OF-08 hai tài khoản ký trên một máy', () => {
  /** Reviews as this person, at this browser. @returns the version and the moment of the signature */
  async function reviews(browser: Browser, by: Officer): Promise<VersionView> {
    const draft = await library.draft();
    const { secretary, approver } = library.office.by;
    await secretary.post(`/versions/${draft.id}/submission`, { reviewerId: by.id, approverId: approver.id });
    const waiting = await library.see(draft);
    const person: Caller = await browser.signIn({ login: by.id, password: PASSWORD });
    await person.post(`/versions/${draft.id}/review`, {
      password: PASSWORD,
      contentHash: waiting.rendition.sha256,
      comment: null,
    });
    return waiting;
  }
  const listed = async (by: Officer = head): Promise<Pair[]> =>
    (await by.get<Page<Pair>>('/signing-pairs?limit=100')).items;
  const among = (pairs: readonly Pair[], people: readonly Officer[]): Pair[] =>
    pairs.filter(({ later, earlier }) =>
      people.some(({ fullName }) => [later.personName, earlier.personName].includes(fullName)),
    );
  /** Puts the signature of this person so long before the other's, to the microsecond. */
  const apart = (first: Officer, second: Officer, interval: string): Promise<unknown> =>
    stage.world.owner.query(
      `update identity.signing_act e set at = l.at - $3::interval from identity.signing_act l
        where e.person_id = $1 and l.person_id = $2`,
      [first.id, second.id, interval],
    );

  it('OF-08: lists who, when, what and where, and takes the word of the head', async () => {
    const [first, second] = [
      await library.office.hire(['reader', 'reviewer']),
      await library.office.hire(['reader', 'reviewer']),
    ];
    const { browser } = await aMachine('Quầy ký');
    await reviews(browser, first);
    const version = await reviews(browser, second);

    const [pair, ...others] = among(await listed(), [first, second]);

    expect(others).toEqual([]);
    expect(pair).toMatchObject({ machineName: 'Quầy ký', sameName: false, note: null });
    expect([pair!.earlier.personName, pair!.later.personName]).toEqual([first.fullName, second.fullName]);
    expect(pair!.later.signed).toMatchObject([{ words: 'Xem xét', code: version.code }]);

    const note = {
      laterId: pair!.later.id,
      earlierId: pair!.earlier.id,
      note: 'Đã xem: hai người trực cùng quầy.',
    };
    await head.post('/signing-pairs/notes', note);
    expect(among(await listed(library.office.by.auditor), [first])).toMatchObject([
      { note: note.note, notedByName: head.fullName },
    ]);
    expect(await refusalOf(admin.post('/signing-pairs/notes', note))).toBe('identity.forbidden');
    const open = await head.get<Page<Pair>>('/signing-pairs?state=open&limit=100');
    expect(among(open.items, [first])).toEqual([]);
  });

  it('OF-08: ten minutes are within, a microsecond more is not', async () => {
    const [first, second] = [
      await library.office.hire(['reader', 'reviewer']),
      await library.office.hire(['reader', 'reviewer']),
    ];
    const browser = new Browser(stage.api.base);
    await reviews(browser, first);
    await reviews(browser, second);

    await apart(first, second, '10 minutes');
    expect(among(await listed(), [first, second])).toMatchObject([{ secondsApart: 600 }]);
    await apart(first, second, '10 minutes 0.000001 seconds');
    expect(among(await listed(), [first, second])).toEqual([]);
    await apart(first, second, '1 second');
    expect(among(await listed(), [first, second])).toHaveLength(1);
  });

  it('OF-08: one person twice is no pair; two accounts of one name are, and it is said', async () => {
    const name = 'Đỗ Thị Hai Tài Khoản';
    const [one, other] = [
      await library.office.hire(['reader', 'reviewer'], name),
      await library.office.hire(['reader', 'reviewer'], name),
    ];
    const browser = new Browser(stage.api.base);
    await reviews(browser, one);
    await reviews(browser, one);
    expect(among(await listed(), [one])).toEqual([]);

    await reviews(browser, other);

    expect(among(await listed(), [one])).toMatchObject([{ sameName: true }]);
  });

  it('OF-08: two browsers are no pair, nor is a password that signed nothing', async () => {
    const [first, second] = [
      await library.office.hire(['reader', 'reviewer']),
      await library.office.hire(['reader', 'reviewer']),
    ];
    const browser = new Browser(stage.api.base);
    await reviews(browser, first);
    await reviews(new Browser(stage.api.base), second);
    expect(among(await listed(), [first, second])).toEqual([]);

    const here = await browser.signIn({ login: second.id, password: PASSWORD });
    const version = await library.draft();
    const refused = here.post(`/versions/${version.id}/review`, {
      password: PASSWORD,
      contentHash: 'a'.repeat(64),
      comment: null,
    });

    expect(await refusalOf(refused)).not.toBe('granted');
    expect(among(await listed(), [first, second])).toEqual([]);
  });

  it('OF-08: pages of two give what one page gives, each pair once', async () => {
    const all = await listed();
    const ids: string[] = [];
    let after = '';
    do {
      const page: Page<Pair> = await head.get<Page<Pair>>(`/signing-pairs?limit=2${after}`);
      ids.push(...page.items.map(({ id }) => id));
      after = page.next === null ? '' : `&after=${page.next}`;
    } while (after !== '');

    expect(all.length).toBeGreaterThan(2);
    expect(ids).toEqual(all.map(({ id }) => id));
  });
});
