import { NotEntitled } from '@app/identity';
import { type Actor } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { CreateVersion } from '../application/create-version';
import { DraftRules } from '../application/draft-rules';

/** What a controller needs to take in a draft. */
@Injectable()
export class DraftingDesk {
  constructor(
    readonly create: CreateVersion,
    readonly rules: DraftRules,
  ) {}

  /** The workspace is closed to those who only read what is in force (DI-10). @throws NotEntitled */
  assertWorkspace(actor: Actor): void {
    if (!actor.permissions.has('documents.read-drafts')) throw new NotEntitled();
  }
}
