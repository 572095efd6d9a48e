import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { administrativeUnitsFrom } from '../domain/administrative-units';
import { AdministrativeUnitsRepository } from '../persistence/administrative-units.repository';

/** The national list, as parsed, and where it came from. */
export interface ImportAdministrativeUnitsCommand {
  list: unknown;
  source: string;
}

export interface AdministrativeUnitsImported {
  provinces: number;
  communes: number;
  changed: number;
}

/** Enters provinces and communes for all of Viet Nam; the actor is the installation. Again it changes nothing. */
@Injectable()
export class ImportAdministrativeUnits {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly units: AdministrativeUnitsRepository,
  ) {}

  /** @throws BadAdministrativeUnits */
  execute(
    actor: Actor,
    { list, source }: ImportAdministrativeUnitsCommand,
  ): Promise<AdministrativeUnitsImported> {
    const units = administrativeUnitsFrom(list);
    const provinces = units.filter(({ level }) => level === 'province').length;
    return this.unitOfWork.write(actor, null, async (tx) => {
      const changed = await this.units.put(tx, units, source);
      const counts = { provinces, communes: units.length - provinces, changed };
      if (changed > 0) {
        tx.record({
          action: 'organization.administrative-units-imported',
          subjectType: 'administrative-units',
          subjectId: 'vn',
          new: { ...counts, source },
        });
      }
      return counts;
    });
  }
}
