import { StaleRow, type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type NotificationPolicy, type NotificationPreference } from '../../domain/settings/policy';

/** The nearest steward's policy, for use within other statements; no row = the shipped one. */
export const POLICY_ROW = `(select x.* from notifications.policy x where x.audience @> app.path()
                             order by public.nlevel(x.audience) desc, x.version desc limit 1)`;

export interface StoredPolicy extends NotificationPolicy {
  stewardName: string;
  isOwn: boolean;
  version: number;
}

@Injectable()
export class SettingsRepository {
  policy(tx: ReadTransaction): Promise<StoredPolicy | null> {
    return tx.one<StoredPolicy>(
      `select p.urgent_kinds as "urgentKinds", p.earliest_hour as "earliestHour", p.latest_hour as "latestHour",
              p.may_mute as "mayMute", p.may_quiet as "mayQuiet", p.version,
              p.steward_agency_id = $1 as "isOwn", a.name as "stewardName"
         from ${POLICY_ROW} p join organization.pub_agency a on a.id = p.steward_agency_id`,
      [tx.actor.agencyId],
    );
  }

  /** `basedOn`: the own version that was seen, 0 = none. @throws StaleRow */
  async setPolicy(tx: WriteTransaction, policy: NotificationPolicy, basedOn: number): Promise<void> {
    const changed = await tx.change(
      `insert into notifications.policy (steward_agency_id, audience, urgent_kinds, earliest_hour, latest_hour, may_mute,
         may_quiet, set_by, version)
       select $1, app.path(), $2, $3, $4, $5, $6, $7, $8::integer
        where $8::integer = 1 + coalesce((select max(version) from notifications.policy where steward_agency_id = $1), 0)
       on conflict do nothing`,
      [
        tx.actor.agencyId,
        policy.urgentKinds,
        policy.earliestHour,
        policy.latestHour,
        policy.mayMute,
        policy.mayQuiet,
        tx.actor.personName,
        basedOn + 1,
      ],
    );
    if (changed !== 1) throw new StaleRow();
  }

  async preference(tx: ReadTransaction): Promise<(NotificationPreference & { givenHour: number }) | null> {
    return tx.one(
      `select p.digest_hour as "digestHour", coalesce(p.mutes_information, false) as "mutesInformation",
              p.quiet_from as "quietFrom", p.quiet_until as "quietUntil", m.digest_hour as "givenHour"
         from identity.pub_membership m
         left join notifications.preference p on p.agency_id = m.agency_id and p.person_id = m.person_id
        where m.agency_id = $1 and m.person_id = $2 and m.valid @> app.today()`,
      [tx.actor.agencyId, tx.actor.personId],
    );
  }

  async setPreference(tx: WriteTransaction, preference: NotificationPreference): Promise<void> {
    await tx.change(
      `insert into notifications.preference (agency_id, person_id, digest_hour, mutes_information, quiet_from, quiet_until)
       values ($1, $2, $3, $4, $5, $6)
       on conflict on constraint preference_once do update
         set digest_hour = excluded.digest_hour, mutes_information = excluded.mutes_information,
             quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until`,
      [
        tx.actor.agencyId,
        tx.actor.personId,
        preference.digestHour,
        preference.mutesInformation,
        preference.quietFrom,
        preference.quietUntil,
      ],
    );
  }
}
