import { createHash, randomBytes } from 'node:crypto';

import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { assertMayTake, LINK_MINUTES } from '../../domain/exports/agency-export';
import { LinkOver } from '../../domain/exports/refusals';
import { ExportLinksRepository } from '../../persistence/exports/export-links.repository';
import { type ExportRow, ExportsRepository } from '../../persistence/exports/exports.repository';
import { Moment } from './ask-export';

@Injectable()
export class TakeExport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly exports: ExportsRepository,
    private readonly links: ExportLinksRepository,
    private readonly moment: Moment,
  ) {}

  /** A link that opens for some minutes, for this person alone. @throws ExportOfAnother, ExportGone, ExportNotReady */
  async link(actor: Actor, exportId: string): Promise<{ token: string; expiresAt: Date }> {
    const at = this.moment.clock.now();
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(at.getTime() + LINK_MINUTES * 60_000);
    await this.unitOfWork.write(actor, null, async (tx) => {
      assertMayTake(await this.exports.get(tx, exportId), { personId: actor.personId, now: at });
      const id = this.moment.ids.next();
      await this.links.add(tx, { id, exportId, tokenHash: hashOf(token), at, expiresAt });
      tx.record({
        action: 'dossiers.export-link-made',
        subjectType: 'agency-export',
        subjectId: exportId,
        new: { expiresAt },
      });
    });
    return { token, expiresAt };
  }

  /** Journalled at the first byte of each link. @throws LinkOver, ExportOfAnother, ExportGone */
  async open(
    actor: Actor,
    exportId: string,
    token: string,
  ): Promise<ExportRow & { sha256: string; size: number }> {
    const at = this.moment.clock.now();
    return this.unitOfWork.write(actor, null, async (tx) => {
      const row = await this.exports.get(tx, exportId);
      assertMayTake(row, { personId: actor.personId, now: at });
      const used = await this.links.use(tx, { exportId, tokenHash: hashOf(token), at });
      if (used === null || row.sha256 === null || row.size === null) throw new LinkOver();
      if (used.isFirst) {
        tx.record({
          action: 'dossiers.export-downloaded',
          subjectType: 'agency-export',
          subjectId: exportId,
          new: { sha256: row.sha256, size: row.size },
        });
      }
      return { ...row, sha256: row.sha256, size: row.size };
    });
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}
