import { lookup as resolve, type LookupAddress } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

import { DomainError } from '@app/kernel';

import { isPublicAddress } from './addresses';

const MOST_REDIRECTS = 3;
const REDIRECTS = [301, 302, 303, 307, 308];
const AGENT = 'iso-dien-tu';

/** Why nothing was fetched; the code is what people are told. */
export class OutgoingRefused extends DomainError {
  constructor(
    reason: 'address' | 'redirects' | 'too-large' | 'slow' | 'unreachable',
    detail: Readonly<Record<string, string | number>> = {},
  ) {
    super({ code: `platform.outgoing-${reason}`, kind: 'unavailable', detail });
  }
}

export interface OutgoingAnswer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
}

interface OutgoingOptions {
  headers?: Readonly<Record<string, string>>;
  limitBytes: number;
  timeoutMs: number;
}

/**
 * The only way out to addresses that people type in. It goes to the open internet alone, unless the operator has named
 * the host: the address is checked where the connection is made, so that a name which changes its mind gains nothing.
 */
export class OutgoingHttp {
  constructor(private readonly innerHosts: readonly string[]) {}

  /** Reads an address, following a few redirects, each checked like the first. @throws OutgoingRefused */
  async get(url: string, options: OutgoingOptions): Promise<OutgoingAnswer> {
    const signal = AbortSignal.timeout(options.timeoutMs);
    let next = new URL(url);
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const answer = await this.#once(next, options, signal);
      const location = answer.headers['location'];
      if (!REDIRECTS.includes(answer.status) || typeof location !== 'string') return answer;
      next = new URL(location, next);
    }
    throw new OutgoingRefused('redirects');
  }

  async #once(
    url: URL,
    { headers = {}, limitBytes }: OutgoingOptions,
    signal: AbortSignal,
  ): Promise<OutgoingAnswer> {
    this.#admit(url);
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    try {
      return await new Promise<OutgoingAnswer>((done, failed) => {
        const request = send(url, {
          headers: { 'user-agent': AGENT, 'accept-encoding': 'identity', ...headers },
          lookup: this.#lookup(url.hostname),
          signal,
        });
        request.on('response', (response) => {
          collect(response, limitBytes).then(done, failed);
        });
        request.on('error', failed);
        request.end();
      });
    } catch (error) {
      if (error instanceof OutgoingRefused) throw error;
      throw new OutgoingRefused(signal.aborted ? 'slow' : 'unreachable');
    }
  }

  /** An address in the place of a name is never looked up: it is checked here. */
  #admit({ protocol, hostname, username, password }: URL): void {
    const literal = hostname.replace(/^\[|\]$/g, '');
    const isWeb = protocol === 'http:' || protocol === 'https:';
    const isInner = isIP(literal) !== 0 && !isPublicAddress(literal) && !this.#isNamed(hostname);
    if (!isWeb || username !== '' || password !== '' || isInner) throw new OutgoingRefused('address');
  }

  #isNamed(hostname: string): boolean {
    return this.innerHosts.includes(hostname.toLowerCase());
  }

  #lookup(hostname: string): LookupFunction {
    const isNamed = this.#isNamed(hostname);
    return (name, options, answer) => {
      resolve(name, { ...options, all: true }, (error, found) => {
        const addresses: LookupAddress[] = error === null ? found : [];
        const refused = !isNamed && addresses.some(({ address }) => !isPublicAddress(address));
        const problem = refused ? new OutgoingRefused('address') : error;
        const [first] = addresses;
        if (problem !== null || first === undefined)
          answer(problem ?? new OutgoingRefused('unreachable'), '', 0);
        else if (options.all === true) answer(null, addresses);
        else answer(null, first.address, first.family);
      });
    };
  }
}

async function collect(response: IncomingMessage, limitBytes: number): Promise<OutgoingAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) {
      response.destroy();
      throw new OutgoingRefused('too-large');
    }
    chunks.push(chunk);
  }
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) };
}
