import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type CloseWork, type OpenWork } from './domain/work-item';
import { WorkItems } from './persistence/work-items';
import { type WorkCount, WorkItemsQuery } from './persistence/work-items.query';

/** Opens and closes "Việc của tôi" inside the transaction of the slice that knows. */
@Injectable()
export class WorkFacade {
  constructor(
    private readonly items: WorkItems,
    private readonly query: WorkItemsQuery,
  ) {}

  /** Opens work; what is open already for the same person, kind and subject is only brought up to date. */
  async open(tx: WriteTransaction, work: OpenWork): Promise<void> {
    await this.items.open(tx, work);
  }

  /** Closes open work of a subject. @returns how many items were closed */
  async close(tx: WriteTransaction, work: CloseWork): Promise<number> {
    return this.items.close(tx, work);
  }

  /** Own open work of the caller, without what they only follow. */
  async countOpen(tx: ReadTransaction): Promise<WorkCount> {
    return this.query.count(tx);
  }
}
