import { Module } from '@nestjs/common';

import { DeclarationsModule } from '../declarations.module';
import { DeclarationActsController, DeclarationAfter } from './declaration-acts.controller';
import { DeclarationFilesController } from './declaration-files.controller';
import { DeclarationReader } from './declaration.reader';
import { DeclarationListsController, DeclarationsController } from './declarations.controller';

@Module({
  imports: [DeclarationsModule],
  // The lists first: `declarations/standards` is no id.
  controllers: [
    DeclarationListsController,
    DeclarationsController,
    DeclarationActsController,
    DeclarationFilesController,
  ],
  providers: [DeclarationAfter, DeclarationReader],
})
export class DeclarationsHttpModule {}
