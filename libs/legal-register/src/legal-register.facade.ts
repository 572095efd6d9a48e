import { Clock, type LocalDate, todayIn } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { RecordLegalText, type RecordedText, type RecordingScope } from './application/record-legal-text';
import { type LegalTextFields, type LegalTextStatus } from './domain/legal-text';
import { STARTER_TEXTS } from './domain/starter-set';
import { LegalTextsRepository } from './persistence/legal-texts.repository';
import {
  type CitationToResolve,
  type NamedTextToResolve,
  ResolutionQuery,
  type ResolvedText,
} from './persistence/resolution.query';

/** Answers to one reading of a document, in the order of what was asked; null where nothing certain was found. */
export interface Resolution {
  citations: (ResolvedText | null)[];
  namedTexts: (ResolvedText | null)[];
}

/** The register of legal texts as other slices may use it. */
@Injectable()
export class LegalRegisterFacade {
  constructor(
    private readonly recording: RecordLegalText,
    private readonly texts: LegalTextsRepository,
    private readonly resolution: ResolutionQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * Finds the texts that a document means. By number, issuer and date must agree where the document gives them; by
   * name, the year must.
   */
  async resolve(
    tx: ReadTransaction,
    citations: readonly CitationToResolve[],
    namedTexts: readonly NamedTextToResolve[],
  ): Promise<Resolution> {
    const today = todayIn(this.clock.now());
    return {
      citations: await this.resolution.byNumber(tx, citations, today),
      namedTexts: await this.resolution.byName(tx, namedTexts, today),
    };
  }

  /** What each of the texts is on a day: in force, not yet, expired wholly or in part. */
  statusOn(
    tx: ReadTransaction,
    ids: readonly string[],
    day: LocalDate,
  ): Promise<Map<string, LegalTextStatus>> {
    return this.resolution.statusOn(tx, ids, day);
  }

  /** Enters a text on behalf of the acting agency. @throws LegalTextExists, BadLegalText, RelatedTextNotFound */
  record(tx: WriteTransaction, fields: LegalTextFields, scope: RecordingScope): Promise<RecordedText> {
    return this.recording.execute(tx, fields, scope);
  }

  /** Makes a text of the acting agency, and what it does to others, count for its whole audience. */
  confirm(tx: WriteTransaction, textId: string): Promise<void> {
    return this.texts.confirm(tx, textId, this.clock.now());
  }

  /** Takes a confirmation back: the text and what it does to others count for the acting agency alone again. */
  unconfirm(tx: WriteTransaction, textId: string): Promise<void> {
    return this.texts.unconfirm(tx, textId);
  }

  /** Enters the starter set for all of Viet Nam; the actor is the installation. Again it adds nothing. */
  async seed(tx: WriteTransaction): Promise<number> {
    let added = 0;
    for (const fields of STARTER_TEXTS) {
      const recorded = await this.recording.addIfNew(tx, fields, { audience: 'vn', isConfirmed: true });
      added += recorded === null ? 0 : 1;
    }
    return added;
  }
}
