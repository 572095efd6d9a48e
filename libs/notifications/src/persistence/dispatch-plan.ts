import { type LocalDate } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { POLICY_ROW } from './settings/settings.repository';

/** Gathers lines that wait into mails, for one agency. */
/** The hour that a person has chosen, or was given, within what the agency allows. */
const CHOSEN_HOUR = `select x.agency_id, x.person_id, least(greatest(coalesce(f.digest_hour, x.digest_hour),
                            coalesce(p.earliest_hour, 0)), coalesce(p.latest_hour, 23)) as digest_hour
                       from identity.pub_membership x
                       left join notifications.preference f on f.agency_id = x.agency_id and f.person_id = x.person_id
                       left join ${POLICY_ROW} p on true
                      where x.agency_id = $1 and x.valid @> $2::date`;

@Injectable()
export class DispatchPlan {
  /** Those who left are told nothing. */
  async dropLeavers(tx: WriteTransaction, today: LocalDate): Promise<void> {
    await tx.change(
      `update notifications.dispatch_line l set state = 'cancelled'
        where l.agency_id = $1 and l.state = 'waiting'
          and not exists (select from identity.pub_membership m
            where m.agency_id = $1 and m.person_id = l.recipient_id and m.valid @> $2::date)`,
      [tx.actor.agencyId, today],
    );
  }

  /** One mail per person for what is urgent and has been gathered for some seconds. @returns lines attached */
  async planUrgent(
    tx: WriteTransaction,
    today: LocalDate,
    { gatherSeconds, hour }: { gatherSeconds: number; hour: number },
  ): Promise<number> {
    return this.#attach(tx, today, {
      kind: 'urgent',
      ready: `select l.recipient_id from notifications.dispatch_line l
               where l.agency_id = $1 and l.state = 'waiting' and l.urgent
                 and not exists (select from notifications.preference f left join ${POLICY_ROW} p on true
                   where f.agency_id = $1 and f.person_id = l.recipient_id and coalesce(p.may_quiet, true)
                     and f.quiet_from is not null
                     and case when f.quiet_from < f.quiet_until
                           then ${String(hour)} >= f.quiet_from and ${String(hour)} < f.quiet_until
                           else ${String(hour)} >= f.quiet_from or ${String(hour)} < f.quiet_until end)
               group by l.recipient_id having min(l.created_at) <= clock_timestamp() - make_interval(secs => $3)`,
      value: gatherSeconds,
    });
  }

  /**
   * The day's one digest per person, from that person's hour on (`hour` is now in Asia/Ho_Chi_Minh); what came after
   * the hour waits for the next working day. @returns lines attached
   */
  async planDigests(tx: WriteTransaction, today: LocalDate, hour: number): Promise<number> {
    return this.#attach(tx, today, {
      kind: 'digest',
      ready: `select m.person_id as recipient_id from (${CHOSEN_HOUR}) m
               where m.digest_hour <= $3
                 and exists (select from notifications.dispatch_line l
                   where l.agency_id = $1 and l.recipient_id = m.person_id and l.state = 'waiting' and not l.urgent
                     and l.created_at < ($2::date + make_interval(hours => m.digest_hour)) at time zone 'Asia/Ho_Chi_Minh')
                 and not exists (select from notifications.dispatch x
                   where x.agency_id = $1 and x.recipient_id = m.person_id and x.day = $2 and x.kind = 'digest')`,
      value: hour,
    });
  }

  async #attach(
    tx: WriteTransaction,
    today: LocalDate,
    { kind, ready, value }: { kind: 'urgent' | 'digest'; ready: string; value: number },
  ): Promise<number> {
    return tx.change(
      `with ready as (${ready}),
       lines as (
         select l.agency_id, l.id, l.recipient_id from notifications.dispatch_line l
          where l.agency_id = $1 and l.state = 'waiting' and l.urgent = $4
            and l.recipient_id in (select recipient_id from ready)
            for update skip locked),
       mails as (
         insert into notifications.dispatch (agency_id, recipient_id, day, kind, batch)
         select $1, p.recipient_id, $2, $5, coalesce((select max(x.batch) + 1 from notifications.dispatch x
                  where x.agency_id = $1 and x.recipient_id = p.recipient_id and x.day = $2 and x.kind = $5), 0)
           from (select distinct recipient_id from lines) p
         on conflict on constraint dispatch_once do nothing
         returning id, recipient_id)
       update notifications.dispatch_line l set state = 'attached', dispatch_id = mails.id
         from lines join mails using (recipient_id)
        where l.agency_id = lines.agency_id and l.id = lines.id`,
      [tx.actor.agencyId, today, value, kind === 'urgent', kind],
    );
  }
}
