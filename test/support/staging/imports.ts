import { randomUUID } from 'node:crypto';

import { uuidV7 } from '@app/kernel';

import { aPdf } from './pdf';
import { type RunningApi } from './product';
import { type Office } from './staff';
import { type World } from '../world';

/** What the tests read of a row of an import. */
export interface ImportItemView {
  id: string;
  fileName: string;
  status: string;
  rowVersion: number;
  fields: { code: string | null; series: string | null; title: string | null; drafterName: string | null };
  problems: { code: string; level: string; message: string; where: string | null }[];
  nextCode: string | null;
  documentId: string | null;
  versionId: string | null;
}

export interface ImportDetail {
  id: string;
  total: number;
  counts: Record<string, number>;
  groups: { key: string; files: number; level: string }[];
  repeatedCodes: { code: string; sameSeries: boolean; files: { fileName: string; series: string }[] }[];
  archives: { fileName: string; state: string; problem: string | null; leftOut: string[] }[];
}

export interface ReadPaper {
  code?: string | null;
  series?: string | null;
  title?: string | null;
  issue?: number | null;
  signers?: { role: string; name: string; position: string | null }[];
  citations?: Record<string, unknown>[];
  namedTexts?: Record<string, unknown>[];
  problems?: { code: string; level: string; message: string; where: string }[];
  /** Left out: a PDF was made of it. */
  hasRendition?: boolean;
}

let serial = 0;

/** The decision of the paper, as the secretary types it once. */
export function aPaperDecision(changes: Record<string, unknown> = {}): Record<string, unknown> {
  serial += 1;
  return {
    number: `${String(serial)}/QĐ-UBND`,
    signedOn: '2025-07-07',
    effectiveOn: null,
    abstract: 'Ban hành hệ thống tài liệu quản lý chất lượng',
    signer: { name: 'Phạm Văn Giấy', position: 'Chủ tịch', formula: 'TM.' },
    ...changes,
  };
}

/** Fills an import as browser and worker leave it, without Office. */
export class ImportDesk {
  constructor(
    private readonly world: World,
    private readonly api: RunningApi,
    readonly office: Office,
  ) {}

  async open(): Promise<string> {
    const { id } = await this.office.by.secretary.post<ImportDetail>('/imports', { name: 'Ngày đầu' });
    return id;
  }

  /** A row whose file was read. */
  async read(batchId: string, paper: ReadPaper = {}): Promise<string> {
    const { secretary } = this.office.by;
    const agencyId = this.office.agency.id;
    const { hasRendition = true, ...fields } = paper;
    const { sha256, size } = await this.api.files.put('quarantine', agencyId, await this.#pdf());
    serial += 1;
    const proposal = {
      code: `QT ${String(serial)}/CX`,
      series: 'Hộ tịch',
      title: `Quy trình ${String(serial)}`,
      issue: 1,
      revision: null,
      issuedOn: '2025-07-07',
      effectiveOn: null,
      signers: [],
      citations: [],
      namedTexts: [],
      problems: [],
      ...fields,
    };
    const [id, uploadId] = [uuidV7(), uuidV7()];
    await this.world.owner.query(
      `insert into documents.upload (agency_id, id, uploader_id, file_name, media_type, size, sha256, state, progress,
         proposal, rendition_sha256, rendition_size, rendition_pages)
       values ($1, $2, $3, $4, 'pdf', $5, $6, 'ready', 100, $7, $8, $9, $10)`,
      [
        agencyId,
        uploadId,
        secretary.id,
        `${String(serial)}. ${String(proposal.title)}.doc`,
        size,
        sha256,
        proposal,
        ...(hasRendition ? [sha256, size, 1] : [null, null, null]),
      ],
    );
    await this.world.owner.query(
      'insert into documents.import_item (agency_id, id, batch_id, upload_id, sha256) values ($1, $2, $3, $4, $5)',
      [agencyId, id, batchId, uploadId, sha256],
    );
    return id;
  }

  async row(batchId: string, itemId: string): Promise<ImportItemView> {
    const rows = await this.rows(batchId);
    const row = rows.find(({ id }) => id === itemId);
    if (row === undefined) throw new Error(`no row ${itemId}`);
    return row;
  }

  async rows(batchId: string, status = 'all'): Promise<ImportItemView[]> {
    const { items } = await this.office.by.secretary.get<{ items: ImportItemView[] }>(
      `/imports/${batchId}/items?status=${status}`,
    );
    return items;
  }

  detail(batchId: string): Promise<ImportDetail> {
    return this.office.by.secretary.get(`/imports/${batchId}`);
  }

  async #pdf(): Promise<Buffer> {
    const pdf = await aPdf([randomUUID()]);
    await this.api.files.put('renditions', this.office.agency.id, pdf);
    return pdf;
  }
}
