/** @jest-environment ./test/support/time-zone-environment.cjs */
import { Clock, formatVi } from '@app/kernel';

import {
  daysFromToday,
  type DecisionView,
  type Library,
  type Line,
  type Page,
  refusalOf,
  Stage,
  today,
  type VersionView,
} from '../../support/staging';

declare const setTimeZone: (zone: string) => void;

let stage: Stage;
let library: Library;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
});

afterEach(() => {
  jest.restoreAllMocks();
  setTimeZone('UTC');
});

afterAll(() => stage.close());

const YESTERDAY = { signedOn: daysFromToday(-1), lateReason: 'Vào sổ muộn do mất điện' };

async function inForce(code: string): Promise<Line[]> {
  const { items } = await library.office.by.reader.get<Page<Line>>(
    `/documents?scope=effective&q=${encodeURIComponent(code)}`,
  );
  return items;
}

describe('an issuing decision', () => {
  it('brings everything on its list into force in one step and ends what it replaces (OF-01)', async () => {
    const [old, ended] = [await library.effective({}, YESTERDAY), await library.effective({}, YESTERDAY)];
    const [next, fresh] = [await library.nextApproved(old), await library.approved()];
    const decision = await library.decision([next, fresh], { withdrawDocumentIds: [ended.documentId] });

    const registered = await library.register(decision);

    const seen = await Promise.all([old, ended, next, fresh].map((version) => library.see(version)));
    expect(registered).toMatchObject({ state: 'registered', effectiveOn: today() });
    expect(registered.lines.map(({ action }) => action)).toEqual(['replace', 'issue', 'withdraw']);
    expect(seen.map(({ state }) => state)).toEqual(['superseded', 'withdrawn', 'effective', 'effective']);
    expect(seen.map(({ effectiveOn, endedOn }) => [effectiveOn, endedOn])).toEqual([
      [daysFromToday(-1), today()],
      [daysFromToday(-1), today()],
      [today(), null],
      [today(), null],
    ]);
    expect((await inForce(old.code)).map(({ versionId }) => versionId)).toEqual([next.id]);
    expect(await inForce(ended.code)).toEqual([]);
  });

  it('changes nothing at all when one line of it cannot come into force', async () => {
    const [first, second] = [await library.approved(), await library.approved()];
    const decision = await library.decision([first, second]);
    await stage.world.owner.query("update documents.version set state = 'draft' where id = $1", [second.id]);

    const refusal = await refusalOf(library.register(decision));

    expect(refusal).toBe('documents.version-not-approved');
    expect((await library.see(first)).state).toBe('approved');
    const again = await library.office.by.secretary.get<DecisionView>(`/decisions/${decision.id}`);
    expect(again).toMatchObject({ state: 'draft', number: null });
  });

  it('is registered once when văn thư presses twice', async () => {
    const decision = await library.decision([await library.approved()]);
    const number = `${decision.id.slice(-6)}/QĐ-UBND`;

    const outcomes = await Promise.all([1, 2].map(() => refusalOf(library.register(decision, { number }))));

    expect(outcomes.sort()).toEqual(['documents.decision-closed', 'granted']);
  });

  it('is warned of when its number stands already in that year, and takes it by choice (OF-02)', async () => {
    const number = `QĐ-${Date.now().toString()}`;
    await library.register(await library.decision([await library.approved()]), { number });
    const decision = await library.decision([await library.approved()]);

    expect(await refusalOf(library.register(decision, { number: number.toLowerCase() }))).toBe(
      'documents.decision-number-repeated',
    );
    expect(await refusalOf(library.register(decision, { number, acceptRepeatedNumber: true }))).toBe(
      'granted',
    );
  });

  it('entered after its effective date says why', async () => {
    const version = await library.approved();
    const decision = await library.decision([version]);

    expect(await refusalOf(library.register(decision, { signedOn: daysFromToday(-3) }))).toBe(
      'documents.late-reason-missing',
    );
    const registered = await library.register(decision, { ...YESTERDAY, signedOn: daysFromToday(-3) });
    expect(registered).toMatchObject({ effectiveOn: daysFromToday(-3), lateReason: YESTERDAY.lateReason });
    expect(await library.see(version)).toMatchObject({ state: 'effective', effectiveOn: daysFromToday(-3) });
  });

  it.each([
    ['signed tomorrow', { signedOn: daysFromToday(1) }, 'documents.signed-in-future'],
    [
      'in force before it was signed',
      { signedOn: today(), effectiveOn: daysFromToday(-1), lateReason: 'x' },
      'documents.effective-before-signing',
    ],
  ])('is refused when it is %s', async (_, registration, refusal) => {
    const decision = await library.decision([await library.approved()]);

    expect(await refusalOf(library.register(decision, registration))).toBe(refusal);
  });

  it('with a later date leaves the present version in force until then', async () => {
    const old = await library.effective({}, YESTERDAY);
    const next = await library.nextApproved(old);
    const day = daysFromToday(10);

    await library.register(await library.decision([next], { effectiveFrom: day }));

    expect(await library.see(old)).toMatchObject({ state: 'effective', endedOn: day });
    expect(await library.see(next)).toMatchObject({ state: 'scheduled', effectiveOn: day });
    expect((await inForce(old.code)).map(({ versionId }) => versionId)).toEqual([old.id]);
  });

  it('takes a version that no other open decision holds', async () => {
    const version = await library.approved();
    await library.decision([version]);

    expect(await refusalOf(library.decision([version]))).toBe('documents.version-not-approved');
  });

  it('is edited only as it was read, and never after registration', async () => {
    const [version, other] = [await library.approved(), await library.approved()];
    const decision = await library.decision([version]);
    const { secretary, head } = library.office.by;
    const fields = {
      abstract: 'Trích yếu mới',
      legalBases: [],
      signerId: head.id,
      formula: 'TM.',
      versionIds: [other.id],
      withdrawals: [],
    };
    const edit = (rowVersion: number) =>
      refusalOf(secretary.patch(`/decisions/${decision.id}`, fields, rowVersion));

    expect(await edit(decision.rowVersion)).toBe('granted');
    expect(await edit(decision.rowVersion)).toBe('platform.stale');
    await library.register(decision);
    expect(await edit(decision.rowVersion + 1)).toBe('documents.decision-closed');
    expect((await library.see(version)).state).toBe('approved');
    expect((await library.see(other)).state).toBe('effective');
  });
});

describe('one effective version at every instant (DI-04)', () => {
  it('is a rule of the database', async () => {
    const version = await library.effective({}, YESTERDAY);
    const next = await library.nextApproved(version);

    const overlap = stage.world.owner.query(
      `update documents.version set state = 'issued', validity = daterange($2::date, null), decision_id = $3
        where id = $1`,
      [next.id, today(), version.decision!.id],
    );

    await expect(overlap).rejects.toMatchObject({ constraint: 'version_one_effective' });
  });

  it('holds when two decisions replace one version at the same moment', async () => {
    const version = await library.effective({}, YESTERDAY);
    const next = await library.nextApproved(version);
    const decisions = [
      await library.decision([next]),
      await library.decision([], { withdrawDocumentIds: [version.documentId] }),
    ];

    const outcomes = await Promise.all(decisions.map((decision) => refusalOf(library.register(decision))));

    expect(outcomes.filter((outcome) => outcome === 'granted')).toHaveLength(1);
    const { rows } = await stage.world.owner.query(
      `select 1 from documents.version a join documents.version b
         on b.document_id = a.document_id and b.id <> a.id and b.validity && a.validity
        where a.agency_id = $1`,
      [library.office.agency.id],
    );
    expect(rows).toEqual([]);
  });

  it('DI-04, DI-13: ends a version on the very day it began, which then was in force on no day', async () => {
    const version = await library.effective();

    await library.register(await library.decision([], { withdrawDocumentIds: [version.documentId] }));

    expect(await library.see(version)).toMatchObject({
      state: 'withdrawn',
      effectiveOn: today(),
      endedOn: today(),
    });
    expect(await inForce(version.code)).toEqual([]);
  });

  it('DI-04: names the day after which a replacement may begin', async () => {
    const version = await library.effective();
    const decision = await library.decision([await library.nextApproved(version)]);

    const refusal = await library.register(decision).catch((error: unknown) => error);

    expect(refusal).toMatchObject({
      problem: {
        code: 'documents.effective-overlap',
        detail: expect.stringContaining(
          `sau ngày ${formatVi(today())}, là ngày ${version.code} có phiên bản bắt đầu`,
        ) as string,
      },
    });
    expect((await library.see(version)).state).toBe('effective');
  });
});

describe('a date of law', () => {
  it.each(['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York'])(
    'is the same day on a server in %s',
    async (zone) => {
      setTimeZone(zone);
      const version = await library.approved({ issuedOn: '2024-11-24' });

      const registered = await library.register(await library.decision([version]), YESTERDAY);

      const seen: VersionView & { issuedOn?: string } = await library.see(version);
      expect([new Date(2026, 0, 1).getTimezoneOffset() === 0, zone === 'UTC']).toEqual(
        zone === 'UTC' ? [true, true] : [false, false],
      );
      expect(registered).toMatchObject({ signedOn: daysFromToday(-1), effectiveOn: daysFromToday(-1) });
      expect(seen).toMatchObject({
        issuedOn: '2024-11-24',
        effectiveOn: daysFromToday(-1),
        state: 'effective',
      });
    },
  );

  it('is already tomorrow in Viet Nam at half past five in the afternoon, UTC', async () => {
    const evening = new Date(`${daysFromToday(-2)}T17:30:00Z`);
    const decision = await library.decision([await library.approved()]);
    jest.spyOn(stage.api.app.get(Clock), 'now').mockReturnValue(evening);

    const registered = await library.register(decision, { signedOn: daysFromToday(-1) });

    expect(registered).toMatchObject({ effectiveOn: daysFromToday(-1), lateReason: null });
  });
});
