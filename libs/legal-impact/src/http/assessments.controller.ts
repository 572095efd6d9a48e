import { NotEntitled } from '@app/identity';
import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  type Action,
  actionOf,
  ApiIdempotent,
  CurrentActor,
  CurrentLanguage,
  decodeCursor,
  explained,
  IdempotencyOf,
  IdParam,
  type Language,
  type Page,
  pageOf,
  ProblemCatalogue,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { ConcludeAssessment } from '../application/conclude-assessment';
import { Assessment } from '../domain/assessment';
import { AssessmentNotFound } from '../domain/refusals';
import { type AssessmentRow, AssessmentsQuery } from '../persistence/assessments.query';
import {
  AssessmentDetail,
  AssessmentLine,
  AssessmentLinePage,
  AssessmentSearch,
  ConclusionRequest,
} from './assessment.dto';
import { datePosition } from './position';
import { reasonOf } from './reason';

const DEFAULT_LIMIT = 50;

@ApiTags('legal-impact')
@Controller('assessments')
export class AssessmentsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentsQuery,
    private readonly concludeAssessment: ConcludeAssessment,
    private readonly catalogue: ProblemCatalogue,
  ) {}

  /** Assessments of the caller's agency, the nearest deadline first. */
  @Get()
  @RequirePermission('legal-impact.read')
  @ApiOkResponse({ type: AssessmentLinePage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { state = 'open', changeId, documentId, after, limit = DEFAULT_LIMIT }: AssessmentSearch,
  ): Promise<Page<AssessmentLine>> {
    const filter = { state, changeId: changeId ?? null, documentId: documentId ?? null };
    const position = datePosition(decodeCursor(after, 2));
    const rows = await this.unitOfWork.read(actor, (tx) =>
      this.assessments.list(tx, { ...filter, after: position, limit }),
    );
    return pageOf(rows, limit, { show: lineOf, key: ({ deadlineOn, id }) => [deadlineOn, id] });
  }

  @Get(':id')
  @RequirePermission('legal-impact.read')
  @ApiOkResponse({ type: AssessmentDetail })
  async get(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @CurrentLanguage() language: Language,
  ): Promise<AssessmentDetail> {
    const { row, others, moves } = await this.unitOfWork.read(actor, async (tx) => {
      const found = await this.assessments.one(tx, id);
      if (found === null) throw new AssessmentNotFound();
      const { taskId } = found;
      return {
        row: found,
        others: taskId === null ? [] : await this.assessments.others(tx, taskId, id),
        moves: await this.assessments.moves(tx, id),
      };
    });
    return {
      ...lineOf(row),
      others: others.map(lineOf),
      moves: moves.map((move) => ({ ...move, movedAt: new Date(move.movedAt).toISOString() })),
      originalDeadlineOn: row.originalDeadlineOn,
      answeringVersionId: row.answeringVersionId,
      sheetId: row.sheetId,
      rowVersion: row.rowVersion,
      reason: row.reason,
      concludedByName: row.concludedByName,
      concludedAt: row.concludedAt?.toISOString() ?? null,
      effectiveVersionId: row.effectiveVersionId,
      actions: {
        conclude: this.#conclusion(actor, row, language),
        extend: this.#extension(actor, row, language),
      },
    };
  }

  /** Signs "không phải sửa, vì…" or "phải sửa". */
  @Post(':id/conclusion')
  @RequirePermission('legal-impact.assess')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: AssessmentDetail })
  async conclude(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @IdParam('id') assessmentId: string,
    @Body() { outcome, reason, password, alsoIds = [] }: ConclusionRequest,
    @CurrentLanguage() language: Language,
  ): Promise<AssessmentDetail> {
    const command = { assessmentIds: [assessmentId, ...alsoIds], outcome, reason: reason ?? '', password };
    await this.concludeAssessment.execute(actor, idempotency, command);
    return this.get(actor, assessmentId, language);
  }

  #extension(actor: Actor, { agencyId, state }: AssessmentRow, language: Language): Action {
    const action = actionOf(() => {
      if (!actor.permissions.has('legal-impact.extend') || agencyId !== actor.agencyId)
        throw new NotEntitled();
      if (state !== 'open' && state !== 'must-revise') throw new AssessmentNotFound();
    });
    return explained(action, this.catalogue, language);
  }

  #conclusion(actor: Actor, row: AssessmentRow, language: Language): Action {
    const action = actionOf(() => {
      if (!actor.permissions.has('legal-impact.assess')) throw new NotEntitled();
      Assessment.restore({ ...row, concluded: null }).assertMayConclude(actor);
    });
    return explained(action, this.catalogue, language);
  }
}

function lineOf(row: AssessmentRow): AssessmentLine {
  const { id, changeId, documentId, code, title, cites, via, reasons } = row;
  const { changeText, unitName, state, deadlineOn, overdue } = row;
  return {
    ...{
      id,
      changeId,
      documentId,
      code,
      title,
      cites,
      via,
      changeText,
      unitName,
      state,
      deadlineOn,
      overdue,
    },
    reasons: reasons.map(reasonOf),
  };
}
