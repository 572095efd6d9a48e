import { type Actor, Clock } from '@app/kernel';
import { OrganizationFacade } from '@app/organization';
import { UnitOfWork } from '@app/platform/database';
import {
  CurrentActor,
  decodeCursor,
  type HttpReply,
  type Page,
  pageOf,
  RequirePermission,
} from '@app/platform/http';
import { type Sheet, sendSheet, sheetOf, XLSX } from '@app/platform/sheets';
import { Controller, Get, Injectable, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import {
  AccessLogRepository,
  type Trace,
  type TraceFilter,
  type TraceRow,
} from '../../persistence/reading/access-log.repository';
import { AccessLine, AccessLinePage, AccessQuery } from './paper.dto';

const MOST_ROWS = 20_000;

export const TRACE_WORDS: Readonly<Record<Trace, string>> = {
  download: 'Tải bản có dấu kiểm soát',
  print: 'In',
  controlled: 'Bản kiểm soát',
  master: 'Tải tệp gốc',
  'own-viewer': 'Mở bằng trình xem của máy',
  'restricted-view': 'Đọc tài liệu hạn chế',
  denied: 'Bị từ chối',
};

/** Whose list it is and when it was taken. */
@Injectable()
export class SheetSource {
  constructor(
    private readonly organization: OrganizationFacade,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<{ agencyName: string; takenBy: string; takenAt: Date }> {
    const { name } = await this.unitOfWork.read(actor, (tx) => this.organization.letterhead(tx));
    return { agencyName: name, takenBy: actor.personName, takenAt: this.clock.now() };
  }
}

@ApiTags('documents')
@Controller()
export class AccessLogController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: AccessLogRepository,
    private readonly source: SheetSource,
  ) {}

  /** Copies, prints, masters and refused openings, the newest first (DI-11, DI-16). */
  @Get('access-log')
  @RequirePermission('documents.read-access-log')
  @ApiOkResponse({ type: AccessLinePage })
  list(
    @CurrentActor() actor: Actor,
    @Query() { after, limit = 50, ...query }: AccessQuery,
  ): Promise<Page<AccessLine>> {
    const cursor = decodeCursor(after, 2);
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(
        await this.log.list(tx, {
          ...filterOf(query),
          after: cursor && [String(cursor[0]), String(cursor[1])],
          limit,
        }),
        limit,
        { show: (row) => row, key: ({ at, id }) => [at, id] },
      ),
    );
  }

  @Get('access-log.xlsx')
  @RequirePermission('documents.read-access-log')
  @ApiProduces(XLSX)
  async sheet(
    @CurrentActor() actor: Actor,
    @Query() query: AccessQuery,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const filter = filterOf(query);
    const rows = await this.unitOfWork.read(actor, (tx) =>
      this.log.list(tx, { ...filter, after: null, limit: MOST_ROWS }),
    );
    const sheet: Sheet<TraceRow> = {
      name: 'Nhật ký truy cập',
      columns: COLUMNS,
      ...(await this.source.of(actor)),
      query: { ...filter },
    };
    await sendSheet(reply, await sheetOf(sheet, rows), 'Nhật ký truy cập.xlsx');
  }
}

function filterOf(query: AccessQuery): Omit<TraceFilter, 'after' | 'limit'> {
  const { versionId = null, documentId = null, personId = null } = query;
  const { action = null, from = null, to = null } = query;
  return { versionId, documentId, personId, action, from, to };
}

const COLUMNS: Sheet<TraceRow>['columns'] = [
  { title: 'Thời điểm (UTC)', value: ({ at }) => at },
  { title: 'Người thực hiện', value: ({ personName }) => personName },
  { title: 'Việc', value: ({ action }) => TRACE_WORDS[action] },
  { title: 'Mã hiệu', value: ({ code }) => code },
  { title: 'Tên tài liệu', width: 60, value: ({ title }) => title },
  { title: 'Lần ban hành', value: ({ issue }) => issue },
  { title: 'Lần sửa đổi', value: ({ revision }) => revision },
  { title: 'Bản kiểm soát số', value: ({ copyNumber }) => copyNumber },
  { title: 'Mã băm của bản', width: 66, value: ({ sha256 }) => sha256 },
];
