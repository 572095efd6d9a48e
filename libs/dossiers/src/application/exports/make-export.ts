import { mkdir, mkdtemp, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { type Actor, type AgencyId, type PersonId, systemActor, uuidV7 } from '@app/kernel';
import { NotificationsFacade } from '@app/notifications';
import { UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { FileStore } from '@app/platform/storage';
import { ZipWriter } from '@app/platform/zip';
import { Injectable } from '@nestjs/common';

import { type ExportFigures } from '../../domain/exports/agency-export';
import { type ClaimedExport } from '../../persistence/exports/export-claims';
import { ExportsRepository } from '../../persistence/exports/exports.repository';
import { AgencyArchive } from '../archive/agency-archive';
import { ZipSink } from '../archive/archive-sink';
import { Moment } from './ask-export';

const DAY_MS = 86_400_000;

/** Where archives are built, how long they are kept, which product wrote them. */
export class ExportSettings {
  constructor(
    readonly folder: string,
    readonly keptDays: number,
    readonly version: string,
  ) {}
}

type Beat = (percent: number) => Promise<void>;

/** Builds the archive on disk and gives it to the file store. */
@Injectable()
export class ExportBench {
  constructor(
    private readonly archive: AgencyArchive,
    private readonly files: FileStore,
    readonly settings: ExportSettings,
  ) {}

  async build(
    actor: Actor,
    { reason, askedByName }: ClaimedExport,
    beat: Beat,
  ): Promise<{ sha256: string; size: number; figures: ExportFigures }> {
    await mkdir(this.settings.folder, { recursive: true, mode: 0o700 });
    const folder = await mkdtemp(join(this.settings.folder, 'export-'));
    try {
      const path = join(folder, 'archive.zip');
      const file = await open(path, 'wx', 0o600);
      const zip = new ZipWriter(file, true);
      const figures = await this.archive
        .write(actor, {
          sink: new ZipSink(zip),
          folder,
          about: { askedBy: askedByName, reason, version: this.settings.version },
          beat,
        })
        .then(async (done) => {
          await zip.end();
          return done;
        })
        .finally(() => file.close());
      await beat(98);
      const { size } = await stat(path);
      const { sha256 } = await this.files.put('records', actor.agencyId, path);
      return { sha256, size, figures };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/** Who hears of an export that has ended. */
@Injectable()
export class ExportNews {
  constructor(
    readonly moment: Moment,
    private readonly notifications: NotificationsFacade,
  ) {}

  ready(tx: WriteTransaction, claimed: ClaimedExport): Promise<void> {
    return this.#tell(tx, claimed, 'Bản xuất dữ liệu của cơ quan đã sẵn sàng để tải');
  }

  failed(tx: WriteTransaction, claimed: ClaimedExport): Promise<void> {
    return this.#tell(tx, claimed, 'Không xuất được dữ liệu của cơ quan');
  }

  #tell(tx: WriteTransaction, { id, askedBy }: ClaimedExport, title: string): Promise<void> {
    return this.notifications.notify(tx, {
      recipients: [askedBy],
      kind: 'agency-export',
      subjectType: 'agency-export',
      subjectId: id,
      title,
      link: '/agency-exports',
    });
  }
}

@Injectable()
export class MakeExport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly exports: ExportsRepository,
    private readonly bench: ExportBench,
    private readonly news: ExportNews,
  ) {}

  /** The whole archive, from the beginning; a second attempt finds nothing of the first. */
  async execute(claimed: ClaimedExport, beat: Beat): Promise<void> {
    const worker = actorOf(claimed);
    const reader = { ...worker, personId: claimed.askedBy as PersonId };
    const made = await this.bench.build(reader, claimed, beat);
    const at = this.news.moment.clock.now();
    const expiresAt = new Date(at.getTime() + this.bench.settings.keptDays * DAY_MS);
    await this.unitOfWork.write(worker, null, async (tx) => {
      await this.exports.finish(tx, claimed.id, { ...made, at, expiresAt });
      const { sha256, size, figures } = made;
      tx.record({
        action: 'dossiers.export-made',
        subjectType: 'agency-export',
        subjectId: claimed.id,
        new: { sha256, size, figures },
      });
      await this.news.ready(tx, claimed);
    });
  }

  /** After the last attempt: said to the person who asked. */
  async giveUp(claimed: ClaimedExport, problem: string): Promise<void> {
    await this.unitOfWork.write(actorOf(claimed), null, async (tx) => {
      await this.exports.fail(tx, claimed.id, { problem, at: this.news.moment.clock.now() });
      tx.record({
        action: 'dossiers.export-failed',
        subjectType: 'agency-export',
        subjectId: claimed.id,
        new: { problem },
      });
      await this.news.failed(tx, claimed);
    });
  }
}

export function actorOf({ agencyId, agencyPath }: { agencyId: string; agencyPath: string }): Actor {
  return systemActor(agencyId as AgencyId, uuidV7(), agencyPath);
}
