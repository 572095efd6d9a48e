import { Clock, todayIn } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { type Language } from '@app/platform/http';
import { Injectable } from '@nestjs/common';

import { displayState } from '../domain/display-state';
import { DocumentNotFound, VersionNotFound } from '../domain/refusals';
import { type ListRow } from '../persistence/library.query';
import { VersionDetailQuery } from '../persistence/version-detail.query';
import { documentLine } from './document-line';
import { type DocumentLine, type DocumentPage, type VersionLine } from './document.dto';
import { type VersionDetail } from './version.dto';
import { VersionPresenter } from './version.presenter';

/** Reads what the pages of documents show; states are said as of today in Viet Nam. */
@Injectable()
export class VersionReader {
  constructor(
    private readonly details: VersionDetailQuery,
    private readonly presenter: VersionPresenter,
    private readonly clock: Clock,
  ) {}

  async version(tx: ReadTransaction, id: string, language: Language): Promise<VersionDetail> {
    return this.presenter.show(tx, await this.details.get(tx, id), language);
  }

  async document(tx: ReadTransaction, documentId: string, language: Language): Promise<DocumentPage> {
    const row = await this.details.ofDocument(tx, documentId).catch((error: unknown) => {
      throw error instanceof VersionNotFound ? new DocumentNotFound() : error;
    });
    const { code, series, title, kind, agencyId, unitName } = row;
    return {
      document: { id: documentId, code, series, title, kind, agencyId, unitName },
      current: await this.presenter.show(tx, row, language),
      versions: await this.history(tx, documentId),
    };
  }

  async history(tx: ReadTransaction, documentId: string): Promise<VersionLine[]> {
    const today = todayIn(this.clock.now());
    const rows = await this.details.history(tx, documentId);
    return rows.map(({ currentStep, isReturned, endsOn, ...line }) => ({
      ...line,
      endedOn: endsOn,
      state: displayState(
        { state: line.state, currentStep, isReturned, effectiveOn: line.effectiveOn, endsOn },
        today,
      ),
    }));
  }

  line(row: ListRow): DocumentLine {
    return documentLine(row, todayIn(this.clock.now()));
  }
}
