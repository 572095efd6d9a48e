import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type AdministrativeUnit } from '../domain/administrative-units';

const BATCH = 500;

@Injectable()
export class AdministrativeUnitsRepository {
  /** Adds what is new and renames what has another name. @returns rows that changed */
  async put(tx: WriteTransaction, units: readonly AdministrativeUnit[], source: string): Promise<number> {
    let changed = 0;
    for (let start = 0; start < units.length; start += BATCH) {
      changed += await tx.change(
        `insert into organization.administrative_unit (code, steward_agency_id, audience, name, level, parent_code, valid, source)
         select u.code, $1, 'vn', u.name, u.level, u."parentCode", daterange(null, null), $2
           from jsonb_to_recordset($3::jsonb) as u(code text, name text, level text, "parentCode" text)
         on conflict (code) do update
            set name = excluded.name, parent_code = excluded.parent_code, source = excluded.source,
                row_version = administrative_unit.row_version + 1
          where (administrative_unit.name, administrative_unit.parent_code)
                is distinct from (excluded.name, excluded.parent_code)`,
        [tx.actor.agencyId, source, JSON.stringify(units.slice(start, start + BATCH))],
      );
    }
    return changed;
  }
}
