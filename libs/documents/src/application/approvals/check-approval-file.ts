import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Actor, Clock, DomainError } from '@app/kernel';
import { assertAcceptable, inspectFile } from '@app/platform/office';
import { readScan, type ScanPart } from '@app/platform/scans';
import { TrustedRootsFolder, verifySignedPdf } from '@app/platform/signing';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { type ApprovalPart, ApprovalFileType, judgeScan, problemOf } from '../../domain/approvals';
import {
  type ApprovalFileRow,
  type CheckOutcome,
} from '../../persistence/approvals/approval-files.repository';
import { Quarantine } from '../quarantine';

/** What was to be signed. */
export interface Expected {
  sha256: string;
  pages: number;
}

/** The check itself, outside any transaction: it takes seconds and changes nothing but the file store. */
@Injectable()
export class ApprovalFileCheck {
  constructor(
    private readonly files: FileStore,
    private readonly roots: TrustedRootsFolder,
    private readonly clock: Clock,
    private readonly quarantine: Quarantine,
  ) {}

  /** What is wrong with the file is its outcome; a broken store or database is thrown and tried again. */
  async check(actor: Actor, row: ApprovalFileRow, expected: Expected): Promise<CheckOutcome> {
    const folder = await mkdtemp(join(tmpdir(), 'iso-approval-'));
    try {
      return row.way === 'outside'
        ? await this.#signed(actor, row, expected)
        : await this.#scanned(actor, row, { expected, folder });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
      return { state: 'refused', problem: error.code, report: null };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Nothing is left of what was refused. */
  async forget(actor: Actor, parts: readonly ApprovalPart[]): Promise<void> {
    await this.quarantine.forget(actor, parts);
  }

  async #signed(actor: Actor, row: ApprovalFileRow, expected: Expected): Promise<CheckOutcome> {
    const [part, ...more] = await this.#parts(actor, row.parts);
    if (part?.type !== 'pdf' || more.length > 0) throw new ApprovalFileType();
    const approved = await this.files.readVerified({
      area: 'renditions',
      agencyId: actor.agencyId,
      sha256: expected.sha256,
    });
    const report = await verifySignedPdf(await readFile(part.path), {
      roots: await this.roots.read(),
      now: this.clock.now(),
      approved,
    });
    const problem = problemOf(report.verdict);
    if (problem !== null) return { state: 'refused', problem, report };
    const { sha256, size } = await this.files.put('records', actor.agencyId, part.path);
    return { state: 'checked', sha256, size, report };
  }

  async #scanned(
    actor: Actor,
    row: ApprovalFileRow,
    { expected, folder }: { expected: Expected; folder: string },
  ): Promise<CheckOutcome> {
    const parts = await this.#parts(actor, row.parts);
    const isPhotos = parts.every(({ type }) => type !== 'pdf');
    if (parts.length === 0 || !(isPhotos || parts.length === 1)) throw new ApprovalFileType();
    const { pdf, codes } = await readScan(parts, folder);
    const report = judgeScan(codes, {
      versionId: row.versionId,
      contentHash: expected.sha256,
      pages: expected.pages,
    });
    if (report.outcome === 'other-version')
      return { state: 'refused', problem: 'documents.scan-of-another-version', report };
    const { sha256, size } = await this.files.put('records', actor.agencyId, pdf);
    return { state: 'checked', sha256, size, report };
  }

  async #parts(actor: Actor, parts: readonly ApprovalPart[]): Promise<ScanPart[]> {
    const found: ScanPart[] = [];
    for (const { sha256 } of parts) {
      const path = await this.files.localCopy({ area: 'quarantine', agencyId: actor.agencyId, sha256 });
      const inspection = await inspectFile(path, { name: '', accept: ['pdf', 'image'] });
      assertAcceptable(inspection);
      found.push({ path, type: inspection.type === 'pdf' ? 'pdf' : await pictureType(path) });
    }
    return found;
  }
}

/** By the first bytes; a telephone's own format (HEIC) and others are not taken. @throws ApprovalFileType */
async function pictureType(path: string): Promise<'jpeg' | 'png'> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    if (buffer[0] === 0xff && buffer[1] === 0xd8) return 'jpeg';
    if (buffer.toString('latin1', 1, 4) === 'PNG') return 'png';
    throw new ApprovalFileType();
  } finally {
    await file.close();
  }
}
