import { type Actor, Clock, Ids, type LocalDate, todayIn } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import {
  CheckDays,
  type CheckOutcome,
  ExternalDocumentExists,
  ExternalDocumentNotFound,
  identityOf,
} from '../../domain/external/external-document';
import {
  type ExternalRow,
  ExternalDocumentsQuery,
} from '../../persistence/external/external-documents.query';
import {
  type ExternalFields,
  ExternalDocumentsRepository,
} from '../../persistence/external/external-documents.repository';

export interface CheckCommand {
  key: string;
  checkedOn: LocalDate;
  outcome: CheckOutcome;
  note: string | null;
  /** Null: as often as the document asks for. */
  nextCheckOn: LocalDate | null;
}

const SUBJECT = 'external-document';

/** Where documents of external origin are kept. */
@Injectable()
export class ExternalShelf {
  constructor(
    readonly documents: ExternalDocumentsRepository,
    readonly list: ExternalDocumentsQuery,
  ) {}
}

/** Enters documents of external origin and records that somebody looked whether they still hold (DI-14). */
@Injectable()
export class KeepExternal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly shelf: ExternalShelf,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @returns its key @throws ExternalDocumentExists */
  async enter(actor: Actor, idempotency: Idempotency | null, fields: ExternalFields): Promise<string> {
    const identity = identityOf(fields);
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const id = this.ids.next();
      if (!(await this.shelf.documents.add(tx, id, identity, fields))) throw new ExternalDocumentExists();
      tx.record({ action: 'documents.external-entered', subjectType: SUBJECT, subjectId: id, new: fields });
    });
    return identity;
  }

  /** @returns its key @throws ExternalDocumentNotFound, StaleRow */
  async change(
    actor: Actor,
    { id, rowVersion, retired }: { id: string; rowVersion: number; retired: boolean },
    fields: Omit<ExternalFields, 'numberSymbol'>,
  ): Promise<string> {
    return this.unitOfWork.write(actor, null, async (tx) => {
      const old = await this.shelf.documents.get(tx, id);
      const { numberSymbol } = old;
      // The number is what it is known by: it stays.
      await this.shelf.documents.change(tx, { id, rowVersion, retired }, { ...fields, numberSymbol });
      tx.record({
        action: 'documents.external-changed',
        subjectType: SUBJECT,
        subjectId: id,
        old,
        new: { ...fields, retired },
      });
      return old.identity;
    });
  }

  /**
   * "Đã kiểm tra, còn hiệu lực ngày …": of any line of the list; one that the procedures alone cite gets its row now.
   * @throws ExternalDocumentNotFound, CheckDays
   */
  async check(actor: Actor, idempotency: Idempotency | null, command: CheckCommand): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const row = await this.shelf.list.get(tx, command.key);
      const { checkedOn, outcome, note } = command;
      const nextCheckOn = command.nextCheckOn ?? monthsAfter(checkedOn, row.checkMonths);
      if (checkedOn > todayIn(this.clock.now()) || nextCheckOn <= checkedOn) throw new CheckDays();
      const externalId = row.id ?? (await this.#rowFor(tx, row));
      await this.shelf.documents.addCheck(
        tx,
        { id: this.ids.next(), externalId, checkedOn, outcome, note },
        nextCheckOn,
      );
      tx.record({
        action: 'documents.external-checked',
        subjectType: SUBJECT,
        subjectId: externalId,
        old: { nextCheckOn: row.nextCheckOn },
        new: { checkedOn, outcome, note, nextCheckOn },
      });
    });
  }

  async #rowFor(tx: WriteTransaction, row: ExternalRow): Promise<string> {
    const id = this.ids.next();
    const { key, kind, numberSymbol, title, source, issuedOn, effectiveOn, location, checkMonths } = row;
    const fields = { kind, numberSymbol, title, source, issuedOn, effectiveOn, location, checkMonths };
    if (await this.shelf.documents.add(tx, id, key, { ...fields, nextCheckOn: null })) return id;
    const known = await this.shelf.documents.idOf(tx, key);
    if (known === null) throw new ExternalDocumentNotFound();
    return known;
  }
}

/** The same day some months later; the last day of a shorter month. */
function monthsAfter(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10) as LocalDate;
}
