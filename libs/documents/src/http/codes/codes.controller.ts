import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import {
  ChoiceField,
  CurrentActor,
  IdField,
  IdParam,
  InstantField,
  IntegerField,
  ListField,
  RequirePermission,
  TextField,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { KeepPatterns } from '../../application/codes/keep-patterns';
import { CodePattern } from '../../domain/codes/code-pattern';
import { DOCUMENT_KINDS, type DocumentKind } from '../../domain/version-fields';
import { type PatternRow, PatternsRepository } from '../../persistence/codes/patterns.repository';

class CodeGapView {
  @IntegerField()
  number!: number;

  @TextField()
  code!: string;

  @TextField({ nullable: true })
  explanation!: string | null;

  @TextField({ nullable: true })
  by!: string | null;

  @InstantField({ nullable: true })
  at!: string | null;
}

class CodePatternView {
  @IdField()
  id!: string;

  @ChoiceField(DOCUMENT_KINDS)
  kind!: DocumentKind;

  @TextField({ description: 'Trống: mọi lĩnh vực.' })
  series!: string;

  @TextField()
  pattern!: string;

  @TextField({ description: 'Mã tiếp theo.' })
  next!: string;

  @ListField(() => CodeGapView)
  gaps!: CodeGapView[];
}

class CodePatternFields {
  @ChoiceField(DOCUMENT_KINDS)
  kind!: DocumentKind;

  @TextField({ optional: true, max: 200, min: 0 })
  series?: string;

  @TextField({ max: 100, description: 'Ví dụ QT {nn}/CX-HCTP.' })
  pattern!: string;
}

class GapExplanation {
  @IntegerField({ min: 1, max: 999_999 })
  number!: number;

  @TextField({ max: 1000 })
  explanation!: string;
}

/** Code patterns as data: the next code is proposed, a number left out is explained (DI-02). */
@ApiTags('documents')
@Controller('code-patterns')
export class CodesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly patterns: PatternsRepository,
    private readonly keeping: KeepPatterns,
  ) {}

  @Get()
  @RequirePermission('documents.read-drafts')
  @ApiOkResponse({ type: CodePatternView, isArray: true })
  list(@CurrentActor() actor: Actor): Promise<CodePatternView[]> {
    return this.unitOfWork.read(actor, async (tx) => (await this.patterns.all(tx)).map(viewOf));
  }

  @Post()
  @RequirePermission('documents.set-issuing')
  @HttpCode(204)
  @ApiNoContentResponse()
  set(@CurrentActor() actor: Actor, @Body() { kind, series, pattern }: CodePatternFields): Promise<void> {
    return this.keeping.set(actor, { kind, series: series ?? '', pattern });
  }

  /** Giải trình số bỏ trống. */
  @Post(':id/gaps')
  @RequirePermission('documents.set-issuing')
  @HttpCode(204)
  @ApiNoContentResponse()
  explain(
    @CurrentActor() actor: Actor,
    @IdParam('id') patternId: string,
    @Body() { number, explanation }: GapExplanation,
  ): Promise<void> {
    return this.keeping.explain(actor, { patternId, number, explanation });
  }
}

function viewOf({ id, kind, series, pattern, codes, gaps }: PatternRow): CodePatternView {
  const rule = new CodePattern(pattern);
  const { next, missing } = rule.count(codes);
  return {
    id,
    kind: kind as DocumentKind,
    series,
    pattern,
    next: rule.codeOf(next),
    gaps: missing.map((number) => {
      const said = gaps.find((gap) => gap.number === number);
      return {
        number,
        code: rule.codeOf(number),
        explanation: said?.explanation ?? null,
        by: said?.by ?? null,
        at: said?.at ?? null,
      };
    }),
  };
}
