import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type SqlValue } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type DeclarationKind, type DeclarationState } from '../domain/declaration';

export interface DeclarationListRow {
  id: string;
  state: DeclarationState;
  kind: DeclarationKind;
  standard: string;
  number: string | null;
  signedOn: LocalDate | null;
  publishedAt: Date | null;
  procedures: number;
  createdAt: string;
}

@Injectable()
export class DeclarationListQuery {
  /** Newest first, one more than `limit`. */
  page(tx: ReadTransaction, after: readonly SqlValue[] | null, limit: number): Promise<DeclarationListRow[]> {
    return tx.query<DeclarationListRow>(
      `select d.id, d.state, d.kind, d.standard_label as standard, d.number, d.signed_on as "signedOn",
              d.published_at as "publishedAt", d.created_at::text as "createdAt",
              (select count(*) from declarations.declaration_line l
                where l.agency_id = d.agency_id and l.declaration_id = d.id) as procedures
         from declarations.declaration d
        where d.agency_id = any ($1::uuid[]) and ($2::timestamptz is null or (d.created_at, d.id) < ($2, $3::uuid))
        order by d.created_at desc, d.id desc
        limit $4`,
      [tx.actor.readable, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }
}
