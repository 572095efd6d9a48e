import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type RouteDefinition } from '../../domain/way';

export interface KeptRoute extends RouteDefinition {
  id: string;
  rowVersion: number;
}

const COLUMNS = `id, name, document_kinds as "documentKinds", stages, row_version as "rowVersion"`;

/** Routes as an agency has defined them; a retired one stays for those who look back. */
@Injectable()
export class RouteDefinitionsRepository {
  inUse(tx: ReadTransaction): Promise<KeptRoute[]> {
    return tx.query<KeptRoute>(
      `select ${COLUMNS} from documents.route_definition
        where agency_id = $1 and retired_at is null order by created_at, id limit 100`,
      [tx.actor.agencyId],
    );
  }

  get(tx: ReadTransaction, id: string): Promise<KeptRoute | null> {
    return tx.one<KeptRoute>(
      `select ${COLUMNS} from documents.route_definition where agency_id = $1 and id = $2 and retired_at is null`,
      [tx.actor.agencyId, id],
    );
  }

  async add(
    tx: WriteTransaction,
    id: string,
    { name, documentKinds, stages }: RouteDefinition,
  ): Promise<void> {
    await tx.change(
      `insert into documents.route_definition (agency_id, id, name, document_kinds, stages)
       values ($1, $2, $3, $4, $5::jsonb)`,
      [tx.actor.agencyId, id, name, documentKinds, JSON.stringify(stages)],
    );
  }

  /** @throws StaleRow */
  async change(
    tx: WriteTransaction,
    { id, rowVersion, name, documentKinds, stages }: KeptRoute,
  ): Promise<void> {
    await tx.changeOne(
      `update documents.route_definition
          set name = $4, document_kinds = $5, stages = $6::jsonb, row_version = row_version + 1
        where agency_id = $1 and id = $2 and row_version = $3 and retired_at is null`,
      [tx.actor.agencyId, id, rowVersion, name, documentKinds, JSON.stringify(stages)],
    );
  }

  /** @throws StaleRow */
  async retire(tx: WriteTransaction, id: string): Promise<void> {
    await tx.changeOne(
      `update documents.route_definition set retired_at = clock_timestamp(), row_version = row_version + 1
        where agency_id = $1 and id = $2 and retired_at is null`,
      [tx.actor.agencyId, id],
    );
  }
}
