import { type Actor, type LocalDate } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DocumentNotFound } from '../../domain/refusals';
import {
  ClosedBeforeOpened,
  CorrectionTarget,
  RecordCompleted,
  RecordTypeRetired,
} from '../../domain/upkeep/refusals';
import { retentionOf } from '../../domain/upkeep/retention';
import {
  type NewRecord,
  type RecordRow,
  RecordsRepository,
  type RecordTypeFields,
} from '../../persistence/upkeep/records.repository';
import { UpkeepTime } from './upkeep-time';

const SUBJECT = 'record';

/** Danh mục hồ sơ and hồ sơ: opened, written in, completed, held (7.5.3; DI-18, DI-19). */
@Injectable()
export class Records {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: RecordsRepository,
    private readonly time: UpkeepTime,
  ) {}

  /** @throws DocumentNotFound */
  addType(actor: Actor, idempotency: Idempotency | null, fields: RecordTypeFields): Promise<string> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      if (fields.documentId !== null && !(await this.records.hasDocument(tx, fields.documentId)))
        throw new DocumentNotFound();
      const id = this.time.ids.next();
      await this.records.addType(tx, id, fields);
      tx.record({
        action: 'documents.record-type-added',
        subjectType: 'record-type',
        subjectId: id,
        new: fields,
      });
      return id;
    });
  }

  /** By compare-and-set; records completed before keep the day that was fixed then. @throws StaleRow, RecordTypeNotFound */
  async changeType(
    actor: Actor,
    target: { id: string; rowVersion: number; retired: boolean },
    fields: Omit<RecordTypeFields, 'documentId'>,
  ): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      const old = await this.records.type(tx, target.id);
      await this.records.changeType(tx, target, fields);
      tx.record({
        action: 'documents.record-type-changed',
        subjectType: 'record-type',
        subjectId: target.id,
        old,
        new: { ...fields, retired: target.retired },
      });
    });
  }

  /**
   * Takes over what section 7 of the effective procedures prints. A retention that cannot be read becomes "for ever",
   * the one mistake that destroys nothing.
   * @returns how many types were made
   */
  takeOver(actor: Actor, idempotency: Idempotency | null): Promise<number> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const seen = new Set<string>();
      let made = 0;
      for (const { documentId, line } of await this.records.printed(tx)) {
        const key = `${documentId}:${line.name.trim().toLocaleLowerCase('vi')}`;
        if (line.name.trim() === '' || seen.has(key)) continue;
        seen.add(key);
        const id = this.time.ids.next();
        const fields: RecordTypeFields = {
          documentId,
          name: line.name.trim().slice(0, 500),
          place: line.place?.slice(0, 500) ?? null,
          retentionMonths: retentionOf(line.retention)?.months ?? null,
          legalBasis: null,
        };
        await this.records.addType(tx, id, fields);
        tx.record({
          action: 'documents.record-type-added',
          subjectType: 'record-type',
          subjectId: id,
          new: { ...fields, printed: line.retention },
        });
        made += 1;
      }
      return made;
    });
  }

  /** @throws RecordTypeNotFound, RecordTypeRetired */
  open(actor: Actor, idempotency: Idempotency | null, record: Omit<NewRecord, 'id'>): Promise<string> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const type = await this.records.type(tx, record.typeId);
      if (type.retired) throw new RecordTypeRetired();
      const id = this.time.ids.next();
      await this.records.add(tx, { ...record, id });
      tx.record({ action: 'documents.record-opened', subjectType: SUBJECT, subjectId: id, new: record });
      return id;
    });
  }

  /**
   * Writes one more line. After completion only a correction that points to what it corrects (DI-19).
   * @throws RecordNotFound, RecordCompleted, CorrectionTarget
   */
  async write(
    actor: Actor,
    idempotency: Idempotency | null,
    entry: { recordId: string; text: string; correctsId: string | null },
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const { state } = await this.records.getForUpdate(tx, entry.recordId);
      if (state !== 'open' && (state !== 'completed' || entry.correctsId === null))
        throw new RecordCompleted();
      if (entry.correctsId !== null && !(await this.records.hasEntry(tx, entry.recordId, entry.correctsId)))
        throw new CorrectionTarget();
      const id = this.time.ids.next();
      await this.records.addEntry(tx, { ...entry, id, at: this.time.clock.now() });
      tx.record({
        action: entry.correctsId === null ? 'documents.record-written' : 'documents.record-corrected',
        subjectType: SUBJECT,
        subjectId: entry.recordId,
        new: { entryId: id, ...entry },
      });
    });
  }

  /** @throws RecordNotFound, RecordCompleted, ClosedBeforeOpened */
  async complete(
    actor: Actor,
    idempotency: Idempotency | null,
    { id, closedOn }: { id: string; closedOn: LocalDate },
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const record = await this.records.getForUpdate(tx, id);
      assertOpenRecord(record);
      if (closedOn < record.openedOn) throw new ClosedBeforeOpened();
      await this.records.complete(tx, id, closedOn);
      tx.record({
        action: 'documents.record-completed',
        subjectType: SUBJECT,
        subjectId: id,
        new: { closedOn },
      });
    });
  }

  /** A hold keeps a record from every disposal list; null ends it. @throws RecordNotFound */
  async hold(
    actor: Actor,
    idempotency: Idempotency | null,
    { id, reason }: { id: string; reason: string | null },
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const { holdReason } = await this.records.getForUpdate(tx, id);
      await this.records.hold(tx, id, reason);
      tx.record({
        action: reason === null ? 'documents.record-released' : 'documents.record-held',
        subjectType: SUBJECT,
        subjectId: id,
        old: { holdReason },
        new: { holdReason: reason },
      });
    });
  }
}

/** @throws RecordCompleted */
export function assertOpenRecord({ state }: Pick<RecordRow, 'state'>): void {
  if (state !== 'open') throw new RecordCompleted();
}
