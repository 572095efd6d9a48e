import { type Actor, type AgencyId, systemActor, uuidV7 } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { OfficeConverter } from '@app/platform/office';
import { Sweep, Sweeps } from '@app/platform/queue';
import { Injectable } from '@nestjs/common';

import { FollowScope } from '../application/follow-scope';
import { PublishDeclaration } from '../application/publish-declaration';
import { DeclarationsSweepQuery, type DueDeclaration } from '../persistence/declarations-sweep.query';

const AT_ONCE = 20;

/** Publishes what waited for an Office program, as soon as there is one. */
@Sweeps('declarations.waiting')
@Injectable()
export class WaitingDeclarationsSweep extends Sweep {
  constructor(
    private readonly due: DeclarationsSweepQuery,
    private readonly publishing: PublishDeclaration,
    private readonly converter: OfficeConverter,
    private readonly unitOfWork: UnitOfWork,
  ) {
    super();
  }

  override async sweep(): Promise<number> {
    if (!this.converter.isAvailable) return 0;
    let published = 0;
    for (const found of await this.due.waiting(AT_ONCE)) {
      const actor = sweepActor(found);
      const prepared = await this.publishing.prepare(actor, found.id);
      if (prepared === null) continue;
      await this.unitOfWork.write(actor, null, (tx) => this.publishing.publish(tx, prepared));
      published += 1;
    }
    return published;
  }
}

/** Versions begin and end by their dates, and every day has its head (RI-06): looked at every hour, written once. */
@Sweeps('declarations.daily', { everySeconds: 3600 })
@Injectable()
export class DailyPortalSweep extends Sweep {
  constructor(
    private readonly due: DeclarationsSweepQuery,
    private readonly following: FollowScope,
    private readonly unitOfWork: UnitOfWork,
  ) {
    super();
  }

  override async sweep(): Promise<number> {
    for (const found of await this.due.published()) {
      await this.unitOfWork.write(sweepActor(found), null, (tx) => this.following.daily(tx, found.id));
    }
    // Nothing is claimed, so there is no rest to come back for.
    return 0;
  }
}

function sweepActor({ agencyId }: DueDeclaration): Actor {
  return systemActor(agencyId as AgencyId, uuidV7());
}
