import { type Actor, Clock, type LocalDate, todayIn, uuidV7 } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { MEETING_WORDING } from '../../domain/reading/duty';
import { MeetingIncomplete, NotAReader } from '../../domain/reading/refusals';
import { AcknowledgementsRepository } from '../../persistence/reading/acknowledgements.repository';
import { ReadingDesk } from './reading-desk';

export interface MeetingCommand {
  versionId: string;
  heldOn: LocalDate;
  place: string | null;
  personIds: readonly string[];
  scan: { name: string; type: 'pdf' | 'image'; content: Buffer };
}

/** When a meeting counts, and where its people's tasks lie. */
@Injectable()
export class MeetingDesk {
  constructor(
    readonly desk: ReadingDesk,
    private readonly clock: Clock,
  ) {}

  /** @throws MeetingIncomplete for a meeting that has not been held, or that nobody signed */
  assertHeld({ heldOn, personIds }: MeetingCommand): Date {
    const now = this.clock.now();
    if (heldOn > todayIn(now) || personIds.length === 0) throw new MeetingIncomplete();
    return now;
  }
}

@Injectable()
export class RecordMeeting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acknowledgements: AcknowledgementsRepository,
    private readonly files: FileStore,
    private readonly meeting: MeetingDesk,
  ) {}

  /**
   * OF-09: the signed list is kept, and each ticked person counts as informed, apart from those who confirmed themselves.
   * @returns id of the meeting @throws MeetingIncomplete, NotAReader
   */
  async execute(actor: Actor, command: MeetingCommand): Promise<string> {
    const { versionId, heldOn, place, personIds, scan } = command;
    const now = this.meeting.assertHeld(command);
    const { sha256, size } = await this.files.put('records', actor.agencyId, scan.content);
    const id = uuidV7(now);
    return this.unitOfWork.write(actor, null, async (tx) => {
      const asked = await this.acknowledgements.asked(tx, [versionId], personIds);
      if (asked.length !== new Set(personIds).size) throw new NotAReader();
      const open = asked.filter(({ acknowledged }) => !acknowledged);
      await this.acknowledgements.addMeeting(tx, {
        id,
        versionId,
        heldOn,
        place,
        fileName: scan.name,
        fileSha256: sha256,
        fileSize: size,
        fileType: scan.type,
      });
      const people = open.map(({ personId }) => personId);
      await this.acknowledgements.add(tx, {
        versionIds: [versionId],
        personIds: people,
        wording: MEETING_WORDING,
        at: now,
        meetingId: id,
      });
      for (const personId of people)
        await this.meeting.desk.done(tx, versionId, personId, 'đã phổ biến tại cuộc họp');
      tx.record({
        action: 'documents.read-at-meeting',
        subjectType: 'document',
        subjectId: asked[0]?.documentId ?? versionId,
        new: { versionId, meetingId: id, heldOn, place, people, scan: sha256 },
      });
      return id;
    });
  }
}
