import { type Actor, addDays, todayIn } from '@app/kernel';

import { AssessmentDesk } from '../../../libs/legal-impact/src/application/assessment-desk';
import { HearChanges } from '../../../libs/legal-impact/src/application/hear-changes';
import { KeepDeadlineRules } from '../../../libs/legal-impact/src/application/keep-deadline-rules';
import { ExtendDeadlines, FollowCalendar } from '../../../libs/legal-impact/src/application/move-deadlines';
import {
  BadExtension,
  ChangeNotFound,
  DeadlinePast,
  NotEntitledForField,
} from '../../../libs/legal-impact/src/domain/refusals';
import { ProgressQuery } from '../../../libs/legal-impact/src/persistence/progress.query';
import { type TestAgency } from '../../support';
import { LawDesk } from './law-desk';
import { aDocument } from './office';

interface Dates {
  id: string;
  deadline: string;
  original: string;
}

const TODAY = todayIn(new Date());
const REASON = 'Chờ hướng dẫn của Bộ Tư pháp';

let desk: LawDesk;
let province: TestAgency;
let commune: TestAgency;
let sibling: TestAgency;
let entitled: Actor;
let changeId: string;

beforeAll(async () => {
  desk = await LawDesk.open();
});

afterAll(() => desk.close());

beforeEach(async () => {
  province = await desk.world.province();
  commune = await desk.world.commune(province);
  sibling = await desk.world.commune(province);
  entitled = await desk.world.person(province, { roles: ['province-admin'], entitledFields: ['*'] });
  const old = desk.aText();
  const { textId } = await desk.record(entitled, old);
  for (const agency of [commune, commune, sibling]) {
    await desk.world.person(agency, { roles: ['secretary'] });
    await aDocument(desk.world, agency, { cites: [{ numberSymbol: old.numberSymbol }] });
  }
  ({ changeId } = await desk.acting(entitled, [textId]));
});

async function confirmed(deadlineOn?: string): Promise<void> {
  await desk.confirm(entitled, changeId, deadlineOn);
  for (const agency of [commune, sibling]) await desk.hear(agency, changeId);
}

const datesOf = (agency: TestAgency): Promise<Dates[]> =>
  desk.rows<Dates>(
    `select id, deadline_on as deadline, original_deadline_on as original from legal_impact.assessment
      where agency_id = $1 and change_id = $2 order by id`,
    [agency.id, changeId],
  );

const taskDays = async (agency: TestAgency): Promise<string[]> =>
  (
    await desk.rows<{ due: string }>(
      "select distinct due_on as due from work.item where agency_id = $1 and kind = 'revise' and closed_at is null",
      [agency.id],
    )
  ).map(({ due }) => due);

describe('R13: more time', () => {
  it('is given by the agency to its own, and leaves the first deadline beside it', async () => {
    await confirmed(addDays(TODAY, 20));
    const head = await desk.world.person(commune, { roles: ['head'] });
    const [one, other] = await datesOf(commune);
    const until = addDays(TODAY, 50);

    await desk.api.get(ExtendDeadlines).own(head, null, { assessmentIds: [one!.id], until, reason: REASON });

    expect(await datesOf(commune)).toEqual([
      { id: one!.id, deadline: until, original: addDays(TODAY, 20) },
      other,
    ]);
    expect((await taskDays(commune)).sort()).toEqual([addDays(TODAY, 20), until]);
    const moves = await desk.rows<{ reason: string; name: string; from: string }>(
      'select reason, moved_by_name as name, from_on as "from" from legal_impact.deadline_move where agency_id = $1',
      [commune.id],
    );
    expect(moves).toEqual([{ reason: REASON, name: head.personName, from: addDays(TODAY, 20) }]);
  });

  it('is given by the steward of the change to one agency, whose task follows; nobody else may', async () => {
    await confirmed(addDays(TODAY, 20));
    const until = addDays(TODAY, 40);
    const extend = (by: Actor): Promise<void> =>
      desk.api
        .get(ExtendDeadlines)
        .ofAgency(by, null, { changeId, agencyId: commune.id, until, reason: REASON });
    const stranger = await desk.world.person(commune, { roles: ['secretary', 'province-admin'] });

    await expect(extend(stranger)).rejects.toThrow(/not-the-steward/);
    await extend(entitled);
    await desk.inWorker(commune, (tx, worker) => worker.get(HearChanges).extended(tx, changeId));

    expect((await datesOf(commune)).map(({ deadline }) => deadline)).toEqual([until, until]);
    expect((await datesOf(sibling)).map(({ deadline }) => deadline)).toEqual([addDays(TODAY, 20)]);
    expect(await taskDays(commune)).toEqual([until]);
    await expect(extend(entitled)).rejects.toThrow(DeadlinePast);
  });

  it('needs a reason and a later day, and a change that stands', async () => {
    const extend = (until: string, reason: string): Promise<void> =>
      desk.api
        .get(ExtendDeadlines)
        .ofAgency(entitled, null, { changeId, agencyId: commune.id, until, reason });

    await expect(extend(addDays(TODAY, 40), REASON)).rejects.toThrow(ChangeNotFound);
    await confirmed();
    await expect(extend(addDays(TODAY, 40), 'bận')).rejects.toThrow(BadExtension);
    await expect(extend(addDays(TODAY, -1), REASON)).rejects.toThrow(DeadlinePast);
  });

  it('does not make what was late be in time', async () => {
    await confirmed(addDays(TODAY, 20));
    const head = await desk.world.person(sibling, { roles: ['head'] });
    const [line] = await datesOf(sibling);
    await desk.world.owner.query(
      'update legal_impact.assessment set deadline_on = $2, original_deadline_on = $2 where id = $1',
      [line!.id, addDays(TODAY, -3)],
    );
    await desk.api
      .get(ExtendDeadlines)
      .own(head, null, { assessmentIds: [line!.id], until: addDays(TODAY, 9), reason: REASON });
    const signer = {
      signerId: head.personId,
      signerName: 'Chủ tịch',
      positionTitle: 'Chủ tịch',
      formula: '',
    };

    await desk.world.unitOfWork.write(head, null, (tx) =>
      desk.api
        .get(AssessmentDesk)
        .conclude(tx, head, [{ assessmentId: line!.id, outcome: 'not-needed', reason: REASON, signer }]),
    );

    const [row] = await desk.world.unitOfWork.read(head, (tx) =>
      desk.api.get(ProgressQuery).agencies(tx, changeId, { after: null, limit: 10 }),
    );
    expect(row).toMatchObject({ notNeeded: 1, onTime: 0, overdue: 0 });
  });
});

describe('R13: a calendar that changes', () => {
  it('moves what the rule gave, says so on the task, and leaves what a person chose', async () => {
    await confirmed();
    const [before] = await datesOf(commune);
    const holidays = [addDays(before!.deadline as never, -1), before!.deadline];
    for (const day of holidays)
      await desk.world.owner.query(
        `insert into organization.calendar_day (steward_agency_id, audience, day, kind, name, legal_basis)
         values ($1, $2, $3, 'holiday', 'Nghỉ bù', 'Thông báo thử') on conflict do nothing`,
        [province.id, province.path, day],
      );

    await desk.inWorker(commune, (tx, worker) => worker.get(FollowCalendar).execute(tx));
    await desk.inWorker(commune, (tx, worker) => worker.get(FollowCalendar).execute(tx));

    const after = await datesOf(commune);
    expect(
      after.every(({ deadline, original }) => deadline > before!.deadline && original === deadline),
    ).toBe(true);
    expect(await taskDays(commune)).toEqual([after[0]!.deadline]);
    const [task] = await desk.rows<{ detail: string }>(
      "select detail from work.item where agency_id = $1 and kind = 'revise' and closed_at is null limit 1",
      [commune.id],
    );
    expect(task!.detail).toContain('lịch nghỉ và ngày làm bù thay đổi');
    const journal = await desk.rows(
      "select 1 from journal.entry where agency_id = $1 and action = 'legal-impact.deadlines-recounted'",
      [commune.id],
    );
    expect(journal).toHaveLength(1);
  });

  it('leaves the one day that the province set', async () => {
    await confirmed(addDays(TODAY, 33));
    await desk.inWorker(commune, (tx, worker) => worker.get(FollowCalendar).execute(tx));

    expect((await datesOf(commune)).map(({ deadline }) => deadline)).toEqual([
      addDays(TODAY, 33),
      addDays(TODAY, 33),
    ]);
  });
});

describe('R13: the rule of deadlines', () => {
  const RULE = {
    validFrom: TODAY,
    workingDays: 10,
    beforeCommencement: false,
    leastWorkingDays: 3,
    secondPersonAbove: 900,
    legalBasis: 'Quy định của tỉnh',
  };

  it('is set by a province for those below, by whoever is entitled for all', async () => {
    const secretary = await desk.world.person(province, { roles: ['secretary'] });
    const keep = desk.api.get(KeepDeadlineRules);

    await expect(keep.set(secretary, null, RULE)).rejects.toThrow(NotEntitledForField);
    await keep.set(entitled, null, RULE);
    await keep.set(entitled, null, { ...RULE, workingDays: 12 });
    await confirmed();

    const [line] = await datesOf(commune);
    expect(line!.deadline >= addDays(TODAY, 14) && line!.deadline <= addDays(TODAY, 24)).toBe(true);
  });
});

describe('G1: the progress of a change over a province', () => {
  it('is told agency by agency to its steward, with those who are late first; to others their own line', async () => {
    await confirmed(addDays(TODAY, 20));
    await desk.world.owner.query(
      'update legal_impact.assessment set deadline_on = $3 where agency_id = $1 and change_id = $2',
      [sibling.id, changeId, addDays(TODAY, -1)],
    );
    const progress = desk.api.get(ProgressQuery);
    const secretary = await desk.world.person(commune, { roles: ['secretary'] });
    const stranger = await desk.world.person(await desk.world.commune(await desk.world.province()));
    const lines = (by: Actor): Promise<{ agencyId: string; total: number; overdue: number }[]> =>
      desk.world.unitOfWork.read(by, (tx) => progress.agencies(tx, changeId, { after: null, limit: 10 }));

    expect((await lines(entitled)).map(({ agencyId, total, overdue }) => [agencyId, total, overdue])).toEqual(
      [
        [sibling.id, 1, 1],
        [commune.id, 2, 0],
      ],
    );
    expect((await lines(secretary)).map(({ agencyId }) => agencyId)).toEqual([commune.id]);
    await expect(lines(stranger)).rejects.toThrow('legal-impact.change-not-found');
    const [first] = await desk.world.unitOfWork.read(entitled, (tx) =>
      progress.agencies(tx, changeId, { after: null, limit: 1 }),
    );
    const next = await desk.world.unitOfWork.read(entitled, (tx) =>
      progress.agencies(tx, changeId, {
        after: [first!.overdue, first!.agencyName, first!.agencyId],
        limit: 10,
      }),
    );
    expect(next.map(({ agencyId }) => agencyId)).toEqual([commune.id]);
  });

  it('opens the documents behind a line to the same people only', async () => {
    await confirmed();
    const progress = desk.api.get(ProgressQuery);
    const secretary = await desk.world.person(commune, { roles: ['secretary'] });
    const documents = (by: Actor, agency: TestAgency): Promise<unknown[]> =>
      desk.world.unitOfWork.read(by, (tx) =>
        progress.documents(tx, { changeId, agencyId: agency.id }, { after: null, limit: 10 }),
      );

    expect(await documents(entitled, commune)).toHaveLength(2);
    expect(await documents(secretary, commune)).toHaveLength(2);
    expect(await documents(secretary, sibling)).toEqual([]);
  });

  it('is told to a province for its own agencies when the installation confirmed the change', async () => {
    const agency = await desk.world.installation();
    const steward = await desk.world.person(agency, { roles: ['legal-steward'], entitledFields: ['*'] });
    const old = desk.aText();
    const { textId } = await desk.record(steward, old);
    const elsewhere = await desk.world.commune(await desk.world.province());
    for (const place of [commune, elsewhere])
      await aDocument(desk.world, place, { cites: [{ numberSymbol: old.numberSymbol }] });
    const national = await desk.acting(steward, [textId]);
    await desk.confirm(steward, national.changeId);

    const seen = await desk.world.unitOfWork.read(entitled, (tx) =>
      desk.api.get(ProgressQuery).agencies(tx, national.changeId, { after: null, limit: 10 }),
    );

    expect(seen.map(({ agencyId }) => agencyId)).toEqual([commune.id]);
  });
});

describe('OF-06: an adopted document', () => {
  it('makes no work at the adopter, who sees that the owner is reviewing it', async () => {
    await confirmed();
    const [own] = await desk.rows<{ document: string }>(
      'select document_id as document from legal_impact.assessment where agency_id = $1 and change_id = $2 limit 1',
      [sibling.id, changeId],
    );
    const adopter = await desk.world.commune(province);
    const { documentId } = await aDocument(desk.world, adopter);
    await desk.world.owner.query(
      `update documents.document set origin_kind = 'adopted', origin_agency_id = $3, origin_document_id = $4,
         kept_by_owner = true where agency_id = $1 and id = $2`,
      [adopter.id, documentId, sibling.id, own!.document],
    );
    const reader = await desk.world.person(adopter);
    const stranger = await desk.world.person(commune);
    const owners = (by: Actor): Promise<{ documentId: string }[]> =>
      desk.world.unitOfWork.read(by, (tx) =>
        desk.api.get(ProgressQuery).owners(tx, { after: null, limit: 10 }),
      );

    expect((await owners(reader)).map((row) => row.documentId)).toEqual([documentId]);
    expect(await owners(stranger)).toEqual([]);
    expect(await datesOf(adopter)).toEqual([]);
  });
});
