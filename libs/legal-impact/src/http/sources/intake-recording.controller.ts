import { type Actor } from '@app/kernel';
import { type Idempotency } from '@app/platform/database';
import { ApiIdempotent, CurrentActor, IdempotencyOf, IdParam, RequirePermission } from '@app/platform/http';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';

import { type AwaitedText, type IntakeRelation, RecordIntake } from '../../application/sources/record-intake';
import { RelationWithoutTarget } from '../../domain/refusals';
import { IntakeRecorded, IntakeRecordingRequest, type IntakeRelationFields } from './intake-recording.dto';

@ApiTags('legal-register')
@Controller('legal-intakes')
export class IntakeRecordingController {
  constructor(private readonly recordIntake: RecordIntake) {}

  /** Records a text that came in, with its relations and with the texts that the register lacks, in one action. */
  @Post(':id/recording')
  @RequirePermission('legal-register.record')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: IntakeRecorded })
  record(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @IdParam('id') intakeId: string,
    @Body() { relations, aliases, ...fields }: IntakeRecordingRequest,
  ): Promise<IntakeRecorded> {
    return this.recordIntake.execute(actor, idempotency, {
      intakeId,
      fields: {
        ...fields,
        effectiveOn: fields.effectiveOn ?? null,
        expiredOn: fields.expiredOn ?? null,
        field: fields.field ?? null,
        aliases: aliases.map(({ name, year }) => ({ name, year: year ?? null })),
      },
      relations: relations.map(relationOf),
    });
  }
}

function relationOf(relation: IntakeRelationFields, index: number): IntakeRelation {
  const { kind, partly, provisions = null, effectiveOn = null, note = null, transition = null } = relation;
  const target = relation.targetId ?? relation.missing ?? awaitedOf(relation.awaited);
  if (target === null) throw new RelationWithoutTarget(index);
  return { kind, partly, provisions, effectiveOn, note, transition, target };
}

function awaitedOf(awaited: IntakeRelationFields['awaited']): AwaitedText | null {
  if (awaited == null) return null;
  const { numberSymbol, issuer = null, issuedOn = null } = awaited;
  return { numberSymbol, issuer, issuedOn, isAwaited: true };
}
