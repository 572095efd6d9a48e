import { Module } from '@nestjs/common';

import { AdministrativeProceduresModule } from '../administrative-procedures.module';
import { ReceiveAnnouncementFile } from '../application/announcement-files';
import { AnnouncementReadingsController, AnnouncementsController } from './announcements.controller';
import { ProcedureReader, ProcedureSheet } from './procedure.reader';
import { ProcedureListsController, ProceduresController } from './procedures.controller';

@Module({
  imports: [AdministrativeProceduresModule],
  // Fixed paths come before those with an id.
  controllers: [
    ProcedureListsController,
    ProceduresController,
    AnnouncementReadingsController,
    AnnouncementsController,
  ],
  providers: [ProcedureReader, ProcedureSheet, ReceiveAnnouncementFile],
})
export class AdministrativeProceduresHttpModule {}
