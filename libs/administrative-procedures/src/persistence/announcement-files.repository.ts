import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type AnnouncementReading } from '../domain/announcement/reading';

export interface AnnouncementFile {
  id: string;
  fileName: string;
  size: number;
  sha256: string;
  state: 'received' | 'read' | 'refused';
  problem: string | null;
  reading: AnnouncementReading | null;
}

@Injectable()
export class AnnouncementFilesRepository {
  async add(
    tx: WriteTransaction,
    { id, fileName, size, sha256 }: Pick<AnnouncementFile, 'id' | 'fileName' | 'size' | 'sha256'>,
  ): Promise<void> {
    const { agencyId, personId, personName } = tx.actor;
    await tx.change(
      `insert into administrative_procedures.announcement_file (agency_id, id, file_name, size, sha256, uploaded_by,
         uploaded_by_name) values ($1, $2, $3, $4, $5, $6, $7)`,
      [agencyId, id, fileName, size, sha256, personId, personName],
    );
  }

  get(tx: ReadTransaction, id: string): Promise<AnnouncementFile | null> {
    return tx.one<AnnouncementFile>(
      `select id, file_name as "fileName", size::integer as size, sha256, state, problem, reading
         from administrative_procedures.announcement_file where agency_id = $1 and id = $2`,
      [tx.actor.agencyId, id],
    );
  }

  async finish(
    tx: WriteTransaction,
    id: string,
    { state, problem, reading }: Pick<AnnouncementFile, 'state' | 'problem' | 'reading'>,
  ): Promise<void> {
    await tx.change(
      `update administrative_procedures.announcement_file
          set state = $3, problem = $4, reading = $5, row_version = row_version + 1
        where agency_id = $1 and id = $2 and state = 'received'`,
      [tx.actor.agencyId, id, state, problem, reading === null ? null : JSON.stringify(reading)],
    );
  }
}
