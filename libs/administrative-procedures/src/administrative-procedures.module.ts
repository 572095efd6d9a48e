import { Module } from '@nestjs/common';

import { KeepProcedures } from './application/keep-procedures';
import { ProceduresQuery } from './persistence/procedures.query';
import { ProceduresRepository } from './persistence/procedures.repository';

const PARTS = [KeepProcedures, ProceduresQuery, ProceduresRepository];

/** TTHC of a province, the decisions that announce them, their quy trình nội bộ, and whose duty they are. */
@Module({ providers: PARTS, exports: PARTS })
export class AdministrativeProceduresModule {}
