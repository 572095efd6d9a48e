import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

/** "Within ten minutes": ten minutes to the microsecond are within, one more is not (OF-08). */
const WINDOW = `interval '10 minutes'`;

export interface SignedThing {
  action: string;
  subjectType: string;
  subjectId: string;
  code: string | null;
  title: string | null;
}

export interface SigningActRow {
  id: string;
  personId: string;
  personName: string;
  positionTitle: string | null;
  at: string;
  signed: SignedThing[];
}

export interface SigningPairRow {
  id: string;
  machineName: string | null;
  later: SigningActRow;
  earlier: SigningActRow;
  sameName: boolean;
  secondsApart: number;
  note: string | null;
  notedByName: string | null;
  notedAt: string | null;
  key: string;
}

export interface PairFilter {
  state: 'open' | 'noted' | null;
  from: LocalDate | null;
  to: LocalDate | null;
  after: readonly [at: string, laterId: string, earlierId: string] | null;
  limit: number;
}

/** A password typed again counts when something came of it: its request left a row in the journal. */
const counts = (
  act: string,
): string => `exists (select from journal.pub_entry j where j.agency_id = ${act}.agency_id
  and j.correlation_id = ${act}.correlation_id and j.action not like 'identity.%')`;

const act = (alias: string): string => `jsonb_build_object('id', ${alias}.id, 'personId', ${alias}.person_id,
  'personName', ${alias}.person_name, 'positionTitle', ${alias}.position_title, 'at', ${alias}.at, 'signed', (
    select coalesce(jsonb_agg(jsonb_build_object('action', s.action, 'subjectType', s.subject_type, 'subjectId',
        s.subject_id, 'code', d.code, 'title', d.title) order by s.seq), '[]')
      from (select j.seq, j.action, j.subject_type, j.subject_id from journal.pub_entry j
             where j.agency_id = ${alias}.agency_id and j.correlation_id = ${alias}.correlation_id
               and j.action not like 'identity.%' order by j.seq limit 5) s
      left join documents.document d on s.subject_type = 'document' and d.agency_id = ${alias}.agency_id
        and d.id::text = s.subject_id))`;

/** Two accounts that signed in one browser within ten minutes: read from what was signed, kept nowhere else. */
@Injectable()
export class SigningPairsRepository {
  list(tx: ReadTransaction, { state, from, to, after, limit }: PairFilter): Promise<SigningPairRow[]> {
    return tx.query<SigningPairRow>(
      `with pairs as materialized (
         select l.agency_id, l.at, l.id as later_id, e.id as earlier_id, n.note, n.noted_by_name, n.noted_at
           from identity.pub_signing_act l
          cross join lateral (
            select distinct on (b.person_id) b.id
              from identity.pub_signing_act b
             where b.agency_id = l.agency_id and b.device_key = l.device_key and b.person_id <> l.person_id
               and b.at >= l.at - ${WINDOW} and (b.at, b.id) < (l.at, l.id) and ${counts('b')}
             order by b.person_id, b.at desc, b.id desc) e
           left join lateral (select n.note, n.noted_by_name, n.noted_at from documents.signing_pair_note n
             where n.agency_id = l.agency_id and n.later_act_id = l.id and n.earlier_act_id = e.id
             order by n.noted_at desc, n.id desc limit 1) n on true
          where l.agency_id = $1 and l.device_key is not null and ${counts('l')}
            and ($2::text is null or ($2 = 'noted') = (n.note is not null))
            and ($3::date is null or l.at >= ($3::date)::timestamp at time zone 'Asia/Ho_Chi_Minh')
            and ($4::date is null or l.at < ($4::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
            and ($5::timestamptz is null or (l.at, l.id, e.id) < ($5, $6::uuid, $7::uuid))
          order by l.at desc, l.id desc, e.id desc limit $8)
       select p.later_id::text || '.' || p.earlier_id::text as id, l.machine_name as "machineName", ${act('l')} as later,
              ${act('e')} as earlier, lower(l.person_name) = lower(e.person_name) as "sameName",
              extract(epoch from l.at - e.at)::float8 as "secondsApart", p.note, p.noted_by_name as "notedByName",
              p.noted_at as "notedAt", p.at::text as key
         from pairs p
         join identity.pub_signing_act l on l.agency_id = p.agency_id and l.id = p.later_id
         join identity.pub_signing_act e on e.agency_id = p.agency_id and e.id = p.earlier_id
        order by p.at desc, p.later_id desc, p.earlier_id desc`,
      [
        tx.actor.agencyId,
        state,
        from,
        to,
        after?.[0] ?? null,
        after?.[1] ?? null,
        after?.[2] ?? null,
        limit + 1,
      ],
    );
  }

  /** Whether these two acts are of one browser, of two accounts and within ten minutes. */
  async stands(tx: ReadTransaction, { laterId, earlierId }: PairOfActs): Promise<boolean> {
    const found = await tx.one(
      `select 1 from identity.pub_signing_act l
         join identity.pub_signing_act e on e.agency_id = l.agency_id and e.device_key = l.device_key
          and e.person_id <> l.person_id and e.at >= l.at - ${WINDOW} and (e.at, e.id) < (l.at, l.id)
        where l.agency_id = $1 and l.id = $2 and e.id = $3 and ${counts('l')} and ${counts('e')}`,
      [tx.actor.agencyId, laterId, earlierId],
    );
    return found !== null;
  }

  async note(
    tx: WriteTransaction,
    { id, laterId, earlierId, note }: PairOfActs & { id: string; note: string },
  ): Promise<void> {
    const { agencyId, personId, personName } = tx.actor;
    await tx.change(
      `insert into documents.signing_pair_note (agency_id, id, later_act_id, earlier_act_id, note, noted_by, noted_by_name)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [agencyId, id, laterId, earlierId, note, personId, personName],
    );
  }
}

export interface PairOfActs {
  laterId: string;
  earlierId: string;
}
