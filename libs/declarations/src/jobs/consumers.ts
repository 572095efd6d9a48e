import { Consumer, Consumes, type Delivery } from '@app/platform/queue';
import { Injectable } from '@nestjs/common';

import { FollowScope } from '../application/follow-scope';
import { PublishDeclaration } from '../application/publish-declaration';

/** A registered declaration goes to the portal. */
@Consumes('declarations.publish')
@Injectable()
export class PublishConsumer extends Consumer<'declarations.declaration-registered.v1'> {
  constructor(private readonly publishing: PublishDeclaration) {
    super();
  }

  override async consume(delivery: Delivery<'declarations.declaration-registered.v1'>): Promise<void> {
    const prepared = await this.publishing.prepare(delivery.actor, delivery.envelope.payload.declarationId);
    if (prepared !== null) await delivery.once((tx) => this.publishing.publish(tx, prepared));
  }
}

type ScopeFact = 'documents.version-issued.v1' | 'documents.document-withdrawn.v1';

/** A document changed: if it stands in a declared scope, the public sees it. */
@Consumes('declarations.follow-scope')
@Injectable()
export class FollowScopeConsumer extends Consumer<ScopeFact> {
  constructor(private readonly following: FollowScope) {
    super();
  }

  override async consume(delivery: Delivery<ScopeFact>): Promise<void> {
    await delivery.once((tx) => this.following.documentChanged(tx, delivery.envelope.payload.documentId));
  }
}
