import { currentLanguage } from '~/i18n/language';
import { type ApiProblem, parseProblem, unreachable } from './problem';

export const API = '/api/v1';

export interface RequestOptions {
  body?: unknown;
  key?: string;
  ifMatch?: number;
  signal?: AbortSignal;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type QueryValue = string | number | boolean | null | undefined;

const expiryListeners = new Set<() => void>();

/** Calls back when the API says that the session has ended. */
export function onSessionExpired(listener: () => void): () => void {
  expiryListeners.add(listener);
  return () => expiryListeners.delete(listener);
}

export function withQuery(path: string, query: Record<string, QueryValue>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

export function newKey(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  // Plain http on an office network has no randomUUID.
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function headersFor({ body, key, ifMatch }: RequestOptions): Headers {
  const headers = new Headers({
    Accept: 'application/json, application/problem+json',
    'Accept-Language': currentLanguage(),
  });
  if (body !== undefined && !(body instanceof FormData)) headers.set('Content-Type', 'application/json');
  if (key !== undefined) headers.set('Idempotency-Key', key);
  if (ifMatch !== undefined) headers.set('If-Match', `"${String(ifMatch)}"`);
  return headers;
}

function bodyOf(body: unknown): BodyInit | undefined {
  if (body === undefined) return undefined;
  return body instanceof FormData ? body : JSON.stringify(body);
}

/** Sends one request and returns the raw answer; refusals are thrown as `ApiProblem`. */
export async function send(method: Method, path: string, options: RequestOptions = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(API + path, {
      method,
      headers: headersFor(options),
      body: bodyOf(options.body),
      credentials: 'same-origin',
      signal: options.signal,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  }
  if (response.ok) return response;
  const problem = parseProblem(
    response.status,
    await response.text(),
    response.headers.get('x-correlation-id'),
  );
  announceExpiry(problem, path);
  throw problem;
}

function announceExpiry(problem: ApiProblem, path: string): void {
  if (problem.status !== 401 || path === '/sessions') return;
  for (const listener of expiryListeners) listener();
}

async function json<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(method, path, options);
  const text = response.status === 204 ? '' : await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

export const api = {
  get: <T>(path: string, signal?: AbortSignal): Promise<T> => json<T>('GET', path, { signal }),
  post: <T>(path: string, options: RequestOptions = {}): Promise<T> => json<T>('POST', path, options),
  put: <T>(path: string, options: RequestOptions = {}): Promise<T> => json<T>('PUT', path, options),
  patch: <T>(path: string, options: RequestOptions = {}): Promise<T> => json<T>('PATCH', path, options),
  delete: (path: string, options: RequestOptions = {}): Promise<unknown> =>
    json<unknown>('DELETE', path, options),
};
