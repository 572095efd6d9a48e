import { ClaimWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export interface DueDeclaration {
  agencyId: string;
  id: string;
}

/** For sweeps: declarations of all agencies in a state that the worker looks after. */
@Injectable()
export class DeclarationsSweepQuery {
  constructor(private readonly claims: ClaimWork) {}

  /** Registered, and waiting for something that may have come. */
  waiting(limit: number): Promise<DueDeclaration[]> {
    return this.claims.run((tx) =>
      tx.query<DueDeclaration>(
        `select agency_id as "agencyId", id from declarations.declaration
          where state = 'registered' and waiting_for is not null
          order by registered_at, id limit $1`,
        [limit],
      ),
    );
  }

  published(): Promise<DueDeclaration[]> {
    return this.claims.run((tx) =>
      tx.query<DueDeclaration>(
        `select agency_id as "agencyId", id from declarations.declaration where state = 'published' order by agency_id`,
      ),
    );
  }
}
