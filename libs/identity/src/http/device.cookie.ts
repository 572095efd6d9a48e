import { randomBytes } from 'node:crypto';

import { type HttpReply, type HttpRequest } from '@app/platform/http';

/** Tells one browser from another, whoever sits at it; it opens nothing (OF-08). */
const NAME = '__Host-iso_device';
/** The longest that browsers keep a cookie. */
const DAYS = 400;

/** The browser's own name; one that has none gets it now. */
export function deviceTokenOf(request: HttpRequest): string | null {
  const found = (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${NAME}=`))
    ?.slice(NAME.length + 1);
  return found !== undefined && /^[\w-]{43}$/.test(found) ? found : null;
}

export function newDeviceToken(): string {
  return randomBytes(32).toString('base64url');
}

export function deviceCookie(token: string): string {
  return `${NAME}=${token}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${String(DAYS * 86_400)}`;
}

export function setDeviceCookie(reply: HttpReply, token: string): void {
  void reply.header('set-cookie', deviceCookie(token));
}
