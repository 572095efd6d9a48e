import { type Actor, type LocalDate } from '@app/kernel';
import { type DelegationFormula, DelegationsRepository, type DelegationState } from '@app/organization';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  ChoiceField,
  CurrentActor,
  DateField,
  decodeCursor,
  FlagField,
  IdempotencyOf,
  IdField,
  IdParam,
  InstantField,
  type Page,
  pageDto,
  pageOf,
  PageQuery,
  RequirePermission,
  TextField,
  TextListField,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Delegations } from '../application/delegations';

const FORMULAS = ['TM.', 'KT.', 'TL.', 'TUQ.', 'Q.'] as const;
const STATES = ['in-force', 'not-in-force'] as const;
const REASONS = ['absence', 'mandate'] as const;

class DelegationFields {
  @IdField()
  fromPersonId!: string;

  @IdField()
  toPersonId!: string;

  @ChoiceField(FORMULAS)
  formula!: DelegationFormula;

  @TextListField({ max: 40, most: 10, description: 'Loại bước; để trống: mọi bước.' })
  scope!: string[];

  @TextField({ max: 300, description: 'Số, ngày văn bản ủy quyền hoặc thông báo vắng mặt.' })
  letter!: string;

  @ChoiceField(REASONS)
  reason!: 'absence' | 'mandate';

  @DateField()
  startsOn!: LocalDate;

  @DateField({ optional: true, description: 'Ngày cuối, kể cả ngày đó.' })
  endsOn?: LocalDate | null;
}

class DelegationLine {
  @IdField()
  id!: string;

  @IdField()
  fromPersonId!: string;

  @TextField()
  fromName!: string;

  @IdField()
  toPersonId!: string;

  @TextField()
  toName!: string;

  @ChoiceField(FORMULAS)
  formula!: DelegationFormula;

  @TextListField()
  scope!: string[];

  @TextField()
  letter!: string;

  @ChoiceField(REASONS)
  reason!: 'absence' | 'mandate';

  @DateField()
  startsOn!: LocalDate;

  @DateField({ nullable: true })
  endsOn!: LocalDate | null;

  @FlagField()
  isInForce!: boolean;

  @TextField()
  enteredByName!: string;

  @InstantField()
  enteredAt!: string;

  @InstantField({ nullable: true })
  endedAt!: string | null;

  @TextField({ nullable: true })
  endedByName!: string | null;

  @TextField({ nullable: true })
  endReason!: string | null;
}

class DelegationsQuery extends PageQuery {
  @ChoiceField(STATES, { optional: true })
  state?: DelegationState | null;
}

const DelegationPage = pageDto(DelegationLine, 'DelegationPage');

class EndRequest {
  @TextField({ max: 1000 })
  reason!: string;
}

/** Ủy quyền, vắng mặt (G12). */
@ApiTags('identity')
@Controller('delegations')
export class DelegationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly delegations: DelegationsRepository,
    private readonly delegating: Delegations,
  ) {}

  @Get()
  @RequirePermission('identity.read-delegations')
  @ApiOkResponse({ type: DelegationPage })
  list(@CurrentActor() actor: Actor, @Query() query: DelegationsQuery): Promise<Page<DelegationLine>> {
    const limit = query.limit ?? 50;
    const after = decodeCursor(query.after, 2);
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.delegations.list(tx, { after, limit, state: query.state ?? null }), limit, {
        show: ({ enteredKey: _, ...line }): DelegationLine => line,
        key: (row) => [row.enteredKey, row.id],
      }),
    );
  }

  @Post()
  @RequirePermission('identity.delegate')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  async enter(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { endsOn = null, ...fields }: DelegationFields,
  ): Promise<void> {
    await this.delegating.enter(actor, idempotency, { ...fields, endsOn });
  }

  /** Ends it at once; what was signed by it stays. */
  @Post(':id/end')
  @RequirePermission('identity.delegate')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  end(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { reason }: EndRequest,
  ): Promise<void> {
    return this.delegating.end(actor, idempotency, { id, reason });
  }
}
