import { AsyncLocalStorage } from 'node:async_hooks';

/** What joins the lines of one request, message or sweep. Ids only. */
export interface LogFields {
  correlationId: string;
  agencyId?: string;
  personId?: string;
  queue?: string;
}

const storage = new AsyncLocalStorage<LogFields>();

/** Runs `work` so that each line written meanwhile carries the fields. It decides nothing: only lines know of it. */
export function withLogFields<Result>(fields: LogFields, work: () => Result): Result {
  return storage.run(fields, work);
}

export function currentLogFields(): LogFields | undefined {
  return storage.getStore();
}
