import { createHash, randomBytes } from 'node:crypto';

import { type AgencyId, isUuid } from '@app/kernel';

/** The agency travels in the address, so that the secret is looked for behind that agency's wall only. */
const SHAPE = /^([0-9a-f]{32})([\w-]{43})$/;

export function newCalendarToken(agencyId: AgencyId): string {
  return `${agencyId.replaceAll('-', '')}${randomBytes(32).toString('base64url')}`;
}

/** Only a hash of the secret is kept. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function agencyOfToken(token: string): AgencyId | null {
  const hex = SHAPE.exec(token)?.[1];
  const id = hex?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isUuid(id) ? (id as AgencyId) : null;
}
