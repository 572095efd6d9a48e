import { randomUUID } from 'node:crypto';

import { systemActor } from '@app/kernel';

import { eventually } from '../../support';
import {
  Browser,
  type Library,
  type Officer,
  type Page,
  PASSWORD,
  refusalOf,
  Stage,
  startWorkerInProcess,
} from '../../support/staging';

interface Account {
  id: string;
  fullName: string;
  login: string;
  kind: string;
  isOpen: boolean;
  temporary: boolean;
  rowVersion: number;
}

let stage: Stage;
let library: Library;
let worker: Awaited<ReturnType<typeof startWorkerInProcess>>;
let admin: Officer;

beforeAll(async () => {
  stage = await Stage.open();
  worker = await startWorkerInProcess(stage.environment);
  library = await stage.library();
  admin = library.office.by['agency-admin'];
}, 60_000);

afterAll(async () => {
  await worker.app.close();
  await stage.close();
});

async function accountOf(login: string): Promise<Account> {
  const { items } = await admin.get<Page<Account>>('/accounts?limit=100');
  return items.find((each) => each.login === login)!;
}

const NEW = {
  email: 'moi@spec.example',
  positionTitle: 'Chuyên viên',
  formula: '',
  roles: [{ role: 'reader' }, { role: 'approver' }],
  password: 'Tam-Thoi-2026',
  identityBasis: 'Quyết định tuyển dụng số 12/QĐ-UBND',
};

async function opened(fields: Record<string, unknown> = {}): Promise<Account> {
  const login = `moi.${randomUUID()}`;
  await admin.post('/accounts', { ...NEW, fullName: 'Lê Thị Mới', login, ...fields });
  return accountOf(login);
}

describe('RI-04 leavers', () => {
  it('RI-04: whoever leaves is out at once, in every browser, and cannot come back', async () => {
    const leaver = await library.office.hire(['reader', 'secretary']);
    const browser = new Browser(stage.api.base);
    const elsewhere = await browser.signIn({ login: leaver.id, password: PASSWORD });
    const account = await accountOf(leaver.id);
    expect((await elsewhere.send('GET', '/me')).status).toBe(200);

    await admin.post(`/accounts/${account.id}/closing`, { reason: 'Nghỉ hưu' });

    const after = [await leaver.send('GET', '/me'), await elsewhere.send('GET', '/documents')];
    expect(after.map(({ status, body }) => [status, body.code])).toEqual([
      [401, 'identity.not-signed-in'],
      [401, 'identity.not-signed-in'],
    ]);
    expect((await browser.try({ login: leaver.id, password: PASSWORD })).code).toBe('identity.no-agency');
    expect(await accountOf(leaver.id)).toMatchObject({ isOpen: false });
  });

  it('RI-04: nobody closes their own account, nor one of another agency', async () => {
    const own = await accountOf(admin.id);
    const other = await stage.office();
    const theirs = await other.by['agency-admin'].get<Page<Account>>('/accounts');

    expect(await refusalOf(admin.post(`/accounts/${own.id}/closing`, { reason: 'x' }))).toBe(
      'identity.own-account',
    );
    expect(await refusalOf(admin.post(`/accounts/${theirs.items[0]!.id}/closing`, { reason: 'x' }))).toBe(
      'identity.account-not-found',
    );
  });

  it('DI-08, RI-04: readers follow a change of people from the moment of the change, without the daily sweep', async () => {
    const [, unitId] = library.office.units;
    const version = await library.effective({ owningUnitId: unitId });
    const newcomer = await opened({ unitId, fullName: 'Lê Thị Vừa Đến' });
    const reads = (state: string): Promise<string[]> =>
      admin
        .get<Page<{ personName: string; state: string }>>(`/versions/${version.id}/readers?limit=100`)
        .then(({ items }) =>
          items.filter((each) => each.state === state).map(({ personName }) => personName),
        );
    // The sweep has been here today: what follows is the fact's work.
    await stage.world.owner.query('update documents.distribution set followed_on = app.today()');

    await eventually(async () => (await reads('open')).includes(newcomer.fullName));
    await stage.world.owner.query('update documents.distribution set followed_on = app.today()');
    await admin.post(`/accounts/${newcomer.id}/closing`, { reason: 'Chuyển công tác' });

    await eventually(async () => (await reads('cancelled')).includes(newcomer.fullName));
    expect(await reads('open')).not.toContain(newcomer.fullName);
  }, 30_000);
});

describe('RI-12 an account is one person’s', () => {
  it('RI-12: signs nothing while somebody else knows the password, and undertakes to keep it', async () => {
    const account = await opened();
    const person = await new Browser(stage.api.base).signIn({ login: account.login, password: NEW.password });
    const { items } = await admin.get<Page<{ id: string }>>('/accounts');
    expect(items.length).toBeGreaterThan(0);
    const sign = (password: string): Promise<string> =>
      refusalOf(person.post(`/versions/${randomUUID()}/approval`, { password, contentHash: 'a'.repeat(64) }));

    expect(await person.get('/me/password')).toMatchObject({ temporary: true });
    expect(await sign(NEW.password)).toBe('identity.password-temporary');
    const own = { password: NEW.password, next: 'Cua-Rieng-Toi-9' };
    expect(await refusalOf(person.post('/me/password', own))).toBe('identity.undertaking-needed');
    await person.post('/me/password', { ...own, undertaken: 'yes' });
    const { rows } = await stage.world.owner.query<{ words: string }>(
      'select undertaking as words from identity.credential where login = $1',
      [account.login],
    );
    expect(rows[0]?.words).toMatch(/^Tôi cam kết/);

    expect(await person.get('/me/password')).toMatchObject({ temporary: false });
    expect(await sign('Cua-Rieng-Toi-9')).toBe('documents.version-not-found');
  });

  it('RI-12: a login is never given to another person, not even of a closed account', async () => {
    const account = await opened();
    await admin.post(`/accounts/${account.id}/closing`, { reason: 'Nghỉ việc' });

    const again = admin.post('/accounts', {
      ...NEW,
      fullName: 'Người khác',
      login: account.login.toUpperCase(),
    });

    expect(await refusalOf(again)).toBe('identity.login-taken');
  });

  it('RI-12: is opened only with the paper by which the identity was checked', async () => {
    expect(await refusalOf(opened({ identityBasis: '' }))).toBe('platform.invalid');
    const { id } = await opened();
    const { rows } = await stage.world.owner.query<{ basis: string }>(
      'select identity_basis as basis from identity.membership where id = $1',
      [id],
    );
    expect(rows[0]?.basis).toBe(NEW.identityBasis);
  });

  it('RI-12: an agency gives no role of the province or of the installation', async () => {
    const roles = [{ role: 'province-admin' }];

    expect(await refusalOf(opened({ roles }))).toBe('identity.role-not-ours');
  });
});

describe('RI-13 passwords', () => {
  it.each([
    ['Aa1!', 'identity.password-short'],
    ['chithuongthoi', 'identity.password-plain'],
    ['Matkhau-2026', 'identity.password-guessable'],
  ])('RI-13: refuses %s', async (password, code) => {
    expect(await refusalOf(opened({ password }))).toBe(code);
  });

  it('RI-13: a new password ends the other sessions of the person', async () => {
    const person = await library.office.hire(['reader']);
    const elsewhere = await new Browser(stage.api.base).signIn({ login: person.id, password: PASSWORD });

    await person.post('/me/password', { password: PASSWORD, next: 'Mot-Cau-Khac-77' });

    expect((await elsewhere.send('GET', '/me')).status).toBe(401);
    expect((await person.send('GET', '/me')).status).toBe(200);
  });

  it('RI-13: tells the owner and the administrators of a lock-out, once', async () => {
    const person = await library.office.hire(['reader'], 'Phạm Văn Khóa');
    const browser = new Browser(stage.api.base);
    const codes: (string | null)[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1)
      codes.push((await browser.try({ login: person.id, password: 'sai' })).code);

    expect(codes.slice(-2)).toEqual(['identity.wrong-credentials', 'identity.locked']);
    const told = async (by: Officer): Promise<string[]> =>
      (await by.get<Page<{ title: string }>>('/notices')).items
        .map(({ title }) => title)
        .filter((title) => title.includes('Phạm Văn Khóa'));
    await eventually(async () => (await told(admin)).length > 0);
    expect([await told(admin), await told(person)].map(({ length }) => length)).toEqual([1, 1]);
  }, 30_000);
});

it('RI-04: no agency reaches password, sessions or account of people of another, past the code too', async () => {
  const { agency } = library.office;
  const stranger = (await stage.office()).by.secretary;
  const hashOf = async (): Promise<unknown> =>
    (await stage.world.owner.query('select * from identity.credential where person_id = $1', [stranger.id]))
      .rows[0];
  const before = await hashOf();

  await stage.world.unitOfWork.write(systemActor(agency.id, randomUUID(), agency.path), null, async (tx) => {
    await tx.query("select identity.set_password($1, 'taken', false)", [stranger.id]);
    await tx.query('select identity.end_sessions_of($1, null)', [stranger.id]);
    await tx.query('select identity.close_account($1)', [stranger.id]);
  });

  expect(await hashOf()).toEqual(before);
  expect(await stranger.get('/me')).toMatchObject({ person: { id: stranger.id } });
});
