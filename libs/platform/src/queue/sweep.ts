import { SetMetadata } from '@nestjs/common';

export const SWEEPS = 'platform:sweeps';

export interface SweepsOptions {
  /** Seconds between two looks; by default the worker's setting. */
  everySeconds?: number;
}

/** Marks a periodic look at rows that are due. It only wakes the sweep: missing ten wakes changes nothing. */
export function Sweeps(name: string, options: SweepsOptions = {}): ClassDecorator {
  return SetMetadata(SWEEPS, { name, everySeconds: options.everySeconds ?? null });
}

/** Finds due rows (claim, commit), then works in one transaction per agency. */
export abstract class Sweep {
  /** @returns how many rows were handled; when it is not 0 the sweep runs again at once. */
  abstract sweep(): Promise<number>;
}
