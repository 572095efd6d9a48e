import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP line that can be cut and mended: what stands behind it is away, as after kill -9. */
export class FaultProxy {
  readonly #open = new Set<Socket>();
  readonly #server: Server;
  #cut = false;

  constructor(target: { host: string; port: number }) {
    this.#server = createServer((near) => {
      if (this.#cut) {
        near.destroy();
        return;
      }
      const far = connect(target.port, target.host);
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#open.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          this.#open.delete(socket);
          other.destroy();
        });
        socket.pipe(other);
      }
    });
  }

  /** The given address, led through this line. */
  async through(url: string): Promise<string> {
    if (!this.#server.listening) {
      await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    }
    const led = new URL(url);
    led.host = `127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
    return led.href;
  }

  cut(): void {
    this.#cut = true;
    for (const socket of this.#open) socket.destroy();
  }

  mend(): void {
    this.#cut = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  static before(url: string): FaultProxy {
    const { hostname, port } = new URL(url);
    return new FaultProxy({ host: hostname, port: Number(port) });
  }
}
