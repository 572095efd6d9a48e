import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { MeetingNotFound } from '../../domain/reading/refusals';

export interface OpenReading {
  versionId: string;
  documentId: string;
  personId: string;
  state: 'open' | 'done' | 'cancelled';
  acknowledged: boolean;
  testDue: boolean;
}

export interface NewAcknowledgements {
  versionIds: readonly string[];
  personIds: readonly string[];
  wording: string;
  at: Date;
  /** Null: the person's own confirmation. */
  meetingId: string | null;
}

export interface MeetingRow {
  id: string;
  versionId: string;
  heldOn: LocalDate;
  place: string | null;
  fileName: string;
  fileSha256: string;
  fileSize: number;
  fileType: 'pdf' | 'image';
  recordedByName: string;
  recordedAt: string;
  people: number;
}

export type NewMeeting = Omit<MeetingRow, 'recordedByName' | 'recordedAt' | 'people'>;

const MEETING = `select m.id, m.version_id as "versionId", m.held_on as "heldOn", m.place, m.file_name as "fileName",
  m.file_sha256 as "fileSha256", m.file_size as "fileSize", m.file_type as "fileType",
  m.recorded_by_name as "recordedByName", m.recorded_at as "recordedAt",
  (select count(*)::int from documents.acknowledgement a where a.agency_id = m.agency_id and a.meeting_id = m.id) as people
  from documents.reading_meeting m`;

/** Confirmations: added, never taken away (R5). */
@Injectable()
export class AcknowledgementsRepository {
  /** Locks what these people were asked to read of these versions. */
  asked(
    tx: WriteTransaction,
    versionIds: readonly string[],
    personIds: readonly string[],
  ): Promise<OpenReading[]> {
    return tx.query<OpenReading>(
      `select o.version_id as "versionId", d.document_id as "documentId", o.person_id as "personId", o.state,
              exists (select from documents.acknowledgement a where a.agency_id = o.agency_id
                and a.version_id = o.version_id and a.person_id = o.person_id) as acknowledged,
              exists (select from documents.reading_test t where t.agency_id = o.agency_id
                and t.version_id = o.version_id)
                and not exists (select from documents.test_attempt t where t.agency_id = o.agency_id
                  and t.version_id = o.version_id and t.person_id = o.person_id and t.passed) as "testDue"
         from documents.reader o
         join documents.distribution d on d.agency_id = o.agency_id and d.version_id = o.version_id
        where o.agency_id = $1 and o.version_id = any ($2::uuid[]) and o.person_id = any ($3::uuid[])
        order by o.version_id, o.person_id for update of o`,
      [tx.actor.agencyId, versionIds, personIds],
    );
  }

  /** One row per person and version; who confirmed before keeps the first one. */
  async add(
    tx: WriteTransaction,
    { versionIds, personIds, wording, at, meetingId }: NewAcknowledgements,
  ): Promise<void> {
    await tx.change(
      `with read as (
         insert into documents.acknowledgement (agency_id, version_id, person_id, person_name, unit_name, method, wording,
           acknowledged_at, meeting_id)
         select $1, o.version_id, o.person_id, o.person_name, o.unit_name,
                case when $6::uuid is null then 'self' else 'meeting' end, $4, $5, $6
           from documents.reader o
          where o.agency_id = $1 and o.version_id = any ($2::uuid[]) and o.person_id = any ($3::uuid[])
         on conflict do nothing
         returning version_id, person_id)
       update documents.reader o set state = 'done', closed_at = $5, close_reason = null
         from read where o.agency_id = $1 and o.version_id = read.version_id and o.person_id = read.person_id`,
      [tx.actor.agencyId, versionIds, personIds, wording, at, meetingId],
    );
  }

  async addMeeting(tx: WriteTransaction, meeting: NewMeeting): Promise<void> {
    await tx.change(
      `insert into documents.reading_meeting (agency_id, id, version_id, held_on, place, file_name, file_sha256,
         file_size, file_type, recorded_by, recorded_by_name)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        tx.actor.agencyId,
        meeting.id,
        meeting.versionId,
        meeting.heldOn,
        meeting.place,
        meeting.fileName,
        meeting.fileSha256,
        meeting.fileSize,
        meeting.fileType,
        tx.actor.personId,
        tx.actor.personName,
      ],
    );
  }

  meetings(tx: ReadTransaction, versionId: string): Promise<MeetingRow[]> {
    return tx.query<MeetingRow>(
      `${MEETING} where m.agency_id = $1 and m.version_id = $2 order by m.recorded_at desc limit 100`,
      [tx.actor.agencyId, versionId],
    );
  }

  /** @throws MeetingNotFound */
  async meeting(tx: ReadTransaction, id: string): Promise<MeetingRow> {
    const row = await tx.one<MeetingRow>(`${MEETING} where m.agency_id = $1 and m.id = $2`, [
      tx.actor.agencyId,
      id,
    ]);
    if (row === null) throw new MeetingNotFound();
    return row;
  }
}
