import { PeopleFacade } from '@app/identity';
import { Consumer, Consumes, type Delivery } from '@app/platform/queue';
import { Injectable } from '@nestjs/common';

import { NotificationsFacade } from '../notifications.facade';

/** Wrong passwords until the account waits: its owner and the administrators hear of it at once (RI-13). */
@Consumes('notifications.tell-locked')
@Injectable()
export class LockedAccountConsumer extends Consumer<'identity.account-locked.v1'> {
  constructor(
    private readonly people: PeopleFacade,
    private readonly notifications: NotificationsFacade,
  ) {
    super();
  }

  override async consume(delivery: Delivery<'identity.account-locked.v1'>): Promise<void> {
    const { personId } = delivery.envelope.payload;
    await delivery.once(async (tx) => {
      const owner = await this.people.member(tx, personId);
      const administrators = await this.people.withRole(tx, 'agency-admin');
      const recipients = [...(owner === null ? [] : [owner]), ...administrators];
      await this.notifications.notify(tx, {
        recipients: recipients.map((person) => person.personId),
        kind: 'identity.account-locked',
        subjectType: 'person',
        subjectId: personId,
        title: `Tài khoản bị khóa tạm vì nhập sai mật khẩu nhiều lần: ${owner?.fullName ?? 'tài khoản tra cứu'}`,
        body: 'Nếu không phải chính chủ nhập sai, hãy đổi mật khẩu và báo người quản trị.',
        link: '/account',
        urgent: true,
      });
    });
  }
}
