import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** The simple query by which a transaction ends, as it goes over the wire. */
const COMMIT = Buffer.from('COMMIT\0');

/** A line to PostgreSQL that can lose the answer to a COMMIT: the change is there and nobody hears of it. */
export class CommitCutter {
  #armed = 0;
  #cuts = 0;
  readonly #target: URL;
  readonly #sockets = new Set<Socket>();
  readonly #server: Server = createServer((near) => {
    this.#carry(near);
  });

  private constructor(url: string) {
    this.#target = new URL(url);
  }

  static async before(url: string): Promise<CommitCutter> {
    const line = new CommitCutter(url);
    await new Promise<void>((done) => line.#server.listen(0, '127.0.0.1', done));
    return line;
  }

  /** The address of the server, led through this line. */
  get url(): string {
    const led = new URL(this.#target);
    led.host = `127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
    return led.href;
  }

  get cuts(): number {
    return this.#cuts;
  }

  /** The answers to the next so many commits are lost, and their connections with them. */
  arm(count = 1): void {
    this.#armed = count;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((done) => this.#server.close(done));
  }

  #carry(near: Socket): void {
    const far = connect(Number(this.#target.port), this.#target.hostname);
    let losing = false;
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
    }
    near.on('data', (chunk) => {
      if (this.#armed > 0 && chunk.includes(COMMIT)) {
        this.#armed -= 1;
        losing = true;
      }
      far.write(chunk);
    });
    far.on('data', (chunk) => {
      if (!losing) {
        near.write(chunk);
        return;
      }
      // PostgreSQL has said that it is done; the one who asked never reads it.
      this.#cuts += 1;
      near.resetAndDestroy();
    });
  }
}
