import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

/** Who is stood in for today, and by whom. */
@Injectable()
export class DelegatesQuery {
  async today(tx: ReadTransaction): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ from: string; name: string }>(
      `select d.from_person_id as "from", m.person_name as name
         from organization.pub_delegation_today d
         join identity.pub_membership m on m.agency_id = d.agency_id and m.person_id = d.to_person_id
          and m.valid @> app.today()
        where d.agency_id = $1 limit 500`,
      [tx.actor.agencyId],
    );
    return new Map(rows.map(({ from, name }) => [from, name]));
  }
}
