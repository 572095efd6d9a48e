import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { ContentRepository, type KeptContent } from '../../persistence/content.repository';
import { VersionDetailQuery } from '../../persistence/version-detail.query';

@Injectable()
export class ReadVersionContent {
  constructor(
    private readonly versions: VersionDetailQuery,
    private readonly contents: ContentRepository,
  ) {}

  /** What a version that the caller may see says, as fields; null where nothing was read or written. @throws VersionNotFound */
  async of(tx: ReadTransaction, versionId: string): Promise<KeptContent | null> {
    await this.versions.get(tx, versionId);
    return this.contents.get(tx, versionId);
  }
}
