import { join } from 'node:path';

import { type ArchiveAgency } from '../../persistence/archive/archive.query';
import { type ExportFigures } from '../../domain/exports/agency-export';
import { Withheld } from '../../domain/archive/withheld';
import { type ArchiveSink } from './archive-sink';
import { LineFile } from './line-file';

export interface TableFigures {
  readonly name: string;
  readonly title: string;
  readonly rows: number;
  readonly file: string;
  readonly csv: string;
  readonly columns: readonly { name: string; type: string }[];
}

/** What people put on the first page: who asked, when, why. */
export interface ArchiveAbout {
  readonly askedBy: string;
  readonly reason: string;
  readonly version: string;
}

export interface ArchiveOrder {
  readonly sink: ArchiveSink;
  /** An empty folder for what is put aside on the way. */
  readonly folder: string;
  readonly about: ArchiveAbout;
  /** Called all the time with the percent done; throws when the work should stop. */
  readonly beat: (percent: number) => Promise<void>;
}

/** So many missing files stand in figures and journal; the manifest names all. */
const NAMED = 100;

/** The state of one archive under way. */
export class ArchiveRun {
  readonly tables: TableFigures[] = [];
  readonly missing = new Set<string>();
  withheld = new Withheld([]);
  withheldDocuments = 0;
  agency!: ArchiveAgency;
  journalEntries = 0;
  journalWithheld = 0;
  files = 0;
  fileBytes = 0;

  private constructor(
    readonly order: ArchiveOrder,
    readonly fileLines: LineFile,
    readonly documentLines: LineFile,
    readonly decisionLines: LineFile,
  ) {}

  static async begin(order: ArchiveOrder): Promise<ArchiveRun> {
    const at = (name: string): Promise<LineFile> => LineFile.create(join(order.folder, `${name}.lines`));
    return new ArchiveRun(order, await at('files'), await at('documents'), await at('decisions'));
  }

  get sink(): ArchiveSink {
    return this.order.sink;
  }

  async putAside(): Promise<void> {
    for (const lines of [this.fileLines, this.documentLines, this.decisionLines]) await lines.end();
  }

  get figures(): ExportFigures {
    return {
      tables: this.tables.length,
      rows: this.tables.reduce((sum, { rows }) => sum + rows, 0),
      files: this.files,
      fileBytes: this.fileBytes,
      journalEntries: this.journalEntries,
      withheldDocuments: this.withheldDocuments,
      withheldRows: this.withheld.rows + this.journalWithheld,
      missing: this.missing.size,
      missingFiles: [...this.missing].slice(0, NAMED),
    };
  }
}
