import { type Actor, Clock, type LocalDate, todayIn } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { GlossaryFacade } from '@app/reference';
import { Injectable } from '@nestjs/common';

import { type RetiredBody } from '../domain/reader';

/** What a file is read against: the day, and the dated list of names that exist no more (OF-11). */
@Injectable()
export class UploadBackground {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly glossary: GlossaryFacade,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<{ today: LocalDate; retiredBodies: RetiredBody[] }> {
    const today = todayIn(this.clock.now());
    const names = await this.unitOfWork.read(actor, (tx) => this.glossary.retiredBy(tx, today));
    const retiredBodies = names.map(({ name, phrases, retiredOn, replacement }) => ({
      name,
      phrases,
      retiredOn,
      successor: replacement,
    }));
    return { today, retiredBodies };
  }
}
