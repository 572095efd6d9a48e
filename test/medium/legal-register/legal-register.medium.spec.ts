import { type Actor, type LocalDate, SystemClock, UuidV7Ids } from '@app/kernel';
import {
  type LegalTextFields,
  LegalRegisterFacade,
  type LegalTextStatus,
  type RecordingScope,
} from '@app/legal-register';

import {
  RecordLegalText,
  RelationRules,
} from '../../../libs/legal-register/src/application/record-legal-text';
import { LegalTextExists, RelatedTextNotFound } from '../../../libs/legal-register/src/domain/refusals';
import { LegalTextsRepository } from '../../../libs/legal-register/src/persistence/legal-texts.repository';
import { RelationsRepository } from '../../../libs/legal-register/src/persistence/relations.repository';
import { ResolutionQuery } from '../../../libs/legal-register/src/persistence/resolution.query';
import { type TestAgency, World } from '../../support';

const ALL: RecordingScope = { audience: 'vn', isConfirmed: true };

let world: World;
let province: TestAgency;
let otherProvince: TestAgency;
let commune: TestAgency;
let sibling: TestAgency;
let steward: Actor;
let reader: Actor;
let register: LegalRegisterFacade;
let serial = 0;

beforeAll(async () => {
  world = await World.open();
  province = await world.province();
  otherProvince = await world.province();
  commune = await world.commune(province);
  sibling = await world.commune(province);
  steward = await world.person(await world.installation(), { roles: ['legal-steward'] });
  reader = await world.person(commune);
  const clock = new SystemClock();
  const texts = new LegalTextsRepository(new RelationsRepository());
  register = new LegalRegisterFacade(
    new RecordLegalText(texts, new RelationRules(texts), new UuidV7Ids(), clock),
    texts,
    new ResolutionQuery(),
    clock,
  );
});

afterAll(() => world.close());

/** A text with a number that no other spec uses. */
function aText(changes: Partial<LegalTextFields> = {}): LegalTextFields {
  serial += 1;
  return {
    kind: 'Nghị định',
    numberSymbol: `${String(serial)}${String(Date.now()).slice(-6)}/2015/NĐ-CP`,
    issuer: 'Chính phủ',
    issuedOn: '2015-11-15',
    effectiveOn: '2016-01-01',
    title: 'Nghị định thử',
    aliases: [],
    relations: [],
    ...changes,
  };
}

function record(actor: Actor, fields: LegalTextFields, scope: RecordingScope = ALL): Promise<string> {
  return world.unitOfWork.write(actor, null, async (tx) => (await register.record(tx, fields, scope)).id);
}

async function idOf(
  actor: Actor,
  numberSymbol: string,
  { issuer = null, issuedOn = null }: { issuer?: string | null; issuedOn?: string | null } = {},
): Promise<string | null> {
  const { citations } = await world.unitOfWork.read(actor, (tx) =>
    register.resolve(tx, [{ numberSymbol, issuer, issuedOn }], []),
  );
  return citations[0]?.textId ?? null;
}

async function idNamed(actor: Actor, name: string, year: number | null): Promise<string | null> {
  const { namedTexts } = await world.unitOfWork.read(actor, (tx) =>
    register.resolve(tx, [], [{ name, year }]),
  );
  return namedTexts[0]?.textId ?? null;
}

async function statusOf(actor: Actor, id: string, day: string): Promise<LegalTextStatus | undefined> {
  const found = await world.unitOfWork.read(actor, (tx) => register.statusOn(tx, [id], day as LocalDate));
  return found.get(id);
}

describe('resolving citations', () => {
  it('finds a text whatever way its number is written', async () => {
    const text = aText();
    const id = await record(steward, text);

    const spaced = text.numberSymbol.toLowerCase().replace('đ', 'd').replace('-', ' - ');

    expect(await idOf(reader, spaced)).toBe(id);
    expect(await idOf(reader, `0${text.numberSymbol}`, { issuer: 'chính phủ', issuedOn: '2015-11-15' })).toBe(
      id,
    );
  });

  it('asks issuer and date to agree where the citation gives them', async () => {
    const text = aText();
    await record(steward, text);

    expect(await idOf(reader, text.numberSymbol, { issuer: 'Bộ Tư pháp' })).toBeNull();
    expect(await idOf(reader, text.numberSymbol, { issuedOn: '2015-11-16' })).toBeNull();
  });

  it('keeps the councils of two provinces apart and guesses nothing', async () => {
    const socTrang = aText({ issuer: 'Hội đồng nhân dân tỉnh Sóc Trăng' });
    const first = await record(steward, socTrang);
    const second = await record(steward, { ...socTrang, issuer: 'HĐND tỉnh Cà Mau' });

    expect(await idOf(reader, socTrang.numberSymbol, { issuer: 'HĐND tỉnh Sóc Trăng' })).toBe(first);
    expect(await idOf(reader, socTrang.numberSymbol, { issuer: 'Hội đồng nhân dân tỉnh Cà Mau' })).toBe(
      second,
    );
    expect(await idOf(reader, socTrang.numberSymbol)).toBeNull();
  });

  it('finds a law by its name and year, typed in any way', async () => {
    const title = `Luật Thử nghiệm ${String(serial)}x`;
    const id = await record(steward, aText({ kind: 'Luật', title, issuer: 'Quốc hội' }));

    expect(await idNamed(reader, `${title} năm 2015`, 2015)).toBe(id);
    expect(await idNamed(reader, title.toUpperCase().normalize('NFD'), 2015)).toBe(id);
    expect(await idNamed(reader, title, 2014)).toBeNull();
  });

  it('takes a name without a year for the latest law of that name in force', async () => {
    const name = `Luật Hai đời ${String(serial)}y`;
    const law = { kind: 'Luật', title: name, issuer: 'Quốc hội' };
    await record(steward, aText({ ...law, issuedOn: '2005-01-01', effectiveOn: '2006-01-01' }));
    const latest = await record(
      steward,
      aText({ ...law, issuedOn: '2015-01-01', effectiveOn: '2016-01-01' }),
    );
    await record(steward, aText({ ...law, issuedOn: '2026-01-01', effectiveOn: '2099-01-01' }));

    expect(await idNamed(reader, name, null)).toBe(latest);
  });

  it('shows twins of two stewards as one: the confirmed one of the widest audience', async () => {
    const text = aText();
    await record(reader, text, { audience: commune.path, isConfirmed: false });
    const national = await record(steward, text);

    expect(await idOf(reader, text.numberSymbol)).toBe(national);
  });
});

describe('status on a day', () => {
  it('follows commencement, replacement in part and replacement', async () => {
    const old = await record(steward, aText());
    const replacing = (from: string, partly: boolean): LegalTextFields =>
      aText({ effectiveOn: from, relations: [{ kind: 'replaces', targetId: old, partly, note: null }] });
    await record(steward, replacing('2024-07-01', true));
    await record(steward, replacing('2026-01-01', false));

    expect(await statusOf(reader, old, '2015-12-31')).toBe('not-yet');
    expect(await statusOf(reader, old, '2016-01-01')).toBe('in-force');
    expect(await statusOf(reader, old, '2024-07-01')).toBe('partly-expired');
    expect(await statusOf(reader, old, '2026-01-01')).toBe('expired');
  });

  it('is "recorded" while nobody knows the commencement', async () => {
    const id = await record(steward, aText({ effectiveOn: null }));

    expect(await statusOf(reader, id, '2026-01-01')).toBe('recorded');
  });

  it('heeds an unconfirmed relation for its recorder alone', async () => {
    const old = await record(steward, aText());
    const clerk = await world.person(province);
    await record(
      clerk,
      aText({
        effectiveOn: '2020-01-01',
        relations: [{ kind: 'repeals', targetId: old, partly: false, note: null }],
      }),
      { audience: province.path, isConfirmed: false },
    );

    expect(await statusOf(clerk, old, '2021-01-01')).toBe('expired');
    expect(await statusOf(reader, old, '2021-01-01')).toBe('in-force');
  });
});

describe('recording', () => {
  it('refuses the same number, issuer and date twice of one steward', async () => {
    const text = aText();
    await record(steward, text);

    await expect(record(steward, { ...text, title: 'Khác' })).rejects.toThrow(LegalTextExists);
  });

  it('lets exactly one of two simultaneous entries through', async () => {
    const text = aText();

    const outcomes = await Promise.allSettled([record(steward, text), record(steward, text)]);

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('leaves a row in the chain of the steward', async () => {
    const id = await record(reader, aText(), { audience: commune.path, isConfirmed: false });

    const { rows } = await world.owner.query(
      "select 1 from journal.entry where agency_id = $1 and action = 'legal-register.text-recorded' and subject_id = $2",
      [commune.id, id],
    );
    expect(rows).toHaveLength(1);
  });

  it('confirms only texts of the acting agency', async () => {
    const id = await record(reader, aText(), { audience: commune.path, isConfirmed: false });

    await world.unitOfWork.write(steward, null, (tx) => register.confirm(tx, id));

    const { rows } = await world.owner.query<{ state: string }>(
      'select state from legal_register.legal_text where id = $1',
      [id],
    );
    expect(rows[0]?.state).toBe('recorded');
  });

  it('enters the starter set once', async () => {
    await world.unitOfWork.write(steward, null, (tx) => register.seed(tx));

    expect(await world.unitOfWork.write(steward, null, (tx) => register.seed(tx))).toBe(0);
    expect(await idNamed(reader, 'Luật Hộ tịch', 2014)).not.toBeNull();
    expect(
      await idOf(reader, '19/2014/QĐ-TTg', { issuer: 'Thủ tướng', issuedOn: '2014-03-05' }),
    ).not.toBeNull();
  });
});

describe('isolation', () => {
  it("keeps a commune's own entry from its sibling, its province and everybody else", async () => {
    const text = aText({ kind: 'Luật', title: `Luật Riêng ${String(serial)}z` });
    const id = await record(reader, text, { audience: commune.path, isConfirmed: false });

    expect(await idOf(reader, text.numberSymbol)).toBe(id);
    for (const agency of [sibling, province, otherProvince]) {
      const stranger = await world.person(agency);
      expect(await idOf(stranger, text.numberSymbol)).toBeNull();
      expect(await idNamed(stranger, text.title, 2015)).toBeNull();
      expect(await statusOf(stranger, id, '2026-01-01')).toBeUndefined();
    }
  });

  it("lets a province's entry be seen in that province only", async () => {
    const text = aText();
    const id = await record(await world.person(province), text, {
      audience: province.path,
      isConfirmed: true,
    });

    expect(await idOf(reader, text.numberSymbol)).toBe(id);
    expect(await idOf(await world.person(await world.commune(otherProvince)), text.numberSymbol)).toBeNull();
  });

  it('refuses a relation to a text that the recorder may not see', async () => {
    const hidden = await record(await world.person(sibling), aText(), {
      audience: sibling.path,
      isConfirmed: false,
    });

    await expect(
      record(
        reader,
        aText({ relations: [{ kind: 'replaces', targetId: hidden, partly: false, note: null }] }),
      ),
    ).rejects.toThrow(RelatedTextNotFound);
  });

  it('lets nobody write in the name of another steward', async () => {
    await expect(
      world.unitOfWork.write(reader, null, (tx) =>
        tx.change(
          `insert into legal_register.legal_text (id, steward_agency_id, audience, kind, number_symbol, number_key, issuer,
             issuer_key, issued_on, title)
           values (gen_random_uuid(), $1, 'vn', 'x', '1/x', '1/x', 'x', 'x', '2020-01-01', 'x')`,
          [province.id],
        ),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});
