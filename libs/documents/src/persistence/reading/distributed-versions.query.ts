import { type LocalDate } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type VersionState } from '../../domain/document-version';
import { VersionNotFound } from '../../domain/refusals';
import { type ChangeClass } from '../../domain/version-fields';

/** What the distribution of a version needs to know of it. */
export interface DistributedVersion {
  versionId: string;
  documentId: string;
  ownerAgencyId: string;
  state: VersionState;
  code: string;
  title: string;
  series: string;
  issue: number;
  revision: number;
  unitId: string | null;
  changeClass: ChangeClass | null;
  hasPredecessor: boolean;
  effectiveOn: LocalDate | null;
  endsOn: LocalDate | null;
  decisionNumber: string | null;
  decidedOn: LocalDate | null;
}

const SELECT = `select v.id as "versionId", v.document_id as "documentId", v.agency_id as "ownerAgencyId", v.state, v.code,
    v.title, v.series, v.issue, v.revision, v.owning_unit_id as "unitId", coalesce(v.confirmed_class, v.change_class) as "changeClass",
    exists (select from documents.version p where p.agency_id = v.agency_id and p.document_id = v.document_id
      and (p.issue, p.revision) < (v.issue, v.revision) and p.state in ('issued', 'withdrawn')) as "hasPredecessor",
    lower(v.validity) as "effectiveOn", upper(v.validity) as "endsOn", d.number as "decisionNumber",
    d.signed_on as "decidedOn"
  from documents.version v
  left join documents.issuing_decision d on d.agency_id = v.agency_id and d.id = v.decision_id`;

@Injectable()
export class DistributedVersionsQuery {
  /** @throws VersionNotFound, also for a restricted one that the caller may not read */
  async get(tx: ReadTransaction, versionId: string): Promise<DistributedVersion> {
    const row = await tx.one<DistributedVersion>(
      `${SELECT} where v.agency_id = any ($1::uuid[]) and v.id = $2
          and (v.reading_units is null or documents.may_read(v.agency_id, v.id, v.reading_units, v.reading_roles))`,
      [tx.actor.readable, versionId],
    );
    if (row === null) throw new VersionNotFound();
    return row;
  }

  all(tx: ReadTransaction, versionIds: readonly string[]): Promise<DistributedVersion[]> {
    return tx.query<DistributedVersion>(
      `${SELECT} where v.agency_id = $1 and v.id = any ($2::uuid[]) order by v.id`,
      [tx.actor.agencyId, versionIds],
    );
  }
}
