import { NotEntitled } from '@app/identity';
import { type Actor } from '@app/kernel';
import { type Idempotency, type ReadTransaction, UnitOfWork } from '@app/platform/database';
import {
  type Action,
  actionOf,
  ApiIdempotent,
  contentDisposition,
  CurrentActor,
  CurrentLanguage,
  decodeCursor,
  explained,
  type HttpReply,
  IdempotencyOf,
  IdParam,
  IfMatch,
  type Language,
  type Page,
  pageOf,
  PageQuery,
  ProblemCatalogue,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Injectable, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { DecisionForms, type PrintedForm } from '../application/decision-forms';
import { DraftDecision } from '../application/draft-decision';
import { RegisterDecision } from '../application/register-decision';
import { IssuingDecision } from '../domain/issuing-decision';
import { type DecisionDetailRow, DecisionsQuery } from '../persistence/decisions.query';
import { LibraryQuery } from '../persistence/library.query';
import {
  DecisionDetail,
  DecisionFields,
  DecisionLine,
  DecisionLinePage,
  RegistrationRequest,
} from './decision.dto';
import { DocumentLine } from './document.dto';
import { VersionReader } from './version.reader';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What the page of a decision shows, with what the caller may do and why not. */
@Injectable()
export class DecisionReader {
  constructor(
    private readonly decisions: DecisionsQuery,
    private readonly catalogue: ProblemCatalogue,
  ) {}

  async get(tx: ReadTransaction, id: string, language: Language): Promise<DecisionDetail> {
    const row = await this.decisions.get(tx, id);
    return {
      ...row,
      versionIds: row.lines.filter(({ action }) => action !== 'withdraw').map(({ versionId }) => versionId),
      withdrawDocumentIds: row.lines
        .filter(({ action }) => action === 'withdraw')
        .map(({ documentId }) => documentId),
      warnings: [],
      actions: this.#actions(tx.actor, row, language),
    };
  }

  #actions(actor: Actor, row: DecisionDetailRow, language: Language): DecisionDetail['actions'] {
    const decision = IssuingDecision.restore({ ...row, lines: row.lines.length });
    const act = (permission: string, check: () => void): Action =>
      explained(
        actionOf(() => {
          if (!actor.permissions.has(permission)) throw new NotEntitled();
          check();
        }),
        this.catalogue,
        language,
      );
    return {
      edit: act('documents.draft-decision', () => {
        decision.assertEditable();
      }),
      register: act('documents.register-decision', () => {
        decision.assertRegistrable();
      }),
    };
  }
}

@ApiTags('documents')
@Controller('decisions')
export class DecisionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: DecisionReader,
    private readonly drafting: DraftDecision,
    private readonly registering: RegisterDecision,
  ) {}

  @Post()
  @RequirePermission('documents.draft-decision')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: DecisionDetail })
  async draft(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() fields: DecisionFields,
    @CurrentLanguage() language: Language,
  ): Promise<DecisionDetail> {
    const id = await this.drafting.execute(actor, idempotency, {
      ...fields,
      effectiveFrom: fields.effectiveFrom ?? null,
    });
    return this.get(actor, id, language);
  }

  @Get(':id')
  @RequirePermission('documents.read-decisions')
  @ApiOkResponse({ type: DecisionDetail })
  get(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @CurrentLanguage() language: Language,
  ): Promise<DecisionDetail> {
    return this.unitOfWork.read(actor, (tx) => this.reader.get(tx, id, language));
  }

  @Patch(':id')
  @RequirePermission('documents.draft-decision')
  @ApiOkResponse({ type: DecisionDetail })
  async edit(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() rowVersion: number,
    @Body() fields: DecisionFields,
    @CurrentLanguage() language: Language,
  ): Promise<DecisionDetail> {
    await this.drafting.edit(
      actor,
      { id, rowVersion },
      { ...fields, effectiveFrom: fields.effectiveFrom ?? null },
    );
    return this.get(actor, id, language);
  }

  /** Văn thư enters số and ngày: everything on the list comes into force in one step. */
  @Post(':id/registration')
  @RequirePermission('documents.register-decision')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionDetail })
  async register(
    @CurrentActor() actor: Actor,
    @IdParam('id') decisionId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: RegistrationRequest,
  ): Promise<DecisionDetail> {
    await this.registering.execute(actor, idempotency, {
      decisionId,
      number: body.number,
      signedOn: body.signedOn,
      effectiveOn: body.effectiveOn ?? null,
      lateReason: body.lateReason ?? null,
      acceptRepeatedNumber: body.acceptRepeatedNumber ?? false,
    });
    return this.get(actor, decisionId, 'vi');
  }
}

@ApiTags('documents')
@Controller('decisions')
export class DecisionFormsController {
  constructor(private readonly forms: DecisionForms) {}

  /** Quyết định as .docx, from the template. */
  @Get(':id/decision.docx')
  @RequirePermission('documents.read-decisions')
  @ApiProduces(DOCX)
  async decision(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    await sendDocx(reply, await this.forms.decision(actor, id));
  }

  /** Tờ trình as .docx, from the template. */
  @Get(':id/submission.docx')
  @RequirePermission('documents.read-decisions')
  @ApiProduces(DOCX)
  async submission(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    await sendDocx(reply, await this.forms.submission(actor, id));
  }
}

async function sendDocx(reply: HttpReply, { docx, fileName }: PrintedForm): Promise<void> {
  await reply
    .headers({
      'content-type': DOCX,
      'content-length': docx.byteLength,
      'content-disposition': contentDisposition(fileName),
    })
    .send(docx);
}

@ApiTags('documents')
@Controller('decisions')
export class DecisionListsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decisions: DecisionsQuery,
    private readonly library: LibraryQuery,
    private readonly versions: VersionReader,
  ) {}

  @Get()
  @RequirePermission('documents.read-decisions')
  @ApiOkResponse({ type: DecisionLinePage })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<DecisionLine>> {
    const limit = query.limit ?? 50;
    const after = decodeCursor(query.after, 2);
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.decisions.list(tx, { after, limit }), limit, {
        show: ({ createdAt: _, ...line }): DecisionLine => line,
        key: (row) => [row.createdAt, row.id],
      }),
    );
  }

  /** Approved versions that wait to be gathered in a decision. */
  @Get('candidates')
  @RequirePermission('documents.draft-decision')
  @ApiOkResponse({ type: DocumentLine, isArray: true })
  candidates(@CurrentActor() actor: Actor): Promise<DocumentLine[]> {
    return this.unitOfWork.read(actor, async (tx) => {
      const rows = await this.library.waitingForDecision(tx);
      return rows.map((row) => this.versions.line(row));
    });
  }
}
