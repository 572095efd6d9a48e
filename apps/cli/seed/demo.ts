import { createHash } from 'node:crypto';

import { foldVietnamese, type Role } from '@app/kernel';
import { Passwords } from '@app/identity';
import { type Client } from 'pg';

import {
  COMMUNE_PEOPLE,
  COMMUNE_UNITS,
  DEMO_PASSWORD,
  DEPARTMENT_PEOPLE,
  DEPARTMENT_ROOMS,
  type DemoPerson,
  INSTALLATION_PEOPLE,
  PROVINCE_PEOPLE,
} from './demo-people';

export interface CommuneUnit {
  code: string;
  name: string;
}

interface DemoAgency {
  path: string;
  name: string;
  shortName: string;
  kind: 'installation' | 'province' | 'department' | 'office' | 'commune';
  superior: string | null;
  seat: string | null;
  code: string | null;
  /** UBND in QĐ-UBND. */
  symbol: string;
  /** What stands before the login of its people. */
  word: string;
  units: readonly string[];
  people: readonly DemoPerson[];
}

const PROVINCE = 'vn.p38';
/** Communes with the whole handful of people; the others have their ISO secretary. */
const STAFFED = 6;

/** Fresh or repeated, the demo has the same identifiers: seeding twice changes nothing. */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`iso-dien-tu demo ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function demoAgencies(communes: readonly CommuneUnit[]): DemoAgency[] {
  const superior = 'UBND TỈNH THANH HÓA';
  const department = (word: string, name: string, shortName: string, symbol: string): DemoAgency => ({
    path: `${PROVINCE}.${word}`,
    name,
    shortName,
    kind: word === 'vpubnd' ? 'office' : 'department',
    superior,
    seat: 'Thanh Hóa',
    code: null,
    symbol,
    word,
    units: DEPARTMENT_ROOMS,
    people: DEPARTMENT_PEOPLE,
  });
  return [
    {
      path: 'vn',
      name: 'Cài đặt ISO điện tử',
      shortName: 'Cài đặt',
      kind: 'installation',
      superior: null,
      seat: null,
      code: null,
      symbol: 'ISO',
      word: '',
      units: [],
      people: INSTALLATION_PEOPLE,
    },
    {
      path: PROVINCE,
      name: 'Ủy ban nhân dân tỉnh Thanh Hóa',
      shortName: 'UBND tỉnh Thanh Hóa',
      kind: 'province',
      superior: null,
      seat: 'Thanh Hóa',
      code: null,
      symbol: 'UBND',
      word: '',
      units: [],
      people: PROVINCE_PEOPLE,
    },
    department('skhcn', 'Sở Khoa học và Công nghệ tỉnh Thanh Hóa', 'Sở KH&CN', 'SKHCN'),
    department('stp', 'Sở Tư pháp tỉnh Thanh Hóa', 'Sở Tư pháp', 'STP'),
    department('vpubnd', 'Văn phòng UBND tỉnh Thanh Hóa', 'Văn phòng UBND tỉnh', 'VPUBND'),
    department('snv', 'Sở Nội vụ tỉnh Thanh Hóa', 'Sở Nội vụ', 'SNV'),
    department('stc', 'Sở Tài chính tỉnh Thanh Hóa', 'Sở Tài chính', 'STC'),
    ...communes.map((unit, index): DemoAgency => {
      const [, word = unit.code] = /^(?:Phường|Xã|Đặc khu)\s+(.*)$/.exec(unit.name) ?? [];
      const slug = foldVietnamese(word).replace(/[^a-z0-9]/g, '');
      const twin = communes.some(
        (other) => other.code !== unit.code && foldVietnamese(other.name) === foldVietnamese(unit.name),
      );
      return {
        path: `${PROVINCE}.c${unit.code}`,
        name: `Ủy ban nhân dân ${unit.name.charAt(0).toLowerCase()}${unit.name.slice(1)}`,
        shortName: `UBND ${unit.name.charAt(0).toLowerCase()}${unit.name.slice(1)}`,
        kind: 'commune',
        superior,
        seat: word,
        code: unit.code,
        symbol: 'UBND',
        word: twin ? `${slug}${unit.code}` : slug,
        units: COMMUNE_UNITS,
        people: index < STAFFED ? COMMUNE_PEOPLE : COMMUNE_PEOPLE.slice(0, 1),
      };
    }),
  ];
}

/** Whom one may sign in as: the first commune, the Department that leads, the province, the installation. */
export function demoAccounts(communes: readonly CommuneUnit[]): string {
  const [installation, province, leading, ...others] = demoAgencies(communes);
  const commune = others.find(({ kind }) => kind === 'commune');
  const shown = [commune, leading, province, installation].flatMap((agency) => agency ?? []);
  const lines = shown.flatMap(({ shortName, word, people }) => [
    `  ${shortName}`,
    ...people.map(({ login, title }) => `    ${loginOf(word, login).padEnd(24)}${title}`),
  ]);
  return [`  Tài khoản mẫu (demo accounts), mật khẩu chung (password): ${DEMO_PASSWORD}`, ...lines].join(
    '\n',
  );
}

function loginOf(word: string, own: string): string {
  return word === '' ? own : `${word}.${own}`;
}

interface PersonRow {
  id: string;
  name: string;
  email: string;
  login: string;
}

interface MembershipRow {
  agency: string;
  id: string;
  person: string;
  name: string;
  email: string;
  unit: string | null;
  title: string;
  formula: string;
  roles: string[];
  fields: string[];
}

/** Writes the demo province as the owner, in the caller's transaction. @returns the number of agencies */
export async function seedDemo(client: Client, communes: readonly CommuneUnit[]): Promise<number> {
  const agencies = demoAgencies(communes);
  const installation = demoId('agency vn');
  await insert(
    client,
    agencies.map(({ path, name, shortName, superior, seat, kind, code, symbol }) => ({
      id: demoId(`agency ${path}`),
      steward: installation,
      name,
      short: shortName,
      symbol,
      superior,
      seat,
      kind,
      code,
      path,
      parent: path === 'vn' ? null : demoId(`agency ${path === PROVINCE ? 'vn' : PROVINCE}`),
      province: path.startsWith(PROVINCE) ? demoId(`agency ${PROVINCE}`) : null,
      obligation: kind === 'commune' ? 'encouraged' : 'required',
    })),
    `insert into organization.agency (id, steward_agency_id, audience, code, name, short_name, superior_name, seat, kind,
          obligation, parent_id, province_id, path, symbol)
        select id, steward, 'vn', code, name, short, superior, seat, kind, obligation, parent, province, path::public.ltree, symbol
          from jsonb_to_recordset($1::jsonb) as row (id uuid, steward uuid, code text, name text, short text, superior text,
            seat text, kind text, obligation text, parent uuid, province uuid, path text, symbol text)
        on conflict (id) do nothing`,
  );
  await insert(
    client,
    agencies.flatMap(({ path, units }) =>
      units.map((name, ordinal) => ({
        agency: demoId(`agency ${path}`),
        id: demoId(`unit ${path} ${name}`),
        name,
        ordinal,
      })),
    ),
    `insert into organization.unit (agency_id, id, name, ordinal)
        select agency, id, name, ordinal from jsonb_to_recordset($1::jsonb) as row (agency uuid, id uuid, name text, ordinal int)
        on conflict do nothing`,
  );
  const { people, memberships } = peopleOf(agencies);
  await insert(
    client,
    people,
    `insert into identity.person (id, full_name, email)
        select id, name, email from jsonb_to_recordset($1::jsonb) as row (id uuid, name text, email text) on conflict do nothing`,
  );
  const hash = await new Passwords().hash(DEMO_PASSWORD);
  await client.query(
    `insert into identity.credential (person_id, login, password_hash)
        select id, login, $2 from jsonb_to_recordset($1::jsonb) as row (id uuid, login text) on conflict do nothing`,
    [JSON.stringify(people), hash],
  );
  await insert(
    client,
    memberships,
    `insert into identity.membership (agency_id, id, person_id, person_name, email, unit_id,
          position_title, formula, roles, entitled_fields)
        select agency, id, person, name, email, unit, title, formula, roles, fields
          from jsonb_to_recordset($1::jsonb) as row (agency uuid, id uuid, person uuid, name text, email text, unit uuid,
            title text, formula text, roles text[], fields text[])
        on conflict do nothing`,
  );
  return agencies.length;
}

function peopleOf(agencies: readonly DemoAgency[]): { people: PersonRow[]; memberships: MembershipRow[] } {
  const people: PersonRow[] = [];
  const memberships: MembershipRow[] = [];
  for (const { path, word, people: handful } of agencies) {
    for (const { login: own, fullName, title, unit, roles, formula = '', fields = [] } of handful) {
      const login = loginOf(word, own);
      const person = {
        id: demoId(`person ${login}`),
        name: fullName,
        email: `${login}@thanhhoa.example`,
        login,
      };
      people.push(person);
      memberships.push({
        agency: demoId(`agency ${path}`),
        id: demoId(`membership ${login}`),
        person: person.id,
        name: fullName,
        email: person.email,
        unit: unit === null ? null : demoId(`unit ${path} ${unit}`),
        title,
        formula,
        roles: [...roles] satisfies Role[],
        fields: [...fields],
      });
    }
  }
  return { people, memberships };
}

async function insert(client: Client, rows: readonly object[], sql: string): Promise<void> {
  await client.query(sql, [JSON.stringify(rows)]);
}
