import { Module } from '@nestjs/common';

import { KeepText, RegisterDesk } from './application/register/keep-text';
import { TextChanges } from './application/register/text-changes';
import { LegalImpactModule } from './legal-impact.module';
import { TextChangesRepository } from './persistence/register/text-changes.repository';

/** Corrections of the register, with the changes of law that follow from them. */
@Module({
  imports: [LegalImpactModule],
  providers: [KeepText, RegisterDesk, TextChanges, TextChangesRepository],
  exports: [KeepText],
})
export class RegisterModule {}
