import { Module } from '@nestjs/common';

import { KeepPatterns } from './application/codes/keep-patterns';
import { OpenChangeSet } from './application/change-sets/open-change-set';
import { ChangeSetsRepository } from './persistence/change-sets/change-sets.repository';
import { PatternsRepository } from './persistence/codes/patterns.repository';

const PROVIDERS = [ChangeSetsRepository, KeepPatterns, OpenChangeSet, PatternsRepository];

/** One change over many documents, and how codes are made (DI-02). */
@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class ChangesModule {}
