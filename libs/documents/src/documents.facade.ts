import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type EffectiveProcedure, EffectiveProceduresQuery } from './persistence/effective-procedures.query';

/** Controlled documents as the slices below may use them. */
@Injectable()
export class DocumentsFacade {
  constructor(private readonly procedures: EffectiveProceduresQuery) {}

  /** Procedures of the acting agency in force today: what a declaration may have in its scope. */
  effectiveProcedures(tx: ReadTransaction): Promise<EffectiveProcedure[]> {
    return this.procedures.all(tx);
  }
}
