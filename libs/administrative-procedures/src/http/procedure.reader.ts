import { NotEntitled } from '@app/identity';
import { type Actor, Clock, formatVi, todayIn } from '@app/kernel';
import { OrganizationFacade } from '@app/organization';
import { type ReadTransaction } from '@app/platform/database';
import {
  type Action,
  actionOf,
  explained,
  type HttpReply,
  type Language,
  ProblemCatalogue,
} from '@app/platform/http';
import { sendSheet, type SheetColumn, sheetOf } from '@app/platform/sheets';
import { Injectable } from '@nestjs/common';

import { type Keeper, mayKeep } from '../domain/entitlement';
import { NotEntitledForTthc, NotTheKeeper, ProcedureNotFound } from '../domain/refusals';
import {
  type ProcedureDetailRow,
  type ProcedureFilter,
  type ProcedurePosition,
  type ProcedureRow,
  ProceduresQuery,
} from '../persistence/procedures.query';
import { ProceduresRepository } from '../persistence/procedures.repository';
import { type TthcDetail, type TthcLine } from './procedures.dto';

const RECORD = 'administrative-procedures.record';

/** The page of a TTHC: what it is, how it came to be, its quy trình nội bộ, and what the caller may do. */
@Injectable()
export class ProcedureReader {
  constructor(
    private readonly procedures: ProceduresQuery,
    private readonly repository: ProceduresRepository,
    private readonly catalogue: ProblemCatalogue,
  ) {}

  /** @throws ProcedureNotFound */
  async detail(tx: ReadTransaction, id: string, language: Language): Promise<TthcDetail> {
    const row = await this.procedures.one(tx, id);
    if (row === null) throw new ProcedureNotFound();
    const { note, validFrom, validUntil, dutyByRule, dutyReason, dutySetByName, rowVersion } = row;
    const keeper = await this.repository.keeper(tx);
    return {
      ...procedureLine(row),
      ...{ note, validFrom, validUntil, dutyByRule, dutyReason, dutySetByName, rowVersion },
      history: await this.procedures.history(tx, id),
      processes: await this.procedures.processes(tx, id),
      actions: this.#actions(tx.actor, { row, keeper, language }),
    };
  }

  #actions(
    actor: Actor,
    { row, keeper, language }: { row: ProcedureDetailRow; keeper: Keeper; language: Language },
  ): TthcDetail['actions'] {
    const action = (mustOwn: boolean): Action =>
      explained(
        actionOf(() => {
          if (!actor.permissions.has(RECORD)) throw new NotEntitled();
          if (mustOwn && !row.own) throw new NotTheKeeper();
          if (!mayKeep(keeper, [row.field])) throw new NotEntitledForTthc();
        }),
        this.catalogue,
        language,
      );
    return { edit: action(true), addProcess: action(false) };
  }
}

const LEVEL_WORDS: Readonly<Record<ProcedureRow['level'], string>> = {
  province: 'Cấp tỉnh',
  commune: 'Cấp xã',
  other: 'Khác',
};
const STATUS_WORDS: Readonly<Record<ProcedureRow['status'], string>> = {
  'in-force': 'Còn hiệu lực',
  'not-yet': 'Chưa có hiệu lực',
  suspended: 'Tạm dừng',
  ended: 'Đã bãi bỏ',
};
const COLUMNS: readonly SheetColumn<ProcedureRow>[] = [
  { title: 'Mã TTHC', width: 24, value: ({ code }) => code },
  { title: 'Tên thủ tục hành chính', width: 70, value: ({ name }) => name },
  { title: 'Lĩnh vực', width: 24, value: ({ field }) => field },
  { title: 'Cấp', value: ({ level }) => LEVEL_WORDS[level] },
  { title: 'Cơ quan thực hiện', width: 32, value: ({ executingBody }) => executingBody },
  { title: 'Thời hạn giải quyết', width: 32, value: ({ timeLimit }) => timeLimit },
  { title: 'Phí, lệ phí', width: 32, value: ({ fee }) => fee },
  { title: 'Trạng thái', value: ({ status }) => STATUS_WORDS[status] },
  { title: 'Thuộc nhiệm vụ của cơ quan', width: 14, value: ({ duty }) => (duty ? 'Có' : 'Không') },
  { title: 'Nơi ghi', width: 32, value: ({ stewardName }) => stewardName },
];
const CHUNK = 500;
const MOST_ROWS = 50_000;

/** The register taken away as .xlsx, with the filters in force (RI-19). */
@Injectable()
export class ProcedureSheet {
  constructor(
    private readonly procedures: ProceduresQuery,
    private readonly organization: OrganizationFacade,
    private readonly clock: Clock,
  ) {}

  async make(
    tx: ReadTransaction,
    filter: ProcedureFilter,
    query: object,
  ): Promise<(reply: HttpReply) => Promise<void>> {
    const agency = await this.organization.agency(tx, tx.actor.agencyId);
    const takenAt = this.clock.now();
    const name = 'Danh mục thủ tục hành chính';
    const source = { agencyName: agency?.name ?? '', takenBy: tx.actor.personName, takenAt };
    const file = await sheetOf(
      { ...source, name, columns: COLUMNS, query: { ...query } },
      this.#rows(tx, filter),
    );
    const day = formatVi(todayIn(takenAt)).replaceAll('/', '-');
    return (reply) => sendSheet(reply, file, `${name} ${day}.xlsx`);
  }

  async *#rows(tx: ReadTransaction, filter: ProcedureFilter): AsyncGenerator<ProcedureRow> {
    let after: ProcedurePosition | null = null;
    for (let taken = 0; taken < MOST_ROWS; taken += CHUNK) {
      const rows: ProcedureRow[] = await this.procedures.list(tx, filter, { after, limit: CHUNK });
      yield* rows.slice(0, CHUNK);
      const last = rows[CHUNK - 1];
      if (last === undefined || rows.length <= CHUNK) return;
      after = [last.fieldKey, last.nameKey, last.id];
    }
  }
}

export function procedureLine(row: ProcedureRow): TthcLine {
  const { id, code, name, field, level, executingBody, timeLimit, fee, status, stewardName, own, duty } = row;
  return { id, code, name, field, level, executingBody, timeLimit, fee, status, stewardName, own, duty };
}
