import { PeopleFacade } from '@app/identity';
import { type Actor, Clock, foldVietnamese } from '@app/kernel';
import { UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { type EarlierVersion, type ReviewedItem } from '../../domain/imports';
import { EarlierVersionUnknown, ImportItemsNotReady } from '../../domain/refusals';
import { type CitationFields, type NamedTextFields, type VersionFields } from '../../domain/version-fields';
import { type ImportItem, ImportsQuery } from '../../persistence/imports/imports.query';
import { ImportsRepository } from '../../persistence/imports/imports.repository';
import { type UploadRow } from '../../persistence/uploads.repository';
import { DraftWriter } from '../draft-writer';

export interface Choice {
  batchId: string;
  itemIds: readonly string[];
}

export interface TakenItem {
  itemId: string;
  documentId: string;
  versionId: string;
  sha256: string;
  fields: VersionFields;
  earlier: EarlierVersion | null;
}

/** What a taking reads and writes of a batch. */
@Injectable()
export class ImportRows {
  constructor(
    readonly query: ImportsQuery,
    readonly imports: ImportsRepository,
    readonly writer: DraftWriter,
    readonly people: PeopleFacade,
  ) {}
}

/** Turns chosen rows of a batch into documents and versions: all of them or none. */
@Injectable()
export class ImportTaking {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
    private readonly rows: ImportRows,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** The objects are kept before the transaction: one without a row falls to the sweep, a row without one never exists. */
  async keepMasters(actor: Actor, { batchId, itemIds }: Choice): Promise<void> {
    const hashes = await this.unitOfWork.read(actor, (tx) => this.rows.query.hashes(tx, batchId, itemIds));
    for (const sha256 of hashes)
      await this.files.copy({ area: 'quarantine', agencyId: actor.agencyId, sha256 }, 'records');
  }

  /** @throws ImportNotFound, ImportItemsNotReady, EarlierVersionUnknown */
  async take(tx: WriteTransaction, choice: Choice, way: 'draft' | 'in-force'): Promise<TakenItem[]> {
    await this.rows.imports.lock(tx, choice.batchId);
    const reviewed = await this.rows.query.review(tx, choice.batchId);
    const chosen = new Set(choice.itemIds);
    const wanted = reviewed.filter(({ item }) => chosen.has(item.id));
    if (wanted.length !== chosen.size || !wanted.every((row) => isReady(row, way)))
      throw new ImportItemsNotReady();
    const uploads = await this.rows.writer.uploads.lockAll(
      tx,
      wanted.map(({ item }) => item.uploadId),
    );
    const drafters = await this.#drafters(tx);
    const documents = new Map(
      reviewed.flatMap(({ item }) => (item.documentId === null ? [] : [[item.id, item.documentId] as const])),
    );
    const taken: TakenItem[] = [];
    // Documents first: an earlier version may belong to one of the same choice.
    for (const { item } of [...wanted].sort(
      (a, b) => Number(a.item.earlier !== null) - Number(b.item.earlier !== null),
    )) {
      const upload = uploads.get(item.uploadId);
      if (upload === undefined) throw new ImportItemsNotReady();
      const one = await this.#takeOne(tx, { item, upload, drafters, documents, way });
      documents.set(item.id, one.documentId);
      taken.push(one);
    }
    await this.#note(tx, { wanted, taken, way });
    return taken;
  }

  async #takeOne(
    tx: WriteTransaction,
    {
      item,
      upload,
      drafters,
      documents,
      way,
    }: {
      item: ImportItem;
      upload: UploadRow;
      drafters: ReadonlyMap<string, { id: string; name: string }>;
      documents: ReadonlyMap<string, string>;
      way: 'draft' | 'in-force';
    },
  ): Promise<TakenItem> {
    const known = drafters.get(foldVietnamese(item.fields.drafterName ?? '')) ?? {
      id: tx.actor.personId ?? '',
      name: tx.actor.personName,
    };
    const fields = versionFields(item, upload, known.id);
    const { documentId, versionId } = await this.rows.writer.write(tx, upload, {
      documentId: item.earlier === null ? null : documentOf(item.earlier, documents),
      keepRepeatedCode: item.keepsCode,
      fields,
      drafterName: known.name,
      state: way === 'draft' ? 'draft' : 'approved',
    });
    return { itemId: item.id, documentId, versionId, sha256: upload.sha256, fields, earlier: item.earlier };
  }

  async #note(
    tx: WriteTransaction,
    {
      wanted,
      taken,
      way,
    }: { wanted: readonly ReviewedItem<ImportItem>[]; taken: readonly TakenItem[]; way: string },
  ): Promise<void> {
    const items = new Map(wanted.map(({ item }) => [item.id, item]));
    await this.rows.imports.accept(tx, taken, this.clock.now());
    if (way === 'draft') return;
    await this.rows.imports.markImported(
      tx,
      taken.map(({ itemId, versionId }) => ({
        versionId,
        signers: items.get(itemId)?.signers ?? [],
        drafterName: items.get(itemId)?.fields.drafterName ?? null,
      })),
    );
  }

  /** People of the agency by name; a name that two bear is nobody's. */
  async #drafters(tx: WriteTransaction): Promise<Map<string, { id: string; name: string }>> {
    const people = await this.rows.people.all(tx);
    const byName = new Map<string, { id: string; name: string } | null>();
    for (const { personId, fullName } of people) {
      const key = foldVietnamese(fullName);
      byName.set(key, byName.has(key) ? null : { id: personId, name: fullName });
    }
    return new Map([...byName].flatMap(([key, person]) => (person === null ? [] : [[key, person] as const])));
  }
}

function isReady({ item, status, problems }: ReviewedItem<ImportItem>, way: 'draft' | 'in-force'): boolean {
  if (status === 'clean' || status === 'warned') return way === 'in-force' || item.earlier === null;
  // A draft may wait for its PDF; a version in force is read from it.
  if (status !== 'blocked' || way === 'in-force' || item.earlier !== null) return false;
  const errors = problems.filter(({ code, level }) => level === 'error' && isOwn(code));
  return errors.every(({ code }) => code === 'imports.no-rendition');
}

function isOwn(code: string): boolean {
  return code.startsWith('imports.') || code.startsWith('documents.');
}

/** @throws EarlierVersionUnknown when the document of the row is not taken in */
function documentOf({ documentId, itemId }: EarlierVersion, documents: ReadonlyMap<string, string>): string {
  const known = documentId ?? documents.get(itemId ?? '');
  if (known === undefined) throw new EarlierVersionUnknown();
  return known;
}

function versionFields({ fields }: ImportItem, { proposal }: UploadRow, drafterId: string): VersionFields {
  const read = proposal as { citations?: CitationFields[]; namedTexts?: NamedTextFields[] } | null;
  return {
    code: fields.code ?? '',
    series: fields.series ?? '',
    title: fields.title ?? '',
    kind: fields.kind,
    owningUnitId: fields.owningUnitId,
    drafterId,
    issue: fields.issue ?? 1,
    revision: fields.revision ?? 0,
    issuedOn: fields.issuedOn,
    changeNote: null,
    changeClass: null,
    legalBasis: null,
    citations: read?.citations ?? [],
    namedTexts: read?.namedTexts ?? [],
  };
}
