import { LegalRegisterModule } from '@app/legal-register';
import { Module } from '@nestjs/common';

import { ApprovalsHttpModule } from './approvals/approvals-http.module';
import { DocumentsModule } from '../documents.module';
import { EditorModule } from '../editor.module';
import { CitationsHttpModule } from './citations/citations-http.module';
import { DecisionListsController, DecisionsController } from './decisions.controller';
import { DocumentsController } from './documents.controller';
import { DecisionReader } from './decision.reader';
import { ContentController, WrittenDocumentsController } from './editor/content.controller';
import { DeskHttpModule } from './desk/desk-http.module';
import { DraftingDesk } from './drafting-desk';
import { ExternalHttpModule } from './external/external-http.module';
import { FormsHttpModule } from './forms/forms-http.module';
import { ImportsHttpModule } from './imports/imports-http.module';
import { IssuingHttpModule } from './issuing/issuing-http.module';
import { PdfSender } from './pdf-sender';
import { DocumentsSearchHttpModule } from './search/search-http.module';
import { UpkeepHttpModule } from './upkeep/upkeep-http.module';
import { ReadingHttpModule } from './reading/reading-http.module';
import { SheetsHttpModule } from './sheets/sheets-http.module';
import { UploadsController } from './uploads.controller';
import { VersionFiles } from './version-files';
import { VersionFilesController } from './version-files.controller';
import { VersionPresenter } from './version.presenter';
import { VersionReader } from './version.reader';
import { VersionWay } from './version-way';
import { VersionsController } from './versions.controller';
import { WayHttpModule } from './way/way-http.module';
import { TthcHttpModule } from './tthc/tthc-http.module';
import { AdoptionHttpModule } from './adoption/adoption-http.module';

@Module({
  imports: [
    CitationsHttpModule,
    DeskHttpModule,
    DocumentsModule,
    DocumentsSearchHttpModule,
    EditorModule,
    ExternalHttpModule,
    FormsHttpModule,
    ImportsHttpModule,
    LegalRegisterModule,
    ReadingHttpModule,
    SheetsHttpModule,
    UpkeepHttpModule,
    WayHttpModule,
    IssuingHttpModule,
    AdoptionHttpModule,
    ApprovalsHttpModule,
    TthcHttpModule,
  ],
  // Fixed paths come before those with an id.
  controllers: [
    UploadsController,
    DecisionListsController,
    DecisionsController,
    WrittenDocumentsController,
    DocumentsController,
    ContentController,
    VersionFilesController,
    VersionsController,
  ],
  providers: [
    DecisionReader,
    DraftingDesk,
    PdfSender,
    VersionFiles,
    VersionPresenter,
    VersionReader,
    VersionWay,
  ],
})
export class DocumentsHttpModule {}
