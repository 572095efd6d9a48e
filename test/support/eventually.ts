import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again until `probe` neither throws nor gives undefined, null or false, and returns what it gave. After the
 * deadline the last refusal is the failure. A test never sleeps for a guessed time.
 */
export async function eventually<Result>(
  probe: () => Result | Promise<Result>,
  { within = 10_000, every = 50 }: { within?: number; every?: number } = {},
): Promise<NonNullable<Result>> {
  const deadline = performance.now() + within;
  for (;;) {
    try {
      return present(await probe());
    } catch (refusal) {
      if (performance.now() > deadline) throw refusal;
    }
    await pause(every);
  }
}

function present<Result>(found: Result): NonNullable<Result> {
  if (found === undefined || found === null || found === false) {
    throw new Error(`The probe still gives ${String(found)}.`);
  }
  return found;
}
