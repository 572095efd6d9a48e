import { randomBytes } from 'node:crypto';

import { type Actor, Ids } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { type ProcedureContent, STARTING_CONTENT } from '../../domain/content';
import { type VersionFields } from '../../domain/version-fields';
import { ContentRepository } from '../../persistence/content.repository';
import { DraftsRepository } from '../../persistence/drafts.repository';
import { VersionFactsQuery } from '../../persistence/version-facts.query';
import { VersionsRepository } from '../../persistence/versions.repository';
import { DraftRules } from '../draft-rules';
import { officerOf } from '../officer';
import { type Cover, ProcedurePaper } from './procedure-paper';

export interface WriteCommand {
  versionId: string;
  /** Row version of the content that the person has read; 0 where there was none. */
  rowVersion: number;
  content: ProcedureContent;
  /** Whether the paper is made anew from the fields. A version whose paper was made so always follows its fields. */
  makesPaper: boolean;
}

export interface WrittenVersion {
  /** Null: the first version of a new document. */
  documentId: string | null;
  keepRepeatedCode: boolean;
  fields: VersionFields;
}

interface Paper {
  sha256: string;
  name: string;
  size: number;
  type: string;
}

/** Rows of a version and its content, as the editor reads and writes them. */
@Injectable()
export class WrittenVersions {
  constructor(
    readonly versions: VersionsRepository,
    readonly drafts: DraftsRepository,
    readonly content: ContentRepository,
    readonly facts: VersionFactsQuery,
  ) {}
}

/** What a written version needs besides its rows. */
@Injectable()
export class WritingDesk {
  constructor(
    readonly paper: ProcedurePaper,
    readonly rules: DraftRules,
    readonly files: FileStore,
    readonly ids: Ids,
  ) {}
}

/** The structured editor: content as fields beside the paper, or as its source (R1). */
@Injectable()
export class WriteContent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: WrittenVersions,
    private readonly desk: WritingDesk,
  ) {}

  /**
   * Saves the fields by compare-and-set, and makes the paper anew where it follows them; its PDF is made then by the worker.
   * @throws StaleRow, NotTheirDraft, IllegalTransition, VersionNotFound
   */
  async save(actor: Actor, idempotency: Idempotency | null, command: WriteCommand): Promise<void> {
    const { versionId, content } = command;
    const paper = await this.#paperOf(actor, command);
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const { version } = await this.rows.versions.getForUpdate(tx, versionId);
      version.assertEditable(officerOf(actor));
      await this.rows.content.write(tx, {
        versionId,
        rowVersion: command.rowVersion,
        origin: paper === null ? 'read' : 'written',
        content,
      });
      if (paper !== null) {
        await this.rows.drafts.replaceMaster(tx, versionId, paper);
        tx.announce('documents.version-drafted.v1', { versionId });
      }
      tx.record({
        action: 'documents.content-written',
        subjectType: 'document',
        subjectId: version.snapshot.documentId,
        new: {
          versionId,
          master: paper?.sha256 ?? null,
          sections: content.sections.length,
          cases: content.cases,
        },
      });
    });
  }

  /**
   * Makes a draft that is written here, without an upload: of a new document with the usual sections, or the next of one
   * that stands with the content of its latest version.
   * @returns id of the version
   * @throws CodeTaken, DraftExists, PersonNotInAgency, ChangeNoteMissing
   */
  async begin(actor: Actor, idempotency: Idempotency | null, command: WrittenVersion): Promise<string> {
    const { fields } = command;
    const { content, cover, sources } = await this.unitOfWork.read(actor, async (tx) => {
      const drafter = await this.desk.rules.check(tx, {
        ...command,
        isSuccessor: command.documentId !== null,
      });
      const latest =
        command.documentId === null ? null : await this.rows.content.latest(tx, command.documentId);
      return {
        content: latest ?? STARTING_CONTENT,
        cover: { ...fields, drafterName: drafter.fullName },
        sources: await this.desk.paper.sources(tx, fields.drafterId),
      };
    });
    const master = await this.#keep(actor, cover, await this.desk.paper.procedure(cover, content, sources));
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const drafter = await this.desk.rules.check(tx, {
        ...command,
        isSuccessor: command.documentId !== null,
      });
      const documentId = command.documentId ?? this.desk.ids.next();
      const id = this.desk.ids.next();
      if (command.documentId === null)
        await this.rows.drafts.addDocument(tx, documentId, fields, command.keepRepeatedCode);
      await this.rows.drafts.addVersion(tx, {
        id,
        documentId,
        state: 'draft',
        fields,
        drafterName: drafter.fullName,
        uploader: { id: tx.actor.personId ?? '', name: tx.actor.personName },
        master,
        rendition: null,
        problems: [],
        verificationCode: randomBytes(12).toString('base64url'),
      });
      await this.rows.content.keep(tx, { versionId: id, origin: 'written', content });
      tx.announce('documents.version-drafted.v1', { versionId: id });
      tx.record({
        action: 'documents.version-drafted',
        subjectType: 'document',
        subjectId: documentId,
        new: { versionId: id, fields, master: master.sha256, written: true },
      });
      return id;
    });
  }

  /** Slow and repeatable, so before the transaction; null when the uploaded file stays the master. */
  async #paperOf(actor: Actor, { versionId, content, makesPaper }: WriteCommand): Promise<Paper | null> {
    const made = await this.unitOfWork.read(actor, async (tx) => {
      const known = await this.rows.content.get(tx, versionId);
      if (!makesPaper && known?.origin !== 'written') return null;
      const cover = await this.rows.facts.get(tx, versionId);
      return { cover, sources: await this.desk.paper.sources(tx, cover.drafterId) };
    });
    if (made === null) return null;
    return this.#keep(actor, made.cover, await this.desk.paper.procedure(made.cover, content, made.sources));
  }

  async #keep(actor: Actor, { code, title }: Pick<Cover, 'code' | 'title'>, docx: Buffer): Promise<Paper> {
    const { sha256, size } = await this.desk.files.put('records', actor.agencyId, docx);
    return {
      sha256,
      size,
      name: `${code} ${title}`.replaceAll('/', '-').slice(0, 150) + '.docx',
      type: 'docx',
    };
  }
}
