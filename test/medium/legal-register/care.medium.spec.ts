import { type Actor } from '@app/kernel';

import {
  LegalTextExists,
  LegalTextNotFound,
  NotMergeable,
  NotTheTextsSteward,
} from '../../../libs/legal-register/src/domain/refusals';
import { type TestAgency, World } from '../../support';
import { FOR_ALL, Register } from './register-kit';

let world: World;
let register: Register;
let province: TestAgency;
let commune: TestAgency;
let steward: Actor;
let clerk: Actor;
let reader: Actor;

beforeAll(async () => {
  world = await World.open();
  register = new Register(world);
  province = await world.province();
  commune = await world.commune(province);
  steward = await world.person(await world.installation(), { roles: ['legal-steward'] });
  clerk = await world.person(commune, { roles: ['secretary'] });
  reader = await world.person(await world.commune(province));
});

afterAll(() => world.close());

async function journalOf(agencyId: string, subjectId: string): Promise<string[]> {
  const { rows } = await world.owner.query<{ action: string }>(
    'select action from journal.entry where agency_id = $1 and subject_id = $2 order by seq',
    [agencyId, subjectId],
  );
  return rows.map(({ action }) => action);
}

describe('correcting a record', () => {
  it('changes what was typed wrong, keeps what was right, and says so in the chain of the steward', async () => {
    const old = await register.record(steward, register.aText());
    const fields = register.aText({
      relations: [{ kind: 'replaces', targetId: old, partly: false, note: null }],
    });
    const id = await register.record(steward, fields);

    await register.correct(steward, id, { ...fields, issuedOn: '2015-11-16', relations: [] });

    expect(await register.find(reader, fields.numberSymbol, { issuedOn: '2015-11-15' })).toBeNull();
    expect(await register.find(reader, fields.numberSymbol, { issuedOn: '2015-11-16' })).toBe(id);
    expect(await register.status(reader, old, '2026-01-01')).toBe('in-force');
    expect(await journalOf(steward.agencyId, id)).toEqual([
      'legal-register.text-recorded',
      'legal-register.text-corrected',
    ]);
  });

  it('lets exactly one of two corrections of the same reading through', async () => {
    const fields = register.aText();
    const id = await register.record(steward, fields);
    const rowVersion = await register.rowVersion(steward, id);

    const outcomes = await Promise.allSettled(
      ['Một', 'Hai'].map((title) =>
        world.unitOfWork.write(steward, null, (tx) =>
          register.keeping.correct(tx, { id, rowVersion }, { ...fields, title }),
        ),
      ),
    );

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('refuses the identity of another record, and hands that are not the steward’s', async () => {
    const [one, other] = [register.aText(), register.aText()];
    await register.record(steward, one);
    const id = await register.record(steward, other);

    await expect(register.correct(steward, id, one)).rejects.toThrow(LegalTextExists);
    await expect(register.correct(clerk, id, other)).rejects.toThrow(NotTheTextsSteward);
  });

  it('does not know the record of another agency', async () => {
    const fields = register.aText();
    const id = await register.record(clerk, fields, { audience: commune.path, isConfirmed: false });

    await expect(register.correct(reader, id, fields)).rejects.toThrow(LegalTextNotFound);
  });
});

describe('withdrawing a wrong record', () => {
  it('frees its number for the right one', async () => {
    const fields = register.aText();
    await register.withdraw(steward, await register.record(steward, fields));

    const right = await register.record(steward, fields);

    expect(await register.find(reader, fields.numberSymbol)).toBe(right);
  });
});

describe('merging a duplicate', () => {
  it('is proposed for another spelling of the body or another day, and never done by itself', async () => {
    const fields = register.aText({ issuer: 'Bộ Khoa học và Công nghệ' });
    const id = await register.record(steward, fields);
    const spelt = await register.record(steward, { ...fields, issuer: 'Bộ Khoa học Công nghệ' });
    const dated = await register.record(steward, { ...fields, issuedOn: '2015-11-25' });

    const found = await world.unitOfWork.read(steward, (tx) => register.duplicates.of(tx, id));

    expect(found.map((each) => [each.id, each.likeness]).sort()).toEqual(
      [
        [spelt, 'other-issuer-spelling'],
        [dated, 'other-date'],
      ].sort(),
    );
    expect(await register.find(reader, fields.numberSymbol)).toBeNull();
  });

  it('does not take the resolutions of two councils for one', async () => {
    const fields = register.aText({ issuer: 'Hội đồng nhân dân tỉnh Sóc Trăng' });
    const id = await register.record(steward, fields);
    await register.record(steward, { ...fields, issuer: 'Hội đồng nhân dân tỉnh Cà Mau' });

    expect(await world.unitOfWork.read(steward, (tx) => register.duplicates.of(tx, id))).toEqual([]);
  });

  it('keeps both identities: number, name and relations mean the text that stays', async () => {
    const fields = register.aText({ issuedOn: '2015-11-15' });
    const stays = await register.record(steward, fields);
    const target = await register.record(steward, register.aText());
    const duplicate = await register.record(steward, {
      ...fields,
      issuedOn: '2015-11-25',
      aliases: [{ name: `Nghị định ${fields.numberSymbol}`, year: 2015 }],
      relations: [{ kind: 'repeals', targetId: target, partly: false, note: null }],
    });
    const ending = await register.record(
      steward,
      register.aText({
        effectiveOn: '2024-01-01',
        relations: [{ kind: 'replaces', targetId: duplicate, partly: false, note: null }],
      }),
    );

    await register.merge(steward, duplicate, stays);

    expect(await register.find(reader, fields.numberSymbol, { issuedOn: '2015-11-25' })).toBe(stays);
    expect(await register.find(reader, fields.numberSymbol)).toBe(stays);
    expect(await register.status(reader, stays, '2023-12-31')).toBe('in-force');
    expect(await register.status(reader, stays, '2024-01-01')).toBe('expired');
    expect(await register.status(reader, duplicate, '2024-01-01')).toBe('expired');
    const { rows } = await world.owner.query<{ text_id: string; target_id: string }>(
      'select text_id, target_id from legal_register.pub_relation where text_id = $1 or target_id = $1',
      [stays],
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        { text_id: stays, target_id: target },
        { text_id: ending, target_id: stays },
      ]),
    );
    expect(await journalOf(steward.agencyId, duplicate)).toContain('legal-register.texts-merged');
  });

  it('follows on when the text that stayed is merged in turn', async () => {
    const fields = register.aText();
    const own = await register.record(clerk, fields, { audience: commune.path, isConfirmed: false });
    const first = await register.record(steward, fields);
    const second = await register.record(steward, { ...fields, issuedOn: '2015-11-25' });
    await register.merge(clerk, own, first);
    await register.merge(steward, first, second);

    expect(await register.find(clerk, fields.numberSymbol, { issuedOn: '2015-11-15' })).toBe(second);
    expect(await register.find(clerk, fields.numberSymbol)).toBe(second);
  });

  it('refuses what not everybody would see, what acts on the other, and other hands', async () => {
    const fields = register.aText();
    const narrow = await register.record(clerk, fields, { audience: commune.path, isConfirmed: true });
    const wide = await register.record(steward, { ...fields, issuedOn: '2015-11-25' });
    const acting = await register.record(
      steward,
      register.aText({ relations: [{ kind: 'amends', targetId: wide, partly: true, note: null }] }),
      FOR_ALL,
    );

    await expect(register.merge(steward, wide, narrow)).rejects.toThrow(LegalTextNotFound);
    await expect(register.merge(steward, wide, acting)).rejects.toThrow(NotMergeable);
    await expect(register.merge(clerk, wide, narrow)).rejects.toThrow(NotTheTextsSteward);
    await expect(register.merge(clerk, narrow, narrow)).rejects.toThrow(NotMergeable);
  });
});
