import { type Actor, type LocalDate } from '@app/kernel';
import { Duplicates, type LegalTextFields as Fields } from '@app/legal-register';
import { UnitOfWork } from '@app/platform/database';
import { type Language } from '@app/platform/http';
import { Injectable } from '@nestjs/common';

import { TextsQuery } from '../../persistence/texts.query';
import { type LegalTextDetail } from './legal-text-detail.dto';
import { type LegalTextFields } from './legal-text.dto';
import { LegalTextReader } from './legal-text.reader';

/** What the register's routes read. */
@Injectable()
export class RegisterLists {
  constructor(
    readonly texts: TextsQuery,
    readonly duplicates: Duplicates,
    private readonly reader: LegalTextReader,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws LegalTextNotFound */
  show(actor: Actor, id: string, asked: { on: LocalDate; language: Language }): Promise<LegalTextDetail> {
    return this.unitOfWork.read(actor, (tx) => this.reader.detail(tx, id, asked));
  }

  /** What was left out of the request is null, not undefined; agencies of the territory get their names. */
  async fields(
    actor: Actor,
    { aliases, relations, awaited = [], territoryIds = [], ...fields }: LegalTextFields,
  ): Promise<Fields> {
    const territory =
      territoryIds.length === 0
        ? []
        : await this.unitOfWork.read(actor, (tx) => this.texts.territory(tx, territoryIds));
    return {
      ...fields,
      territory,
      effectiveOn: fields.effectiveOn ?? null,
      field: fields.field ?? null,
      aliases: aliases.map(({ name, year }) => ({ name, year: year ?? null })),
      relations: relations.map(({ note, ...relation }) => ({ ...relation, note: note ?? null })),
      awaited: awaited.map(({ note, issuer, issuedOn, ...rest }) => ({
        ...rest,
        note: note ?? null,
        issuer: issuer ?? null,
        issuedOn: issuedOn ?? null,
      })),
    };
  }
}
