import { type Readable } from 'node:stream';

import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { type IntakeOrigin } from '../../domain/intake/intake';
import { type NewIntake } from '../../persistence/intake/intakes.repository';
import { IntakeShelf } from './intake-shelf';

const FILE_LIMIT_BYTES = 50 * 1024 * 1024;
/** Takes a text in that a person pasted or uploaded, or that a program sent. */
@Injectable()
export class ReceiveText {
  constructor(
    private readonly shelf: IntakeShelf,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
  ) {}

  /** @returns the id of the intake */
  pasted(
    actor: Actor,
    idempotency: Idempotency | null,
    { text, link, origin }: { text: string; link: string | null; origin: IntakeOrigin },
  ): Promise<string> {
    return this.unitOfWork.write(actor, idempotency, (tx) =>
      this.shelf.put(tx, { origin, title: titleOf(text), link, content: text, file: null }),
    );
  }

  /** @returns the id of the intake @throws FileTooLarge, StorageUnavailable */
  async uploaded(
    actor: Actor,
    { fileName, content }: { fileName: string; content: Readable },
    origin: IntakeOrigin = 'uploaded',
  ): Promise<string> {
    const file = await this.keep(actor, fileName, content);
    return this.unitOfWork.write(actor, null, (tx) =>
      this.shelf.put(tx, { origin, title: fileName, content: null, file }),
    );
  }

  /** Everything from outside lies in quarantine until the worker has looked at it. */
  async keep(actor: Actor, fileName: string, content: Readable): Promise<NonNullable<NewIntake['file']>> {
    const temp = await this.files.receive(content, { limitBytes: FILE_LIMIT_BYTES });
    try {
      const { size, sha256 } = await this.files.promote(temp, 'quarantine', actor.agencyId);
      return { fileName, size, sha256 };
    } catch (error) {
      await this.files.discard(temp);
      throw error;
    }
  }
}

/** A text goes by its first words until it has been read. */
function titleOf(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().slice(0, 120);
}
