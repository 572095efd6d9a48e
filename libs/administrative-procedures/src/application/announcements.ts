import { Clock, Ids, issuerKey, numberSymbolKey, type LocalDate } from '@app/kernel';
import { type LegalTextFields, LegalRegisterFacade } from '@app/legal-register';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import {
  type AnnouncementRowFields,
  announcementRowsFrom,
  effectiveDay,
} from '../domain/announcement/announcement';
import { matchRow, type RowMatch } from '../domain/announcement/match-rows';
import { type AnnexRow } from '../domain/announcement/read-annex';
import { codeHead, procedureKey } from '../domain/procedure';
import { AnnouncementExists, ProcedureNotFound } from '../domain/refusals';
import { AnnouncementsRepository } from '../persistence/announcements.repository';

/** A quyết định công bố as the person hands it in: the decision, and its annex as corrected. */
export interface AnnouncementFields {
  text: LegalTextFields;
  rows: readonly AnnouncementRowFields[];
  fileId: string | null;
}

export interface RecordedAnnouncement {
  announcementId: string;
  textId: string;
  effectiveOn: LocalDate;
  /** Every lĩnh vực of the annex: who may confirm is entitled for all of them, or for TTHC. */
  fields: string[];
}

/** Records, confirms and takes back decisions of announcement. What they do to documents is the business of others. */
@Injectable()
export class Announcements {
  constructor(
    private readonly announcements: AnnouncementsRepository,
    private readonly register: LegalRegisterFacade,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** What each row of a read annex means in the register, as far as that is certain. */
  async match(tx: ReadTransaction, rows: readonly AnnexRow[]): Promise<(RowMatch | null)[]> {
    if (rows.length === 0) return [];
    const heads = rows.flatMap(({ code }) => codeHead(code) ?? []);
    const names = rows.map(({ name }) => procedureKey(name));
    const candidates = await this.announcements.candidates(tx, { heads, names });
    return rows.map((row) => matchRow(row, candidates));
  }

  /** @throws BadAnnouncement, BadLegalText, ProcedureNotFound, AnnouncementExists */
  async record(
    tx: WriteTransaction,
    { text, rows: given, fileId }: AnnouncementFields,
  ): Promise<RecordedAnnouncement> {
    const rows = announcementRowsFrom(given);
    const effectiveOn = effectiveDay(text.effectiveOn, text.issuedOn);
    const known = [...new Set(rows.flatMap(({ procedureId }) => procedureId ?? []))];
    if ((await this.announcements.countSeen(tx, known)) !== known.length) throw new ProcedureNotFound();
    const textId = await this.#text(tx, text);
    const id = this.ids.next();
    const kept = rows.map((row) => ({ ...row, id: this.ids.next() }));
    await this.announcements.add(tx, { id, textId, effectiveOn, fileId }, kept);
    tx.record({
      action: 'administrative-procedures.announcement-recorded',
      subjectType: 'announcement',
      subjectId: id,
      new: { textId, effectiveOn, rows: rows.map(({ act, code, name }) => ({ act, code, name })) },
    });
    const fields = [...new Set(rows.flatMap(({ field }) => field ?? []))];
    return { announcementId: id, textId, effectiveOn, fields };
  }

  /** The rows act on the register from now on; agencies that must build a procedure hear of it. */
  async confirm(tx: WriteTransaction, textId: string, deadlineOn: LocalDate | null): Promise<void> {
    const kept = await this.announcements.ofText(tx, textId);
    if (kept?.state !== 'recorded') return;
    await this.announcements.act(tx, kept);
    await this.announcements.move(tx, kept.id, { state: 'confirmed', at: this.clock.now(), deadlineOn });
    const told = await this.announcements.tell(tx, kept.id, 'announced');
    tx.record({
      action: 'administrative-procedures.announcement-confirmed',
      subjectType: 'announcement',
      subjectId: kept.id,
      new: { deadlineOn, agenciesToBuild: told },
    });
  }

  /** The register says again what it said before; work that this decision opened ends. */
  async withdraw(tx: WriteTransaction, textId: string, reason: string): Promise<void> {
    const kept = await this.announcements.ofText(tx, textId);
    if (kept === null) return;
    if (kept.state === 'confirmed') await this.announcements.undo(tx, kept);
    await this.announcements.move(tx, kept.id, {
      state: 'withdrawn',
      at: this.clock.now(),
      deadlineOn: null,
    });
    if (kept.state === 'confirmed') await this.announcements.tell(tx, kept.id, 'withdrawn');
    tx.record({
      action: 'administrative-procedures.announcement-withdrawn',
      subjectType: 'announcement',
      subjectId: kept.id,
      old: { state: kept.state },
      new: { state: 'withdrawn' },
      reason,
    });
  }

  /** A decision that stands in the legal register already is not entered twice. @throws AnnouncementExists */
  async #text(tx: WriteTransaction, fields: LegalTextFields): Promise<string> {
    const { numberSymbol, issuer, issuedOn } = fields;
    const known = await this.announcements.recordedText(tx, {
      numberKey: numberSymbolKey(numberSymbol),
      issuerKey: issuerKey(issuer),
      issuedOn,
    });
    if (known === null) {
      const scope = { audience: tx.actor.agencyPath, isConfirmed: false };
      return (await this.register.record(tx, fields, scope)).id;
    }
    if ((await this.announcements.ofText(tx, known)) !== null) throw new AnnouncementExists(numberSymbol);
    return known;
  }
}
