import { ClaimWork, type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type DispatchChange } from '../domain/dispatch-outcome';
import { type MailLine } from '../domain/mail-text';

export interface ClaimedDispatch {
  agencyId: string;
  agencyPath: string;
  id: string;
  kind: 'digest' | 'urgent';
  attempts: number;
  unsureTries: number;
}

export interface MailToSend {
  email: string;
  agencyName: string;
  today: string;
  lines: MailLine[];
}

/** Mails on their way. Claimed and committed before the server is spoken to. */
@Injectable()
export class Dispatches {
  constructor(private readonly claims: ClaimWork) {}

  /** Agencies that have something to do in a claim table, with their place in the tree. */
  async agenciesWith(
    condition: AgencyCondition,
    value: string | number,
  ): Promise<{ id: string; path: string }[]> {
    return this.claims.run((tx) =>
      tx.query<{ id: string; path: string }>(
        `select found.agency_id as id, platform.agency_path(found.agency_id) as path
           from (${AGENCY_CONDITIONS[condition]}) found`,
        [value],
      ),
    );
  }

  /** A mail whose sender died may have been delivered: it counts as unsure. */
  async claim(limit: number, seconds: number): Promise<ClaimedDispatch[]> {
    return this.claims.run(async (tx) => {
      await tx.change(
        `update notifications.dispatch set state = 'uncertain', unsure_tries = unsure_tries + 1,
                last_error = 'sender died', next_try_at = clock_timestamp(), claimed_until = null
          where state = 'sending' and claimed_until < clock_timestamp()`,
      );
      return tx.query<ClaimedDispatch>(
        `update notifications.dispatch d
            set state = 'sending', attempts = attempts + 1,
                claimed_until = clock_timestamp() + make_interval(secs => $2)
          where (d.agency_id, d.id) in (
            select agency_id, id from notifications.dispatch
             where (state = 'planned' or (state = 'uncertain' and unsure_tries < 2))
               and next_try_at <= clock_timestamp()
             order by next_try_at limit $1 for update skip locked)
        returning d.agency_id as "agencyId", platform.agency_path(d.agency_id) as "agencyPath", d.id, d.kind,
                  d.attempts, d.unsure_tries as "unsureTries"`,
        [limit, seconds],
      );
    });
  }

  /** What is to be sent, or null when the person left or nothing is left to say. */
  async contentOf(tx: ReadTransaction, dispatchId: string): Promise<MailToSend | null> {
    return tx.one<MailToSend>(
      `select m.email, a.short_name as "agencyName", app.today() as today,
              (select jsonb_agg(jsonb_build_object('title', l.title, 'link', l.link, 'dueOn', l.due_on,
                        'duty', l.duty) order by l.due_on, l.created_at, l.id)
                 from notifications.dispatch_line l
                where l.agency_id = d.agency_id and l.dispatch_id = d.id) as lines
         from notifications.dispatch d
         join identity.pub_membership m
           on m.agency_id = d.agency_id and m.person_id = d.recipient_id and m.valid @> app.today()
         join organization.pub_agency a on a.id = d.agency_id
        where d.agency_id = $1 and d.id = $2
          and exists (select from notifications.dispatch_line l where l.agency_id = $1 and l.dispatch_id = $2)`,
      [tx.actor.agencyId, dispatchId],
    );
  }

  /** Keeps the outcome of a try; a mail that went out carries its reminders with it. */
  async keep(
    { agencyId, id }: ClaimedDispatch,
    { state, unsureTries, retryAfter }: DispatchChange,
    reason: string | null,
  ): Promise<void> {
    await this.claims.run(async (tx) => {
      await tx.change(
        `update notifications.dispatch
            set state = $3, unsure_tries = $4, claimed_until = null, last_error = $6,
                next_try_at = clock_timestamp() + make_interval(secs => coalesce($5::integer, 0)),
                sent_at = case $3 when 'sent' then clock_timestamp() end
          where agency_id = $1 and id = $2 and state = 'sending'`,
        [agencyId, id, state, unsureTries, retryAfter, reason],
      );
      if (state !== 'sent') return;
      await tx.change(
        `update notifications.reminder r set state = 'sent', sent_at = clock_timestamp()
           from notifications.dispatch_line l
          where l.agency_id = $1 and l.dispatch_id = $2 and l.source = 'reminder'
            and r.agency_id = $1 and r.id = l.source_id and r.state = 'due'`,
        [agencyId, id],
      );
    });
  }
}

const AGENCY_CONDITIONS = {
  'due-reminders': `select agency_id from notifications.reminder where state = 'planned' and remind_on <= $1::date
                    union
                    select agency_id from notifications.obligation
                     where closed_at is null and escalate_on <= $1::date`,
  'urgent-lines': `select distinct agency_id from notifications.dispatch_line
                    where state = 'waiting' and urgent
                      and created_at <= clock_timestamp() - make_interval(secs => $1::integer)`,
  'digest-lines': `select distinct agency_id from notifications.dispatch_line
                    where state = 'waiting' and not urgent and created_at <= $1::timestamptz`,
} as const;
export type AgencyCondition = keyof typeof AGENCY_CONDITIONS;
