import { randomBytes } from 'node:crypto';

import { type Actor, type AgencyId, type PersonId, type Role, systemActor, uuidV7 } from '@app/kernel';
import { createDataSource, UnitOfWork } from '@app/platform/database';
import { Client } from 'pg';
import { type DataSource } from 'typeorm';

import { type TestDatabase, testDatabase } from './database';

export interface TestAgency {
  id: AgencyId;
  path: string;
  kind: 'installation' | 'province' | 'department' | 'commune' | 'office';
  name: string;
}

interface PersonOptions {
  roles?: readonly Role[];
  unitId?: string | null;
  name?: string;
  entitledFields?: readonly string[];
  permissions?: readonly string[];
}

/**
 * Agencies and people of one spec, made as the owner of the database, and the application's own way to it. The
 * installation is shared by the specs of a worker; everything else is new.
 */
export class World {
  private constructor(
    readonly database: TestDatabase,
    /** The owner, who sees past the policies: for arranging and for looking at what others may not see. */
    readonly owner: Client,
    readonly app: DataSource,
    readonly unitOfWork: UnitOfWork,
  ) {}

  static async open(database?: TestDatabase): Promise<World> {
    const db = database ?? (await testDatabase());
    const owner = new Client({ connectionString: db.urls.owner });
    // A test that kills the server must not be ended by it; the next question tells.
    owner.on('error', () => undefined);
    await owner.connect();
    const app = await createDataSource(
      { url: db.urls.app, poolSize: 6, statementTimeoutMs: 15_000 },
      'spec',
    ).initialize();
    return new World(db, owner, app, new UnitOfWork(app));
  }

  async close(): Promise<void> {
    await this.app.destroy();
    await this.owner.end();
  }

  async installation(): Promise<TestAgency> {
    await this.#insert({ id: uuidV7() as AgencyId, path: 'vn', kind: 'installation', name: 'Cài đặt' }, null);
    const { rows } = await this.owner.query<{ id: AgencyId }>(
      "select id from organization.agency where path = 'vn'",
    );
    return { id: rows[0]!.id, path: 'vn', kind: 'installation', name: 'Cài đặt' };
  }

  async province(name = 'Ủy ban nhân dân tỉnh Thử Nghiệm'): Promise<TestAgency> {
    const agency = { id: uuidV7() as AgencyId, path: `vn.p${label()}`, kind: 'province' as const, name };
    await this.#insert(agency, null);
    return agency;
  }

  async commune(province: TestAgency, name = 'Ủy ban nhân dân xã Thử'): Promise<TestAgency> {
    return this.#under(province, 'commune', name);
  }

  async department(province: TestAgency, name = 'Sở Thử'): Promise<TestAgency> {
    return this.#under(province, 'department', name);
  }

  async unit(agency: TestAgency, name = `Phòng ${label()}`): Promise<string> {
    const id = uuidV7();
    await this.owner.query('insert into organization.unit (agency_id, id, name) values ($1, $2, $3)', [
      agency.id,
      id,
      name,
    ]);
    return id;
  }

  /** A person with a position in the agency, as the session of a request would describe them. */
  async person(agency: TestAgency, options: PersonOptions = {}): Promise<Actor & { personId: PersonId }> {
    const { roles = ['reader'], unitId = null, name = 'Nguyễn Văn Thử', entitledFields = [] } = options;
    const personId = uuidV7() as PersonId;
    await this.owner.query('insert into identity.person (id, full_name, email) values ($1, $2, $3)', [
      personId,
      name,
      `${personId}@spec.example`,
    ]);
    await this.owner.query(
      `insert into identity.membership (agency_id, id, person_id, person_name, email, unit_id, position_title, roles,
         entitled_fields) values ($1, $2, $3, $4, $5, $6, 'Chuyên viên', $7, $8)`,
      [agency.id, uuidV7(), personId, name, `${personId}@spec.example`, unitId, roles, entitledFields],
    );
    return {
      ...systemActor(agency.id, uuidV7(), agency.path),
      kind: 'person',
      personId,
      personName: name,
      positionTitle: 'Chuyên viên',
      unitId,
      roles,
      permissions: new Set(options.permissions ?? []),
    };
  }

  async #under(province: TestAgency, kind: 'commune' | 'department', name: string): Promise<TestAgency> {
    const agency = { id: uuidV7() as AgencyId, path: `${province.path}.a${label()}`, kind, name };
    await this.#insert(agency, province.id);
    return agency;
  }

  async #insert({ id, path, kind, name }: TestAgency, provinceId: string | null): Promise<void> {
    await this.owner.query(
      `insert into organization.agency (id, steward_agency_id, audience, name, short_name, kind, province_id, path)
       values ($1::uuid, $1::uuid, 'vn', $2::text, $2::text, $3::text, $4::uuid, $5)
       on conflict (path) do nothing`,
      [id, name, kind, kind === 'province' ? id : provinceId, path],
    );
  }
}

function label(): string {
  return randomBytes(6).toString('hex');
}
