import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export interface StandingVersion {
  versionId: string;
  documentId: string;
  code: string;
  title: string;
}

export interface OverdueVersion extends StandingVersion {
  /** ISO week, so that it is told once a week. */
  week: string;
  units: string[];
  count: number;
}

/** What the daily comparison of lists and people needs. */
@Injectable()
export class FollowingQuery {
  /** Documents of which a version with a list or with paper copies has ended. */
  over(tx: ReadTransaction): Promise<{ documentId: string; withdrawn: boolean; goesOn: string[] }[]> {
    return tx.query(
      `select v.document_id as "documentId", bool_or(v.state = 'withdrawn') as withdrawn,
              coalesce((select jsonb_agg(g.id) from documents.version g
                where g.agency_id = $1 and g.document_id = v.document_id and g.state = 'issued'
                  and g.ends_before > app.today()), '[]') as "goesOn"
         from documents.version v
        where v.agency_id = $1 and v.ends_before <= app.today()
          and (v.id in (select version_id from documents.distribution where agency_id = $1 and state = 'fixed')
            or v.id in (select version_id from documents.paper_copy where agency_id = $1 and state = 'held'))
        group by v.document_id limit 500`,
      [tx.actor.agencyId],
    );
  }

  standing(tx: ReadTransaction): Promise<StandingVersion[]> {
    return tx.query<StandingVersion>(
      `select d.version_id as "versionId", d.document_id as "documentId", v.code, v.title
         from documents.distribution d
         join documents.version v on v.agency_id = d.owner_agency_id and v.id = d.version_id
        where d.agency_id = $1 and d.state = 'fixed'`,
      [tx.actor.agencyId],
    );
  }

  async followed(tx: WriteTransaction, versionIds: readonly string[]): Promise<void> {
    await tx.change(
      `update documents.distribution set followed_on = app.today()
        where agency_id = $1 and version_id = any ($2::uuid[]) and followed_on is distinct from app.today()`,
      [tx.actor.agencyId, versionIds],
    );
  }

  overdue(tx: ReadTransaction): Promise<OverdueVersion[]> {
    return tx.query<OverdueVersion>(
      `select o.version_id as "versionId", d.document_id as "documentId", v.code, v.title,
              to_char(app.today(), 'IYYY-IW') as week, count(*)::int as count,
              coalesce(jsonb_agg(distinct o.unit_id) filter (where o.unit_id is not null), '[]') as units
         from documents.reader o
         join documents.distribution d on d.agency_id = o.agency_id and d.version_id = o.version_id
         join documents.version v on v.agency_id = d.owner_agency_id and v.id = o.version_id
        where o.agency_id = $1 and o.state = 'open' and o.due_on < app.today()
        group by 1, 2, 3, 4 order by 1 limit 500`,
      [tx.actor.agencyId],
    );
  }
}
