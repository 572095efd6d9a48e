import { systemActor } from '@app/kernel';
import { LegalImpactFacade } from '@app/legal-impact';

import { type Officer, refusalOf, Stage, statementsOf } from '../../support/staging';

interface Detail {
  id: string;
  rowVersion: number;
  state: string;
  status: string;
  endsOn: string | null;
  amended: boolean;
  appliesHere: boolean;
  changeId: string | null;
  awaited: { numberSymbol: string }[];
  awaitedBy: { textId: string; kind: string; mine: boolean }[];
  articles: { label: string; touched: { kind: string; by: string; effectiveOn: string }[] }[];
  relations: { kind: string; textId: string; provisions: string | null; transition: string | null }[];
  duplicates: { id: string; likeness: string }[];
  mergedIntoId: string | null;
  actions: Record<'correct' | 'merge', { allowed: boolean; code: string | null }>;
}

let stage: Stage;
let secretary: Officer;
let serial = Date.now() % 100_000;

beforeAll(async () => {
  stage = await Stage.open();
  secretary = (await stage.office()).by.secretary;
  const installation = await stage.world.installation();
  await stage.world.unitOfWork.write(systemActor(installation.id, 'spec', installation.path), null, (tx) =>
    stage.api.app.get(LegalImpactFacade, { strict: false }).seedRules(tx),
  );
});

afterAll(() => stage.close());

function fields(changes: Record<string, unknown> = {}): Record<string, unknown> & { numberSymbol: string } {
  serial += 1;
  return {
    kind: 'Thông tư',
    numberSymbol: `${String(serial)}/2015/TT-BTC`,
    issuer: 'Bộ Tài chính',
    issuedOn: '2015-08-11',
    effectiveOn: '2015-09-25',
    title: 'Quản lý tài chính',
    aliases: [],
    relations: [],
    ...changes,
  };
}

function record(changes: Record<string, unknown> = {}): Promise<Detail> {
  return secretary.post<Detail>('/legal-texts', fields(changes));
}

async function correct(text: Detail, body: Record<string, unknown>): Promise<Detail> {
  const answer = await secretary.send<Detail & { code: string }>('PUT', `/legal-texts/${text.id}`, {
    body,
    headers: { 'if-match': `"${String(text.rowVersion)}"` },
  });
  if (answer.status !== 200) throw Object.assign(new Error(answer.body.code), { code: answer.body.code });
  return answer.body;
}

const see = (id: string, on = ''): Promise<Detail> =>
  secretary.get(`/legal-texts/${id}${on === '' ? '' : `?on=${on}`}`);
const changeOf = (id: string | null): Promise<{ state: string; targets: string[] }> =>
  secretary.get(`/legal-changes/${id ?? ''}`);

describe('correcting what a text does to others', () => {
  it('carries the waiting change along, and takes it back when nothing is left of it', async () => {
    const [one, other] = [await record(), await record()];
    const body = fields({ relations: [{ kind: 'replaces', targetId: one.id, partly: false }] });
    const text = await secretary.post<Detail>('/legal-texts', body);

    const moved = await correct(text, {
      ...body,
      relations: [{ kind: 'amends', targetId: other.id, partly: true, provisions: 'Điều 5' }],
    });
    expect(await changeOf(moved.changeId)).toMatchObject({
      state: 'recorded',
      targets: [expect.any(String)],
    });
    expect((await see(one.id)).status).toBe('in-force');
    expect((await see(other.id)).amended).toBe(true);

    const bare = await correct(moved, { ...body, relations: [] });
    expect(await changeOf(text.changeId)).toMatchObject({ state: 'withdrawn' });
    expect(bare.relations).toEqual([]);
  });

  it('refuses once the change was confirmed, and lets the rest be corrected', async () => {
    const target = await record();
    const body = fields({ relations: [{ kind: 'replaces', targetId: target.id, partly: false }] });
    const text = await secretary.post<Detail>('/legal-texts', body);
    await secretary.post(`/legal-changes/${text.changeId ?? ''}/confirmation`, {});
    const confirmed = await see(text.id);

    await expect(correct(confirmed, { ...body, relations: [] })).rejects.toMatchObject({
      code: 'legal-impact.change-stands',
    });
    expect(
      await refusalOf(
        secretary.post(`/legal-texts/${text.id}/withdrawal`, {
          reason: 'Ghi nhầm',
          rowVersion: confirmed.rowVersion,
        }),
      ),
    ).toBe('legal-impact.change-stands');
    const renamed = await correct(confirmed, { ...body, title: 'Tên đúng' });
    expect(renamed).toMatchObject({ title: 'Tên đúng', state: 'confirmed' });
  });

  it('refuses a correction of what somebody else has corrected since', async () => {
    const body = fields();
    const text = await secretary.post<Detail>('/legal-texts', body);
    await correct(text, { ...body, title: 'Một' });

    await expect(correct(text, { ...body, title: 'Hai' })).rejects.toMatchObject({ code: 'platform.stale' });
  });
});

describe('the page of a text', () => {
  it('tells its status on the day that is asked for, and which articles were touched', async () => {
    const old = await record({ articles: [{ label: 'điều 5', title: 'Mức chi' }] });
    const by = fields({
      issuedOn: '2019-01-02',
      effectiveOn: '2019-03-01',
      relations: [
        {
          kind: 'repeals',
          targetId: old.id,
          partly: false,
          provisions: 'khoản 2 Điều 5; Điều 7',
          effectiveOn: '2020-01-01',
          transition: 'Hồ sơ đã nhận thì giải quyết theo quy định cũ.',
        },
      ],
    });
    await secretary.post('/legal-texts', by);

    expect((await see(old.id, '2019-12-31')).status).toBe('in-force');
    const after = await see(old.id, '2020-01-01');
    expect(after).toMatchObject({ status: 'partly-expired', endsOn: null });
    expect(after.articles).toEqual([
      {
        label: 'Điều 5',
        title: 'Mức chi',
        touched: [{ kind: 'repeals', by: by.numberSymbol, effectiveOn: '2020-01-01' }],
      },
    ]);
    expect(after.relations[0]).toMatchObject({
      transition: expect.stringContaining('quy định cũ') as string,
    });
  });

  it('tells whom a resolution of a part of the province is meant for', async () => {
    const there = await stage.office();
    const text = await record({ territoryIds: [there.agency.id], territoryNote: 'Địa bàn tỉnh cũ' });

    expect(text.appliesHere).toBe(false);
    expect((await see(text.id)).appliesHere).toBe(false);
    expect((await record()).appliesHere).toBe(true);
  });

  it('names what awaited it; a correction of that one makes it a relation, and a change', async () => {
    const missing = fields();
    const { numberSymbol, issuer, issuedOn } = missing as Record<string, string>;
    const act = { kind: 'amends', partly: true };
    const body = fields({ awaited: [{ ...act, numberSymbol, issuer, issuedOn }] });
    const early = await secretary.post<Detail>('/legal-texts', body);
    expect(early).toMatchObject({ changeId: null, awaited: [{ numberSymbol }] });

    const late = await secretary.post<Detail>('/legal-texts', missing);
    expect(late.awaitedBy).toEqual([
      expect.objectContaining({ textId: early.id, kind: 'amends', mine: true }),
    ]);

    const joined = await correct(early, { ...body, relations: [{ ...act, targetId: late.id }] });
    expect(joined.awaited).toEqual([]);
    expect(await changeOf(joined.changeId)).toMatchObject({ state: 'recorded', targets: [numberSymbol] });
  });

  it('proposes a duplicate, merges on word only, and leads the old address on', async () => {
    const body = fields();
    const stays = await secretary.post<Detail>('/legal-texts', body);
    const duplicate = await secretary.post<Detail>('/legal-texts', { ...body, issuedOn: '2015-08-12' });
    expect(duplicate.duplicates).toEqual([expect.objectContaining({ id: stays.id, likeness: 'other-date' })]);
    const list = await secretary.get<{ items: { own: { id: string } }[] }>('/legal-texts/duplicates');
    expect(list.items.map(({ own }) => own.id)).toEqual(expect.arrayContaining([stays.id, duplicate.id]));

    await secretary.post(`/legal-texts/${duplicate.id}/merger`, {
      intoId: stays.id,
      reason: 'Nhập nhầm ngày',
      rowVersion: duplicate.rowVersion,
    });

    expect(await see(duplicate.id)).toMatchObject({ state: 'merged', mergedIntoId: stays.id });
    expect((await see(duplicate.id)).actions.correct.allowed).toBe(false);
    expect((await see(stays.id)).duplicates).toEqual([]);
  });

  it('takes as many statements for many relations as for one, and the list one', async () => {
    const old = await record();
    await see(old.id);
    const few = await statementsOf(() => see(old.id));
    for (let made = 0; made < 3; made += 1)
      await record({ relations: [{ kind: 'guides', targetId: old.id, partly: false }] });
    const many = await statementsOf(() => see(old.id));
    const list = await statementsOf(() => secretary.get('/legal-texts?on=2020-01-01&status=in-force'));

    expect(many).toHaveLength(few.length);
    expect(list).toHaveLength(5);
  });
});
