import { OrganizationModule } from '@app/organization';
import { Module } from '@nestjs/common';

import { DocumentsSearchModule } from '../../search.module';
import { DecisionsQuery } from '../../persistence/decisions.query';
import { ListSheetsController } from './list-sheets.controller';
import { SavedViewsController } from './saved-views.controller';
import { SearchController } from './search.controller';
import { SearchSheetController } from './search-sheet.controller';
import { SheetSource } from './sheet-source';

@Module({
  imports: [DocumentsSearchModule, OrganizationModule],
  controllers: [ListSheetsController, SavedViewsController, SearchController, SearchSheetController],
  providers: [DecisionsQuery, SheetSource],
  exports: [DocumentsSearchModule],
})
export class DocumentsSearchHttpModule {}
