import { createHash } from 'node:crypto';

import { type Actor, parseLocalDate, tidyLine } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { BadUnitList } from '../domain/refusals';
import { type UnitListContent } from '../domain/unit-list-file';
import { type ListHead, UnitListsRepository } from '../persistence/unit-lists.repository';
import { readUnitListCsv } from './unit-list-csv';

/** A list of units as an office keeps it, with the day that it shows. */
export interface ImportUnitListCommand {
  content: Uint8Array;
  title: string;
  asOf: string;
  legalBasis: string | null;
  /** Look only: say what would happen, change nothing. */
  dryRun: boolean;
}

export interface ImportOutcome {
  listId: string | null;
  created: number;
  existing: number;
}

export interface UnitListImported extends ImportOutcome, Pick<UnitListContent, 'parents' | 'refused'> {
  dryRun: boolean;
}

/** Enters a list of units as historical units, without accounts (OF-16). Importing it again changes nothing. */
@Injectable()
export class ImportUnitList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: UnitListsRepository,
  ) {}

  /** @throws UnreadableUnitList, BadUnitList */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    { content, title, asOf, legalBasis, dryRun }: ImportUnitListCommand,
  ): Promise<UnitListImported> {
    const head = headOf({ title, asOf, legalBasis }, content);
    const { units, parents, refused } = readUnitListCsv(content);
    const outcome = dryRun
      ? await this.unitOfWork.read(actor, (tx) => this.lists.compare(tx, head, units))
      : await this.unitOfWork.write(actor, idempotency, (tx) => this.lists.add(tx, head, units));
    return { ...outcome, dryRun, parents, refused };
  }
}

function headOf(
  { title, asOf, legalBasis }: Pick<ImportUnitListCommand, 'title' | 'asOf' | 'legalBasis'>,
  content: Uint8Array,
): ListHead {
  const day = parseLocalDate(asOf);
  const named = tidyLine(title);
  const isTitle = named !== '' && named.length <= 300;
  if (!isTitle || day === null)
    throw new BadUnitList([...(isTitle ? [] : ['title']), ...(day === null ? ['asOf'] : [])]);
  const basis = tidyLine(legalBasis ?? '').slice(0, 500);
  return {
    title: named,
    asOf: day,
    legalBasis: basis === '' ? null : basis,
    contentHash: createHash('sha256').update(content).digest('hex'),
  };
}
