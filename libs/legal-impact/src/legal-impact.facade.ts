import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DeadlineRulesRepository } from './persistence/deadline-rules.repository';

/** What the installation needs of this slice. */
@Injectable()
export class LegalImpactFacade {
  constructor(private readonly rules: DeadlineRulesRepository) {}

  /** Enters the starter rule of deadlines; the actor is the installation. Again it adds nothing. */
  seedRules(tx: WriteTransaction): Promise<number> {
    return this.rules.seed(tx);
  }
}
