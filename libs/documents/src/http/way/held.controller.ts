import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { CurrentActor, decodeCursor, type HttpReply, type Page, RequirePermission } from '@app/platform/http';
import { sendSheet, type SheetColumn, sheetOf, XLSX } from '@app/platform/sheets';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { SheetSource } from '../search/sheet-source';
import { HeldQuery, type HeldStepLine, HeldStepPage } from './held.dto';
import { HeldReader } from './held.reader';

const STATIONS = {
  review: 'Xem xét',
  'iso-check': 'Kiểm tra ISO',
  'form-check': 'Kiểm tra thể thức',
  approve: 'Phê duyệt',
} as const;

const COLUMNS: readonly SheetColumn<HeldStepLine>[] = [
  { title: 'Mã hiệu', width: 18, value: ({ code }) => code },
  { title: 'Tên tài liệu', width: 60, value: ({ title }) => title },
  { title: 'Bước', width: 24, value: ({ kind, stageName }) => stageName || STATIONS[kind] },
  { title: 'Ai đang giữ việc', width: 24, value: ({ holderName }) => holderName },
  { title: 'Ủy quyền cho', width: 24, value: ({ delegateName }) => delegateName },
  { title: 'Đã giữ (ngày làm việc)', width: 14, value: ({ heldDays }) => heldDays },
  { title: 'Được giao (ngày làm việc)', width: 14, value: ({ days }) => days },
  { title: 'Quá hạn', width: 12, value: ({ isLate }) => (isLate ? 'Quá hạn' : '') },
];

/** Ai đang giữ việc, kẹt quá n ngày (R18): the longest first, in working days. */
@ApiTags('documents')
@Controller()
export class HeldStepsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly held: HeldReader,
    private readonly source: SheetSource,
  ) {}

  @Get('held-steps')
  @RequirePermission('documents.read-drafts')
  @ApiOkResponse({ type: HeldStepPage })
  list(
    @CurrentActor() actor: Actor,
    @Query() { over = null, limit = 50, ...query }: HeldQuery,
  ): Promise<Page<HeldStepLine>> {
    const after = decodeCursor(query.after, 2);
    return this.unitOfWork.read(actor, (tx) => this.held.page(tx, { over, after, limit }));
  }

  @Get('held-steps.xlsx')
  @RequirePermission('documents.read-drafts')
  @ApiProduces(XLSX)
  async sheet(
    @CurrentActor() actor: Actor,
    @Query() { over = null }: HeldQuery,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const name = 'Ai đang giữ việc';
    const file = await this.unitOfWork.read(actor, async (tx) =>
      sheetOf(
        { ...(await this.source.of(tx)), name, columns: COLUMNS, query: { over } },
        this.held.all(tx, over),
      ),
    );
    await sendSheet(reply, file, `${name} ${this.source.day}.xlsx`);
  }
}
