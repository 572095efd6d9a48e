import { type Actor, formatVi } from '@app/kernel';
import { type ReadTransaction, type SqlValue, UnitOfWork } from '@app/platform/database';
import { fillListForm, type ListFormName, type ListFormRow } from '@app/platform/forms';
import { Injectable } from '@nestjs/common';

import { retentionWords } from '../../domain/upkeep/retention';
import { type ListFilter, type ListRow } from '../../persistence/library.query';
import { RecordsRepository, type RecordTypeRow } from '../../persistence/upkeep/records.repository';
import { type PrintedForm } from '../issuing/print-forms';
import { ListDocuments } from '../search/list-documents';
import { everyRow, numbered } from './every-row';
import { FormHead, STANDARD } from './form-head';

type Unnumbered<Name extends ListFormName> = Omit<ListFormRow<Name>, 'stt'>;

/** Danh mục tài liệu nội bộ and danh mục hồ sơ, whole or as far as the filters in force narrow them (FM). */
@Injectable()
export class ListForms {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly head: FormHead,
    private readonly documents: ListDocuments,
    private readonly records: RecordsRepository,
  ) {}

  /** What is in force, and only that. */
  internal(actor: Actor, filter: Omit<ListFilter, 'after' | 'limit'>): Promise<PrintedForm> {
    return this.unitOfWork.read(actor, async (tx) => {
      const rows = numbered(this.documents.all(tx, 'effective', filter), documentRow);
      const narrowed = Object.values(filter).some((value) => value !== null);
      return {
        fileName: 'Danh mục tài liệu nội bộ.docx',
        docx: await fillListForm('danh-muc-tai-lieu-noi-bo', await this.#above(tx, narrowed), rows),
      };
    });
  }

  recordTypes(actor: Actor): Promise<PrintedForm> {
    return this.unitOfWork.read(actor, async (tx) => {
      const types = everyRow<RecordTypeRow, readonly SqlValue[]>(
        (after, limit) => this.records.types(tx, { after, limit }),
        ({ nameKey, id }) => [nameKey, id],
      );
      return {
        fileName: 'Danh mục hồ sơ.docx',
        docx: await fillListForm('danh-muc-ho-so', await this.#above(tx, false), numbered(types, recordRow)),
      };
    });
  }

  async #above(tx: ReadTransaction, narrowed: boolean): Promise<Parameters<typeof fillListForm>[1]> {
    const subject = narrowed ? '(Trích theo điều kiện lọc)' : '';
    return { ...(await this.head.of(tx)), standard: STANDARD, subject };
  }
}

function documentRow(row: ListRow): Unnumbered<'danh-muc-tai-lieu-noi-bo'> {
  const two = (count: number): string => String(count).padStart(2, '0');
  return {
    ma_hieu: row.code,
    ten: row.title,
    linh_vuc: row.series,
    lan: `${two(row.issue)}/${two(row.revision)}`,
    ngay_hieu_luc: row.effectiveOn === null ? '' : formatVi(row.effectiveOn),
    don_vi: row.unitName ?? row.originName ?? row.agencyName,
  };
}

function recordRow(row: RecordTypeRow): Unnumbered<'danh-muc-ho-so'> {
  return {
    ten: row.name,
    ma_hieu: row.code ?? '',
    noi_luu: row.place ?? '',
    thoi_han: retentionWords(row.retentionMonths),
    can_cu: row.legalBasis ?? '',
    ghi_chu: '',
  };
}
