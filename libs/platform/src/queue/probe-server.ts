import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';

import { MessageLoops } from './message-loops';
import { QueueHealth } from './queue-health';
import { WorkerMetrics } from './worker-metrics';

interface Answer {
  status: number;
  type: string;
  body: string;
}

const RELAY_SILENT_LIMIT_MS = 60_000;
const PREFIX = /^\/api\/v1(?=\/)/;

/** The worker's only doors: is it alive, is it ready, how is it doing. No framework: three paths, no input. */
@Injectable()
export class ProbeServer implements BeforeApplicationShutdown {
  readonly #logger = new Logger(ProbeServer.name);
  #server: Server | null = null;

  constructor(
    private readonly health: QueueHealth,
    private readonly loops: MessageLoops,
    private readonly metrics: WorkerMetrics,
  ) {}

  /** @returns the port that it listens on */
  async listen(port: number, host: string): Promise<number> {
    const server = createServer((request, response) => {
      void this.#answer(request.url ?? '/').then(({ status, type, body }) => {
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
      });
    });
    server.requestTimeout = 10_000;
    server.on('clientError', (_, socket) => socket.destroy());
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    return (server.address() as AddressInfo).port;
  }

  async beforeApplicationShutdown(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  async #answer(url: string): Promise<Answer> {
    const path = url.replace(/\?.*$/s, '').replace(PREFIX, '');
    try {
      if (path === '/health/live') return json(200, { status: 'ok' });
      if (path === '/health/ready') return await this.#ready();
      if (path === '/metrics') {
        return { status: 200, type: 'text/plain; version=0.0.4', body: await this.metrics.expose() };
      }
      return json(404, { status: 'not-found' });
    } catch (error) {
      this.#logger.warn({ err: error }, 'a probe failed');
      return json(503, { status: 'unavailable' });
    }
  }

  /** From the age of what waits and from the database; a ping would say yes while nothing is consumed. */
  async #ready(): Promise<Answer> {
    const health = await this.health.look();
    const ready = health.ready && this.loops.relaySilentForMs < RELAY_SILENT_LIMIT_MS;
    return json(ready ? 200 : 503, { status: ready ? 'ok' : 'behind', ...health, ready });
  }
}

function json(status: number, body: unknown): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}
