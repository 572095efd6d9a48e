import { Clock, formatVi, type LocalDate, todayIn } from '@app/kernel';
import { OrganizationFacade } from '@app/organization';
import { type ReadTransaction } from '@app/platform/database';
import { type Sheet } from '@app/platform/sheets';
import { Injectable } from '@nestjs/common';

/** Who takes a list away, of which agency, when. */
@Injectable()
export class SheetSource {
  constructor(
    private readonly organization: OrganizationFacade,
    private readonly clock: Clock,
  ) {}

  async of(tx: ReadTransaction): Promise<Pick<Sheet<never>, 'agencyName' | 'takenBy' | 'takenAt'>> {
    const agency = await this.organization.agency(tx, tx.actor.agencyId);
    return { agencyName: agency?.name ?? '', takenBy: tx.actor.personName, takenAt: this.clock.now() };
  }

  get today(): LocalDate {
    return todayIn(this.clock.now());
  }

  /** As it stands in the name of a file. */
  get day(): string {
    return formatVi(this.today).replaceAll('/', '-');
  }
}
