import { type LocalDate } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import {
  type CheckOutcome,
  ExternalDocumentNotFound,
  type ExternalKind,
} from '../../domain/external/external-document';

export interface ExternalFields {
  kind: ExternalKind;
  numberSymbol: string | null;
  title: string;
  source: string | null;
  issuedOn: LocalDate | null;
  effectiveOn: LocalDate | null;
  location: string | null;
  checkMonths: number;
  nextCheckOn: LocalDate | null;
}

export interface NewCheck {
  id: string;
  externalId: string;
  checkedOn: LocalDate;
  outcome: CheckOutcome;
  note: string | null;
}

@Injectable()
export class ExternalDocumentsRepository {
  /** @returns false when a document of this identity has a row already */
  async add(tx: WriteTransaction, id: string, identity: string, fields: ExternalFields): Promise<boolean> {
    const added = await tx.change(
      `insert into documents.external_document (agency_id, id, identity, kind, number_symbol, title, source, issued_on,
         effective_on, location, check_months, next_check_on, entered_by, entered_name)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
       on conflict on constraint external_document_identity do nothing`,
      [tx.actor.agencyId, id, identity, ...valuesOf(fields), tx.actor.personId, tx.actor.personName],
    );
    return added === 1;
  }

  /** By compare-and-set. @throws StaleRow */
  async change(
    tx: WriteTransaction,
    { id, rowVersion, retired }: { id: string; rowVersion: number; retired: boolean },
    fields: ExternalFields,
  ): Promise<void> {
    await tx.changeOne(
      `update documents.external_document set kind = $4, number_symbol = $5, title = $6, source = $7, issued_on = $8,
         effective_on = $9, location = $10, check_months = $11, next_check_on = $12, retired = $13,
         row_version = row_version + 1
        where agency_id = $1 and id = $2 and row_version = $3`,
      [tx.actor.agencyId, id, rowVersion, ...valuesOf(fields), retired],
    );
  }

  async addCheck(tx: WriteTransaction, check: NewCheck, nextCheckOn: LocalDate): Promise<void> {
    await tx.change(
      `insert into documents.external_check (agency_id, id, external_id, checked_on, outcome, note, checker_id,
         checker_name, position_title)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        tx.actor.agencyId,
        check.id,
        check.externalId,
        check.checkedOn,
        check.outcome,
        check.note,
        tx.actor.personId,
        tx.actor.personName,
        tx.actor.positionTitle ?? '',
      ],
    );
    await tx.change(
      `update documents.external_document set next_check_on = $3, row_version = row_version + 1
        where agency_id = $1 and id = $2`,
      [tx.actor.agencyId, check.externalId, nextCheckOn],
    );
  }

  /** @throws ExternalDocumentNotFound */
  async get(
    tx: WriteTransaction,
    id: string,
  ): Promise<{ identity: string; numberSymbol: string | null; title: string; rowVersion: number }> {
    const row = await tx.one<{
      identity: string;
      numberSymbol: string | null;
      title: string;
      rowVersion: number;
    }>(
      `select identity, number_symbol as "numberSymbol", title, row_version as "rowVersion"
         from documents.external_document where agency_id = $1 and id = $2`,
      [tx.actor.agencyId, id],
    );
    if (row === null) throw new ExternalDocumentNotFound();
    return row;
  }

  async idOf(tx: WriteTransaction, identity: string): Promise<string | null> {
    const row = await tx.one<{ id: string }>(
      'select id from documents.external_document where agency_id = $1 and identity = $2',
      [tx.actor.agencyId, identity],
    );
    return row?.id ?? null;
  }
}

function valuesOf(fields: ExternalFields): (string | number | null)[] {
  const { kind, numberSymbol, title, source, issuedOn, effectiveOn, location, checkMonths, nextCheckOn } =
    fields;
  return [kind, numberSymbol, title, source, issuedOn, effectiveOn, location, checkMonths, nextCheckOn];
}
