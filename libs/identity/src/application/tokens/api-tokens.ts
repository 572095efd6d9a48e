import { randomBytes } from 'node:crypto';

import { type Actor, Clock, Ids, todayIn } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { tokenFrom, type TokenPermission } from '../../domain/tokens/api-token';
import { TokenNotFound } from '../../domain/tokens/refusals';
import { ApiTokensStore } from '../../persistence/tokens/api-tokens.store';

const SUBJECT = 'api-token';
/** Says what it is to whoever finds one in a file that it should not be in. */
const MARK = 'iso_';

export interface IssueTokenCommand {
  name: string;
  permissions: readonly TokenPermission[];
  lastDay: string;
}

/** Khoá API: issued and revoked by the administrator of the agency. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ApiTokensStore,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @returns the key, which nobody can be shown again @throws BadToken */
  async issue(actor: Actor, command: IssueTokenCommand): Promise<{ id: string; token: string }> {
    const fields = tokenFrom(command, todayIn(this.clock.now()));
    const token = MARK + randomBytes(32).toString('base64url');
    const id = this.ids.next();
    // No idempotency: the first result would have to be kept, and with it the key.
    await this.unitOfWork.write(actor, null, async (tx) => {
      await this.store.issue(tx, { ...fields, id, token });
      tx.record({ action: 'identity.token-issued', subjectType: SUBJECT, subjectId: id, new: fields });
    });
    return { id, token };
  }

  /** It opens nothing from now on. @throws TokenNotFound */
  async revoke(actor: Actor, idempotency: Idempotency | null, id: string): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const name = await this.store.revoke(tx, id);
      if (name === null) throw new TokenNotFound();
      tx.record({ action: 'identity.token-revoked', subjectType: SUBJECT, subjectId: id, old: { name } });
    });
  }
}
