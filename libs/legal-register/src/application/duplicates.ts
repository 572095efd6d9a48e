import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type Likeness, likenessOf } from '../domain/likeness';
import { type Candidate, StoredTextsQuery } from '../persistence/stored-texts.query';

/** A record that is probably of the same text, and why. */
export interface Duplicate extends Candidate {
  likeness: Likeness;
}

/** Probable duplicates are proposed, never merged by the program. */
@Injectable()
export class Duplicates {
  constructor(private readonly stored: StoredTextsQuery) {}

  /** Of one text, among what the caller may see. @throws LegalTextNotFound */
  async of(tx: ReadTransaction, id: string): Promise<Duplicate[]> {
    const { text } = await this.stored.get(tx, id);
    return like(text, await this.stored.sameNumber(tx, id));
  }

  /** Of every record that the acting agency keeps. */
  async own(tx: ReadTransaction): Promise<{ own: Candidate; duplicates: Duplicate[] }[]> {
    const repeated = await this.stored.repeated(tx);
    return repeated
      .map(({ own, others }) => ({ own, duplicates: like(own, others) }))
      .filter(({ duplicates }) => duplicates.length > 0);
  }
}

function like(one: Parameters<typeof likenessOf>[0], others: readonly Candidate[]): Duplicate[] {
  return others.flatMap((other) => {
    const likeness = likenessOf(one, other);
    return likeness === null ? [] : [{ ...other, likeness }];
  });
}
