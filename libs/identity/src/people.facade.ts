import { type Role } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { PeopleQuery, type PersonLine } from './persistence/people.query';

/** Who works in the agency of the transaction today. */
@Injectable()
export class PeopleFacade {
  constructor(private readonly people: PeopleQuery) {}

  withRole(tx: ReadTransaction, role: Role): Promise<PersonLine[]> {
    return this.people.ofAgency(tx, role);
  }

  all(tx: ReadTransaction): Promise<PersonLine[]> {
    return this.people.ofAgency(tx);
  }

  member(tx: ReadTransaction, personId: string): Promise<PersonLine | null> {
    return this.people.member(tx, personId);
  }

  /** Those of these people who work here today. */
  members(tx: ReadTransaction, personIds: readonly string[]): Promise<PersonLine[]> {
    return this.people.members(tx, personIds);
  }
}
