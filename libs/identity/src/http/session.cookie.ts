import { type HttpReply, type HttpRequest } from '@app/platform/http';

/** The prefix makes the browser refuse a cookie that is not Secure, host-only and for the whole path. */
const NAME = '__Host-iso_session';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

export function sessionTokenOf(request: HttpRequest): string | null {
  const found = (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${NAME}=`))
    ?.slice(NAME.length + 1);
  return found !== undefined && /^[\w-]{43}$/.test(found) ? found : null;
}

export function setSessionCookie(reply: HttpReply, token: string): void {
  void reply.header('set-cookie', `${NAME}=${token}; ${ATTRIBUTES}`);
}

export function clearSessionCookie(reply: HttpReply): void {
  void reply.header('set-cookie', `${NAME}=; ${ATTRIBUTES}; Max-Age=0`);
}
