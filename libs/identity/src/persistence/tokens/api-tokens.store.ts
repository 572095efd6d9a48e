import { createHash } from 'node:crypto';

import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type TokenFields } from '../../domain/tokens/api-token';

export interface TokenRow {
  id: string;
  name: string;
  permissions: string[];
  createdAt: Date;
  createdByName: string;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  revokedByName: string | null;
}

/** Who stands behind a key: one agency, a few permissions. */
export interface ResolvedToken {
  id: string;
  name: string;
  personId: string;
  agencyId: string;
  agencyPath: string;
  permissions: string[];
}

/** Keys lie behind a policy that lets nobody in: only listed functions reach them. */
@Injectable()
export class ApiTokensStore {
  constructor(private readonly dataSource: DataSource) {}

  list(
    tx: ReadTransaction,
    { after, limit }: { after: readonly [string, string] | null; limit: number },
  ): Promise<TokenRow[]> {
    return tx.query<TokenRow>(
      `select id, name, permissions, created_at as "createdAt", created_by_name as "createdByName",
              expires_at as "expiresAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt",
              revoked_by_name as "revokedByName"
         from identity.api_tokens()
        where $1::timestamptz is null or (date_trunc('milliseconds', created_at), id) < ($1, $2::uuid)
        order by date_trunc('milliseconds', created_at) desc, id desc limit $3`,
      [after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  /** The key ends with its last day in Viet Nam. */
  async issue(
    tx: WriteTransaction,
    { id, token, name, permissions, lastDay }: TokenFields & { id: string; token: string },
  ): Promise<void> {
    await tx.query(
      `select identity.issue_api_token($1, $2, $3, $4::text[],
         ($5::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh', $6)`,
      [id, digest(token), name, [...permissions], lastDay, tx.actor.personName],
    );
  }

  /** @returns its name; null when there is none that could be revoked */
  async revoke(tx: WriteTransaction, id: string): Promise<string | null> {
    const row = await tx.one<{ name: string | null }>('select identity.revoke_api_token($1, $2) as name', [
      id,
      tx.actor.personName,
    ]);
    return row?.name ?? null;
  }

  /** One statement; null when it is unknown, ended or revoked, or its issuer has left. */
  async resolve(token: string): Promise<ResolvedToken | null> {
    const rows: { token: ResolvedToken | null }[] = await this.dataSource.query(
      'select identity.resolve_api_token($1) as token',
      [digest(token)],
    );
    return rows[0]?.token ?? null;
  }
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
