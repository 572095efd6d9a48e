import { type PrintedForm } from '@app/documents';
import { formatVi, todayIn } from '@app/kernel';
import { OrganizationFacade } from '@app/organization';
import { type ReadTransaction } from '@app/platform/database';
import { fillListForm } from '@app/platform/forms';
import { Injectable } from '@nestjs/common';

import { ReviewSheetsRepository, type SheetRow } from '../../persistence/review-sheets.repository';

const WORDS = { 'must-revise': 'Phải sửa', 'not-needed': 'Không phải sửa' } as const;

/** Phiếu rà soát văn bản as Word (FM): the proof of "cập nhật kịp thời". */
@Injectable()
export class ReviewSheetForm {
  constructor(
    private readonly sheets: ReviewSheetsRepository,
    private readonly organization: OrganizationFacade,
  ) {}

  /** @throws ReviewSheetNotFound */
  async fill(tx: ReadTransaction, id: string): Promise<PrintedForm> {
    const sheet = await this.sheets.get(tx, id);
    const { name, superiorName, seat } = await this.organization.letterhead(tx);
    const signedAt = new Date(sheet.signedAt);
    const signedOn = todayIn(signedAt);
    const revised = sheet.rows.filter(({ outcome }) => outcome === 'must-revise').length;
    const head = { parentAgency: superiorName, agency: name, place: seat ?? '', date: signedOn };
    return {
      fileName: 'Phiếu rà soát văn bản.docx',
      docx: await fillListForm(
        'phieu-ra-soat',
        {
          ...head,
          standard: 'TCVN ISO 9001:2015',
          subject: `Theo ${texts(sheet.rows)}`,
          extra: {
            don_vi: units(sheet.rows),
            so_dong: String(sheet.rows.length),
            so_phai_sua: String(revised),
            so_khong_phai_sua: String(sheet.rows.length - revised),
            ngay_ky: `${clock(signedAt)}, ngày ${formatVi(signedOn)}`,
            ma_noi_dung: sheet.contentHash.slice(0, 16),
            nguoi_ky: sheet.signerName,
            chuc_vu_nguoi_ky: sheet.positionTitle.toUpperCase(),
          },
        },
        sheet.rows.map(line),
      ),
    };
  }
}

const line = (row: SheetRow, at: number) => ({
  stt: String(at + 1),
  ma_hieu: row.code,
  ten: row.title,
  thay_doi: row.changeText,
  vien_dan: row.cites,
  ket_luan: WORDS[row.outcome],
  ly_do: row.reason ?? '',
});

function texts(rows: readonly SheetRow[]): string {
  return [...new Set(rows.map(({ changeText }) => changeText))].join(', ');
}

function units(rows: readonly SheetRow[]): string {
  const names = rows.map(({ unitName }) => unitName).filter((name) => name !== null);
  return [...new Set(names)].join(', ');
}

function clock(at: Date): string {
  return at.toLocaleTimeString('vi-VN', {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: 'Asia/Ho_Chi_Minh',
  });
}
