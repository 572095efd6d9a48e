import { fieldKey } from '@app/administrative-procedures';
import { type Actor, DomainError, isUuid } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import {
  CurrentActor,
  type CursorValue,
  decodeCursor,
  type HttpReply,
  IdParam,
  type Page,
  pageOf,
  RequirePermission,
} from '@app/platform/http';
import { type SheetColumn, XLSX } from '@app/platform/sheets';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { everyRow } from '../../application/forms/every-row';
import {
  type AgencyCoverage,
  type CoveragePosition,
  CoverageQuery,
  type CoverageRow,
} from '../../persistence/tthc/coverage.query';
import { SheetDesk } from '../sheets/sheet-desk';
import {
  AgencyCoverageLine,
  CoverageFilter,
  CoverageLine,
  CoverageLinePage,
  CoverageSearch,
  CoverageView,
  MissingProcedure,
} from './tthc.dto';

const DEFAULT_LIMIT = 50;
const LENGTH = 3;
const COLUMNS: readonly SheetColumn<CoverageRow>[] = [
  { title: 'Mã TTHC', width: 24, value: ({ code }) => code },
  { title: 'Tên thủ tục hành chính', width: 70, value: ({ name }) => name },
  { title: 'Lĩnh vực', width: 24, value: ({ field }) => field },
  { title: 'Quy trình đang hiệu lực', width: 14, value: ({ covered }) => (covered ? 'Có' : 'Chưa') },
  {
    title: 'Tài liệu',
    width: 60,
    value: ({ documents }) => documents.map(({ code, title }) => `${code} ${title}`).join('; '),
  },
];
const AGENCY_COLUMNS: readonly SheetColumn<AgencyCoverage>[] = [
  { title: 'Cơ quan', width: 60, value: ({ agencyName }) => agencyName },
  { title: 'Tổng số TTHC', width: 14, value: ({ total }) => total },
  { title: 'Có quy trình đang hiệu lực', width: 14, value: ({ covered }) => covered },
  { title: 'Chưa có', width: 14, value: ({ total, covered }) => total - covered },
  {
    title: 'Tỷ lệ (%)',
    width: 14,
    value: ({ total, covered }) => (total === 0 ? null : Math.round((covered * 1000) / total) / 10),
  },
];

/** Độ phủ TTHC: duties with a procedure in force over all duties (TT-02). */
@ApiTags('documents')
@Controller()
export class CoverageController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly coverage: CoverageQuery,
    private readonly sheets: SheetDesk,
  ) {}

  @Get('coverage')
  @RequirePermission('documents.read-coverage')
  @ApiOkResponse({ type: CoverageView })
  async own(@CurrentActor() actor: Actor): Promise<CoverageView> {
    const fields = await this.unitOfWork.read(actor, (tx) => this.coverage.byField(tx));
    const sum = (pick: (line: (typeof fields)[number]) => number): number =>
      fields.reduce((so, line) => so + pick(line), 0);
    return { total: sum(({ total }) => total), covered: sum(({ covered }) => covered), fields };
  }

  @Get('coverage/procedures')
  @RequirePermission('documents.read-coverage')
  @ApiOkResponse({ type: CoverageLinePage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { after, limit = DEFAULT_LIMIT, ...filter }: CoverageSearch,
  ): Promise<Page<CoverageLine>> {
    const position = positionOf(decodeCursor(after, LENGTH));
    const rows = await this.unitOfWork.read(actor, (tx) =>
      this.coverage.list(tx, filterOf(filter), { after: position, limit }),
    );
    return pageOf(rows, limit, {
      show: ({ fieldKey: _field, nameKey: _name, ...line }) => line,
      key: (row) => [row.fieldKey, row.nameKey, row.procedureId],
    });
  }

  @Get('coverage/procedures.xlsx')
  @RequirePermission('documents.read-coverage')
  @ApiProduces(XLSX)
  taken(
    @CurrentActor() actor: Actor,
    @Query() filter: CoverageFilter,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const list = { name: 'Độ phủ thủ tục hành chính', columns: COLUMNS, query: filter };
    return this.sheets.send(actor, reply, list, (tx) =>
      everyRow(
        (after: CoveragePosition | null, limit) => this.coverage.list(tx, filterOf(filter), { after, limit }),
        (row) => [row.fieldKey, row.nameKey, row.procedureId] as const,
      ),
    );
  }

  /** Agencies of the province, the least covered first; empty for anybody but the province. */
  @Get('coverage/agencies')
  @RequirePermission('documents.read-coverage')
  @ApiOkResponse({ type: AgencyCoverageLine, isArray: true })
  agencies(@CurrentActor() actor: Actor): Promise<AgencyCoverageLine[]> {
    return this.unitOfWork.read(actor, (tx) => this.coverage.agencies(tx));
  }

  @Get('coverage/agencies.xlsx')
  @RequirePermission('documents.read-coverage')
  @ApiProduces(XLSX)
  agenciesTaken(@CurrentActor() actor: Actor, @Res() reply: HttpReply): Promise<void> {
    const list = { name: 'Độ phủ TTHC theo cơ quan', columns: AGENCY_COLUMNS, query: {} };
    return this.sheets.send(actor, reply, list, (tx) => eachOf(this.coverage.agencies(tx)));
  }

  /** TTHC that an agency of the province has no procedure in force for; the province alone is told. */
  @Get('coverage/agencies/:id')
  @RequirePermission('documents.read-coverage')
  @ApiOkResponse({ type: MissingProcedure, isArray: true })
  missing(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<MissingProcedure[]> {
    return this.unitOfWork.read(actor, (tx) => this.coverage.missing(tx, id));
  }
}

async function* eachOf<Row>(rows: Promise<Row[]>): AsyncGenerator<Row> {
  yield* await rows;
}

function filterOf({ state = 'all', field }: CoverageFilter): Parameters<CoverageQuery['list']>[1] {
  return { state, field: field === undefined ? null : fieldKey(field) };
}

/** The last row shown. @throws DomainError `platform.invalid-cursor` */
function positionOf(cursor: readonly CursorValue[] | null): CoveragePosition | null {
  if (cursor === null) return null;
  const [field, name, id] = cursor;
  if (typeof field !== 'string' || typeof name !== 'string' || !isUuid(id))
    throw new DomainError({ code: 'platform.invalid-cursor', kind: 'invalid' });
  return [field, name, id];
}
