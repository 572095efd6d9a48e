import { Module } from '@nestjs/common';

import { GlossaryFacade } from './glossary.facade';
import { StandardsFacade } from './standards.facade';

/** Standards, clauses, printed templates, retired names: what agencies refer to and do not make. */
@Module({ providers: [GlossaryFacade, StandardsFacade], exports: [GlossaryFacade, StandardsFacade] })
export class ReferenceModule {}
