import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { PrintNotFound } from '../../domain/refusals';

export interface PrintRow {
  id: string;
  fileName: string;
  docxSha256: string;
  state: 'waiting' | 'ready' | 'failed';
  pdf: { sha256: string; size: number } | null;
  message: string | null;
}

/** Printed forms on their way from Word to PDF. */
@Injectable()
export class PrintsRepository {
  async add(
    tx: WriteTransaction,
    { id, fileName, docxSha256 }: { id: string; fileName: string; docxSha256: string },
  ): Promise<void> {
    await tx.change(
      `insert into documents.print (agency_id, id, asker_id, file_name, docx_sha256) values ($1, $2, $3, $4, $5)`,
      [tx.actor.agencyId, id, tx.actor.personId, fileName, docxSha256],
    );
  }

  /** One's own print; a worker sees all of its agency. @throws PrintNotFound */
  async get(tx: ReadTransaction, id: string): Promise<PrintRow> {
    const row = await tx.one<PrintRow>(
      `select id, file_name as "fileName", docx_sha256 as "docxSha256", state, message,
              case when pdf_sha256 is not null then jsonb_build_object('sha256', pdf_sha256, 'size', pdf_size) end as pdf
         from documents.print where agency_id = $1 and id = $2 and ($3::uuid is null or asker_id = $3)`,
      [tx.actor.agencyId, id, tx.actor.personId],
    );
    if (row === null) throw new PrintNotFound();
    return row;
  }

  async finish(
    tx: WriteTransaction,
    id: string,
    { pdf, message }: { pdf: { sha256: string; size: number } | null; message: string | null },
  ): Promise<void> {
    await tx.change(
      `update documents.print set state = $3, pdf_sha256 = $4, pdf_size = $5, message = $6
        where agency_id = $1 and id = $2 and state = 'waiting'`,
      [
        tx.actor.agencyId,
        id,
        pdf === null ? 'failed' : 'ready',
        pdf?.sha256 ?? null,
        pdf?.size ?? null,
        message,
      ],
    );
  }
}
