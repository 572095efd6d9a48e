import { uuidV7 } from '@app/kernel';

import { aForm, daysFromToday, type Library, PASSWORD, refusalOf, Stage } from '../../support/staging';

let stage: Stage;
let library: Library;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
});

afterAll(() => stage.close());

describe('two acts at once', () => {
  it('lets exactly one of two simultaneous approvals through', async () => {
    const version = await library.waitingForApproval();
    const { approver } = library.office.by;

    const outcomes = await Promise.all(
      [1, 2].map(() =>
        approver.send('POST', `/versions/${version.id}/approval`, { body: library.signing(version) }),
      ),
    );

    expect(outcomes.map(({ status }) => status).sort()).toEqual([204, 409]);
    // Without the lock of getForUpdate the second one would be stale instead.
    expect(outcomes.find(({ status }) => status === 409)?.body.code).toBe('lifecycle.illegal-transition');
    const after = await library.see(version);
    expect(after.state).toBe('approved');
    expect(after.signatures.map(({ meaning }) => meaning)).toEqual(['reviewed', 'approved']);
  });

  it('lets either the approval or the return through, never both', async () => {
    const version = await library.waitingForApproval();
    const { approver } = library.office.by;

    const outcomes = await Promise.all([
      approver.send('POST', `/versions/${version.id}/approval`, { body: library.signing(version) }),
      approver.send('POST', `/versions/${version.id}/return`, { body: { reason: 'Thiếu căn cứ' } }),
    ]);

    expect(outcomes.map(({ status }) => status).sort()).toEqual([204, 409]);
    const { state } = await library.see(version);
    expect(state).toBe(outcomes[0].status === 204 ? 'approved' : 'returned');
  });
});

describe('the drafter', () => {
  it('is refused as approver when the version is sent, whatever their roles', async () => {
    const boss = await library.office.hire(['reader', 'author', 'secretary', 'approver', 'head']);
    const version = await library.draft({ drafterId: boss.id });

    const refusal = await refusalOf(
      boss.post(`/versions/${version.id}/submission`, {
        reviewerId: library.office.by.reviewer.id,
        approverId: boss.id,
      }),
    );

    expect(refusal).toBe('documents.self-approval');
    expect((await library.see(version)).state).toBe('draft');
  });

  it('is refused by the database too', async () => {
    const version = await library.waitingForApproval();
    const { rows } = await stage.world.owner.query<{ id: string; drafter: string }>(
      `select s.id, v.drafter_id as drafter from documents.route_step s
         join documents.version v on v.agency_id = s.agency_id and v.id = s.version_id
        where v.id = $1 and s.state = 'current'`,
      [version.id],
    );

    const insertion = stage.world.owner.query(
      `insert into documents.signature (agency_id, id, version_id, step_id, meaning, signer_id, signer_name,
         position_title, formula, drafter_id, content_hash, metadata_hash, signed_at, seal)
       values ($1, $2, $3, $4, 'approved', $5, 'x', 'x', '', $5, 'x', 'x', now(), 'x')`,
      [library.office.agency.id, uuidV7(), version.id, rows[0]!.id, rows[0]!.drafter],
    );

    await expect(insertion).rejects.toMatchObject({ constraint: 'signature_not_own' });
  });

  it('may be replaced in the form only before the version is sent', async () => {
    const version = await library.waitingForApproval();

    const refusal = await refusalOf(
      library.office.by.secretary.patch(
        `/versions/${version.id}`,
        { drafterId: library.office.by.approver.id },
        version.rowVersion,
      ),
    );

    expect(refusal).toBe('lifecycle.illegal-transition');
  });
});

describe('a signature', () => {
  it('is refused over content other than what was read, and nothing changes', async () => {
    const version = await library.waitingForApproval();

    const refusal = await refusalOf(
      library.office.by.approver.post(`/versions/${version.id}/approval`, {
        password: PASSWORD,
        contentHash: '0'.repeat(64),
      }),
    );

    expect(refusal).toBe('documents.signed-other-content');
    expect(await library.see(version)).toMatchObject({
      state: 'waiting-approval',
      rowVersion: version.rowVersion,
    });
  });

  it('is refused when the metadata changed after the version was sent', async () => {
    const version = await library.waitingForApproval();
    await stage.world.owner.query(
      "update documents.version set title = title || ' (sửa ngầm)' where id = $1",
      [version.id],
    );

    const refusal = await refusalOf(
      library.office.by.approver.post(`/versions/${version.id}/approval`, library.signing(version)),
    );

    expect(refusal).toBe('documents.signed-other-content');
  });

  it('is refused with a wrong password, and nothing changes', async () => {
    const version = await library.waitingForApproval();

    const refusal = await refusalOf(
      library.office.by.approver.post(`/versions/${version.id}/approval`, {
        ...library.signing(version),
        password: 'sai mật khẩu',
      }),
    );

    expect(refusal).toBe('identity.wrong-password');
    expect((await library.see(version)).state).toBe('waiting-approval');
  });

  it('is refused to a person who holds the permission but is not the one it waits for', async () => {
    const version = await library.waitingForApproval();
    const another = await library.office.hire(['reader', 'approver', 'head']);

    const refusal = await refusalOf(
      another.post(`/versions/${version.id}/approval`, library.signing(version)),
    );

    expect(refusal).toBe('documents.not-their-turn');
  });

  it('needs a member who holds the role on the way', async () => {
    const { secretary, reader, approver } = library.office.by;
    const version = await library.draft();
    const elsewhere = await stage.office();
    const submission = (reviewerId: string): Promise<string> =>
      refusalOf(
        secretary.post(`/versions/${version.id}/submission`, { reviewerId, approverId: approver.id }),
      );

    expect(await submission(reader.id)).toBe('documents.person-lacks-role');
    expect(await submission(elsewhere.by.reviewer.id)).toBe('documents.person-not-in-agency');
  });
});

describe('every cell of state and act that the life cycle does not name (B-16)', () => {
  /** Who may try: each act by the person to whom it would belong. */
  const ACTS = {
    submission: (version: { id: string }) =>
      library.office.by.secretary.post(`/versions/${version.id}/submission`, {
        reviewerId: library.office.by.reviewer.id,
        approverId: library.office.by.approver.id,
      }),
    review: (version: Parameters<Library['signing']>[0]) =>
      library.office.by.reviewer.post(`/versions/${version.id}/review`, library.signing(version)),
    approval: (version: Parameters<Library['signing']>[0]) =>
      library.office.by.approver.post(`/versions/${version.id}/approval`, library.signing(version)),
    return: (version: { id: string }) =>
      library.office.by.approver.post(`/versions/${version.id}/return`, { reason: 'Chưa đạt' }),
    edit: (version: { id: string; rowVersion: number }) =>
      library.office.by.secretary.patch(`/versions/${version.id}`, { title: 'Tên mới' }, version.rowVersion),
    issue: (version: Parameters<Library['signing']>[0]) => library.decision([version]),
  };
  const ILLEGAL = 'lifecycle.illegal-transition';
  const NOT_THEIRS = 'documents.not-their-turn';
  const UNAPPROVED = 'documents.version-not-approved';
  const REFUSALS: Record<string, Partial<Record<keyof typeof ACTS, string>>> = {
    draft: { review: ILLEGAL, approval: ILLEGAL, return: ILLEGAL, issue: UNAPPROVED },
    'waiting-review': {
      submission: ILLEGAL,
      approval: NOT_THEIRS,
      return: NOT_THEIRS,
      edit: ILLEGAL,
      issue: UNAPPROVED,
    },
    'waiting-approval': { submission: ILLEGAL, review: NOT_THEIRS, edit: ILLEGAL, issue: UNAPPROVED },
    approved: { submission: ILLEGAL, review: ILLEGAL, approval: ILLEGAL, return: ILLEGAL, edit: ILLEGAL },
    effective: {
      submission: ILLEGAL,
      review: ILLEGAL,
      approval: ILLEGAL,
      return: ILLEGAL,
      edit: ILLEGAL,
      issue: UNAPPROVED,
    },
    withdrawn: {
      submission: ILLEGAL,
      review: ILLEGAL,
      approval: ILLEGAL,
      return: ILLEGAL,
      edit: ILLEGAL,
      issue: UNAPPROVED,
    },
  };
  const REACH: Record<string, () => ReturnType<Library['draft']>> = {
    draft: () => library.draft(),
    'waiting-review': async () => library.submit(await library.draft()),
    'waiting-approval': () => library.waitingForApproval(),
    approved: () => library.approved(),
    effective: () => library.effective(),
    withdrawn: async () => {
      const version = await library.effective({}, { signedOn: daysFromToday(-1), lateReason: 'Vào sổ muộn' });
      await library.register(await library.decision([], { withdrawDocumentIds: [version.documentId] }));
      return library.see(version);
    },
  };

  it.each(Object.keys(REFUSALS))('refuses them from %s and changes nothing', async (state) => {
    const version = await REACH[state]!();
    const expected = REFUSALS[state]!;

    const met: Record<string, string> = {};
    for (const act of Object.keys(expected) as (keyof typeof ACTS)[]) {
      met[act] = await refusalOf(ACTS[act](version));
    }

    expect(met).toEqual(expected);
    expect(await library.see(version)).toMatchObject({
      state: version.state,
      rowVersion: version.rowVersion,
    });
  });

  it('shows the same refusals as closed buttons, before anybody presses them', async () => {
    const version = await library.effective();
    const seen = await library.office.by.approver.get<typeof version>(`/versions/${version.id}`);

    expect(seen.actions['approve']).toMatchObject({ allowed: false, code: ILLEGAL });
    expect(seen.actions['copy']).toMatchObject({ allowed: true, code: null });
  });

  it('has a form whose every field is known to the contract', () => {
    const { schemas = {} } = stage.api.contract().components ?? {};
    const known = Object.keys((schemas['CreateDocument'] as { properties: object }).properties);

    expect(known).toEqual(expect.arrayContaining(Object.keys(aForm(library.office.by.author))));
  });
});
