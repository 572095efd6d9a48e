import { Module } from '@nestjs/common';

import { OpenChangeSet } from './application/change-sets/open-change-set';
import { RevisionDrafts } from './application/change-sets/revision-drafts';
import { ChangeSetsRepository } from './persistence/change-sets/change-sets.repository';

/** What the slices below need to have documents revised (OF-07). */
@Module({ providers: [ChangeSetsRepository, OpenChangeSet, RevisionDrafts], exports: [RevisionDrafts] })
export class RevisionDraftsModule {}
