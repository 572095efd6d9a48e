import { type Actor, type LocalDate } from '@app/kernel';
import { type LegalTextFields } from '@app/legal-register';

import { CircularReplacement } from '../../../libs/legal-register/src/domain/refusals';
import { World } from '../../support';
import { Register } from './register-kit';

const TTG = { kind: 'Quyết định', issuer: 'Thủ tướng Chính phủ' };
const BTC = { kind: 'Thông tư', issuer: 'Bộ Tài chính' };

let world: World;
let register: Register;
let steward: Actor;
let reader: Actor;

beforeAll(async () => {
  world = await World.open();
  register = new Register(world);
  const province = await world.province();
  // The texts of the seeds belong to this spec's own province: other specs of this database keep their own.
  steward = await world.person(province, { roles: ['province-admin'] });
  reader = await world.person(await world.commune(province));
});

afterAll(() => world.close());

function record(fields: Partial<LegalTextFields>): Promise<string> {
  return register.record(steward, register.aText(fields), {
    audience: steward.agencyPath,
    isConfirmed: true,
  });
}

const whole = (targetId: string) => ({ targetId, partly: false, note: null });
const part = (targetId: string) => ({ targetId, partly: true, note: null });

async function amendedOn(id: string, day: string): Promise<boolean> {
  const row = await world.unitOfWork.read(reader, (tx) =>
    tx.one<{ amended: boolean }>('select legal_register.amended_on($1, $2::date) as amended', [id, day]),
  );
  return row!.amended;
}

/** Status the day before, on the day, and the day after. */
async function around(id: string, [before, day, after]: [string, string, string]): Promise<unknown[]> {
  return Promise.all([before, day, after].map((each) => register.status(reader, id, each)));
}

describe('the financing of ISO: 159/2010/TT-BTC → 116/2015/TT-BTC', () => {
  it('ends the old circular on the day the new one commences, and not on the day it was signed', async () => {
    const old = await record({
      ...BTC,
      numberSymbol: '159/2010/TT-BTC',
      issuedOn: '2010-10-15',
      effectiveOn: '2010-11-29',
    });
    const current = await record({
      ...BTC,
      numberSymbol: '116/2015/TT-BTC',
      issuedOn: '2015-08-11',
      effectiveOn: '2015-09-25',
      relations: [{ kind: 'replaces', ...whole(old) }],
    });

    expect(await around(old, ['2010-11-28', '2010-11-29', '2010-11-30'])).toEqual([
      'not-yet',
      'in-force',
      'in-force',
    ]);
    expect(await around(old, ['2015-08-11', '2015-09-24', '2015-09-25'])).toEqual([
      'in-force',
      'in-force',
      'expired',
    ]);
    expect(await around(current, ['2015-09-24', '2015-09-25', '2015-09-26'])).toEqual([
      'not-yet',
      'in-force',
      'in-force',
    ]);
  });
});

describe('the application of ISO: 144/2006 → 118/2009 → 19/2014', () => {
  it('amends first, then replaces both, each on its own day', async () => {
    const first = await record({
      ...TTG,
      numberSymbol: '144/2006/QĐ-TTg',
      issuedOn: '2006-06-20',
      effectiveOn: '2006-07-17',
    });
    const amending = await record({
      ...TTG,
      numberSymbol: '118/2009/QĐ-TTg',
      issuedOn: '2009-09-30',
      effectiveOn: '2009-11-20',
      relations: [{ kind: 'amends', ...part(first), provisions: 'một số điều' }],
    });
    const replacing = await record({
      ...TTG,
      numberSymbol: '19/2014/QĐ-TTg',
      issuedOn: '2014-03-05',
      effectiveOn: '2014-05-18',
      relations: [
        { kind: 'replaces', ...whole(first) },
        { kind: 'replaces', ...whole(amending) },
      ],
    });

    expect(await around(first, ['2009-11-19', '2009-11-20', '2009-11-21'])).toEqual(
      Array(3).fill('in-force'),
    );
    expect(await Promise.all(['2009-11-19', '2009-11-20'].map((day) => amendedOn(first, day)))).toEqual([
      false,
      true,
    ]);
    for (const ended of [first, amending])
      expect(await around(ended, ['2014-05-17', '2014-05-18', '2014-05-19'])).toEqual([
        'in-force',
        'expired',
        'expired',
      ]);
    expect(await around(replacing, ['2014-05-17', '2014-05-18', '2026-11-23'])).toEqual([
      'not-yet',
      'in-force',
      'in-force',
    ]);
  });

  it('B-19: takes 19/2014 and 19/2025 for two texts, though the number is the same', async () => {
    const later = await record({ ...TTG, numberSymbol: '19/2025/QĐ-TTg', issuedOn: '2025-06-30' });

    expect(await register.find(reader, '19/2025/QĐ-TTg')).toBe(later);
    expect(await register.find(reader, '19/2014/QĐ-TTg')).not.toBe(later);
    const like = await world.unitOfWork.read(steward, (tx) => register.duplicates.of(tx, later));
    expect(like).toEqual([]);
  });
});

describe('B-19: relations out of order', () => {
  it('B-19: lets a text await what it amends, and tells of it once that one is recorded', async () => {
    const missing = register.aText();
    const { numberSymbol, issuer, issuedOn } = missing;
    const awaiting = await record({
      awaited: [{ kind: 'amends', partly: true, note: null, numberSymbol, issuer, issuedOn }],
    });

    const target = await register.record(steward, missing, {
      audience: steward.agencyPath,
      isConfirmed: true,
    });
    const { text } = await world.unitOfWork.read(steward, (tx) => register.stored.get(tx, target));
    const found = await world.unitOfWork.read(steward, (tx) => register.stored.awaiting(tx, text.numberKey));

    expect(found.map(({ id, mine }) => [id, mine])).toEqual([[awaiting, true]]);
  });

  it('B-19: gives the same answer whichever of two replacements was recorded first', async () => {
    const [early, late] = [await record({}), await record({})];
    const replace = (targetId: string, effectiveOn: string): Promise<string> =>
      record({ effectiveOn, relations: [{ kind: 'replaces', ...whole(targetId) }] });
    await replace(early, '2020-01-01');
    await replace(early, '2022-01-01');
    await replace(late, '2022-01-01');
    await replace(late, '2020-01-01');

    for (const id of [early, late])
      expect(await around(id, ['2019-12-31', '2020-01-01', '2022-01-01'])).toEqual([
        'in-force',
        'expired',
        'expired',
      ]);
  });

  it.each([1, 2, 3, 4, 5])('B-19: refuses a cycle of %i replacements', async (length) => {
    const fields = register.aText();
    const first = await register.record(steward, fields, {
      audience: steward.agencyPath,
      isConfirmed: true,
    });
    let last = first;
    for (let made = 0; made < length; made += 1)
      last = await record({ relations: [{ kind: made % 2 === 0 ? 'replaces' : 'repeals', ...whole(last) }] });

    const closing = register.correct(steward, first, {
      ...fields,
      relations: [{ kind: 'replaces', ...whole(last) }],
    });

    await expect(closing).rejects.toThrow(CircularReplacement);
    expect(await register.status(reader, first, '2026-01-01')).toBe('expired');
  });

  it('B-19: lets two texts touch parts of each other', async () => {
    const fields = register.aText();
    const first = await register.record(steward, fields, {
      audience: steward.agencyPath,
      isConfirmed: true,
    });
    const second = await record({ relations: [{ kind: 'repeals', ...part(first), provisions: 'Điều 5' }] });

    await register.correct(steward, first, {
      ...fields,
      relations: [{ kind: 'repeals', ...part(second), provisions: 'Điều 7' }],
    });

    expect(await register.status(reader, first, '2026-01-01')).toBe('partly-expired');
  });

  it('B-19: takes a withdrawn notice back with all that it did', async () => {
    const old = await record({});
    const notice = await record({ relations: [{ kind: 'repeals', ...whole(old) }] });
    expect(await register.status(reader, old, '2026-01-01')).toBe('expired');

    await register.withdraw(steward, notice);

    expect(await register.status(reader, old, '2026-01-01')).toBe('in-force');
  });

  it('B-19: acts from a day in the past at once', async () => {
    const old = await record({});
    await record({
      issuedOn: '2026-05-01',
      effectiveOn: '2026-06-01',
      relations: [
        { kind: 'replaces', ...whole(old), effectiveOn: '2026-01-01', transition: 'Hồ sơ đã nhận…' },
      ],
    });

    expect(await around(old, ['2025-12-31', '2026-01-01', '2026-06-01'])).toEqual([
      'in-force',
      'expired',
      'expired',
    ]);
  });
});

it('tells the day from which a text will have no effect', async () => {
  const old = await record({});
  await record({
    issuedOn: '2026-05-01',
    effectiveOn: '2099-01-01',
    relations: [{ kind: 'replaces', ...whole(old) }],
  });

  const row = await world.unitOfWork.read(reader, (tx) =>
    tx.one<{ day: LocalDate }>('select legal_register.ends_on($1) as day', [old]),
  );
  expect(row).toEqual({ day: '2099-01-01' });
});
