import { type LocalDate, uuidV7 } from '@app/kernel';
import { type ReadTransaction, StaleRow, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type Duty } from '../../domain/reading/duty';
import { DistributionFixed, RecipientUnknown } from '../../domain/reading/refusals';
import { type DistributedVersion } from './distributed-versions.query';

export const LINE_KINDS = ['agency', 'unit', 'position', 'person', 'outside'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export interface DistributionLine {
  kind: LineKind;
  unitId: string | null;
  positionTitle: string | null;
  personId: string | null;
  name: string;
}

export interface DistributionHead {
  state: 'draft' | 'fixed' | 'ended';
  proposedFrom: 'previous' | 'unit' | 'hand' | 'none';
  duty: Duty | null;
  dueDays: number;
  dueOn: LocalDate | null;
  fixedAt: string | null;
  endReason: string | null;
  rowVersion: number;
}

export interface Distribution extends DistributionHead {
  lines: DistributionLine[];
}

/** The lists themselves; who stands behind them is the affair of readers. */
@Injectable()
export class DistributionsRepository {
  /** The list of a version, or the one that would be taken if nobody touched it (not kept yet: row version 0). */
  async get(tx: ReadTransaction, version: DistributedVersion): Promise<Distribution> {
    const kept = await tx.one<Distribution>(
      `select d.state, d.proposed_from as "proposedFrom", d.duty, d.due_days as "dueDays", d.due_on as "dueOn",
              d.fixed_at as "fixedAt", d.end_reason as "endReason", d.row_version as "rowVersion",
              coalesce((select jsonb_agg(jsonb_build_object('kind', l.kind, 'unitId', l.unit_id,
                  'positionTitle', l.position_title, 'personId', l.person_id, 'name', l.name) order by l.ordinal)
                from documents.distribution_line l
               where l.agency_id = d.agency_id and l.version_id = d.version_id), '[]') as lines
         from documents.distribution d where d.agency_id = $1 and d.version_id = $2`,
      [tx.actor.agencyId, version.versionId],
    );
    return kept ?? this.#proposal(tx, version);
  }

  /** Keeps the list of a version that is not issued yet. @throws DistributionFixed, StaleRow, RecipientUnknown */
  async keep(
    tx: WriteTransaction,
    version: DistributedVersion,
    list: { lines: readonly DistributionLine[]; dueDays: number; rowVersion: number },
  ): Promise<void> {
    const { versionId, ownerAgencyId, documentId } = version;
    if (list.rowVersion === 0) {
      const added = await tx.change(
        `insert into documents.distribution (agency_id, version_id, owner_agency_id, document_id, proposed_from, due_days)
         values ($1, $2, $3, $4, 'hand', $5) on conflict do nothing`,
        [tx.actor.agencyId, versionId, ownerAgencyId, documentId, list.dueDays],
      );
      if (added !== 1) throw new StaleRow();
    } else await this.#change(tx, versionId, list);
    await this.#replaceLines(tx, versionId, list.lines);
  }

  async #change(
    tx: WriteTransaction,
    versionId: string,
    { dueDays, rowVersion }: { dueDays: number; rowVersion: number },
  ): Promise<void> {
    const [row] = await tx.query<{ state: string; rowVersion: number }>(
      `select state, row_version as "rowVersion" from documents.distribution
        where agency_id = $1 and version_id = $2 for update`,
      [tx.actor.agencyId, versionId],
    );
    if (row?.rowVersion !== rowVersion) throw new StaleRow();
    if (row.state !== 'draft') throw new DistributionFixed();
    await tx.changeOne(
      `update documents.distribution set due_days = $3, proposed_from = 'hand', row_version = row_version + 1
        where agency_id = $1 and version_id = $2`,
      [tx.actor.agencyId, versionId, dueDays],
    );
  }

  async #replaceLines(
    tx: WriteTransaction,
    versionId: string,
    lines: readonly DistributionLine[],
  ): Promise<void> {
    await tx.change('delete from documents.distribution_line where agency_id = $1 and version_id = $2', [
      tx.actor.agencyId,
      versionId,
    ]);
    const rows = lines.map((line, ordinal) => ({ ...line, ordinal, id: uuidV7() }));
    const kept = await tx.change(
      `insert into documents.distribution_line (agency_id, id, version_id, ordinal, kind, unit_id, position_title,
         person_id, name)
       select $1, line.id, $2, line.ordinal, line.kind, line."unitId", line."positionTitle", line."personId",
              coalesce(u.name, m.person_name, line.name)
         from jsonb_to_recordset($3::jsonb) as line (id uuid, ordinal int, kind text, "unitId" uuid,
           "positionTitle" text, "personId" uuid, name text)
         left join organization.pub_unit u on u.agency_id = $1 and u.id = line."unitId" and u.valid @> app.today()
           and line.kind = 'unit'
         left join identity.pub_membership m on m.agency_id = $1 and m.person_id = line."personId"
           and m.valid @> app.today() and line.kind = 'person'
        where (line.kind <> 'unit' or u.id is not null) and (line.kind <> 'person' or m.person_id is not null)`,
      [tx.actor.agencyId, versionId, JSON.stringify(rows)],
    );
    if (kept !== lines.length) throw new RecipientUnknown();
  }

  /** As before, else the unit that owns the document. */
  async #proposal(
    tx: ReadTransaction,
    { versionId, documentId, unitId }: DistributedVersion,
  ): Promise<Distribution> {
    const lines = await tx.query<DistributionLine & { source: 'previous' | 'unit' }>(
      `with previous as (
         select version_id from documents.distribution
          where agency_id = $1 and document_id = $2 and version_id <> $3 and state <> 'draft'
          order by fixed_at desc limit 1)
       select 'previous' as source, l.ordinal, l.kind, l.unit_id as "unitId", l.position_title as "positionTitle",
              l.person_id as "personId", l.name
         from documents.distribution_line l join previous p on p.version_id = l.version_id
        where l.agency_id = $1
       union all
       select 'unit', 0, 'unit', u.id, null, null, u.name from organization.pub_unit u
        where u.agency_id = $1 and u.id = $4 and not exists (select from previous)
       order by 2`,
      [tx.actor.agencyId, documentId, versionId, unitId],
    );
    return {
      state: 'draft',
      proposedFrom: lines[0]?.source ?? 'none',
      duty: null,
      dueDays: 10,
      dueOn: null,
      fixedAt: null,
      endReason: null,
      rowVersion: 0,
      lines: lines.map(({ kind, unitId: unit, positionTitle, personId, name }) => ({
        kind,
        unitId: unit,
        positionTitle,
        personId,
        name,
      })),
    };
  }
}
