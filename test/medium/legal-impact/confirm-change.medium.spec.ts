import { type Actor, addDays, type LocalDate, systemActor, todayIn, uuidV7 } from '@app/kernel';
import { LegalImpactFacade } from '@app/legal-impact';
import { type LegalTextFields } from '@app/legal-register';
import { OrganizationFacade } from '@app/organization';
import { UnitOfWork } from '@app/platform/database';
import { type INestApplicationContext } from '@nestjs/common';

import { AssessmentDesk } from '../../../libs/legal-impact/src/application/assessment-desk';
import { ConfirmChange } from '../../../libs/legal-impact/src/application/confirm-change';
import { HearChanges } from '../../../libs/legal-impact/src/application/hear-changes';
import { RecordText } from '../../../libs/legal-impact/src/application/record-text';
import {
  ChangeNotFound,
  DeadlinePast,
  NotEntitledForField,
  NotTheSteward,
  SecondPersonNeeded,
} from '../../../libs/legal-impact/src/domain/refusals';
import { ChangesQuery } from '../../../libs/legal-impact/src/persistence/changes.query';
import { ChangesRepository } from '../../../libs/legal-impact/src/persistence/changes.repository';
import { type TestAgency, World } from '../../support';
import { aDocument, aVersion } from './office';
import { openSlice } from './slice';

let world: World;
let api: INestApplicationContext;
let worker: INestApplicationContext;
let province: TestAgency;
let commune: TestAgency;
let sibling: TestAgency;
let elsewhere: TestAgency;
let entitled: Actor;
let serial = 0;

beforeAll(async () => {
  world = await World.open();
  api = await openSlice(world.database.urls.app);
  worker = await openSlice(world.database.urls.worker);
  const agency = await world.installation();
  const installation = systemActor(agency.id, 'spec', agency.path);
  await world.unitOfWork.write(installation, null, async (tx) => {
    await api.get(LegalImpactFacade).seedRules(tx);
    await api.get(OrganizationFacade).seedCalendar(tx);
  });
});

beforeEach(async () => {
  province = await world.province();
  commune = await world.commune(province);
  sibling = await world.commune(province);
  elsewhere = await world.commune(await world.province());
  entitled = await world.person(province, { roles: ['province-admin'], entitledFields: ['*'] });
});

afterAll(async () => {
  await api.close();
  await worker.close();
  await world.close();
});

function aText(changes: Partial<LegalTextFields> = {}): LegalTextFields {
  serial += 1;
  return {
    kind: 'Nghị định',
    numberSymbol: `${String(serial)}${String(Date.now()).slice(-7)}/2015/NĐ-CP`,
    issuer: 'Chính phủ',
    issuedOn: '2015-11-15',
    effectiveOn: '2016-01-01',
    title: `Nghị định thử ${String(serial)}`,
    aliases: [],
    relations: [],
    ...changes,
  };
}

const record = (
  actor: Actor,
  fields: LegalTextFields,
): Promise<{ textId: string; changeId: string | null }> => api.get(RecordText).execute(actor, null, fields);
const confirm = (actor: Actor, changeId: string, deadlineOn?: string): Promise<string> =>
  api
    .get(ConfirmChange)
    .execute(actor, null, { changeId, ...(deadlineOn === undefined ? {} : { deadlineOn }) });

/** A text of the actor and a change by which another replaces it. */
async function aChange(
  actor: Actor,
  { old = aText(), by = {} }: { old?: LegalTextFields; by?: Partial<LegalTextFields> } = {},
): Promise<{ old: LegalTextFields; changeId: string; newText: LegalTextFields }> {
  const { textId } = await record(actor, old);
  const newText = aText({
    issuedOn: '2026-10-01',
    effectiveOn: '2026-10-01',
    ...by,
    relations: [{ kind: 'replaces', targetId: textId, partly: false, note: null }],
  });
  const { changeId } = await record(actor, newText);
  return { old, changeId: changeId!, newText };
}

async function assessed(
  changeId: string,
): Promise<{ agencyId: string; documentId: string; via: string; cites: string }[]> {
  const { rows } = await world.owner.query<{
    agencyId: string;
    documentId: string;
    via: string;
    cites: string;
  }>(
    `select agency_id as "agencyId", document_id as "documentId", via, cites from legal_impact.assessment
      where change_id = $1 order by agency_id, document_id`,
    [changeId],
  );
  return rows;
}

async function agenciesTold(changeId: string): Promise<string[]> {
  const { rows } = await world.owner.query<{ agency: string }>(
    `select agency_id as agency from platform.outbox_message
      where name = 'legal-impact.change-opened.v1' and payload ->> 'changeId' = $1 order by agency_id`,
    [changeId],
  );
  return rows.map(({ agency }) => agency);
}

const today = todayIn(new Date());

describe('the reach of a change', () => {
  it('is every valid version of the province that cites the text by number, issuer and date agreeing', async () => {
    const { old, changeId } = await aChange(entitled);
    const { numberSymbol } = old;
    const hits = [
      await aDocument(world, commune, { cites: [{ numberSymbol }] }),
      await aDocument(world, commune, {
        cites: [{ numberSymbol, issuer: 'Chính phủ', issuedOn: '2015-11-15' }],
      }),
      await aDocument(world, sibling, {
        cites: [{ numberSymbol: numberSymbol.toLowerCase(), issuer: 'chính phủ' }],
      }),
      await aDocument(world, province, { cites: [{ numberSymbol }, { numberSymbol }] }),
      await aDocument(world, sibling, { cites: [{ numberSymbol }], validity: `[${addDays(today, 10)},)` }),
    ];
    await aDocument(world, commune, { cites: [{ numberSymbol, issuer: 'Bộ Tư pháp' }] });
    await aDocument(world, commune, { cites: [{ numberSymbol, issuedOn: '2015-11-16' }] });
    await aDocument(world, commune, { cites: [{ numberSymbol }], validity: `[2024-01-01,${today})` });
    await aDocument(world, commune, { cites: [{ numberSymbol }], state: 'draft' });
    await aDocument(world, commune, { cites: [{ numberSymbol }], state: 'withdrawn' });
    await aDocument(world, elsewhere, { cites: [{ numberSymbol }] });

    const reach = await world.unitOfWork.read(entitled, (tx) =>
      api.get(ChangesRepository).reach(tx, changeId),
    );
    await confirm(entitled, changeId);

    const found = await assessed(changeId);
    expect(found.map(({ documentId }) => documentId).sort()).toEqual(
      hits.map(({ documentId }) => documentId).sort(),
    );
    expect(reach).toEqual({ agencies: 3, documents: 5, people: 0 });
    expect(await agenciesTold(changeId)).toEqual([commune.id, province.id, sibling.id].sort());
  });

  it('is also every version that cites the law by name and year', async () => {
    const title = `Luật Sông Mã ${String(Date.now())}x`;
    const { changeId } = await aChange(entitled, {
      old: aText({ kind: 'Luật', title, issuer: 'Quốc hội', issuedOn: '2014-11-20' }),
      by: { kind: 'Luật', title, issuer: 'Quốc hội' },
    });
    const byName = await aDocument(world, commune, {
      cites: [{ name: `${title.toUpperCase()} năm 2014`, year: 2014 }],
    });
    const withoutYear = await aDocument(world, sibling, { cites: [{ name: title }] });
    await aDocument(world, commune, { cites: [{ name: title, year: 2005 }] });
    await aDocument(world, commune, { cites: [{ name: title, year: 2026 }] });

    await confirm(entitled, changeId);

    expect((await assessed(changeId)).map(({ documentId, via }) => [documentId, via]).sort()).toEqual(
      [
        [byName.documentId, 'name'],
        [withoutYear.documentId, 'name'],
      ].sort(),
    );
  });

  it('does not take a name without a year for an older law of that name', async () => {
    const title = `Luật Hai đời ${String(Date.now())}y`;
    const law = { kind: 'Luật', title, issuer: 'Quốc hội' };
    await record(entitled, aText({ ...law, issuedOn: '2015-01-01' }));
    const { changeId } = await aChange(entitled, { old: aText({ ...law, issuedOn: '2005-01-01' }) });
    await aDocument(world, commune, { cites: [{ name: title }] });

    await confirm(entitled, changeId);

    expect(await assessed(changeId)).toEqual([]);
  });

  it('keeps councils of two provinces apart', async () => {
    const old = aText({ issuer: 'Hội đồng nhân dân tỉnh Sóc Trăng' });
    const { changeId } = await aChange(entitled, { old });
    const { numberSymbol } = old;
    const hit = await aDocument(world, commune, { cites: [{ numberSymbol, issuer: 'HĐND tỉnh Sóc Trăng' }] });
    await aDocument(world, commune, { cites: [{ numberSymbol, issuer: 'HĐND tỉnh Cà Mau' }] });

    await confirm(entitled, changeId);

    expect((await assessed(changeId)).map(({ documentId }) => documentId)).toEqual([hit.documentId]);
  });

  it('counts one task for a document that cites two changed texts and by number and name', async () => {
    const title = `Luật Gộp ${String(Date.now())}z`;
    const { old, changeId } = await aChange(entitled, {
      old: aText({ kind: 'Luật', title, issuer: 'Quốc hội', issuedOn: '2014-11-20' }),
    });
    await aDocument(world, commune, {
      cites: [{ name: title, year: 2014 }, { numberSymbol: old.numberSymbol }],
    });

    await confirm(entitled, changeId);

    expect(await assessed(changeId)).toMatchObject([{ via: 'number', cites: old.numberSymbol }]);
  });
});

describe('confirming', () => {
  it('twice changes nothing: no assessment, no fact, no journal row more', async () => {
    const { old, changeId } = await aChange(entitled);
    await aDocument(world, commune, { cites: [{ numberSymbol: old.numberSymbol }] });
    const journal = async (): Promise<number> => {
      const { rows } = await world.owner.query<{ n: number }>(
        'select count(*)::int as n from journal.entry where agency_id = $1',
        [province.id],
      );
      return rows[0]!.n;
    };

    expect(await confirm(entitled, changeId)).toBe('confirmed');
    const before = [await assessed(changeId), await agenciesTold(changeId), await journal()];
    expect(await confirm(entitled, changeId)).toBe('unchanged');

    expect([await assessed(changeId), await agenciesTold(changeId), await journal()]).toEqual(before);
  });

  it('by two at once opens the tasks once', async () => {
    const { old, changeId } = await aChange(entitled);
    await aDocument(world, commune, { cites: [{ numberSymbol: old.numberSymbol }] });

    const outcomes = await Promise.all([confirm(entitled, changeId), confirm(entitled, changeId)]);

    expect(outcomes.sort()).toEqual(['confirmed', 'unchanged']);
    expect(await assessed(changeId)).toHaveLength(1);
    expect(await agenciesTold(changeId)).toHaveLength(1);
  });

  it('sets the deadline by the rule, the calendar and the commencement', async () => {
    const commencesOn = addDays(today, 90);
    const { changeId } = await aChange(entitled, { by: { effectiveOn: commencesOn } });

    await confirm(entitled, changeId);

    const row = await world.unitOfWork.read(entitled, (tx) => api.get(ChangesQuery).one(tx, changeId));
    expect(row!.deadlineOn! < commencesOn && row!.deadlineOn! >= addDays(commencesOn, -12)).toBe(true);
  });

  it.each([addDays(today, -1), addDays(today, 5000), '2026-02-30'])(
    'refuses the deadline %s',
    async (deadlineOn) => {
      const { changeId } = await aChange(entitled);

      await expect(confirm(entitled, changeId, deadlineOn)).rejects.toThrow(DeadlinePast);
    },
  );

  it('writes count and hash into the chain of the steward and makes the text count for all', async () => {
    const { old, changeId, newText } = await aChange(entitled);
    await aDocument(world, commune, { cites: [{ numberSymbol: old.numberSymbol }] });

    await confirm(entitled, changeId);

    const { rows } = await world.owner.query<{ detail: string }>(
      "select detail from journal.entry where agency_id = $1 and action = 'legal-impact.change-confirmed'",
      [province.id],
    );
    expect(JSON.parse(rows[0]!.detail)).toMatchObject({
      new: { opened: { documents: 1, agencies: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string } },
    });
    const state = await world.owner.query<{ state: string }>(
      'select state from legal_register.legal_text where steward_agency_id = $1 and number_symbol = $2',
      [province.id, newText.numberSymbol],
    );
    expect(state.rows[0]!.state).toBe('confirmed');
  });

  it('of a wide change waits for a second person', async () => {
    await world.owner.query(
      `insert into legal_impact.deadline_rule (id, steward_agency_id, audience, valid_from, working_days, before_commencement,
         least_working_days, second_person_above, legal_basis) values ($1, $2, $3, '2026-01-01', 20, true, 5, 1, 'Quy định tỉnh')`,
      [uuidV7(), province.id, province.path],
    );
    const { old, changeId } = await aChange(entitled);
    const cites = [{ numberSymbol: old.numberSymbol }];
    await aDocument(world, commune, { cites });
    await aDocument(world, sibling, { cites });
    const second = await world.person(province, { roles: ['province-admin'], entitledFields: ['*'] });

    expect(await confirm(entitled, changeId)).toBe('awaits-second-person');
    expect(await assessed(changeId)).toEqual([]);
    await expect(confirm(entitled, changeId)).rejects.toThrow(SecondPersonNeeded);
    expect(await confirm(second, changeId)).toBe('confirmed');
    expect(await assessed(changeId)).toHaveLength(2);
  });
});

describe('who may confirm', () => {
  it('is a person entitled at the province, for the field of the text', async () => {
    const field = 'hộ tịch';
    const { textId } = await record(entitled, aText());
    const { changeId } = await record(
      entitled,
      aText({ field, relations: [{ kind: 'amends', targetId: textId, partly: true, note: null }] }),
    );
    const others = [
      await world.person(province, { roles: ['province-admin'], entitledFields: ['đất đai'] }),
      await world.person(province, { roles: ['province-admin'] }),
      await world.person(province, { roles: ['secretary', 'head'], entitledFields: ['*'] }),
    ];

    for (const other of others) await expect(confirm(other, changeId!)).rejects.toThrow(NotEntitledForField);
    const ofField = await world.person(province, { roles: ['legal-steward'], entitledFields: [field] });
    expect(await confirm(ofField, changeId!)).toBe('confirmed');
  });

  it('is nobody outside the recording agency', async () => {
    const { changeId } = await aChange(entitled);
    const stranger = await world.person(commune, {
      roles: ['province-admin', 'secretary'],
      entitledFields: ['*'],
    });

    await expect(confirm(stranger, changeId)).rejects.toThrow(ChangeNotFound);
    await confirm(entitled, changeId);
    await expect(confirm(stranger, changeId)).rejects.toThrow(NotTheSteward);
  });
});

describe('isolation', () => {
  it("lets a commune's own entry reach that commune and nobody else", async () => {
    const secretary = await world.person(commune, { roles: ['secretary'] });
    const { old, changeId } = await aChange(secretary);
    const cites = [{ numberSymbol: old.numberSymbol }];
    const own = await aDocument(world, commune, { cites });
    for (const agency of [sibling, province, elsewhere]) await aDocument(world, agency, { cites });

    await confirm(secretary, changeId);

    expect(await assessed(changeId)).toMatchObject([{ agencyId: commune.id, documentId: own.documentId }]);
    expect(await agenciesTold(changeId)).toEqual([commune.id]);
  });

  it('tells the reach and the progress of a change to nobody but its steward', async () => {
    const { old, changeId } = await aChange(entitled);
    await aDocument(world, commune, { cites: [{ numberSymbol: old.numberSymbol }] });
    await aDocument(world, sibling, { cites: [{ numberSymbol: old.numberSymbol }] });
    const stranger = await world.person(commune, { roles: ['secretary'] });
    const changes = api.get(ChangesQuery);

    await expect(
      world.unitOfWork.read(stranger, (tx) => api.get(ChangesRepository).reach(tx, changeId)),
    ).rejects.toThrow(/not the steward/);
    expect(await world.unitOfWork.read(stranger, (tx) => changes.one(tx, changeId))).toBeNull();
    await confirm(entitled, changeId);

    const ofProvince = await world.unitOfWork.read(entitled, (tx) => changes.byAgency(tx, changeId));
    const ofStranger = await world.unitOfWork.read(stranger, (tx) => changes.byAgency(tx, changeId));
    expect(ofProvince.map(({ agencyId }) => agencyId).sort()).toEqual([commune.id, sibling.id].sort());
    expect(ofStranger.map(({ agencyId }) => agencyId)).toEqual([commune.id]);
    expect(await world.unitOfWork.read(stranger, (tx) => changes.one(tx, changeId))).toMatchObject({
      total: 1,
      done: 0,
    });
    expect(await world.unitOfWork.read(entitled, (tx) => changes.one(tx, changeId))).toMatchObject({
      total: 2,
    });
  });

  it('refuses to open tasks of a change that is not confirmed, or of another steward', async () => {
    const { changeId } = await aChange(entitled);
    const stranger = await world.person(commune);
    const open = (actor: Actor): Promise<unknown> =>
      world.unitOfWork.write(actor, null, (tx) =>
        tx.query('select legal_impact.open($1, $2)', [changeId, 'spec']),
      );

    await expect(open(entitled)).rejects.toThrow(/not a confirmed change/);
    await confirm(entitled, changeId);
    await expect(open(stranger)).rejects.toThrow(/not a confirmed change/);
    await expect(
      world.unitOfWork.read(entitled, (tx) => tx.query('select * from legal_impact.matches($1)', [changeId])),
    ).rejects.toThrow(/permission denied/);
  });
});

describe('the agency that is reached', () => {
  async function reached(): Promise<{
    changeId: string;
    unitId: string;
    focal: string;
    secretary: string;
    deadline: LocalDate;
  }> {
    const unitId = await world.unit(commune);
    const focal = await world.person(commune, { roles: ['unit-focal'], unitId });
    const secretary = await world.person(commune, { roles: ['secretary'] });
    await world.person(commune, { roles: ['reviewer'], unitId });
    const { old, changeId } = await aChange(entitled);
    const cites = [{ numberSymbol: old.numberSymbol }];
    await aDocument(world, commune, { unitId, cites });
    await aDocument(world, commune, { unitId, cites });
    await aDocument(world, commune, { cites });
    const { rows } = await (async () => {
      await confirm(entitled, changeId);
      return world.owner.query<{ d: LocalDate }>(
        'select deadline_on as d from legal_impact.change where id = $1',
        [changeId],
      );
    })();
    return { changeId, unitId, focal: focal.personId, secretary: secretary.personId, deadline: rows[0]!.d };
  }

  function heard(agency: TestAgency, changeId: string): Promise<void> {
    const actor = systemActor(agency.id, uuidV7(), agency.path);
    return worker.get(UnitOfWork).write(actor, null, (tx) => worker.get(HearChanges).opened(tx, changeId));
  }

  function inWorker(
    agency: TestAgency,
    work: (desk: AssessmentDesk, tx: Parameters<AssessmentDesk['versionIssued']>[0]) => Promise<void>,
  ): Promise<void> {
    const actor = systemActor(agency.id, uuidV7(), agency.path);
    return worker.get(UnitOfWork).write(actor, null, (tx) => work(worker.get(AssessmentDesk), tx));
  }

  it('gives each document to its unit, lets the secretary follow, tells each person once', async () => {
    const { changeId, focal, secretary, deadline } = await reached();

    await heard(commune, changeId);
    await heard(commune, changeId);

    const items = await world.owner.query(
      `select assignee_id as who, following, due_on as due, count(*)::int as n from work.item
        where agency_id = $1 and kind = 'revise' group by 1, 2, 3 order by following, n desc`,
      [commune.id],
    );
    expect(items.rows).toEqual([
      { who: focal, following: false, due: deadline, n: 2 },
      { who: secretary, following: false, due: deadline, n: 1 },
      { who: secretary, following: true, due: deadline, n: 2 },
    ]);
    const notices = await world.owner.query<{ who: string; title: string }>(
      "select recipient_id as who, title from notifications.notice where agency_id = $1 and kind = 'legal-change'",
      [commune.id],
    );
    expect(notices.rows.map(({ who }) => who).sort()).toEqual([focal, secretary].sort());
    expect(notices.rows.find(({ who }) => who === focal)?.title).toMatch(/: 2 tài liệu cần rà soát$/);
    const journal = await world.owner.query(
      "select 1 from journal.entry where agency_id = $1 and action = 'legal-impact.assessments-opened'",
      [commune.id],
    );
    expect(journal.rows.length).toBeGreaterThan(0);
  });

  it('ends task and reminders when a version that was drafted later is issued', async () => {
    const { changeId } = await reached();
    await heard(commune, changeId);
    const [first] = await assessed(changeId);
    const { documentId } = first!;
    const versionId = await aVersion(world, commune, { documentId, state: 'approved' });

    await inWorker(commune, (desk, tx) => desk.versionIssued(tx, { documentId, versionId }));

    const { rows } = await world.owner.query<{ state: string; items: number; reminders: number }>(
      `select a.state, (select count(*)::int from work.item i where i.subject_id = a.id and i.closed_at is null) as items,
              (select count(*)::int from notifications.reminder r where r.subject_id = a.id and r.state <> 'cancelled') as reminders
         from legal_impact.assessment a where a.change_id = $1 order by a.document_id`,
      [changeId],
    );
    expect(rows.map(({ state }) => state).sort()).toEqual(['done', 'open', 'open']);
    expect(rows.find(({ state }) => state === 'done')).toEqual({ state: 'done', items: 0, reminders: 0 });
    expect(rows.filter(({ items, reminders }) => items > 0 && reminders > 0)).toHaveLength(2);
  });

  it('is not answered by a version that was drafted before', async () => {
    const { old, changeId } = await aChange(entitled);
    const { documentId } = await aDocument(world, commune, { cites: [{ numberSymbol: old.numberSymbol }] });
    const versionId = await aVersion(world, commune, { documentId, state: 'approved' });
    await confirm(entitled, changeId);

    await inWorker(commune, (desk, tx) => desk.versionIssued(tx, { documentId, versionId }));

    const { rows } = await world.owner.query(
      'select state from legal_impact.assessment where change_id = $1',
      [changeId],
    );
    expect(rows).toEqual([{ state: 'open' }]);
  });

  it('has nothing to do for a withdrawn document', async () => {
    const { changeId } = await reached();
    await heard(commune, changeId);
    const [first] = await assessed(changeId);

    await inWorker(commune, (desk, tx) => desk.documentWithdrawn(tx, first!.documentId));

    const { rows } = await world.owner.query<{ closed_reason: string }>(
      'select closed_reason from legal_impact.assessment where agency_id = $1 and document_id = $2',
      [commune.id, first!.documentId],
    );
    expect(rows).toEqual([{ closed_reason: 'Tài liệu đã bãi bỏ' }]);
  });
});
