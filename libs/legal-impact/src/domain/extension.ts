import { addDays, type LocalDate } from '@app/kernel';

import { BadExtension, DeadlinePast } from './refusals';

const SHORTEST_REASON = 10;
const LONGEST_DAYS = 366;

/** More time needs a day that is still to come and a reason that can be read later. @throws DeadlinePast, BadExtension */
export function assertExtension({
  until,
  today,
  reason,
}: {
  until: LocalDate;
  today: LocalDate;
  reason: string;
}): void {
  if (until < today || until > addDays(today, LONGEST_DAYS)) throw new DeadlinePast();
  if (reason.length < SHORTEST_REASON) throw new BadExtension();
}
