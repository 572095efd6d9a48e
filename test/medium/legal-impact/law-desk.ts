import { type Actor, systemActor, uuidV7 } from '@app/kernel';
import { LegalImpactFacade } from '@app/legal-impact';
import { type LegalTextFields } from '@app/legal-register';
import { OrganizationFacade } from '@app/organization';
import { UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { type INestApplicationContext } from '@nestjs/common';

import { ConfirmChange } from '../../../libs/legal-impact/src/application/confirm-change';
import { HearChanges } from '../../../libs/legal-impact/src/application/hear-changes';
import { RecordText } from '../../../libs/legal-impact/src/application/record-text';
import { WithdrawChange } from '../../../libs/legal-impact/src/application/withdraw-change';
import { type TestAgency, World } from '../../support';
import { openSlice } from './slice';

/** Records texts, confirms changes and lets agencies hear of them, as people and the worker would. */
export class LawDesk {
  #serial = Date.now() % 10_000_000;

  private constructor(
    readonly world: World,
    readonly api: INestApplicationContext,
    readonly worker: INestApplicationContext,
  ) {}

  static async open(): Promise<LawDesk> {
    const world = await World.open();
    const api = await openSlice(world.database.urls.app);
    const worker = await openSlice(world.database.urls.worker);
    const { id, path } = await world.installation();
    await world.unitOfWork.write(systemActor(id, 'spec', path), null, async (tx) => {
      await api.get(LegalImpactFacade).seedRules(tx);
      await api.get(OrganizationFacade).seedCalendar(tx);
    });
    return new LawDesk(world, api, worker);
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.worker.close();
    await this.world.close();
  }

  aText(changes: Partial<LegalTextFields> = {}): LegalTextFields {
    this.#serial += 1;
    return {
      kind: 'Nghị định',
      numberSymbol: `${String(this.#serial)}/2015/NĐ-CP`,
      issuer: 'Chính phủ',
      issuedOn: '2015-11-15',
      effectiveOn: '2016-01-01',
      title: `Nghị định thử ${String(this.#serial)}`,
      aliases: [],
      relations: [],
      ...changes,
    };
  }

  record(by: Actor, fields: LegalTextFields): Promise<{ textId: string; changeId: string | null }> {
    return this.api.get(RecordText).execute(by, null, fields);
  }

  /** A text that does something to others, recorded; its change waits. */
  async acting(
    by: Actor,
    targetIds: readonly string[],
    { kind = 'replaces', ...changes }: Partial<LegalTextFields> & { kind?: 'replaces' | 'amends' } = {},
  ): Promise<{ textId: string; changeId: string; numberSymbol: string }> {
    const relations = targetIds.map((targetId) => ({
      kind,
      targetId,
      partly: kind === 'amends',
      note: null,
    }));
    const text = this.aText({
      issuedOn: '2026-10-01',
      effectiveOn: '2026-10-01',
      relations,
      ...changes,
    });
    const { textId, changeId } = await this.record(by, text);
    return { textId, changeId: changeId!, numberSymbol: text.numberSymbol };
  }

  confirm(by: Actor, changeId: string, deadlineOn?: string): Promise<string> {
    return this.api
      .get(ConfirmChange)
      .execute(by, null, { changeId, ...(deadlineOn === undefined ? {} : { deadlineOn }) });
  }

  withdraw(by: Actor, changeId: string, reason: string): Promise<void> {
    return this.api.get(WithdrawChange).execute(by, null, { changeId, reason });
  }

  /** What the worker does in an agency. */
  inWorker<Result>(
    { id, path }: TestAgency,
    work: (tx: WriteTransaction, worker: INestApplicationContext) => Promise<Result>,
  ): Promise<Result> {
    const actor = systemActor(id, uuidV7(), path);
    return this.worker.get(UnitOfWork).write(actor, null, (tx) => work(tx, this.worker));
  }

  hear(agency: TestAgency, changeId: string): Promise<void> {
    return this.inWorker(agency, (tx, worker) => worker.get(HearChanges).opened(tx, changeId));
  }

  hearWithdrawn(agency: TestAgency, changeId: string): Promise<void> {
    return this.inWorker(agency, (tx, worker) => worker.get(HearChanges).withdrawn(tx, changeId));
  }

  /** Rows as their owner sees them. */
  async rows<Row extends object>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    return (await this.world.owner.query<Row>(sql, [...values])).rows;
  }
}
