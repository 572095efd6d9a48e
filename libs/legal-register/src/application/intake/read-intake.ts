import { type Actor, DomainError, type ExtractedBlock } from '@app/kernel';
import { type Fence, Inbox, UnitOfWork } from '@app/platform/database';
import { assertAcceptable, extractDocument, inspectFile, OfficeConverter } from '@app/platform/office';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { LONGEST_TEXT } from '../../domain/intake/intake';
import { readNotice } from '../../domain/intake/read-notice';
import {
  type IntakeRow,
  IntakesRepository,
  type ReadingResult,
} from '../../persistence/intake/intakes.repository';

const CONSUMER = 'legal-register.read-intake';
const UNREADABLE = 'legal-register.intake-unreadable';

/** Takes the words out of what came in; slow, so no transaction is open. */
@Injectable()
export class IntakeReader {
  constructor(
    private readonly files: FileStore,
    private readonly converter: OfficeConverter,
  ) {}

  async read(actor: Actor, intake: IntakeRow): Promise<ReadingResult> {
    try {
      const { content, mediaType } = await this.#words(actor, intake);
      const reading = reads(intake.fileName === null ? intake.title : '', content);
      return { content, mediaType, reading, problem: reading === null ? UNREADABLE : null };
    } catch (error) {
      // What a person can fill in by hand is not lost; a broken store or database is tried again.
      if (!(error instanceof DomainError) || isPassing(error)) throw error;
      return { content: null, mediaType: null, reading: null, problem: error.code };
    }
  }

  async #words(actor: Actor, intake: IntakeRow): Promise<{ content: string; mediaType: string | null }> {
    const { sha256, fileName } = intake;
    if (sha256 === null || fileName === null) return { content: intake.content ?? '', mediaType: null };
    const ref = { area: 'quarantine', agencyId: actor.agencyId, sha256 } as const;
    const path = await this.files.localCopy(ref);
    const inspection = await inspectFile(path, { name: fileName, accept: ['doc', 'docx', 'pdf', 'text'] });
    assertAcceptable(inspection);
    const { type } = inspection;
    const readable = type === 'doc' || type === 'pdf' || type === 'text' ? type : 'docx';
    const { blocks } = await extractDocument(path, readable, this.converter);
    await this.files.copy(ref, 'records');
    return { content: blocks.map(wordsOf).join('\n').slice(0, LONGEST_TEXT), mediaType: type };
  }
}

/** The letterhead is a table of two cells; its lines come one cell after the other. */
function wordsOf(block: ExtractedBlock): string {
  if (block.kind === 'paragraph') return [block.label, block.text].filter(Boolean).join(' ');
  return block.rows
    .map((row) =>
      row
        .map(({ text }) => text.trim())
        .filter((text) => text !== '')
        .join('\n'),
    )
    .join('\n');
}

/** Null for words that no rule can make anything of; a defect of a rule must not hide the text from people. */
function reads(title: string, content: string): ReadingResult['reading'] {
  if (content.trim() === '' && title.trim() === '') return null;
  try {
    return readNotice(title, content);
  } catch {
    return null;
  }
}

function isPassing({ kind, code }: DomainError): boolean {
  return kind === 'unavailable' && !code.startsWith('office.');
}

@Injectable()
export class ReadIntake {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly intakes: IntakesRepository,
    private readonly reader: IntakeReader,
  ) {}

  /** Reads one text that came in; what cannot be read stays for a person to fill in by hand. */
  async execute(actor: Actor, intakeId: string, fence: Fence): Promise<void> {
    const intake = await this.unitOfWork.read(actor, (tx) => this.intakes.get(tx, intakeId));
    if (intake.state !== 'reading') return;
    const result = await this.reader.read(actor, intake);
    await this.unitOfWork.write(actor, null, async (tx) => {
      await this.inbox.once(tx, CONSUMER, fence, () => this.intakes.finish(tx, intakeId, result));
    });
  }
}
