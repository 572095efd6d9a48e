import { type Actor, DomainError } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { OutgoingHttp } from '@app/platform/outgoing';
import { Injectable } from '@nestjs/common';

import { SourceUnreadable } from '../../domain/intake/refusals';
import { waitMinutes } from '../../domain/intake/source';
import { NoticesRepository } from '../../persistence/intake/notices.repository';
import { type SourceMemory, SourcesRepository } from '../../persistence/intake/sources.repository';
import { type ReadyNotice, readyNotices } from './ready-notices';
import { SourceNews } from './source-news';
import { type KnownFiles, WatchedFolder } from './watched-folder';

const FEED_LIMITS = { limitBytes: 5 * 1024 * 1024, timeoutMs: 20_000 };
const ACCEPT = 'application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8';

interface Look {
  notices: ReadyNotice[];
  etag: string | null;
  lastModified: string | null;
}

/** Looks at a source: slow, outside any transaction. */
@Injectable()
export class SourceLook {
  constructor(
    private readonly http: OutgoingHttp,
    private readonly folder: WatchedFolder,
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: NoticesRepository,
  ) {}

  /** @throws SourceUnreadable, OutgoingRefused */
  async at(actor: Actor, source: SourceMemory): Promise<Look> {
    if (source.kind === 'folder') {
      const known = this.#known(actor, source.id);
      const notices = await this.folder.notices(actor, source.address, known);
      return { notices, etag: null, lastModified: null };
    }
    return this.#feed(source);
  }

  #known(actor: Actor, sourceId: string): KnownFiles {
    return async (keys) => {
      const seen = await this.unitOfWork.read(actor, (tx) => this.notices.seen(tx, sourceId, keys));
      return new Map([...seen].map(([key, { contentHash }]) => [key, contentHash]));
    };
  }

  /** A feed that has not changed since is not sent again. */
  async #feed({ address, etag, lastModified }: SourceMemory): Promise<Look> {
    const headers = {
      accept: ACCEPT,
      ...(etag === null ? {} : { 'if-none-match': etag }),
      ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
    };
    const answer = await this.http.get(address, { headers, ...FEED_LIMITS });
    if (answer.status === 304) return { notices: [], etag, lastModified };
    if (answer.status !== 200) throw new SourceUnreadable('answer', { status: answer.status });
    return {
      notices: readyNotices(answer.body.toString('utf8')),
      etag: single(answer.headers['etag']),
      lastModified: single(answer.headers['last-modified']),
    };
  }
}

function single(header: string | string[] | undefined): string | null {
  return typeof header === 'string' && header.length <= 500 ? header : null;
}

/** Looks at one source that is due, and makes proposals of what is new in it. */
@Injectable()
export class PollSource {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sources: SourcesRepository,
    private readonly look: SourceLook,
    private readonly news: SourceNews,
  ) {}

  /** @returns how many proposals are new */
  async execute(actor: Actor, sourceId: string): Promise<number> {
    const source = await this.unitOfWork.read(actor, (tx) => this.sources.get(tx, sourceId));
    const { notices, problem, ...memory } = await this.#look(actor, source);
    const failures = problem === null ? 0 : source.failures + 1;
    const minutes = waitMinutes(source.everyMinutes, failures);
    return this.unitOfWork.write(actor, null, async (tx) => {
      await this.sources.looked(tx, sourceId, { minutes, problem, ...memory });
      return this.news.take(tx, source, notices);
    });
  }

  async #look(actor: Actor, source: SourceMemory): Promise<Look & { problem: string | null }> {
    try {
      return { ...(await this.look.at(actor, source)), problem: null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { etag, lastModified } = source;
      return { notices: [], etag, lastModified, problem: error.code };
    }
  }
}
