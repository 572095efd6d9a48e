import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { type PageText } from '@app/platform/office';
import { Injectable } from '@nestjs/common';

/** Pages that travel in one statement. */
const BATCH = 100;

/** Text of a rendition, page by page. */
@Injectable()
export class PagesRepository {
  /** Hash of the PDF that a version has; null when it has none, or is not there. */
  async renditionOf(tx: ReadTransaction, versionId: string): Promise<string | null> {
    const row = await tx.one<{ sha256: string | null }>(
      `select rendition_sha256 as sha256 from documents.version
        where agency_id = $1 and id = $2 and rendition_state = 'ready'`,
      [tx.actor.agencyId, versionId],
    );
    return row?.sha256 ?? null;
  }

  /** Puts these pages in place of what was read before. */
  async replace(tx: WriteTransaction, versionId: string, pages: readonly PageText[]): Promise<void> {
    await tx.change('delete from documents.version_page where agency_id = $1 and version_id = $2', [
      tx.actor.agencyId,
      versionId,
    ]);
    for (let from = 0; from < pages.length; from += BATCH) {
      await tx.change(
        `insert into documents.version_page (agency_id, version_id, page, text)
         select $1, $2, page, text from jsonb_to_recordset($3::jsonb) as line (page int, text text)`,
        [tx.actor.agencyId, versionId, JSON.stringify(pages.slice(from, from + BATCH))],
      );
    }
  }
}
