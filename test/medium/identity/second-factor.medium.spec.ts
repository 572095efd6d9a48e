import { generate } from 'otplib';

import { type Library, type Officer, PASSWORD, refusalOf, Stage } from '../../support/staging';

interface State {
  enabled: boolean;
  demanded: boolean;
  codesLeft: number;
  proved: boolean;
}

let stage: Stage;
let library: Library;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
});

afterAll(() => stage.close());

/** Ahead of the present, so that a second code differs from the first; one step is within the tolerance. */
const codeOf = (secret: string, ahead = 0): Promise<string> =>
  generate({ secret, epoch: Math.floor(Date.now() / 1000) + ahead });

async function enrol(by: Officer): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret, qr } = await by.post<{ secret: string; qr: string }>('/me/second-factor', {
    password: PASSWORD,
  });
  expect(qr).toMatch(/^<svg/);
  const { recoveryCodes } = await by.post<{ recoveryCodes: string[] }>('/me/second-factor/confirmation', {
    code: await codeOf(secret, -30),
    undertaken: 'yes',
  });
  return { secret, recoveryCodes };
}

const sign = (by: Officer, version: { id: string; rendition: { sha256: string | null } }): Promise<unknown> =>
  by.post(`/versions/${version.id}/approval`, { password: PASSWORD, contentHash: version.rendition.sha256 });

describe('RI-13 second factor of signers', () => {
  it('RI-09: asks for a code before the signatures of a series, and takes each code once', async () => {
    const approver = await library.office.hire(['reader', 'approver']);
    const [first, second] = [await waitingFor(approver), await waitingFor(approver)];
    const { secret } = await enrol(approver);
    const prove = (code: string): Promise<unknown> => approver.post('/me/second-factor/proofs', { code });

    expect(await refusalOf(sign(approver, first))).toBe('identity.second-factor-needed');
    const code = await codeOf(secret);
    await prove(code);
    await sign(approver, first);
    await sign(approver, second);

    expect((await library.see(first)).state).toBe('approved');
    expect(await refusalOf(prove(code))).toBe('identity.wrong-code');
    await stage.world.owner.query(
      `update identity.session set second_factor_at = now() - interval '6 minutes' where person_id = $1`,
      [approver.id],
    );
    expect(await refusalOf(sign(approver, await waitingFor(approver)))).toBe('identity.second-factor-needed');
  });

  it('RI-12: keeps the undertaking word by word, and recovery codes only as hashes', async () => {
    const person = await library.office.hire(['reader', 'approver']);
    const { recoveryCodes } = await enrol(person);

    const [row] = (
      await stage.world.owner.query<{ undertaking: string; hashes: Buffer[] }>(
        `select undertaking, array(select code_hash from identity.recovery_code c where c.person_id = f.person_id) as hashes
           from identity.second_factor f where person_id = $1`,
        [person.id],
      )
    ).rows;

    expect(row?.undertaking).toMatch(/Tôi cam kết/);
    expect(recoveryCodes).toHaveLength(10);
    expect(row?.hashes).toHaveLength(10);
    expect(row?.hashes.every((hash) => hash.length === 32)).toBe(true);
  });

  it('RI-13: stores the secret sealed, and seals what was stored before when it is next used', async () => {
    const person = await library.office.hire(['reader', 'approver']);
    const { secret } = await enrol(person);
    const stored = async (): Promise<string> =>
      (
        await stage.world.owner.query<{ secret: string }>(
          'select secret from identity.second_factor where person_id = $1',
          [person.id],
        )
      ).rows[0]!.secret;
    const sealed = await stored();
    expect(sealed).toMatch(/^v1\.spec\./);
    expect(sealed).not.toContain(secret);

    await stage.world.owner.query('update identity.second_factor set secret = $2 where person_id = $1', [
      person.id,
      secret,
    ]);
    await person.post('/me/second-factor/proofs', { code: await codeOf(secret) });

    expect(await stored()).toMatch(/^v1\.spec\./);
    expect(await stored()).not.toBe(sealed);
  });

  it('RI-13: a secret copied from another person opens nothing', async () => {
    const [one, other] = [
      await library.office.hire(['reader', 'approver']),
      await library.office.hire(['reader', 'approver']),
    ];
    const { secret } = await enrol(one);
    await enrol(other);
    await stage.world.owner.query(
      `update identity.second_factor set secret = (select secret from identity.second_factor where person_id = $1)
        where person_id = $2`,
      [one.id, other.id],
    );

    const answer = await other.send('POST', '/me/second-factor/proofs', {
      body: { code: await codeOf(secret) },
    });

    expect(answer.status).toBe(500);
  });

  it('RI-13: lets a lost telephone be replaced by a recovery code, once', async () => {
    const person = await library.office.hire(['reader', 'approver']);
    const { recoveryCodes } = await enrol(person);
    const prove = (): Promise<unknown> => person.post('/me/second-factor/proofs', { code: recoveryCodes[0] });

    await prove();

    expect(await person.get<State>('/me/second-factor')).toMatchObject({
      enabled: true,
      proved: true,
      codesLeft: 9,
    });
    expect(await refusalOf(prove())).toBe('identity.wrong-code');
  });

  it('RI-13: locks after five wrong codes as after five wrong passwords', async () => {
    const person = await library.office.hire(['reader', 'approver']);
    await enrol(person);
    const refusals: string[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1)
      refusals.push(await refusalOf(person.post('/me/second-factor/proofs', { code: '000000' })));

    expect(refusals.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'identity.wrong-code'));
    expect(refusals[5]).toBe('identity.locked');
  });

  it('RI-13: lets an agency ask it of all its signers', async () => {
    const own = await stage.library();
    const { 'agency-admin': admin, approver } = own.office.by;
    const version = await own.waitingForApproval();

    const set = await admin.send('PUT', '/signing-policy', { body: { signersNeedSecondFactor: true } });

    expect(set.status).toBe(200);
    expect(await refusalOf(sign(approver, version))).toBe('identity.second-factor-missing');
    const { secret } = await enrol(approver);
    await approver.post('/me/second-factor/proofs', { code: await codeOf(secret) });
    await sign(approver, version);
    expect(await refusalOf(approver.post('/me/second-factor/removal', { password: PASSWORD }))).toBe(
      'identity.second-factor-demanded',
    );
  });

  it('RI-13: turns off only with password and a fresh code', async () => {
    const person = await library.office.hire(['reader', 'approver']);
    const { secret } = await enrol(person);
    const remove = (): Promise<unknown> => person.post('/me/second-factor/removal', { password: PASSWORD });

    expect(await refusalOf(remove())).toBe('identity.second-factor-needed');
    await person.post('/me/second-factor/proofs', { code: await codeOf(secret) });
    await remove();
    expect(await person.get<State>('/me/second-factor')).toMatchObject({ enabled: false, codesLeft: 0 });
  });
});

async function waitingFor(approver: Officer): ReturnType<Library['see']> {
  const { secretary, reviewer } = library.office.by;
  const draft = await library.draft();
  await secretary.post(`/versions/${draft.id}/submission`, {
    reviewerId: reviewer.id,
    approverId: approver.id,
  });
  return library.review(draft);
}
