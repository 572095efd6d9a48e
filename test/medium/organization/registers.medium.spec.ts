import { type Actor, addDays, type LocalDate, systemActor } from '@app/kernel';
import { addWorkingDays, ImportAdministrativeUnits, OrganizationFacade } from '@app/organization';

import { AdministrativeUnitsRepository } from '../../../libs/organization/src/persistence/administrative-units.repository';
import { CalendarRepository } from '../../../libs/organization/src/persistence/calendar.repository';
import { OrganizationQuery } from '../../../libs/organization/src/persistence/organization.query';
import { World } from '../../support';

let world: World;
let installation: Actor;
const organization = new OrganizationFacade(new OrganizationQuery(), new CalendarRepository());

beforeAll(async () => {
  world = await World.open();
  const agency = await world.installation();
  installation = systemActor(agency.id, 'spec', agency.path);
});

afterAll(() => world.close());

describe('administrative units', () => {
  const list = [
    {
      code: '990001',
      name: 'Tỉnh Thử',
      wards: [
        { code: '990002', name: 'Xã Một' },
        { code: '990003', name: 'Xã Hai' },
      ],
    },
  ];

  it('are entered once; a new name is a change, the same list is none', async () => {
    const imports = new ImportAdministrativeUnits(world.unitOfWork, new AdministrativeUnitsRepository());
    const run = (units: unknown): Promise<{ changed: number }> =>
      imports.execute(installation, { list: units, source: 'spec' });

    expect(await run(list)).toEqual({ provinces: 1, communes: 2, changed: 3 });
    expect((await run(list)).changed).toBe(0);
    expect((await run([{ ...list[0], name: 'Thành phố Thử' }])).changed).toBe(1);
  });
});

describe('the calendar', () => {
  it('is seeded once, and an agency below works by it', async () => {
    const commune = await world.person(await world.commune(await world.province()));
    const seed = (): Promise<number> =>
      world.unitOfWork.write(installation, null, (tx) => organization.seedCalendar(tx));
    await seed();

    const calendar = await world.unitOfWork.read(commune, (tx) =>
      organization.workingCalendar(tx, '2026-02-13' as LocalDate),
    );

    expect(await seed()).toBe(0);
    expect(addWorkingDays(calendar, '2026-02-13' as LocalDate, 1)).toBe('2026-02-23');
  });

  it("lets a province's own day off count there, and nowhere else", async () => {
    const province = await world.province();
    const day = '2026-11-25' as LocalDate;
    await world.owner.query(
      `insert into organization.calendar_day (steward_agency_id, audience, day, kind, name, legal_basis)
       values ($1, $2, $3, 'holiday', 'Ngày hội của tỉnh', 'Quyết định thử')`,
      [province.id, province.path, day],
    );
    const nextFor = async (actor: Actor): Promise<LocalDate> =>
      addWorkingDays(
        await world.unitOfWork.read(actor, (tx) => organization.workingCalendar(tx, day)),
        addDays(day, -1),
        1,
      );

    expect(await nextFor(await world.person(await world.commune(province)))).toBe('2026-11-26');
    expect(await nextFor(await world.person(await world.province()))).toBe(day);
  });
});
