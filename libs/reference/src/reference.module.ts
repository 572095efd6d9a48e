import { Module } from '@nestjs/common';

import { StandardsFacade } from './standards.facade';

/** Standards, clauses, printed templates: what agencies refer to and do not make. */
@Module({ providers: [StandardsFacade], exports: [StandardsFacade] })
export class ReferenceModule {}
