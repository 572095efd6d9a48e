import { type Actor } from '@app/kernel';
import { type ReadTransaction, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { Withheld } from '../../domain/archive/withheld';
import { type ExportFigures } from '../../domain/exports/agency-export';
import { ArchiveQuery } from '../../persistence/archive/archive.query';
import { writeAbout } from './about-part';
import { type ArchiveOrder, ArchiveRun } from './archive-run';
import { FilesPart } from './files-part';
import { JournalPart } from './journal-part';
import { PagesPart } from './pages-part';
import { RecordsPart } from './records-part';

/** The parts of an archive, in the order in which they are written. */
@Injectable()
export class ArchiveParts {
  constructor(
    readonly records: RecordsPart,
    readonly journal: JournalPart,
    readonly files: FilesPart,
    readonly pages: PagesPart,
  ) {}
}

@Injectable()
export class AgencyArchive {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly archive: ArchiveQuery,
    private readonly parts: ArchiveParts,
  ) {}

  /**
   * Writes everything of the actor's agency that the actor may read: rows and journal as of one moment, then the files
   * that they name. Whatever its size, no more is in memory than a few hundred rows and the list of entries.
   */
  async write(actor: Actor, order: ArchiveOrder): Promise<ExportFigures> {
    const run = await ArchiveRun.begin(order);
    await this.unitOfWork.snapshot(actor, (tx) => this.#rows(tx, run));
    await this.parts.files.write(run, actor.agencyId);
    await this.parts.pages.write(run);
    await writeAbout(run);
    return run.figures;
  }

  async #rows(tx: ReadTransaction, run: ArchiveRun): Promise<void> {
    run.agency = await this.archive.agency(tx);
    const { documents, names } = await this.archive.withheld(tx);
    run.withheld = new Withheld(names);
    run.withheldDocuments = documents;
    for await (const file of this.archive.files(tx)) {
      const line = JSON.stringify(file);
      if (!run.withheld.names(line)) await run.fileLines.add(line);
    }
    for await (const { line } of this.archive.documents(tx)) await addOpen(run, line);
    for await (const { line } of this.archive.decisions(tx)) await addDecision(run, line);
    await run.putAside();
    await this.parts.records.write(tx, run);
    await this.parts.journal.write(tx, run);
  }
}

interface WithParts {
  versions?: unknown[] | null;
  lines?: unknown[] | null;
}

/** A document that is open may have a version that is not: that one is taken out. */
async function addOpen(run: ArchiveRun, line: string): Promise<void> {
  if (!run.withheld.names(line)) {
    await run.documentLines.add(line);
    return;
  }
  const value = JSON.parse(line) as WithParts & { id: string };
  if (run.withheld.names(value.id)) return;
  const versions = (value.versions ?? []).filter((part) => !run.withheld.names(JSON.stringify(part)));
  if (versions.length > 0) await run.documentLines.add(JSON.stringify({ ...value, versions }));
}

/** A decision stays; its lines about what the asker may not read go. */
async function addDecision(run: ArchiveRun, line: string): Promise<void> {
  if (!run.withheld.names(line)) {
    await run.decisionLines.add(line);
    return;
  }
  const value = JSON.parse(line) as WithParts;
  const lines = (value.lines ?? []).filter((part) => !run.withheld.names(JSON.stringify(part)));
  await run.decisionLines.add(JSON.stringify({ ...value, lines }));
}
