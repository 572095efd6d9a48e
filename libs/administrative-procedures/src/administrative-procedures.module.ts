import { Module } from '@nestjs/common';

import { AdministrativeProceduresFacade } from './administrative-procedures.facade';
import { Announcements } from './application/announcements';
import { KeepProcedures } from './application/keep-procedures';
import { AnnouncementFilesRepository } from './persistence/announcement-files.repository';
import { AnnouncementsQuery } from './persistence/announcements.query';
import { AnnouncementsRepository } from './persistence/announcements.repository';
import { ProceduresQuery } from './persistence/procedures.query';
import { ProceduresRepository } from './persistence/procedures.repository';

const SHOWN = [
  AdministrativeProceduresFacade,
  AnnouncementFilesRepository,
  Announcements,
  AnnouncementsQuery,
  KeepProcedures,
  ProceduresQuery,
  ProceduresRepository,
];

/** TTHC of a province, the decisions that announce them, their quy trình nội bộ, and whose duty they are. */
@Module({ providers: [...SHOWN, AnnouncementsRepository], exports: SHOWN })
export class AdministrativeProceduresModule {}
