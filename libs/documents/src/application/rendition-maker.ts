import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Actor, DomainError } from '@app/kernel';
import { OfficeConverter, wordProblem } from '@app/platform/office';
import { pdfInfo } from '@app/platform/pdf';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

export interface Rendition {
  sha256: string;
  size: number;
  pages: number;
}

export interface MadeRendition {
  rendition: Rendition | null;
  /** Why there is none, for people. */
  message: string | null;
}

/** Makes the PDF that is read and signed (R1); a PDF is its own rendition, byte for byte. */
@Injectable()
export class RenditionMaker {
  constructor(
    private readonly files: FileStore,
    private readonly converter: OfficeConverter,
  ) {}

  async make(
    actor: Actor,
    { path, type, folder }: { path: string; type: string; folder: string },
  ): Promise<MadeRendition> {
    try {
      const pdf = type === 'pdf' ? path : join(folder, 'rendition.pdf');
      if (type !== 'pdf') await this.converter.convert(path, 'pdf', pdf);
      const { pages } = await pdfInfo(await readFile(pdf));
      const { sha256, size } = await this.files.put('renditions', actor.agencyId, pdf);
      return { rendition: { sha256, size, pages }, message: null };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code.startsWith('storage.')) throw error;
      return { rendition: null, message: wordProblem(error.code) };
    }
  }
}
