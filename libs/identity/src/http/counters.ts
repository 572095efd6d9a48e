import { type Actor } from '@app/kernel';

export interface PersonalCount {
  work: number;
  overdue: number;
  notices: number;
}

/** What waits for a person. Slices below identity know; the process binds one of them here. */
export abstract class PersonalCounters {
  abstract of(actor: Actor): Promise<PersonalCount>;
}
