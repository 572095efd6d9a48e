import { AdministrativeProceduresModule } from '@app/administrative-procedures';
import { type Actor, type Role } from '@app/kernel';
import { type INestApplicationContext } from '@nestjs/common';

import { KeepProcedures } from '../../../libs/administrative-procedures/src/application/keep-procedures';
import { type ProcedureFields } from '../../../libs/administrative-procedures/src/domain/procedure';
import {
  NotEntitledForTthc,
  NotTheKeeper,
  ProcedureExists,
  ProcedureNotFound,
} from '../../../libs/administrative-procedures/src/domain/refusals';
import {
  type ProcedureDetailRow,
  type ProcedureFilter,
  type ProcessRow,
  ProceduresQuery,
} from '../../../libs/administrative-procedures/src/persistence/procedures.query';
import { type TestAgency, World } from '../../support';
import { openModules } from './slice';

let world: World;
let api: INestApplicationContext;
let province: TestAgency;
let commune: TestAgency;
let entitled: Actor;
let secretary: Actor;

beforeAll(async () => {
  world = await World.open();
  api = await openModules(world.database.urls.app, [AdministrativeProceduresModule]);
});

beforeEach(async () => {
  province = await world.province();
  commune = await world.commune(province);
  entitled = await world.person(province, { roles: ['province-admin'], entitledFields: ['tthc'] });
  secretary = await world.person(commune, { roles: ['secretary'] });
});

afterAll(async () => {
  await api.close();
  await world.close();
});

const fields = (changes: Partial<ProcedureFields> = {}): ProcedureFields => ({
  code: null,
  name: 'Đăng ký khai sinh',
  field: 'Hộ tịch',
  level: 'commune',
  executingBody: null,
  timeLimit: '05 ngày làm việc',
  fee: null,
  status: 'in-force',
  note: null,
  validFrom: null,
  ...changes,
});
const add = (actor: Actor, changes: Partial<ProcedureFields> = {}): Promise<string> =>
  api.get(KeepProcedures).add(actor, null, fields(changes));
const seen = async (actor: Actor, filter: ProcedureFilter = {}): Promise<string[]> => {
  const rows = await world.unitOfWork.read(actor, (tx) =>
    api.get(ProceduresQuery).list(tx, filter, { after: null, limit: 50 }),
  );
  return rows.map(({ name }) => name);
};
const one = async (actor: Actor, id: string): Promise<ProcedureDetailRow | null> =>
  world.unitOfWork.read(actor, (tx) => api.get(ProceduresQuery).one(tx, id));
const roleOf = (agency: TestAgency, role: Role): Promise<Actor> => world.person(agency, { roles: [role] });

describe('TT-01 the register of a province', () => {
  it('TT-01: shows what the province enters to its agencies, and to no other province', async () => {
    await add(entitled, { name: 'Chứng thực chữ ký', code: '2.000884.000.00.00.H56' });
    const stranger = await roleOf(await world.province(), 'province-admin');

    expect(await seen(secretary)).toEqual(['Chứng thực chữ ký']);
    expect(await seen(stranger)).toEqual([]);
  });

  it('TT-01: keeps the entry of a commune to that commune', async () => {
    const id = await add(secretary);
    const sibling = await roleOf(await world.commune(province), 'secretary');

    expect(await seen(secretary)).toEqual(['Đăng ký khai sinh']);
    expect([await seen(sibling), await seen(entitled)]).toEqual([[], []]);
    expect(await one(sibling, id)).toBeNull();
  });

  it('TT-01: finds by code and by name without accents, field by field, page by page', async () => {
    await add(entitled, { name: 'Chứng thực chữ ký', field: 'Chứng thực', code: '2.000884' });
    await add(entitled, { name: 'Đăng ký lại khai sinh' });
    await add(entitled, { name: 'Đăng ký khai tử' });
    const first = await world.unitOfWork.read(secretary, (tx) =>
      api.get(ProceduresQuery).list(tx, {}, { after: null, limit: 1 }),
    );
    const { fieldKey, nameKey, id } = first[0]!;
    const next = await world.unitOfWork.read(secretary, (tx) =>
      api.get(ProceduresQuery).list(tx, {}, { after: [fieldKey, nameKey, id], limit: 5 }),
    );

    expect(await seen(secretary, { q: 'dang ky khai' })).toEqual(['Đăng ký khai tử']);
    expect(await seen(secretary, { q: '2.000884' })).toEqual(['Chứng thực chữ ký']);
    expect(await seen(secretary, { field: 'ho tich' })).toEqual(['Đăng ký khai tử', 'Đăng ký lại khai sinh']);
    expect([first.length, next.map(({ name }) => name)]).toEqual([
      2,
      ['Đăng ký khai tử', 'Đăng ký lại khai sinh'],
    ]);
  });

  it('TT-01: lets nobody of the province write who is not entitled, and nobody write for another', async () => {
    const plain = await roleOf(province, 'province-admin');
    const id = await add(entitled);

    await expect(add(plain, { name: 'Khác' })).rejects.toThrow(NotEntitledForTthc);
    await expect(
      api.get(KeepProcedures).edit(secretary, { id, rowVersion: 1 }, fields({ name: 'Chiếm' })),
    ).rejects.toThrow(NotTheKeeper);
    await expect(
      api
        .get(KeepProcedures)
        .edit(await roleOf(await world.province(), 'secretary'), { id, rowVersion: 1 }, fields()),
    ).rejects.toThrow(ProcedureNotFound);
  });

  it('TT-01: has a TTHC without a code once, under any spelling of its name', async () => {
    await add(entitled);

    await expect(add(entitled, { name: 'ĐĂNG KÝ  KHAI SINH' })).rejects.toThrow(ProcedureExists);
    await expect(add(entitled, { level: 'province' })).resolves.toBeTruthy();
  });
});

describe('TT-02 whose duty a TTHC is', () => {
  it('TT-02: falls by rule to every commune, or to the body that executes it', async () => {
    const justice = await world.department(province, 'Sở Tư pháp tỉnh Thử');
    const other = await world.department(province, 'Sở Nội vụ tỉnh Thử');
    await add(entitled, { name: 'Của xã' });
    await add(entitled, { name: 'Của sở', level: 'province', executingBody: 'Sở Tư pháp' });
    const own = async (agency: TestAgency): Promise<string[]> =>
      seen(await roleOf(agency, 'secretary'), { own: true });

    expect(await own(commune)).toEqual(['Của xã']);
    expect(await own(justice)).toEqual(['Của sở']);
    expect(await own(other)).toEqual([]);
  });

  it('TT-02: takes the word of the agency before the rule, until it is taken back', async () => {
    const id = await add(entitled);
    const keep = api.get(KeepProcedures);
    const duty = async (): Promise<unknown> => {
      const row = await one(secretary, id);
      return [row?.duty, row?.dutyReason];
    };

    await keep.setDuty(secretary, id, { applies: false, reason: 'Không phát sinh' });
    const left = await duty();
    await keep.setDuty(secretary, id, { applies: null, reason: null });

    expect(left).toEqual([false, 'Không phát sinh']);
    expect(await duty()).toEqual([true, null]);
  });

  it('TT-02: ends on its day, not before', async () => {
    const id = await add(entitled);
    const endOn = async (day: string): Promise<string | undefined> => {
      await world.owner.query(
        `update administrative_procedures.procedure set valid = daterange(null, app.today() + $2::int) where id = $1`,
        [id, day],
      );
      return (await one(secretary, id))?.status;
    };

    expect([await endOn('1'), await endOn('0')]).toEqual(['in-force', 'ended']);
    expect((await one(secretary, id))?.duty).toBe(false);
  });
});

describe('TT-03 the quy trình nội bộ of a TTHC', () => {
  it('TT-03: gives way to the next on its first day', async () => {
    const procedureId = await add(entitled);
    const from = async (validFrom: string): Promise<void> =>
      api.get(KeepProcedures).addProcess(
        entitled,
        { procedureId, field: 'Hộ tịch' },
        {
          ...{ decisionNumber: null, decisionIssuer: null, decisionOn: null, timeLimit: null, note: null },
          validFrom,
          steps: [{ name: 'Tiếp nhận', responsible: null, time: '0,5 ngày' }],
        },
      );
    await from('2024-01-01');
    await from('2026-01-01');
    await from('2025-01-01');
    const processes: ProcessRow[] = await world.unitOfWork.read(secretary, (tx) =>
      api.get(ProceduresQuery).processes(tx, procedureId),
    );

    expect(processes.map(({ validFrom, validUntil, current }) => [validFrom, validUntil, current])).toEqual([
      ['2026-01-01', null, true],
      ['2025-01-01', '2026-01-01', false],
      ['2024-01-01', '2025-01-01', false],
    ]);
  });
});
