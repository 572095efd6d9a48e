import { type Actor, Clock } from '@app/kernel';
import { OrganizationFacade } from '@app/organization';
import { UnitOfWork } from '@app/platform/database';
import { CurrentActor, type HttpReply, RequirePermission } from '@app/platform/http';
import { dayCell, sendSheet, type Sheet, sheetOf, XLSX } from '@app/platform/sheets';
import { Controller, Get, Injectable, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { MOST_OF_A_WEEK, stateOf, UrgingForms } from '../application/urging-forms';
import { OverdueQuery, type WeekRow } from '../persistence/overdue.query';
import { DOCX, WorkFormSender } from './form-sender';
import { WeeklyWorkQuery } from './overdue.dto';

const NAME = 'Danh sách việc trong tuần';

/** The weekly list as a workbook. */
@Injectable()
export class WeeklySheet {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organization: OrganizationFacade,
    private readonly overdue: OverdueQuery,
    private readonly clock: Clock,
  ) {}

  async send(
    actor: Actor,
    reply: HttpReply,
    { unitId, until }: { unitId: string | null; until: WeekRow['dueOn'] },
  ): Promise<void> {
    const [rows, head] = await this.unitOfWork.read(actor, async (tx) => [
      await this.overdue.week(tx, { unitId, until }, { after: null, limit: MOST_OF_A_WEEK }),
      await this.organization.letterhead(tx),
    ]);
    const sheet: Sheet<WeekRow> = {
      name: NAME,
      columns: COLUMNS,
      agencyName: head.name,
      takenBy: actor.personName,
      takenAt: this.clock.now(),
      query: { unitId, until },
    };
    await sendSheet(reply, await sheetOf(sheet, rows), `${NAME}.xlsx`);
  }
}

@ApiTags('work')
@Controller('weekly-work')
export class WeeklyController {
  constructor(
    private readonly forms: UrgingForms,
    private readonly overdue: OverdueQuery,
    private readonly sender: WorkFormSender,
    private readonly sheet: WeeklySheet,
  ) {}

  /** What is late and what falls due within a week, per phòng: to be printed and hung up (OF-10). */
  @Get()
  @RequirePermission('work.read-overdue')
  @ApiProduces(DOCX, 'application/pdf', XLSX)
  async list(
    @CurrentActor() actor: Actor,
    @Query() { unitId, format = 'docx' }: WeeklyWorkQuery,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const unit = unitId ?? null;
    if (format === 'xlsx')
      return this.sheet.send(actor, reply, { unitId: unit, until: this.forms.week().until });
    return this.sender.send(reply, await this.forms.weekly(actor, this.overdue, unit), {
      name: NAME,
      format,
    });
  }
}

const COLUMNS: Sheet<WeekRow>['columns'] = [
  { title: 'Phòng', width: 28, value: ({ unitName }) => unitName },
  { title: 'Công việc', width: 60, value: ({ title }) => title },
  { title: 'Người được giao', width: 24, value: ({ personName }) => personName },
  { title: 'Hạn', value: ({ dueOn }) => dayCell(dueOn) },
  { title: 'Tình trạng', value: stateOf },
];
