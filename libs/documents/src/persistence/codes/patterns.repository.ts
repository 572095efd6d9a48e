import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { PatternNotFound } from '../../domain/refusals';

export interface PatternRow {
  id: string;
  kind: string;
  series: string;
  pattern: string;
  codes: string[];
  gaps: { number: number; explanation: string; by: string; at: string }[];
}

@Injectable()
export class PatternsRepository {
  /** The agency's patterns with the codes of the documents they are for, and what is said of the gaps. */
  all(tx: ReadTransaction): Promise<PatternRow[]> {
    return tx.query<PatternRow>(
      `select p.id, p.kind, p.series, p.pattern,
              coalesce((select jsonb_agg(d.code) from documents.document d where d.agency_id = p.agency_id
                and d.kind = p.kind and (p.series = '' or d.series_key = p.series_key)), '[]') as codes,
              coalesce((select jsonb_agg(jsonb_build_object('number', g.number, 'explanation', g.explanation,
                  'by', g.explained_by, 'at', g.explained_at) order by g.number)
                from documents.code_gap g where g.agency_id = p.agency_id and g.pattern_id = p.id), '[]') as gaps
         from documents.code_pattern p where p.agency_id = $1 and p.is_active
        order by p.kind, p.series_key limit 100`,
      [tx.actor.agencyId],
    );
  }

  /** A newer pattern takes the place of the one for the same kind and series; what was explained stays with the old. */
  async add(
    tx: WriteTransaction,
    { id, kind, series, pattern }: { id: string; kind: string; series: string; pattern: string },
  ): Promise<void> {
    await tx.change(
      `update documents.code_pattern set is_active = false, row_version = row_version + 1
        where agency_id = $1 and kind = $2 and series_key = app.fold($3) and is_active`,
      [tx.actor.agencyId, kind, series],
    );
    await tx.change(
      `insert into documents.code_pattern (agency_id, id, kind, series, pattern) values ($1, $2, $3, $4, $5)`,
      [tx.actor.agencyId, id, kind, series, pattern],
    );
  }

  /** @throws PatternNotFound */
  async explain(
    tx: WriteTransaction,
    {
      id,
      patternId,
      number,
      explanation,
    }: { id: string; patternId: string; number: number; explanation: string },
  ): Promise<void> {
    const changed = await tx.change(
      `insert into documents.code_gap (agency_id, id, pattern_id, number, explanation, explained_by)
       select p.agency_id, $3, p.id, $4, $5, $6 from documents.code_pattern p where p.agency_id = $1 and p.id = $2
       on conflict (agency_id, pattern_id, number) do update
         set explanation = excluded.explanation, explained_by = excluded.explained_by,
             explained_at = clock_timestamp(), row_version = documents.code_gap.row_version + 1`,
      [tx.actor.agencyId, patternId, id, number, explanation, tx.actor.personName],
    );
    if (changed !== 1) throw new PatternNotFound();
  }
}
