import { type Role } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export interface PersonLine {
  personId: string;
  fullName: string;
  email: string;
  positionTitle: string;
  unitId: string | null;
  unitName: string | null;
  roles: Role[];
}

@Injectable()
export class PeopleQuery {
  /** People who hold a position in the agency today, by name; `role` narrows to those who hold it. */
  ofAgency(tx: ReadTransaction, role: Role | null = null): Promise<PersonLine[]> {
    return tx.query<PersonLine>(
      `select m.person_id as "personId", m.person_name as "fullName", m.email, m.position_title as "positionTitle",
              m.unit_id as "unitId", u.name as "unitName", m.roles
         from identity.membership m
         left join organization.unit u on u.agency_id = m.agency_id and u.id = m.unit_id
        where m.agency_id = $1 and m.kind = 'person' and m.valid @> app.today() and ($2::text is null or $2 = any (m.roles))
        order by m.person_name collate "vi-x-icu", m.person_id
        limit 500`,
      [tx.actor.agencyId, role],
    );
  }

  /** One member of the agency today, or null. */
  member(tx: ReadTransaction, personId: string): Promise<PersonLine | null> {
    return tx.one<PersonLine>(
      `select m.person_id as "personId", m.person_name as "fullName", m.email, m.position_title as "positionTitle",
              m.unit_id as "unitId", null as "unitName", m.roles
         from identity.membership m
        where m.agency_id = $1 and m.person_id = $2 and m.kind = 'person' and m.valid @> app.today()`,
      [tx.actor.agencyId, personId],
    );
  }

  /** Those of these people who hold a position in the agency today. */
  members(tx: ReadTransaction, personIds: readonly string[]): Promise<PersonLine[]> {
    return tx.query<PersonLine>(
      `select m.person_id as "personId", m.person_name as "fullName", m.email, m.position_title as "positionTitle",
              m.unit_id as "unitId", null as "unitName", m.roles
         from identity.membership m
        where m.agency_id = $1 and m.person_id = any ($2::uuid[]) and m.kind = 'person' and m.valid @> app.today()`,
      [tx.actor.agencyId, personIds],
    );
  }
}
