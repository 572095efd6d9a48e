import { Clock } from '@app/kernel';
import { canonicalJson, ClaimWork } from '@app/platform/database';
import { Sweep, Sweeps } from '@app/platform/queue';
import { FileStore } from '@app/platform/storage';
import { Injectable, Module } from '@nestjs/common';

const EVERY_SECONDS = 300;
/** The pseudo-agency under which files of the whole installation lie. */
const INSTALLATION_FILES = '00000000-0000-4000-8000-000000000000';

interface HeadRow {
  agencyId: string;
  seq: number;
  hash: string;
}

/** Keeps the heads of all chains in the file store, so that cutting a tail or restoring an old dump is seen (RI-06). */
@Sweeps('journal.export-heads', { everySeconds: EVERY_SECONDS })
@Injectable()
class ExportHeadsSweep extends Sweep {
  constructor(
    private readonly claims: ClaimWork,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async sweep(): Promise<number> {
    const heads = await this.claims.run((tx) =>
      tx.query<HeadRow>(
        `select agency_id as "agencyId", seq, encode(hash, 'hex') as hash from journal.head order by agency_id`,
      ),
    );
    const at = this.clock.now();
    const file = Buffer.from(`${canonicalJson({ exportedAt: at, heads })}\n`);
    const { sha256 } = await this.files.put('records', INSTALLATION_FILES, file);
    await this.claims.run((tx) =>
      tx.change(
        'insert into journal.head_export (exported_at, sha256, agencies) values ($1, $2, $3) on conflict do nothing',
        [at, sha256, heads.length],
      ),
    );
    return 0;
  }
}

@Module({ providers: [ExportHeadsSweep] })
export class JournalJobsModule {}
