import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { Declaration, type DeclarationSignature, type DeclarationSnapshot } from '../domain/declaration';
import { DeclarationNotFound } from '../domain/refusals';
import {
  DECLARATION_COLUMNS,
  DECLARATION_FROM,
  type DeclarationRow,
  LINE_COLUMNS,
  type ScopeLineRow,
  snapshotOf,
} from './declaration-row';

export interface LoadedDeclaration {
  row: DeclarationRow;
  declaration: Declaration;
}

export interface NewDeclaration {
  id: string;
  standardId: string;
  standardLabel: string;
  verificationCode: string;
  createdAt: Date;
}

/** What is written beside the aggregate when it moves on; absent columns keep their value. */
export interface DeclarationColumns {
  standard_id?: string;
  standard_label?: string;
  agency_name?: string;
  superior_name?: string | null;
  seat?: string | null;
  supersedes_id?: string | null;
  signature_id?: string;
  registered_at?: Date;
  registered_by?: string | null;
  published_at?: Date;
  waiting_for?: string | null;
  pdf_sha256?: string;
  pdf_size?: number;
  superseded_by_id?: string;
  ended_at?: Date;
  withdrawn_by?: string | null;
}

@Injectable()
export class DeclarationsRepository {
  /** @throws DeclarationNotFound */
  async get(tx: ReadTransaction, id: string): Promise<LoadedDeclaration> {
    return this.#found(
      await tx.one<DeclarationRow>(
        `select ${DECLARATION_COLUMNS} from ${DECLARATION_FROM}
          where d.agency_id = any ($1::uuid[]) and d.id = $2`,
        [tx.actor.readable, id],
      ),
    );
  }

  /** Locks the row: two signatures, or a withdrawal and a publication, run one after the other. @throws DeclarationNotFound */
  async getForUpdate(tx: WriteTransaction, id: string): Promise<LoadedDeclaration> {
    return this.#found(
      await tx.one<DeclarationRow>(
        `select ${DECLARATION_COLUMNS} from ${DECLARATION_FROM} where d.agency_id = $1 and d.id = $2 for update of d`,
        [tx.actor.agencyId, id],
      ),
    );
  }

  /** The valid declaration of the acting agency, locked, or null. */
  async publishedForUpdate(tx: WriteTransaction): Promise<LoadedDeclaration | null> {
    const row = await tx.one<DeclarationRow>(
      `select ${DECLARATION_COLUMNS} from ${DECLARATION_FROM}
        where d.agency_id = $1 and d.state = 'published' for update of d`,
      [tx.actor.agencyId],
    );
    return row === null ? null : this.#found(row);
  }

  async publishedId(tx: ReadTransaction): Promise<string | null> {
    const row = await tx.one<{ id: string }>(
      `select id from declarations.declaration where agency_id = $1 and state = 'published'`,
      [tx.actor.agencyId],
    );
    return row?.id ?? null;
  }

  async add(tx: WriteTransaction, declaration: Declaration, made: NewDeclaration): Promise<void> {
    const { state, kind, reason } = declaration.snapshot;
    await tx.changeOne(
      `insert into declarations.declaration (agency_id, id, state, kind, reason, standard_id, standard_label,
         verification_code, created_at, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        tx.actor.agencyId,
        made.id,
        state,
        kind,
        reason,
        made.standardId,
        made.standardLabel,
        made.verificationCode,
        made.createdAt,
        tx.actor.personId,
      ],
    );
  }

  /** Compare-and-set on the row version that was read. @throws StaleRow */
  async save(
    tx: WriteTransaction,
    { row, declaration }: LoadedDeclaration,
    columns: DeclarationColumns = {},
  ): Promise<void> {
    const set = { ...columnsOf(declaration.snapshot), ...columns };
    const names = Object.keys(set);
    await tx.changeOne(
      `update declarations.declaration
          set row_version = row_version + 1, ${names.map((name, at) => `${name} = $${String(at + 4)}`).join(', ')}
        where agency_id = $1 and id = $2 and row_version = $3`,
      [tx.actor.agencyId, row.id, row.rowVersion, ...Object.values(set)],
    );
  }

  lines(tx: ReadTransaction, { agencyId, id }: { agencyId: string; id: string }): Promise<ScopeLineRow[]> {
    return tx.query<ScopeLineRow>(
      `select ${LINE_COLUMNS} from declarations.declaration_line
        where agency_id = $1 and declaration_id = $2 order by ordinal`,
      [agencyId, id],
    );
  }

  /** Fixes the scope anew, in one statement each way. */
  async replaceLines(tx: WriteTransaction, id: string, lines: readonly ScopeLineRow[]): Promise<void> {
    await tx.change(
      'delete from declarations.declaration_line where agency_id = $1 and declaration_id = $2',
      [tx.actor.agencyId, id],
    );
    await tx.change(
      `insert into declarations.declaration_line (agency_id, declaration_id, ordinal, document_id, version_id, code,
         series, title, issue, revision, effective_on, rendition_sha256, verification_code)
       select $1, $2, ordinal, "documentId", "versionId", code, series, title, issue, revision, "effectiveOn",
              "renditionSha256", "verificationCode"
         from rows from (jsonb_to_recordset($3::jsonb) as ("documentId" uuid, "versionId" uuid, code text, series text,
           title text, issue integer, revision integer, "effectiveOn" date, "renditionSha256" text,
           "verificationCode" text)) with ordinality as line("documentId", "versionId", code, series, title, issue,
           revision, "effectiveOn", "renditionSha256", "verificationCode", ordinal)`,
      [tx.actor.agencyId, id, JSON.stringify(lines)],
    );
  }

  /** The same number stands on another paper of this agency and year; số and ký hiệu are one text here. */
  async numberStands(tx: ReadTransaction, id: string, number: string, signedOn: LocalDate): Promise<boolean> {
    const row = await tx.one(
      `select 1 from declarations.declaration
        where agency_id = $1 and id <> $2 and regexp_replace(app.fold(number), '\\s', '', 'g')
          = regexp_replace(app.fold($3), '\\s', '', 'g') and extract(year from signed_on) = extract(year from $4::date)`,
      [tx.actor.agencyId, id, number, signedOn],
    );
    return row !== null;
  }

  #found(row: DeclarationRow | null): LoadedDeclaration {
    if (row === null) throw new DeclarationNotFound();
    return { row, declaration: Declaration.restore(snapshotOf(row)) };
  }
}

function columnsOf({
  signature,
  ...told
}: DeclarationSnapshot): Record<string, string | number | Date | null> {
  return {
    state: told.state,
    kind: told.kind,
    reason: told.reason,
    number: told.number,
    signed_on: told.signedOn,
    withdrawal_reason: told.withdrawalReason,
    ...(signature === null ? {} : signatureColumns(signature)),
  };
}

function signatureColumns(signature: DeclarationSignature): Record<string, string | Date> {
  return {
    signer_id: signature.signerId,
    signer_name: signature.signerName,
    signer_position: signature.signerPosition,
    signer_formula: signature.signerFormula,
    signature_meaning: 'declared',
    content_hash: signature.contentHash,
    signed_at: signature.signedAt,
  };
}
