import { type Actor, formatVi } from '@app/kernel';
import { type ReadTransaction, type SqlValue, UnitOfWork } from '@app/platform/database';
import { fillListForm, type ListFormRow } from '@app/platform/forms';
import { Injectable } from '@nestjs/common';

import { OUTCOME_WORDS, STATUS_WORDS } from '../../domain/external/external-document';
import {
  ExternalDocumentsQuery,
  type ExternalFilter,
  type ExternalRow,
} from '../../persistence/external/external-documents.query';
import { everyRow, numbered } from '../forms/every-row';
import { FormHead, STANDARD } from '../forms/form-head';
import { type PrintedForm } from '../issuing/print-forms';

/** Danh mục tài liệu bên ngoài (FM, DI-14). */
@Injectable()
export class ExternalListForm {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly documents: ExternalDocumentsQuery,
    private readonly head: FormHead,
  ) {}

  fill(actor: Actor, filter: Omit<ExternalFilter, 'after' | 'limit'>): Promise<PrintedForm> {
    return this.unitOfWork.read(actor, async (tx) => {
      const narrowed = Object.values(filter).some((value) => value !== null);
      const head = {
        ...(await this.head.of(tx)),
        standard: STANDARD,
        subject: narrowed ? '(Trích theo điều kiện lọc)' : '',
      };
      return {
        fileName: 'Danh mục tài liệu bên ngoài.docx',
        docx: await fillListForm(
          'danh-muc-tai-lieu-ben-ngoai',
          head,
          numbered(this.rows(tx, filter), lineOf),
        ),
      };
    });
  }

  rows(tx: ReadTransaction, filter: Omit<ExternalFilter, 'after' | 'limit'>): AsyncGenerator<ExternalRow> {
    return everyRow<ExternalRow, readonly SqlValue[]>(
      (after, limit) => this.documents.list(tx, { ...filter, after, limit }),
      ({ rank, age, key }) => [rank, age, key],
    );
  }
}

function lineOf(row: ExternalRow): Omit<ListFormRow<'danh-muc-tai-lieu-ben-ngoai'>, 'stt'> {
  const { checkedOn, outcome, checkerName } = row;
  return {
    so_hieu: row.numberSymbol ?? '',
    ten: row.title,
    nguon: row.source ?? '',
    ngay_ban_hanh: row.issuedOn === null ? '' : formatVi(row.issuedOn),
    tinh_trang: STATUS_WORDS[row.status],
    su_dung: String(row.usedBy),
    kiem_tra:
      checkedOn === null || outcome === null
        ? ''
        : `${formatVi(checkedOn)}: ${OUTCOME_WORDS[outcome]} (${checkerName ?? ''})`,
  };
}
