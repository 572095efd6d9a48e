import { Module } from '@nestjs/common';

import { IntakeDesk } from './application/intake/intake-desk';
import { IntakeShelf } from './application/intake/intake-shelf';
import { NoticesRepository } from './persistence/intake/notices.repository';
import { SourcesRepository } from './persistence/intake/sources.repository';
import { IntakesRepository } from './persistence/intake/intakes.repository';

const SHOWN = [IntakeDesk, IntakeShelf, IntakesRepository, NoticesRepository, SourcesRepository];

/** Legal texts that wait to be recorded, and the sources that bring them. */
@Module({ providers: SHOWN, exports: SHOWN })
export class LegalIntakeModule {}
