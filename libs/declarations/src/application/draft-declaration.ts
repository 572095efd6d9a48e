import { randomBytes } from 'node:crypto';

import { type Actor, uuidV7 } from '@app/kernel';
import { type Idempotency, StaleRow, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { Declaration, type DeclarationKind } from '../domain/declaration';
import { AlreadyDeclared } from '../domain/refusals';
import { verificationCode } from '../domain/verification-code';
import { DeclarationsRepository } from '../persistence/declarations.repository';
import { DeclarationScope } from './declaration-scope';
import { DraftingDesk } from './drafting-desk';

export interface DeclarationFields {
  standardId: string;
  kind: DeclarationKind;
  reason: string | null;
  excludeDocumentIds: readonly string[];
}

@Injectable()
export class DraftDeclaration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly declarations: DeclarationsRepository,
    private readonly scope: DeclarationScope,
    private readonly desk: DraftingDesk,
  ) {}

  /** Its scope is every procedure in force, without those left out. @throws StandardNotDeclarable, ReasonMissing, AlreadyDeclared */
  async execute(actor: Actor, idempotency: Idempotency | null, fields: DeclarationFields): Promise<string> {
    const createdAt = this.desk.now();
    const id = uuidV7(createdAt);
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      await this.#assertKind(tx, fields.kind);
      const declaration = Declaration.draft(fields);
      const { id: standardId, label: standardLabel } = await this.scope.standard(tx, fields.standardId);
      const lines = await this.scope.today(tx, fields.excludeDocumentIds);
      declaration.assess(await this.scope.readiness(tx, { standardId }, lines));
      await this.declarations.add(tx, declaration, {
        id,
        standardId,
        standardLabel,
        createdAt,
        verificationCode: verificationCode(randomBytes(12)),
      });
      await this.declarations.replaceLines(tx, id, lines);
      tx.record({
        action: 'declarations.drafted',
        subjectType: 'declaration',
        subjectId: id,
        new: { kind: fields.kind, standard: standardLabel, scope: lines.map(({ versionId }) => versionId) },
        reason: fields.reason,
      });
      await this.desk.hand(tx, { id, standardLabel, createdBy: actor.personId ?? '' }, declaration);
      return id;
    });
  }

  /** Takes the scope anew from what is in force today. @throws ContentSigned, StaleRow, StandardNotDeclarable, ReasonMissing, AlreadyDeclared */
  async edit(
    actor: Actor,
    { id, rowVersion }: { id: string; rowVersion: number },
    fields: DeclarationFields,
  ): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      const loaded = await this.declarations.getForUpdate(tx, id);
      if (loaded.row.rowVersion !== rowVersion) throw new StaleRow();
      loaded.declaration.edit(fields);
      await this.#assertKind(tx, fields.kind);
      const { id: standardId, label: standardLabel } = await this.scope.standard(tx, fields.standardId);
      const lines = await this.scope.today(tx, fields.excludeDocumentIds);
      loaded.declaration.assess(await this.scope.readiness(tx, { standardId }, lines));
      await this.declarations.replaceLines(tx, id, lines);
      await this.declarations.save(tx, loaded, { standard_id: standardId, standard_label: standardLabel });
      tx.record({
        action: 'declarations.edited',
        subjectType: 'declaration',
        subjectId: id,
        new: { ...fields, scope: lines.map(({ versionId }) => versionId) },
      });
      await this.desk.hand(tx, { ...loaded.row, standardLabel }, loaded.declaration);
    });
  }

  async #assertKind(tx: WriteTransaction, kind: DeclarationKind): Promise<void> {
    if (kind === 'first' && (await this.declarations.publishedId(tx)) !== null) throw new AlreadyDeclared();
  }
}
