import { DomainError } from '@app/kernel';

import { shippedUrgentKinds } from './notice-kinds';

/** What an agency allows its people. */
export interface NotificationPolicy {
  urgentKinds: string[];
  earliestHour: number;
  latestHour: number;
  mayMute: boolean;
  mayQuiet: boolean;
}

/** What a person has chosen within it. */
export interface NotificationPreference {
  /** Null = the hour that the agency gave. */
  digestHour: number | null;
  mutesInformation: boolean;
  quietFrom: number | null;
  quietUntil: number | null;
}

export const SHIPPED_POLICY: NotificationPolicy = {
  urgentKinds: shippedUrgentKinds(),
  earliestHour: 6,
  latestHour: 17,
  mayMute: true,
  mayQuiet: true,
};

export const NO_PREFERENCE: NotificationPreference = {
  digestHour: null,
  mutesInformation: false,
  quietFrom: null,
  quietUntil: null,
};

/** The hours are upside down, or a choice goes beyond what the agency allows. */
export class NotAllowedByPolicy extends DomainError {
  constructor(field: string) {
    super({ code: 'notifications.not-allowed', kind: 'invalid', fields: [{ field, code: 'invalid' }] });
  }
}

/** @throws NotAllowedByPolicy */
export function checkedPolicy(policy: NotificationPolicy): NotificationPolicy {
  if (policy.earliestHour > policy.latestHour) throw new NotAllowedByPolicy('latestHour');
  return { ...policy, urgentKinds: [...new Set(policy.urgentKinds)] };
}

/** @throws NotAllowedByPolicy */
export function checkedPreference(
  preference: NotificationPreference,
  { earliestHour, latestHour, mayMute, mayQuiet }: NotificationPolicy,
): NotificationPreference {
  const { digestHour, mutesInformation, quietFrom, quietUntil } = preference;
  if (digestHour !== null && (digestHour < earliestHour || digestHour > latestHour))
    throw new NotAllowedByPolicy('digestHour');
  if (mutesInformation && !mayMute) throw new NotAllowedByPolicy('mutesInformation');
  if (!areHours(quietFrom, quietUntil)) throw new NotAllowedByPolicy('quietUntil');
  if (quietFrom !== null && !mayQuiet) throw new NotAllowedByPolicy('quietFrom');
  return preference;
}

/** Both or neither; the same hour twice would be no time, or all of it. */
function areHours(from: number | null, until: number | null): boolean {
  return from === null || until === null ? from === until : from !== until;
}
