import { type Actor, addDays, todayIn } from '@app/kernel';

import { AssessmentDesk } from '../../../libs/legal-impact/src/application/assessment-desk';
import { WithdrawReasonNeeded, NotEntitledForField } from '../../../libs/legal-impact/src/domain/refusals';
import { ChangesQuery } from '../../../libs/legal-impact/src/persistence/changes.query';
import { type TestAgency } from '../../support';
import { LawDesk } from './law-desk';
import { aDocument, aVersion } from './office';

interface Assessed {
  id: string;
  documentId: string;
  via: string;
  state: string;
  taskId: string | null;
  closedReason: string | null;
  reasons: { cites: string; via: string; target: string; path: string[]; note: string | null }[];
}

let desk: LawDesk;
let province: TestAgency;
let commune: TestAgency;
let sibling: TestAgency;
let entitled: Actor;

const TODAY = todayIn(new Date());

beforeAll(async () => {
  desk = await LawDesk.open();
});

afterAll(() => desk.close());

beforeEach(async () => {
  province = await desk.world.province();
  commune = await desk.world.commune(province);
  sibling = await desk.world.commune(province);
  entitled = await desk.world.person(province, { roles: ['province-admin'], entitledFields: ['*'] });
});

function assessed(changeId: string): Promise<Assessed[]> {
  return desk.rows<Assessed>(
    `select id, document_id as "documentId", via, state, task_id as "taskId", closed_reason as "closedReason", reasons
       from legal_impact.assessment where change_id = $1 order by agency_id, document_id`,
    [changeId],
  );
}

const openWork = (agency: TestAgency): Promise<{ subject: string; detail: string; due: string }[]> =>
  desk.rows(
    `select subject_id as subject, detail, due_on as due from work.item
      where agency_id = $1 and kind = 'revise' and closed_at is null and not following order by due_on`,
    [agency.id],
  );

const waitingReminders = (agency: TestAgency): Promise<object[]> =>
  desk.rows("select 1 from notifications.reminder where agency_id = $1 and state in ('planned', 'due')", [
    agency.id,
  ]);

describe('G1: a text that was amended before', () => {
  it('leads to those who cite what it amended, and says through which text', async () => {
    const first = desk.aText();
    const { textId: firstId } = await desk.record(entitled, first);
    const second = await desk.acting(entitled, [firstId], {
      kind: 'amends',
      issuedOn: '2018-01-01',
      effectiveOn: '2018-02-01',
    });
    const cites = [{ numberSymbol: first.numberSymbol }];
    const old = await aDocument(desk.world, commune, { cites });
    const both = await aDocument(desk.world, commune, {
      cites: [...cites, { numberSymbol: second.numberSymbol }],
    });
    const third = await desk.acting(entitled, [second.textId]);

    await desk.confirm(entitled, third.changeId);

    const found = await assessed(third.changeId);
    expect(found).toHaveLength(2);
    expect(found.find(({ documentId }) => documentId === old.documentId)).toMatchObject({
      via: 'amended',
      reasons: [
        {
          cites: first.numberSymbol,
          via: 'amended',
          target: second.numberSymbol,
          path: [second.numberSymbol],
        },
      ],
    });
    const nearest = found.find(({ documentId }) => documentId === both.documentId);
    expect(nearest?.via).toBe('number');
    expect(nearest?.reasons.map(({ via }) => via).sort()).toEqual(['amended', 'number']);
  });

  it('is followed over several texts, and only where the relation counts for the whole reach', async () => {
    const names = [desk.aText(), desk.aText(), desk.aText()];
    const a = await desk.record(entitled, names[0]!);
    const b = await desk.acting(entitled, [a.textId], { issuedOn: '2017-01-01' });
    const c = await desk.acting(entitled, [b.textId], { issuedOn: '2018-01-01' });
    const secretary = await desk.world.person(commune, { roles: ['secretary'] });
    const own = await desk.record(secretary, desk.aText());
    // A commune's own remark that its text was amended by `c` is nobody else's.
    await desk.acting(secretary, [own.textId], { numberSymbol: c.numberSymbol, issuedOn: '2018-01-01' });
    const far = await aDocument(desk.world, sibling, { cites: [{ numberSymbol: names[0]!.numberSymbol }] });
    const d = await desk.acting(entitled, [c.textId]);

    await desk.confirm(entitled, d.changeId);

    const found = await assessed(d.changeId);
    expect(found.map(({ documentId }) => documentId)).toEqual([far.documentId]);
    expect(found[0]!.reasons[0]!.path).toEqual([b.numberSymbol, c.numberSymbol]);
  });
});

describe('G1: before confirming', () => {
  it('shows the first documents to the steward alone', async () => {
    const old = desk.aText();
    const { textId } = await desk.record(entitled, old);
    const { changeId } = await desk.acting(entitled, [textId]);
    await aDocument(desk.world, commune, { cites: [{ numberSymbol: old.numberSymbol }], code: 'QT-01' });
    await aDocument(desk.world, sibling, { cites: [{ numberSymbol: old.numberSymbol }], code: 'QT-02' });
    const stranger = await desk.world.person(commune, { roles: ['secretary'] });
    const first = (by: Actor, limit: number): Promise<{ code: string }[]> =>
      desk.world.unitOfWork.read(by, (tx) => desk.api.get(ChangesQuery).firstDocuments(tx, changeId, limit));

    expect((await first(entitled, 20)).map(({ code }) => code).sort()).toEqual(['QT-01', 'QT-02']);
    expect(await first(entitled, 1)).toHaveLength(1);
    expect(await first(stranger, 20)).toEqual([]);
  });

  it('warns the drafter of a draft in work, and opens no task for it', async () => {
    const old = desk.aText();
    const { textId } = await desk.record(entitled, old);
    const { changeId } = await desk.acting(entitled, [textId]);
    await aDocument(desk.world, commune, {
      cites: [{ numberSymbol: old.numberSymbol }],
      state: 'draft',
    });

    await desk.confirm(entitled, changeId);
    await desk.hear(commune, changeId);

    expect(await assessed(changeId)).toEqual([]);
    const notices = await desk.rows<{ title: string; body: string }>(
      "select title, body from notifications.notice where agency_id = $1 and subject_type = 'version'",
      [commune.id],
    );
    expect(notices).toEqual([
      {
        title: expect.stringMatching(/^Dự thảo .* viện dẫn văn bản vừa thay đổi$/) as string,
        body: expect.stringContaining(`Viện dẫn ${old.numberSymbol}`) as string,
      },
    ]);
  });
});

describe('G1: several changes on one document', () => {
  /** Two laws of one document, each replaced; the second change is due earlier. */
  async function twice(): Promise<{ changes: string[]; documentId: string; focal: Actor }> {
    const unitId = await desk.world.unit(commune);
    const focal = await desk.world.person(commune, { roles: ['unit-focal'], unitId });
    const olds = [desk.aText(), desk.aText()];
    const ids = [await desk.record(entitled, olds[0]!), await desk.record(entitled, olds[1]!)];
    const { documentId } = await aDocument(desk.world, commune, {
      unitId,
      cites: olds.map(({ numberSymbol }) => ({ numberSymbol })),
    });
    const changes: string[] = [];
    for (const [at, { textId }] of ids.entries()) {
      const { changeId } = await desk.acting(entitled, [textId]);
      await desk.confirm(entitled, changeId, addDays(TODAY, 40 - at * 10));
      changes.push(changeId);
    }
    return { changes, documentId, focal };
  }

  it('are one task with all reasons and the earliest deadline; a later change joins the open one', async () => {
    const { changes } = await twice();

    await desk.hear(commune, changes[0]!);
    expect((await openWork(commune)).map(({ due }) => due)).toEqual([addDays(TODAY, 40)]);
    await desk.hear(commune, changes[1]!);

    const [task, ...more] = await openWork(commune);
    expect(more).toEqual([]);
    expect(task).toMatchObject({
      due: addDays(TODAY, 30),
      detail: expect.stringMatching(/^\(1\) .*\n\(2\) /) as string,
    });
    const [one, other] = [...(await assessed(changes[0]!)), ...(await assessed(changes[1]!))];
    expect(other!.taskId).toBe(one!.id);
  });

  it('are one task when both arrive at once', async () => {
    const { changes } = await twice();

    await Promise.all(changes.map((changeId) => desk.hear(commune, changeId)));

    expect(await openWork(commune)).toHaveLength(1);
  });

  it('end with the last reason: what is chosen is answered, the rest keeps the task', async () => {
    const { changes, focal } = await twice();
    for (const changeId of changes) await desk.hear(commune, changeId);
    const [one, other] = [...(await assessed(changes[0]!)), ...(await assessed(changes[1]!))];
    const signer = {
      signerId: focal.personId!,
      signerName: 'Đầu mối',
      positionTitle: 'Chuyên viên',
      formula: '',
    };
    const conclude = (ids: readonly string[]): Promise<void> =>
      desk.world.unitOfWork.write(focal, null, (tx) =>
        desk.api.get(AssessmentDesk).conclude(
          tx,
          focal,
          ids.map((assessmentId) => ({
            assessmentId,
            outcome: 'not-needed' as const,
            reason: 'Trình tự không đổi',
            signer,
          })),
        ),
      );

    await conclude([other!.id]);
    expect(await openWork(commune)).toMatchObject([
      { due: addDays(TODAY, 40), detail: expect.not.stringContaining('(2)') as string },
    ]);
    await conclude([one!.id]);

    expect(await openWork(commune)).toEqual([]);
    expect(await waitingReminders(commune)).toEqual([]);
  });

  it('are answered together by one newer version', async () => {
    const { changes, documentId } = await twice();
    for (const changeId of changes) await desk.hear(commune, changeId);
    const versionId = await aVersion(desk.world, commune, { documentId, state: 'approved' });

    await desk.inWorker(commune, (tx, worker) =>
      worker.get(AssessmentDesk).versionIssued(tx, { documentId, versionId }),
    );

    const states = [...(await assessed(changes[0]!)), ...(await assessed(changes[1]!))];
    expect(states.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(await openWork(commune)).toEqual([]);
  });
});

describe('R4: a change that was confirmed in error', () => {
  const REASON = 'Ghi nhầm số của văn bản bị thay thế';

  async function confirmed(): Promise<{ changeId: string; textId: string }> {
    const old = desk.aText();
    const { textId } = await desk.record(entitled, old);
    const { changeId } = await desk.acting(entitled, [textId]);
    for (const agency of [commune, sibling]) {
      await desk.world.person(agency, { roles: ['secretary'] });
      await aDocument(desk.world, agency, { cites: [{ numberSymbol: old.numberSymbol }] });
    }
    await desk.confirm(entitled, changeId);
    return { changeId, textId };
  }

  it('is taken back with one line: no open assessment, task or reminder is left in any agency', async () => {
    const { changeId } = await confirmed();
    for (const agency of [commune, sibling]) await desk.hear(agency, changeId);
    expect(await openWork(commune)).toHaveLength(1);

    await desk.withdraw(entitled, changeId, REASON);
    for (const agency of [commune, sibling]) await desk.hearWithdrawn(agency, changeId);

    expect((await assessed(changeId)).map(({ state, closedReason }) => [state, closedReason])).toEqual([
      ['withdrawn', REASON],
      ['withdrawn', REASON],
    ]);
    for (const agency of [commune, sibling]) {
      expect(await openWork(agency)).toEqual([]);
      expect(await waitingReminders(agency)).toEqual([]);
      const chain = await desk.rows<{ reason: string }>(
        "select reason from journal.entry where agency_id = $1 and action = 'legal-impact.assessments-withdrawn'",
        [agency.id],
      );
      expect(chain).toEqual([{ reason: REASON }]);
    }
    const steward = await desk.rows<{ detail: string }>(
      "select detail from journal.entry where agency_id = $1 and action = 'legal-impact.change-withdrawn'",
      [province.id],
    );
    expect(JSON.parse(steward[0]!.detail)).toMatchObject({
      new: { ended: { documents: 2, agencies: 2 } },
    });
  });

  it('opens nothing in an agency that hears of it only after it was taken back', async () => {
    const { changeId } = await confirmed();

    await desk.withdraw(entitled, changeId, REASON);
    await desk.hearWithdrawn(commune, changeId);
    await desk.hear(commune, changeId);

    expect(await openWork(commune)).toEqual([]);
  });

  it('leaves the task to the other changes of the document', async () => {
    const olds = [desk.aText(), desk.aText()];
    const changes: string[] = [];
    await desk.world.person(commune, { roles: ['secretary'] });
    await aDocument(desk.world, commune, { cites: olds.map(({ numberSymbol }) => ({ numberSymbol })) });
    for (const old of olds) {
      const { textId } = await desk.record(entitled, old);
      const { changeId } = await desk.acting(entitled, [textId]);
      await desk.confirm(entitled, changeId);
      await desk.hear(commune, changeId);
      changes.push(changeId);
    }

    await desk.withdraw(entitled, changes[0]!, REASON);
    await desk.hearWithdrawn(commune, changes[0]!);

    const [task, ...more] = await openWork(commune);
    expect(more).toEqual([]);
    expect(task!.detail).toContain(olds[1]!.numberSymbol);
    expect(task!.detail).not.toContain(olds[0]!.numberSymbol);
  });

  it('is taken back by whoever may confirm it, not without a reason, and makes the text count no more', async () => {
    const { changeId, textId } = await confirmed();
    const other = await desk.world.person(province, { roles: ['secretary'] });

    await expect(desk.withdraw(entitled, changeId, 'nhầm')).rejects.toThrow(WithdrawReasonNeeded);
    await expect(desk.withdraw(other, changeId, REASON)).rejects.toThrow(NotEntitledForField);
    await desk.withdraw(entitled, changeId, REASON);

    const relations = await desk.rows<{ confirmed: boolean }>(
      'select confirmed_at is not null as confirmed from legal_register.relation where target_id = $1',
      [textId],
    );
    expect(relations).toEqual([{ confirmed: false }]);
    await expect(desk.withdraw(entitled, changeId, REASON)).rejects.toThrow(/illegal-transition/);
  });
});
