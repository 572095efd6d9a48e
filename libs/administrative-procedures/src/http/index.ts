import { Module } from '@nestjs/common';

import { AdministrativeProceduresModule } from '../administrative-procedures.module';
import { ProcedureReader, ProcedureSheet } from './procedure.reader';
import { ProcedureListsController, ProceduresController } from './procedures.controller';

@Module({
  imports: [AdministrativeProceduresModule],
  // Fixed paths come before those with an id.
  controllers: [ProcedureListsController, ProceduresController],
  providers: [ProcedureReader, ProcedureSheet],
})
export class AdministrativeProceduresHttpModule {}
