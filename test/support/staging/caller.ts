import { randomUUID } from 'node:crypto';

import { ORIGIN } from './product';

/** One answer of the api, read to its end. */
export interface Answer<Body = unknown> {
  status: number;
  headers: Headers;
  /** The whole answer as text, for what must not stand in it. */
  text: string;
  body: Body;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  instance: string;
  correlationId: string;
  errors?: { field: string; code: string; detail: string }[];
}

interface RequestOptions {
  body?: unknown;
  headers?: Record<string, string>;
}

/** Refused where the test expected an answer: the message is the problem itself. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number;

  constructor(
    request: string,
    readonly problem: Problem,
  ) {
    super(`${request}: ${String(problem.status)} ${problem.code} ${JSON.stringify(problem.errors ?? '')}`);
    this.code = problem.code;
    this.status = problem.status;
  }
}

/** Somebody at a browser: a cookie (or none), the right origin, a fresh idempotency key for each POST. */
export class Caller {
  constructor(
    readonly base: string,
    private readonly cookie: string | null,
  ) {}

  /** What a request of their own making needs to count as theirs. */
  credentials(): Record<string, string> {
    return { origin: ORIGIN, ...(this.cookie === null ? {} : { cookie: this.cookie }) };
  }

  /** Sends what it is told and hands back whatever comes, refusals too. */
  async send<Body = Problem>(
    method: string,
    path: string,
    { body, headers = {} }: RequestOptions = {},
  ): Promise<Answer<Body>> {
    const response = await fetch(this.base + path, {
      method,
      headers: {
        origin: ORIGIN,
        ...(this.cookie === null ? {} : { cookie: this.cookie }),
        ...typeOf(body),
        ...headers,
      },
      ...(body === undefined ? {} : { body: asSent(body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString('utf8');
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson ? JSON.parse(text) : bytes) as Body,
    };
  }

  async get<Body>(path: string): Promise<Body> {
    return this.#granted('GET', path, {});
  }

  async post<Body = unknown>(path: string, body?: unknown, key: string = randomUUID()): Promise<Body> {
    return this.#granted('POST', path, { body, headers: { 'idempotency-key': key } });
  }

  async patch<Body = unknown>(path: string, body: unknown, rowVersion: number): Promise<Body> {
    return this.#granted('PATCH', path, { body, headers: { 'if-match': `"${String(rowVersion)}"` } });
  }

  async #granted<Body>(method: string, path: string, options: RequestOptions): Promise<Body> {
    const answer = await this.send<Body>(method, path, options);
    if (answer.status >= 400) throw new Refused(`${method} ${path}`, answer.body as Problem);
    return answer.body;
  }
}

/** A form names its own type; text and bytes are sent as they are, as JSON until a header says otherwise. */
function typeOf(body: unknown): Record<string, string> {
  return body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' };
}

function asSent(body: unknown): FormData | string | Uint8Array<ArrayBuffer> {
  if (body instanceof FormData || typeof body === 'string') return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

/** Code of the refusal that an act meets; a granted act fails the test. */
export async function refusalOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
  return 'granted';
}
