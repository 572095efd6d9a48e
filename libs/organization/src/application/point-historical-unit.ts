import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { AgencyNotFound, UnitListNotFound } from '../domain/refusals';
import { OrganizationQuery, type UnitListEntryRow } from '../persistence/organization.query';
import { UnitListsRepository } from '../persistence/unit-lists.repository';

export interface PointHistoricalUnitCommand {
  listId: string;
  entryId: string;
  presentAgencyId: string | null;
  /** Row version that the person has seen. */
  rowVersion: number;
}

/** Says which agency stands today in the place of an old unit. */
@Injectable()
export class PointHistoricalUnit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: UnitListsRepository,
    private readonly organization: OrganizationQuery,
  ) {}

  /** @throws UnitListNotFound, AgencyNotFound, StaleRow */
  execute(actor: Actor, command: PointHistoricalUnitCommand): Promise<UnitListEntryRow> {
    const { listId, entryId, presentAgencyId } = command;
    return this.unitOfWork.write(actor, null, async (tx) => {
      const find = { listId, entryId, after: null, limit: 1 };
      const [known] = await this.organization.entries(tx, find);
      if (known === undefined) throw new UnitListNotFound();
      if (presentAgencyId !== null && (await this.organization.agency(tx, presentAgencyId)) === null)
        throw new AgencyNotFound();
      await this.lists.point(tx, { listId, entryId }, command);
      const [pointed] = await this.organization.entries(tx, find);
      return pointed ?? known;
    });
  }
}
