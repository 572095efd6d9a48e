import { type Actor } from '@app/kernel';
import { type Idempotency, type ReadTransaction, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import {
  checkedPolicy,
  checkedPreference,
  NO_PREFERENCE,
  type NotificationPolicy,
  type NotificationPreference,
  SHIPPED_POLICY,
} from '../../domain/settings/policy';
import { SettingsRepository } from '../../persistence/settings/settings.repository';

export interface PolicyInForce extends NotificationPolicy {
  /** Null = the shipped one. */
  stewardName: string | null;
  /** Of the acting agency; 0 = it has none of its own. */
  ownVersion: number;
}

/** What an agency allows in mails, and what each person has chosen within it. */
@Injectable()
export class NotificationSettings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: SettingsRepository,
  ) {}

  policy(actor: Actor): Promise<PolicyInForce> {
    return this.unitOfWork.read(actor, (tx) => this.#inForce(tx));
  }

  /** @throws NotAllowedByPolicy, StaleRow */
  async setPolicy(
    actor: Actor,
    idempotency: Idempotency | null,
    { basedOn, ...policy }: NotificationPolicy & { basedOn: number },
  ): Promise<void> {
    const checked = checkedPolicy(policy);
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const { stewardName: _, ownVersion: __, ...old } = await this.#inForce(tx);
      await this.settings.setPolicy(tx, checked, basedOn);
      tx.record({
        action: 'notifications.policy-set',
        subjectType: 'notification-policy',
        subjectId: actor.agencyId,
        old,
        new: checked,
      });
    });
  }

  async own(
    actor: Actor,
  ): Promise<{ preference: NotificationPreference & { givenHour: number }; policy: PolicyInForce }> {
    return this.unitOfWork.read(actor, async (tx) => ({
      preference: (await this.settings.preference(tx)) ?? { ...NO_PREFERENCE, givenHour: 7 },
      policy: await this.#inForce(tx),
    }));
  }

  /** @throws NotAllowedByPolicy */
  async setOwn(
    actor: Actor,
    idempotency: Idempotency | null,
    preference: NotificationPreference,
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const checked = checkedPreference(preference, await this.#inForce(tx));
      await this.settings.setPreference(tx, checked);
      tx.record({
        action: 'notifications.preference-set',
        subjectType: 'person',
        subjectId: actor.personId ?? '',
        new: checked,
      });
    });
  }

  async #inForce(tx: ReadTransaction): Promise<PolicyInForce> {
    const stored = await this.settings.policy(tx);
    if (stored === null) return { ...SHIPPED_POLICY, stewardName: null, ownVersion: 0 };
    const { isOwn, version, ...policy } = stored;
    return { ...policy, ownVersion: isOwn ? version : 0 };
  }
}
