import { assertTransition, Clock } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type AliasFields, aliasOf, isGoodAlias } from '../domain/aliases';
import {
  LEGAL_TEXT_LIFECYCLE,
  type LegalTextFields,
  legalTextFrom,
  type LegalTextState,
} from '../domain/legal-text';
import { assertMergeable } from '../domain/merging';
import { BadLegalText, LegalTextExists, NotTheTextsSteward } from '../domain/refusals';
import { type Relation } from '../domain/relations';
import { type OfficialFile } from '../domain/substance';
import { LegalTextsRepository, type RowToChange } from '../persistence/legal-texts.repository';
import { RelationsRepository } from '../persistence/relations.repository';
import { StoredTextsQuery, type StoredText } from '../persistence/stored-texts.query';
import { type RecordedText, RelationRules } from './record-legal-text';

const SUBJECT = 'legal-text';

/** Where texts of the register and their relations are kept. */
@Injectable()
export class RegisterShelf {
  constructor(
    readonly texts: LegalTextsRepository,
    readonly relations: RelationsRepository,
    readonly stored: StoredTextsQuery,
  ) {}
}

/** Corrects, withdraws and merges records of the acting agency; every step stands in its journal. */
@Injectable()
export class KeepLegalText {
  constructor(
    private readonly shelf: RegisterShelf,
    private readonly rules: RelationRules,
    private readonly clock: Clock,
  ) {}

  /**
   * The text as it is after the correction. Relations and names that it names no more count no longer; a new one of a
   * confirmed text counts at once, unless it may make documents wrong: that waits for its change.
   * @throws BadLegalText, LegalTextExists, NotTheTextsSteward, RelatedTextNotFound, CircularReplacement, StaleRow
   */
  async correct(
    tx: WriteTransaction,
    row: RowToChange,
    fields: LegalTextFields,
  ): Promise<RecordedText & { old: StoredText }> {
    const old = await this.#own(tx, row.id);
    const text = legalTextFrom(fields, row.id);
    await this.rules.assert(tx, row.id, text);
    if (await this.shelf.texts.hasTwin(tx, row.id, text)) throw new LegalTextExists(text.numberSymbol);
    await this.shelf.texts.change(tx, row, text);
    await this.shelf.relations.dropOthers(tx, row.id, text);
    const validity = {
      audience: old.audience,
      confirmedAt: old.state === 'confirmed' ? this.clock.now() : null,
    };
    await this.shelf.relations.addAliases(tx, row.id, text.aliases, validity);
    const [harmless, acting] = [
      text.relations.filter(isHarmless),
      text.relations.filter((each) => !isHarmless(each)),
    ];
    await this.shelf.relations.addRelations(tx, row.id, harmless, validity);
    await this.shelf.relations.addRelations(tx, row.id, acting, { ...validity, confirmedAt: null });
    const subject = { subjectType: SUBJECT, subjectId: row.id };
    tx.record({ action: 'legal-register.text-corrected', ...subject, old: old.text, new: text });
    return { id: row.id, text, old };
  }

  /** A record that was wrong: it counts no longer, and stays to be seen. @throws NotTheTextsSteward, StaleRow */
  async withdraw(tx: WriteTransaction, row: RowToChange, reason: string): Promise<void> {
    const old = await this.#leaving(tx, row.id, 'withdrawn');
    await this.shelf.texts.withdraw(tx, { ...row, reason });
    const subject = { subjectType: SUBJECT, subjectId: row.id };
    tx.record({ action: 'legal-register.text-withdrawn', ...subject, old: old.text, reason });
  }

  /**
   * The record gives way to another of the same text. Its number, names and relations go on meaning the one that stays.
   * @throws NotTheTextsSteward, LegalTextNotFound, NotMergeable, StaleRow
   */
  async merge(
    tx: WriteTransaction,
    row: RowToChange,
    { intoId, reason }: { intoId: string; reason: string },
  ): Promise<void> {
    const old = await this.#leaving(tx, row.id, 'merged');
    const into = await this.shelf.stored.get(tx, intoId);
    assertMergeable(old, into, await this.shelf.relations.areRelated(tx, row.id, intoId));
    await this.shelf.texts.merge(tx, { ...row, intoId, reason });
    tx.record({
      action: 'legal-register.texts-merged',
      subjectType: SUBJECT,
      subjectId: row.id,
      old: old.text,
      new: { mergedInto: intoId, numberSymbol: into.text.numberSymbol, issuer: into.text.issuer },
      reason,
    });
  }

  /** A name that a person has recognised counts where that person stands. @throws BadLegalText, LegalTextNotFound */
  async addAlias(tx: WriteTransaction, textId: string, fields: AliasFields): Promise<void> {
    if (!isGoodAlias(fields)) throw new BadLegalText(['aliases']);
    await this.shelf.stored.get(tx, textId);
    const alias = aliasOf(fields);
    await this.shelf.relations.addAliases(tx, textId, [alias], { audience: tx.actor.agencyPath });
    tx.record({
      action: 'legal-register.alias-added',
      subjectType: SUBJECT,
      subjectId: textId,
      new: { name: alias.name, year: alias.year },
    });
  }

  /** The official file takes the place of the one before; it waits to be inspected. @throws NotTheTextsSteward, StaleRow */
  async attachFile(
    tx: WriteTransaction,
    id: string,
    received: Pick<OfficialFile, 'sha256' | 'name' | 'size'>,
  ): Promise<void> {
    const old = await this.#own(tx, id);
    await this.shelf.texts.setFile(tx, id, { ...received, state: 'waiting', problem: null });
    const subject = { subjectType: SUBJECT, subjectId: id };
    tx.record({ action: 'legal-register.file-attached', ...subject, old: old.file, new: received });
  }

  /** Shows the file, or says why not. */
  async judgeFile(tx: WriteTransaction, id: string, file: OfficialFile): Promise<void> {
    if (!(await this.shelf.texts.judgeFile(tx, id, file))) return;
    const subject = { subjectType: SUBJECT, subjectId: id };
    tx.record({ action: `legal-register.file-${file.state}`, ...subject, new: file });
  }

  async #leaving(tx: WriteTransaction, id: string, to: LegalTextState): Promise<StoredText> {
    const old = await this.#own(tx, id);
    assertTransition('legal text', LEGAL_TEXT_LIFECYCLE, [old.state, to]);
    return old;
  }

  async #own(tx: WriteTransaction, id: string): Promise<StoredText> {
    const old = await this.shelf.stored.get(tx, id);
    if (old.stewardAgencyId !== tx.actor.agencyId) throw new NotTheTextsSteward();
    return old;
  }
}

/** Guidance and corrections of print make no document wrong. */
function isHarmless({ kind }: Relation): boolean {
  return kind === 'guides' || kind === 'corrects';
}
