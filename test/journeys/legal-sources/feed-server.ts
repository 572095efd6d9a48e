import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface Entry {
  id: string;
  title: string;
  content: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A gazette on this machine: one Atom feed that remembers how it was asked. */
export class FeedServer {
  entries: Entry[] = [];
  withdrawn: string[] = [];
  /** Answers without a body, because nothing had changed. */
  unchanged = 0;
  /** What it answers in the place of a feed. */
  instead: { status: number; headers?: Record<string, string>; body?: string } | null = null;
  #version = 0;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<FeedServer> {
    const server = createServer();
    const feed = new FeedServer(server);
    server.on('request', (request, response) => {
      const etag = `"${String(feed.#version)}"`;
      if (feed.instead !== null) {
        response.writeHead(feed.instead.status, feed.instead.headers).end(feed.instead.body ?? '');
      } else if (request.headers['if-none-match'] === etag) {
        feed.unchanged += 1;
        response.writeHead(304).end();
      } else {
        response.writeHead(200, { 'content-type': 'application/atom+xml', etag }).end(feed.xml());
      }
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return feed;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/tin.atom`;
  }

  publish(entries: Entry[], withdrawn: string[] = []): void {
    this.entries = entries;
    this.withdrawn = withdrawn;
    this.#version += 1;
  }

  xml(): string {
    const entries = this.entries.map(
      ({ id, title, content }) =>
        `<entry><id>${id}</id><title>${escaped(title)}</title><updated>2026-10-06T00:00:00Z</updated>
         <published>2026-10-06T00:00:00Z</published><link href="https://congbao.example.vn/${id}"/>
         <content type="text">${escaped(content)}</content></entry>`,
    );
    const gone = this.withdrawn.map((id) => `<at:deleted-entry ref="${id}" when="2026-10-07T00:00:00Z"/>`);
    return `<?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
      <title>Công báo thử</title><id>urn:cong-bao</id><updated>2026-10-06T00:00:00Z</updated>
      ${entries.join('\n')}${gone.join('\n')}</feed>`;
  }

  close(): Promise<void> {
    return new Promise((done) => {
      this.server.close(() => done());
      this.server.closeAllConnections();
    });
  }
}
