import { DomainError } from '@app/kernel';
import { Sweep, Sweeps } from '@app/platform/queue';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';

import { MakeExport } from '../application/exports/make-export';
import { MOST_ATTEMPTS } from '../domain/exports/agency-export';
import { type ClaimedExport, ExportClaims } from '../persistence/exports/export-claims';

const HOLD_MS = 3000;
const PAUSE_SECONDS = 30;

/** The process ends, or another one has the export: no failure of the work. */
class Interrupted extends Error {}

/** Makes one export after another. It begins anew what a dead worker left (its claim has ended by then). */
@Injectable()
@Sweeps('dossiers.exports', { everySeconds: 3 })
export class ExportsSweep extends Sweep implements OnModuleDestroy {
  readonly #logger = new Logger(ExportsSweep.name);
  #stopping = false;

  constructor(
    private readonly claims: ExportClaims,
    private readonly making: MakeExport,
  ) {
    super();
  }

  onModuleDestroy(): void {
    this.#stopping = true;
  }

  override async sweep(): Promise<number> {
    const claimed = this.#stopping ? null : await this.claims.next();
    if (claimed === null) return 0;
    const heart = this.#heart(claimed);
    try {
      await this.making.execute(claimed, heart.beat);
    } catch (error) {
      await this.#ended(claimed, error);
    } finally {
      heart.stop();
    }
    return 1;
  }

  /** Holds the claim while the work goes on, whatever it waits for, and stops the work when it may not go on. */
  #heart(claimed: ClaimedExport): { beat: (percent: number) => Promise<void>; stop: () => void } {
    let percent = 0;
    let isLost = false;
    const hold = async (): Promise<void> => {
      isLost = !(await this.claims.hold(claimed, percent));
    };
    const timer = setInterval(() => {
      // A database that does not answer now is met by the work itself.
      hold().catch(() => undefined);
    }, HOLD_MS);
    return {
      beat: async (done) => {
        percent = done;
        if (this.#stopping || isLost) throw new Interrupted();
        return Promise.resolve();
      },
      stop: () => {
        clearInterval(timer);
      },
    };
  }

  async #ended(claimed: ClaimedExport, error: unknown): Promise<void> {
    if (error instanceof Interrupted) {
      await this.claims.release(claimed, { afterSeconds: 0, counts: false, problem: null });
      return;
    }
    const problem = error instanceof DomainError ? error.code : 'dossiers.export-failed';
    this.#logger.error({ err: error, exportId: claimed.id, attempts: claimed.attempts }, 'export not made');
    if (claimed.attempts >= MOST_ATTEMPTS) await this.making.giveUp(claimed, problem);
    else await this.claims.release(claimed, { afterSeconds: PAUSE_SECONDS, counts: true, problem });
  }
}
