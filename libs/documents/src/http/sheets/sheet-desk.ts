import { type Actor } from '@app/kernel';
import { type ReadTransaction, UnitOfWork } from '@app/platform/database';
import { type HttpReply } from '@app/platform/http';
import { sendSheet, type SheetColumn, sheetOf } from '@app/platform/sheets';
import { Injectable } from '@nestjs/common';

import { SheetSource } from '../search/sheet-source';

export interface TakenList<Row> {
  name: string;
  columns: readonly SheetColumn<Row>[];
  /** The filters in force; they stand on the sheet "Nguồn" (RI-19). */
  query: object;
}

/** Hands a list over as .xlsx, row by row as the database gives them. */
@Injectable()
export class SheetDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly source: SheetSource,
  ) {}

  async send<Row>(
    actor: Actor,
    reply: HttpReply,
    { name, columns, query }: TakenList<Row>,
    rows: (tx: ReadTransaction) => AsyncIterable<Row>,
  ): Promise<void> {
    const file = await this.unitOfWork.read(actor, async (tx) =>
      sheetOf({ ...(await this.source.of(tx)), name, columns, query: { ...query } }, rows(tx)),
    );
    await sendSheet(reply, file, `${name} ${this.source.day}.xlsx`);
  }
}
