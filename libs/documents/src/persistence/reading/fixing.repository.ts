import { type LocalDate } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type Duty } from '../../domain/reading/duty';

export interface VersionToFix {
  versionId: string;
  documentId: string;
  ownerAgencyId: string;
  unitId: string | null;
  duty: Duty;
}

export interface NewReader {
  versionId: string;
  personId: string;
  duty: Duty;
  dueOn: LocalDate;
}

export interface ClosedReading {
  versionId: string;
  documentId: string;
  personId: string | null;
}

/** Who stands behind the lines today; $1 is the agency, $2 the versions. */
const RESOLVED = `
  select distinct on (l.version_id, m.person_id) l.version_id, m.person_id, m.person_name, m.position_title, m.unit_id,
         u.name as unit_name
    from documents.distribution_line l
    join identity.pub_membership m on m.agency_id = l.agency_id and m.valid @> app.today()
     and (l.kind = 'agency'
       or (l.kind = 'unit' and m.unit_id = l.unit_id)
       or (l.kind = 'position' and app.fold(m.position_title) = app.fold(l.position_title)
           and (l.unit_id is null or m.unit_id = l.unit_id))
       or (l.kind = 'person' and m.person_id = l.person_id))
    left join organization.pub_unit u on u.agency_id = m.agency_id and u.id = m.unit_id
   where l.agency_id = $1 and l.version_id = any ($2::uuid[])`;

/** Fixes lists, resolves them to persons and ends what is over: a few statements, however many versions. */
@Injectable()
export class FixingRepository {
  /** Versions without a list get the one of the version before, else the owning unit. */
  async propose(tx: WriteTransaction, versions: readonly VersionToFix[]): Promise<void> {
    await tx.change(
      `with wanted as (
         select * from jsonb_to_recordset($2::jsonb)
           as v ("versionId" uuid, "ownerAgencyId" uuid, "documentId" uuid, "unitId" uuid)),
       source as (
         select w.*, (select p.version_id from documents.distribution p
             where p.agency_id = $1 and p.document_id = w."documentId" and p.version_id <> w."versionId"
               and p.state <> 'draft' order by p.fixed_at desc limit 1) as previous
           from wanted w),
       made as (
         insert into documents.distribution (agency_id, version_id, owner_agency_id, document_id, proposed_from)
         select $1, "versionId", "ownerAgencyId", "documentId",
                case when previous is not null then 'previous' when "unitId" is not null then 'unit' else 'none' end
           from source
         on conflict do nothing returning version_id)
       insert into documents.distribution_line (agency_id, id, version_id, ordinal, kind, unit_id, position_title,
         person_id, name)
       select $1, uuidv7(), s."versionId", line.ordinal, line.kind, line.unit_id, line.position_title,
              line.person_id, line.name
         from source s join made on made.version_id = s."versionId"
        cross join lateral (
          select l.ordinal, l.kind, l.unit_id, l.position_title, l.person_id, l.name
            from documents.distribution_line l where l.agency_id = $1 and l.version_id = s.previous
          union all
          select 0, 'unit', u.id, null, null, u.name from organization.pub_unit u
           where s.previous is null and u.agency_id = $1 and u.id = s."unitId") line`,
      [tx.actor.agencyId, JSON.stringify(versions)],
    );
  }

  /** From here on the list stands (DI-08); reading is due so many days after `from`. @returns how many were fixed */
  async fix(tx: WriteTransaction, versions: readonly VersionToFix[], from: LocalDate): Promise<number> {
    return tx.change(
      `update documents.distribution d
          set state = 'fixed', duty = v.duty, due_on = $3::date + d.due_days, fixed_at = clock_timestamp(),
              followed_on = app.today(), row_version = d.row_version + 1
         from jsonb_to_recordset($2::jsonb) as v ("versionId" uuid, duty text)
        where d.agency_id = $1 and d.version_id = v."versionId" and d.state = 'draft'`,
      [tx.actor.agencyId, JSON.stringify(versions), from],
    );
  }

  /**
   * Writes down who stands behind the lists. Who still owes the reading of an earlier version owes this one's, however
   * small the change.
   */
  resolve(tx: WriteTransaction, versionIds: readonly string[]): Promise<NewReader[]> {
    return tx.query<NewReader>(
      `insert into documents.reader (agency_id, version_id, person_id, person_name, position_title, unit_id, unit_name,
         duty, state, due_on, closed_at)
       select $1, r.version_id, r.person_id, r.person_name, r.position_title, r.unit_id, r.unit_name, asked.duty,
              case when asked.duty = 'acknowledge' then 'open' else 'done' end,
              case when asked.duty = 'acknowledge' then d.due_on end,
              case when asked.duty <> 'acknowledge' then clock_timestamp() end
         from (${RESOLVED}) r
         join documents.distribution d on d.agency_id = $1 and d.version_id = r.version_id and d.state = 'fixed'
        cross join lateral (select case when exists (
            select from documents.reader o join documents.distribution p
                on p.agency_id = o.agency_id and p.version_id = o.version_id
             where o.agency_id = $1 and o.person_id = r.person_id and o.state = 'open' and o.version_id <> r.version_id
               and p.document_id = d.document_id) then 'acknowledge' else d.duty end as duty) asked
       on conflict do nothing
       returning version_id as "versionId", person_id as "personId", duty, due_on as "dueOn"`,
      [tx.actor.agencyId, versionIds],
    );
  }

  /** People who stand behind a fixed list today and did not before: they have not read any version of it. */
  newcomers(tx: WriteTransaction, versionIds: readonly string[]): Promise<NewReader[]> {
    return tx.query<NewReader>(
      `insert into documents.reader (agency_id, version_id, person_id, person_name, position_title, unit_id, unit_name,
         duty, state, due_on, newcomer)
       select $1, r.version_id, r.person_id, r.person_name, r.position_title, r.unit_id, r.unit_name, 'acknowledge',
              'open', app.today() + d.due_days, true
         from (${RESOLVED}) r
         join documents.distribution d on d.agency_id = $1 and d.version_id = r.version_id and d.state = 'fixed'
        where not exists (select from documents.acknowledgement a where a.agency_id = $1
          and a.version_id = r.version_id and a.person_id = r.person_id)
       on conflict (agency_id, version_id, person_id) do update
         set state = 'open', duty = 'acknowledge', due_on = excluded.due_on, newcomer = true, closed_at = null,
             close_reason = null, unit_id = excluded.unit_id, unit_name = excluded.unit_name,
             position_title = excluded.position_title
       where reader.state = 'cancelled'
       returning version_id as "versionId", person_id as "personId", duty, due_on as "dueOn"`,
      [tx.actor.agencyId, versionIds],
    );
  }

  /** R4: who left the agency, the unit or the position owes nothing any more. */
  leavers(tx: WriteTransaction, versionIds: readonly string[], reason: string): Promise<ClosedReading[]> {
    return tx.query<ClosedReading>(
      `update documents.reader o set state = 'cancelled', closed_at = clock_timestamp(), close_reason = $3
         from documents.distribution d
        where o.agency_id = $1 and o.version_id = any ($2::uuid[]) and o.state = 'open'
          and d.agency_id = o.agency_id and d.version_id = o.version_id
          and not exists (select from (${RESOLVED}) r where r.version_id = o.version_id and r.person_id = o.person_id)
       returning o.version_id as "versionId", d.document_id as "documentId", o.person_id as "personId"`,
      [tx.actor.agencyId, versionIds, reason],
    );
  }

  /** R4: lists that are over, with those who had not read yet; a list that everybody had read comes with no person. */
  end(tx: WriteTransaction, versionIds: readonly string[], reason: string): Promise<ClosedReading[]> {
    return tx.query<ClosedReading>(
      `with ended as (
         update documents.distribution
            set state = 'ended', ended_at = clock_timestamp(), end_reason = $3, row_version = row_version + 1
          where agency_id = $1 and version_id = any ($2::uuid[]) and state = 'fixed'
         returning version_id, document_id),
       closed as (
         update documents.reader o set state = 'cancelled', closed_at = clock_timestamp(), close_reason = $3
           from ended where o.agency_id = $1 and o.version_id = ended.version_id and o.state = 'open'
         returning o.version_id, o.person_id)
       select ended.version_id as "versionId", ended.document_id as "documentId", closed.person_id as "personId"
         from ended left join closed on closed.version_id = ended.version_id`,
      [tx.actor.agencyId, versionIds, reason],
    );
  }

  /** Fixed lists of these documents, without the versions that go on. */
  async standing(
    tx: WriteTransaction,
    documentIds: readonly string[],
    except: readonly string[],
  ): Promise<string[]> {
    const rows = await tx.query<{ versionId: string }>(
      `select version_id as "versionId" from documents.distribution
        where agency_id = $1 and document_id = any ($2::uuid[]) and version_id <> all ($3::uuid[]) and state = 'fixed'`,
      [tx.actor.agencyId, documentIds, except],
    );
    return rows.map(({ versionId }) => versionId);
  }
}
