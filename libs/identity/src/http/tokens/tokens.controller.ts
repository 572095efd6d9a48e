import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  ChoiceField,
  CurrentActor,
  DateField,
  decodeCursor,
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
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { ApiTokens } from '../../application/tokens/api-tokens';
import { TOKEN_PERMISSIONS, type TokenPermission } from '../../domain/tokens/api-token';
import { BadToken } from '../../domain/tokens/refusals';
import { ApiTokensStore, type TokenRow } from '../../persistence/tokens/api-tokens.store';

class ApiTokenRequest {
  @TextField({ max: 100 })
  name!: string;

  /** `legal-register.read`, `legal-register.propose`. */
  @TextListField({ max: 60, most: 10 })
  permissions!: string[];

  /** The last day on which it works, within a year. */
  @DateField()
  lastDay!: string;
}

class ApiTokenLine {
  @IdField()
  id!: string;

  @TextField()
  name!: string;

  @TextListField()
  permissions!: string[];

  @InstantField()
  createdAt!: string;

  @TextField()
  createdByName!: string;

  @InstantField()
  expiresAt!: string;

  @InstantField({ nullable: true })
  lastUsedAt!: string | null;

  @InstantField({ nullable: true })
  revokedAt!: string | null;

  @TextField({ nullable: true })
  revokedByName!: string | null;

  @ChoiceField(['active', 'expired', 'revoked'])
  state!: 'active' | 'expired' | 'revoked';
}
const ApiTokenPage = pageDto(ApiTokenLine, 'ApiTokenPage');

class IssuedApiToken {
  @IdField()
  id!: string;

  /** Shown this once: only its hash is kept. */
  @TextField()
  token!: string;
}

/** Khoá API. */
@ApiTags('identity')
@Controller('api-tokens')
export class ApiTokensController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ApiTokensStore,
    private readonly tokens: ApiTokens,
  ) {}

  /** The latest first. */
  @Get()
  @RequirePermission('identity.manage-tokens')
  @ApiOkResponse({ type: ApiTokenPage })
  list(@CurrentActor() actor: Actor, @Query() { after, limit = 50 }: PageQuery): Promise<Page<ApiTokenLine>> {
    const cursor = decodeCursor(after, 2);
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(
        await this.store.list(tx, { after: cursor && [String(cursor[0]), String(cursor[1])], limit }),
        limit,
        { show: lineOf, key: ({ createdAt, id }) => [createdAt.toISOString(), id] },
      ),
    );
  }

  @Post()
  @RequirePermission('identity.manage-tokens')
  @ApiCreatedResponse({ type: IssuedApiToken })
  issue(
    @CurrentActor() actor: Actor,
    @Body() { permissions, ...fields }: ApiTokenRequest,
  ): Promise<IssuedApiToken> {
    if (!permissions.every(isTokenPermission)) throw new BadToken(['permissions']);
    return this.tokens.issue(actor, { ...fields, permissions });
  }

  @Post(':id/revocation')
  @RequirePermission('identity.manage-tokens')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @IdParam('id') id: string,
  ): Promise<void> {
    return this.tokens.revoke(actor, idempotency, id);
  }
}

function isTokenPermission(permission: string): permission is TokenPermission {
  return (TOKEN_PERMISSIONS as readonly string[]).includes(permission);
}

function lineOf(row: TokenRow): ApiTokenLine {
  const state = row.revokedAt !== null ? 'revoked' : row.expiresAt <= new Date() ? 'expired' : 'active';
  return {
    id: row.id,
    name: row.name,
    permissions: row.permissions,
    createdAt: row.createdAt.toISOString(),
    createdByName: row.createdByName,
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    revokedByName: row.revokedByName,
    state,
  };
}
