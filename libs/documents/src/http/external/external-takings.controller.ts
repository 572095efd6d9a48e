import { type Actor, Clock, todayIn } from '@app/kernel';
import { CurrentActor, type HttpReply, RequirePermission } from '@app/platform/http';
import { dayCell, type SheetColumn, XLSX } from '@app/platform/sheets';
import { Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { ExternalListForm } from '../../application/external/external-list-form';
import { KIND_WORDS, OUTCOME_WORDS, STATUS_WORDS } from '../../domain/external/external-document';
import { type ExternalRow } from '../../persistence/external/external-documents.query';
import { PrintDesk } from '../forms/print-desk';
import { PrintView } from '../issuing/issuing.dto';
import { DOCX, sendDocx } from '../issuing/send-form';
import { SheetDesk } from '../sheets/sheet-desk';
import { externalFilter } from './external-documents.controller';
import { ExternalListFilter } from './external.dto';

const COLUMNS: readonly SheetColumn<ExternalRow>[] = [
  { title: 'Loại', width: 24, value: ({ kind }) => KIND_WORDS[kind] },
  { title: 'Số, ký hiệu', width: 24, value: ({ numberSymbol }) => numberSymbol },
  { title: 'Tên tài liệu', width: 60, value: ({ title }) => title },
  { title: 'Nguồn (nơi ban hành)', width: 28, value: ({ source }) => source },
  { title: 'Ngày ban hành', width: 14, value: ({ issuedOn }) => dayCell(issuedOn) },
  { title: 'Ngày hiệu lực', width: 14, value: ({ effectiveOn }) => dayCell(effectiveOn) },
  { title: 'Tình trạng', value: ({ status }) => STATUS_WORDS[status] },
  { title: 'Số quy trình viện dẫn', width: 12, value: ({ usedBy }) => usedBy },
  { title: 'Nơi để', width: 30, value: ({ location }) => location },
  { title: 'Kiểm tra gần nhất', width: 14, value: ({ checkedOn }) => dayCell(checkedOn) },
  { title: 'Kết quả', value: ({ outcome }) => (outcome === null ? null : OUTCOME_WORDS[outcome]) },
  { title: 'Người kiểm tra', width: 24, value: ({ checkerName }) => checkerName },
  { title: 'Kiểm tra lần tới', width: 14, value: ({ nextCheckOn }) => dayCell(nextCheckOn) },
];

/** Danh mục tài liệu bên ngoài, taken away as .xlsx, Word and PDF. */
@ApiTags('documents')
@Controller()
export class ExternalTakingsController {
  constructor(
    private readonly form: ExternalListForm,
    private readonly sheets: SheetDesk,
    private readonly prints: PrintDesk,
    private readonly clock: Clock,
  ) {}

  @Get('external-documents.xlsx')
  @RequirePermission('documents.read')
  @ApiProduces(XLSX)
  sheet(
    @CurrentActor() actor: Actor,
    @Query() query: ExternalListFilter,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const filter = externalFilter(query, todayIn(this.clock.now()));
    const { scope, kind, q } = query;
    const list = { name: 'Danh mục tài liệu bên ngoài', columns: COLUMNS, query: { scope, kind, q } };
    return this.sheets.send(actor, reply, list, (tx) => this.form.rows(tx, filter));
  }

  @Get('office-forms/external-documents.docx')
  @RequirePermission('documents.read')
  @ApiProduces(DOCX)
  async word(
    @CurrentActor() actor: Actor,
    @Query() query: ExternalListFilter,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const filter = externalFilter(query, todayIn(this.clock.now()));
    await sendDocx(reply, await this.form.fill(actor, filter));
  }

  @Post('office-forms/external-document-prints')
  @RequirePermission('documents.read')
  @ApiCreatedResponse({ type: PrintView })
  async pdf(@CurrentActor() actor: Actor, @Query() query: ExternalListFilter): Promise<PrintView> {
    const filter = externalFilter(query, todayIn(this.clock.now()));
    return this.prints.ask(actor, await this.form.fill(actor, filter));
  }
}
