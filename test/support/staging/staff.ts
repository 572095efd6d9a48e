import { createHash, randomBytes } from 'node:crypto';

import { Passwords } from '@app/identity';
import { type AgencyId, type PersonId, type Role, ROLES, uuidV7 } from '@app/kernel';

import { Caller } from './caller';
import { type RunningApi } from './product';
import { type TestAgency, type World } from '../world';

export const PASSWORD = 'Iso-DienTu@2026';

let passwordHash: Promise<string> | null = null;

/** Argon2 is slow by design: one hash serves all people of a worker. */
function hashOfPassword(): Promise<string> {
  passwordHash ??= new Passwords().hash(PASSWORD);
  return passwordHash;
}

/** A person with a position, a password and an open session. */
export class Officer extends Caller {
  constructor(
    base: string,
    cookie: string,
    readonly id: PersonId,
    readonly fullName: string,
  ) {
    super(base, cookie);
  }
}

/** An agency with one person for each role, two units, and nothing else: a spec's own. */
export interface Office {
  agency: TestAgency;
  units: readonly [string, string];
  /** The person who holds this role (and `reader`), and no other. */
  by: Readonly<Record<Role, Officer>>;
  /** One more person with these roles. */
  hire: (roles: readonly Role[], name?: string) => Promise<Officer>;
}

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đỗ', 'Vũ', 'Bùi', 'Ngô', 'Đặng'] as const;

/** Makes the people of an agency; they are signed in already. `mark` stands in every name that others must not see. */
export async function anOffice(
  world: World,
  api: RunningApi,
  agency: TestAgency,
  mark = '',
): Promise<Office> {
  const units = [
    await world.unit(agency, `Văn phòng ${mark}`.trim()),
    await world.unit(agency, `Phòng Văn hóa ${mark}`.trim()),
  ] as const;
  const hire = (roles: readonly Role[], name = nameOf(mark)): Promise<Officer> =>
    hireOne(world, api, { agency, unitId: units[1], roles, name });
  const people: [Role, Officer][] = [];
  for (const role of ROLES) people.push([role, await hire(role === 'reader' ? [role] : ['reader', role])]);
  return { agency, units, by: Object.fromEntries(people) as Record<Role, Officer>, hire };
}

function nameOf(mark: string): string {
  const family = FAMILY[randomBytes(1)[0]! % FAMILY.length]!;
  return `${family} Thị ${randomBytes(3).toString('hex')} ${mark}`.trim();
}

interface Hiring {
  agency: { id: AgencyId };
  unitId: string;
  roles: readonly Role[];
  name: string;
}

async function hireOne(
  world: World,
  api: RunningApi,
  { agency, unitId, roles, name }: Hiring,
): Promise<Officer> {
  const id = uuidV7() as PersonId;
  const token = randomBytes(32).toString('base64url');
  await world.owner.query(
    `with person as (insert into identity.person (id, full_name, email) values ($1, $2, $3) returning id),
          credential as (insert into identity.credential (person_id, login, password_hash)
            select id, id::text, $4 from person)
     insert into identity.membership (agency_id, id, person_id, person_name, email, unit_id, position_title, roles,
       entitled_fields)
     select $5, $6, id, $2, $3, $7, 'Chuyên viên', $8, $9 from person`,
    [
      id,
      name,
      `${id}@spec.example`,
      await hashOfPassword(),
      agency.id,
      uuidV7(),
      unitId,
      roles,
      roles.includes('province-admin') || roles.includes('legal-steward') ? ['*'] : [],
    ],
  );
  await world.owner.query(
    `insert into identity.session (id, token_hash, person_id, acting_for, expires_at)
     values ($1, $2, $3, $4, now() + interval '1 hour')`,
    [uuidV7(), createHash('sha256').update(token).digest(), id, agency.id],
  );
  return new Officer(api.base, `__Host-iso_session=${token}`, id, name);
}
