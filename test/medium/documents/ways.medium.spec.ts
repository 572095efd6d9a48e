import { uuidV7 } from '@app/kernel';

import {
  daysFromToday,
  type Library,
  type Officer,
  PASSWORD,
  refusalOf,
  Stage,
  type VersionView,
} from '../../support/staging';

let stage: Stage;
let library: Library;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
});

afterAll(() => stage.close());

interface Pick {
  stage: number;
  personIds: string[];
}

const send = (version: VersionView, people: Pick[], route = 'commune'): Promise<unknown> =>
  library.office.by.secretary.post(`/versions/${version.id}/submission`, { route, people });

const approve = (by: Officer, version: VersionView): Promise<string> =>
  refusalOf(by.post(`/versions/${version.id}/approval`, library.signing(version)));

/** A letter by which one person acts for another. */
async function delegate(
  from: Officer,
  to: Officer,
  { since = -1, until = 5, scope = [] as string[], ended = false } = {},
): Promise<void> {
  await stage.world.owner.query(
    `insert into organization.delegation (agency_id, id, from_person_id, to_person_id, formula, scope, legal_basis, valid,
       from_person_name, to_person_name, entered_by_name, ended_at)
     values ($1, $2, $3, $4, 'KT.', $5, 'Giấy ủy quyền số 7', daterange($6, $7, '[]'), $8, $9, 'x',
       case when $10 then now() end)`,
    [
      library.office.agency.id,
      uuidV7(),
      from.id,
      to.id,
      scope,
      daysFromToday(since),
      daysFromToday(until),
      from.fullName,
      to.fullName,
      ended,
    ],
  );
}

async function waitingFor(approver: Officer): Promise<VersionView> {
  const { reviewer } = library.office.by;
  const draft = await library.draft();
  await send(draft, [
    { stage: 1, personIds: [reviewer.id] },
    { stage: 2, personIds: [approver.id] },
  ]);
  return library.review(await library.see(draft));
}

const boss = (): Promise<Officer> => library.office.hire(['reader', 'approver', 'head']);

describe('B-17: nobody approves what they may not', () => {
  it('R3: refuses the drafter to whom the approver has delegated', async () => {
    const drafter = await library.office.hire(['reader', 'author', 'approver']);
    const approver = await boss();
    await delegate(approver, drafter);
    const draft = await library.draft({ drafterId: drafter.id });
    await send(draft, [
      { stage: 1, personIds: [library.office.by.reviewer.id] },
      { stage: 2, personIds: [approver.id] },
    ]);
    const version = await library.review(await library.see(draft));

    expect(await approve(drafter, version)).toBe('documents.self-approval');
    expect((await library.see(version)).state).toBe('waiting-approval');
  });

  it('R3: refuses the second account of the drafter', async () => {
    const drafter = await library.office.hire(['reader', 'author']);
    const second = await boss();
    await stage.world.owner.query(
      `update identity.membership set email = (select upper(email) from identity.membership where person_id = $1)
        where person_id = $2`,
      [drafter.id, second.id],
    );
    const draft = await library.draft({ drafterId: drafter.id });

    const refusal = await refusalOf(
      send(draft, [
        { stage: 1, personIds: [library.office.by.reviewer.id] },
        { stage: 2, personIds: [second.id] },
      ]),
    );

    expect(refusal).toBe('documents.self-approval');
  });

  it.each([
    ['after its end', { since: -9, until: -1 }],
    ['before its beginning', { since: 2, until: 9 }],
    ['after it was revoked', { ended: true }],
    ['that covers reviews alone', { scope: ['review'] }],
  ])('G12: refuses a delegation %s', async (_, letter) => {
    const [approver, deputy] = [await boss(), await boss()];
    await delegate(approver, deputy, letter);

    expect(await approve(deputy, await waitingFor(approver))).toBe('documents.not-their-turn');
  });

  it('G12: lets the delegate sign for the absent, with formula and letter copied', async () => {
    const [approver, deputy] = [await boss(), await boss()];
    await delegate(approver, deputy, { scope: ['approve'] });
    const version = await waitingFor(approver);

    expect(await approve(deputy, version)).toBe('granted');

    expect((await library.see(version)).signatures.at(-1)).toMatchObject({
      signerName: deputy.fullName,
      formula: 'KT.',
      onBehalfOfName: approver.fullName,
      delegationLetter: 'Giấy ủy quyền số 7',
    });
  });

  it('RI-08: refuses metadata other than what was read', async () => {
    const version = await waitingFor(library.office.by.approver);

    const refusal = await refusalOf(
      library.office.by.approver.post(`/versions/${version.id}/approval`, {
        password: PASSWORD,
        contentHash: version.rendition.sha256,
        metadataHash: 'f'.repeat(64),
      }),
    );

    expect(refusal).toBe('documents.signed-other-content');
  });
});

describe('a route', () => {
  it('RI-18: asks several at once and goes on when all have agreed', async () => {
    const { reviewer, approver } = library.office.by;
    const other = await library.office.hire(['reader', 'reviewer']);
    const draft = await library.draft();
    await send(draft, [
      { stage: 1, personIds: [reviewer.id, other.id] },
      { stage: 2, personIds: [approver.id] },
    ]);

    const half = await library.review(await library.see(draft));
    await other.post(`/versions/${draft.id}/review`, library.signing(half));

    expect(half.state).toBe('waiting-review');
    expect((await library.see(draft)).state).toBe('waiting-approval');
  });

  it('OF-05: records the two checks without a signature', async () => {
    const { reviewer, approver, secretary } = library.office.by;
    const lead = library.office.by['office-lead'];
    const draft = await library.draft();
    await send(
      draft,
      [
        { stage: 1, personIds: [reviewer.id] },
        { stage: 2, personIds: [secretary.id] },
        { stage: 3, personIds: [lead.id] },
        { stage: 4, personIds: [approver.id] },
      ],
      'standard',
    );
    const version = await library.review(await library.see(draft));
    const contentHash = version.rendition.sha256;

    const early = await refusalOf(
      lead.post(`/versions/${draft.id}/check`, { kind: 'form-check', contentHash }),
    );
    await secretary.post(`/versions/${draft.id}/check`, { kind: 'iso-check', contentHash });
    await lead.post(`/versions/${draft.id}/check`, { kind: 'form-check', contentHash });

    const checked = await library.see(draft);
    expect(early).toBe('documents.not-their-turn');
    expect(checked.state).toBe('waiting-approval');
    expect(checked.signatures.map(({ meaning }) => meaning)).toEqual(['reviewed']);
  });

  it('RI-18: is refused with a compulsory stage empty, or somebody twice in one', async () => {
    const { reviewer, approver } = library.office.by;
    const draft = await library.draft();

    const empty = await refusalOf(send(draft, [{ stage: 2, personIds: [approver.id] }]));
    const twice = await refusalOf(
      send(draft, [
        { stage: 1, personIds: [reviewer.id, reviewer.id] },
        { stage: 2, personIds: [approver.id] },
      ]),
    );

    expect([empty, twice]).toEqual(['documents.way-incomplete', 'documents.way-incomplete']);
  });

  it('R18: lets a manager put another person at a station, and keeps the old one in the record', async () => {
    const { secretary, reviewer } = library.office.by;
    const other = await library.office.hire(['reader', 'reviewer']);
    const sent = await library.submit(await library.draft());
    const step = sent.route.find(({ state }) => state === 'current')!;

    await secretary.post(`/versions/${sent.id}/steps/${step.id}/assignee`, {
      personId: other.id,
      reason: 'Nghỉ ốm',
    });

    expect(await refusalOf(reviewer.post(`/versions/${sent.id}/review`, library.signing(sent)))).toBe(
      'documents.not-their-turn',
    );
    expect((await library.see(sent)).route.slice(0, 2)).toMatchObject([
      { state: 'cancelled', comment: 'Nghỉ ốm', assigneeId: reviewer.id },
      { state: 'current', assigneeId: other.id },
    ]);
  });

  it('R18: is taken back while nobody has signed, and no later', async () => {
    const { secretary } = library.office.by;
    const sent = await library.submit(await library.draft());
    const reviewed = await library.review(await library.submit(await library.draft()));
    const recall = ({ id }: VersionView): Promise<string> =>
      refusalOf(secretary.post(`/versions/${id}/recall`, { reason: 'Nhầm tệp' }));

    expect([await recall(sent), await recall(reviewed)]).toEqual(['granted', 'documents.already-signed']);
    expect((await library.see(sent)).state).toBe('draft');
  });
});

describe('OF-05: a draft entered for another', () => {
  it('waits for the drafter, in whose list it stands, before it is sent', async () => {
    const { secretary, author } = library.office.by;
    const draft = await library.draft();
    await stage.world.owner.query('update documents.version set drafting_confirmed = null where id = $1', [
      draft.id,
    ]);

    const submission = {
      reviewerId: library.office.by.reviewer.id,
      approverId: library.office.by.approver.id,
    };
    const early = await refusalOf(secretary.post(`/versions/${draft.id}/submission`, submission));
    const byOther = await refusalOf(
      secretary.post(`/versions/${draft.id}/drafting-confirmation`, { way: 'app' }),
    );
    await author.post(`/versions/${draft.id}/drafting-confirmation`, { way: 'app' });

    expect(early).toBe('documents.drafting-not-confirmed');
    expect(byOther).toBe('documents.not-the-drafter');
    expect(await refusalOf(secretary.post(`/versions/${draft.id}/submission`, submission))).toBe('granted');
  });
});
