import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { followsPolicy, isInformation } from '../domain/settings/notice-kinds';
import { POLICY_ROW } from './settings/settings.repository';

export interface NewNotice {
  /** Person ids. */
  recipients: readonly string[];
  kind: string;
  subjectType: string;
  subjectId: string;
  title: string;
  body?: string | null;
  /** Path in the staff app, beginning with a slash. */
  link?: string | null;
  /** Mailed within a minute, whatever hour it is; where the agency has its own list of kinds, that list decides. */
  urgent?: boolean;
  /** False = in the application only. */
  mail?: boolean;
  /** What made it; the same occasion tells a person once. */
  occasion?: string;
}

@Injectable()
export class Notices {
  /** Notices and their lines of mail in one statement; a repeated occasion makes neither. */
  async add(tx: WriteTransaction, notice: NewNotice): Promise<void> {
    const recipients = [...new Set(notice.recipients)];
    if (recipients.length === 0) return;
    await tx.change(
      `with told as (
         insert into notifications.notice
           (agency_id, recipient_id, kind, subject_type, subject_id, occasion, title, body, link)
         select $1, person, $3, $4, $5, $6, $7, $8, $9 from unnest($2::uuid[]) as person
         on conflict on constraint notice_once do nothing
         returning id, recipient_id)
       insert into notifications.dispatch_line
         (agency_id, recipient_id, source, source_id, subject_type, subject_id, title, link, urgent, duty)
       select $1, told.recipient_id, 'notice', told.id, $4, $5, $7, $9,
              case when $12 and p.version is not null then $3 = any (p.urgent_kinds) else $10 end, not $13
         from told
         left join ${POLICY_ROW} p on true
        where $11 and not ($13 and coalesce(p.may_mute, true)
          and exists (select from notifications.preference f
            where f.agency_id = $1 and f.person_id = told.recipient_id and f.mutes_information))`,
      [
        tx.actor.agencyId,
        recipients,
        notice.kind,
        notice.subjectType,
        notice.subjectId,
        notice.occasion ?? null,
        notice.title,
        notice.body ?? null,
        notice.link ?? null,
        notice.urgent ?? false,
        notice.mail ?? true,
        followsPolicy(notice.kind),
        isInformation(notice.kind),
      ],
    );
  }

  /** Marks the caller's notices as read; all of them when no ids are given. */
  async markRead(tx: WriteTransaction, ids: readonly string[] | null): Promise<void> {
    await tx.change(
      `update notifications.notice set read_at = clock_timestamp()
        where agency_id = $1 and recipient_id = $2 and read_at is null and ($3::uuid[] is null or id = any ($3))`,
      [tx.actor.agencyId, tx.actor.personId, ids],
    );
  }
}
