import {
  ANNEX_ACTS,
  type AnnexAct,
  type AnnouncementFields,
  PROCEDURE_LEVELS,
  type ProcedureLevel,
} from '@app/administrative-procedures';
import { type Actor } from '@app/kernel';
import { type Idempotency } from '@app/platform/database';
import {
  ApiIdempotent,
  ChoiceField,
  CurrentActor,
  DateField,
  IdempotencyOf,
  IdField,
  ListField,
  RequirePermission,
  TextField,
} from '@app/platform/http';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';

import { RecordAnnouncement } from '../../application/announcements/record-announcement';

class AnnouncedRow {
  @ChoiceField(ANNEX_ACTS)
  act!: AnnexAct;

  @IdField({ optional: true })
  procedureId?: string | null;

  @TextField({ optional: true, min: 0, max: 60 })
  code?: string | null;

  @TextField({ max: 1000 })
  name!: string;

  @TextField({ optional: true, max: 200 })
  field?: string | null;

  @ChoiceField(PROCEDURE_LEVELS, { optional: true })
  level?: ProcedureLevel | null;

  @TextField({ optional: true, min: 0, max: 300 })
  executingBody?: string | null;

  @TextField({ optional: true, min: 0, max: 1000 })
  timeLimit?: string | null;

  @TextField({ optional: true, min: 0, max: 1000 })
  fee?: string | null;
}

class NewAnnouncement {
  @TextField({ max: 100 })
  numberSymbol!: string;

  @TextField({ max: 300 })
  issuer!: string;

  @DateField()
  issuedOn!: string;

  @DateField({ optional: true })
  effectiveOn?: string | null;

  @TextField({ max: 1000 })
  title!: string;

  @IdField({ optional: true, description: 'Tệp đã tải lên, nếu có.' })
  fileId?: string | null;

  @ListField(() => AnnouncedRow, { most: 2000 })
  rows!: AnnouncedRow[];
}

class RecordedAnnouncementView {
  @IdField()
  announcementId!: string;

  /** The change that waits to be confirmed. */
  @IdField()
  changeId!: string;
}

@ApiTags('administrative-procedures')
@Controller('announcements')
export class NewAnnouncementsController {
  constructor(private readonly recordAnnouncement: RecordAnnouncement) {}

  /** Records a quyết định công bố with its annex as corrected; it opens a change that waits to be confirmed. */
  @Post()
  @RequirePermission('administrative-procedures.record')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: RecordedAnnouncementView })
  record(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() fields: NewAnnouncement,
  ): Promise<RecordedAnnouncementView> {
    return this.recordAnnouncement.execute(actor, idempotency, fieldsOf(fields));
  }
}

/** What was left out of the request is null, not undefined. */
function fieldsOf({ fileId, rows, effectiveOn, ...head }: NewAnnouncement): AnnouncementFields {
  return {
    fileId: fileId ?? null,
    rows: rows.map(({ act, name, ...row }) => ({
      act,
      name,
      procedureId: row.procedureId ?? null,
      code: row.code ?? null,
      field: row.field ?? null,
      level: row.level ?? null,
      executingBody: row.executingBody ?? null,
      timeLimit: row.timeLimit ?? null,
      fee: row.fee ?? null,
    })),
    text: {
      ...head,
      kind: 'Quyết định',
      effectiveOn: effectiveOn ?? null,
      field: null,
      aliases: [],
      relations: [],
    },
  };
}
