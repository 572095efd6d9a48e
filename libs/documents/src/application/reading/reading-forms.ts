import { type Actor, formatVi, todayIn } from '@app/kernel';
import { type ReadTransaction, type SqlValue, UnitOfWork } from '@app/platform/database';
import { fillForm, fillListForm, type ListFormName, type ListFormRow } from '@app/platform/forms';
import { Injectable } from '@nestjs/common';

import { MEETING_WORDING } from '../../domain/reading/duty';
import { PaperCopyWords } from '../../domain/reading/paper-copy-words';
import {
  type DistributedVersion,
  DistributedVersionsQuery,
} from '../../persistence/reading/distributed-versions.query';
import { type PaperCopyRow } from '../../persistence/reading/paper-copies.repository';
import { type ReaderRow, ReadersQuery } from '../../persistence/reading/readers.query';
import { everyRow, numbered } from '../forms/every-row';
import { FormHead, STANDARD } from '../forms/form-head';
import { PaperShelf } from './paper-copies';

@Injectable()
export class SignSheetReaders {
  constructor(
    private readonly versions: DistributedVersionsQuery,
    private readonly readers: ReadersQuery,
  ) {}

  /** @throws VersionNotFound */
  version(tx: ReadTransaction, versionId: string): Promise<DistributedVersion> {
    return this.versions.get(tx, versionId);
  }

  /** Everybody who was asked and not let go. */
  async *people(tx: ReadTransaction, versionId: string): AsyncGenerator<ReaderRow> {
    const rows = everyRow<ReaderRow, readonly [string, string]>(
      (after, limit) => this.readers.list(tx, versionId, { state: null, after, limit }),
      ({ sortName, personId }) => [sortName, personId],
    );
    for await (const row of rows) if (row.state !== 'cancelled') yield row;
  }
}

/** Forms that an office hands round and keeps: danh sách ký nhận, sổ phân phối, biên bản hủy (FM, OF-09, DI-12). */
@Injectable()
export class ReadingForms {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly paper: FormHead,
    private readonly shelf: PaperShelf,
    private readonly readers: SignSheetReaders,
  ) {}

  /** @throws VersionNotFound */
  async signSheet(actor: Actor, versionId: string): Promise<Buffer> {
    return this.unitOfWork.read(actor, async (tx) => {
      const version = await this.readers.version(tx, versionId);
      const head = {
        ...(await this.paper.of(tx, null)),
        standard: STANDARD,
        subject: '',
        extra: {
          tai_lieu: `${version.code} – ${version.title}, ${edition(version)}`,
          quyet_dinh: decisionOf(version),
          noi_dung: MEETING_WORDING,
        },
      };
      return fillListForm('danh-sach-ky-nhan', head, numbered(this.readers.people(tx, versionId), signRow));
    });
  }

  /** The oldest copy first, as a book is kept. */
  async register(actor: Actor): Promise<Buffer> {
    return this.unitOfWork.read(actor, async (tx) => {
      const copies = everyRow<PaperCopyRow, readonly SqlValue[]>(
        (after, limit) => this.shelf.copies.register(tx, { after, limit }),
        ({ createdAt, id }) => [createdAt, id],
      );
      const head = { ...(await this.paper.of(tx)), standard: STANDARD, subject: '' };
      return fillListForm('so-phan-phoi-thu-hoi', head, numbered(copies, paperRow));
    });
  }

  /** @throws DestructionNotFound */
  async destruction(actor: Actor, id: string): Promise<Buffer> {
    const form = await this.unitOfWork.read(actor, async (tx) => {
      const { heldOn, place, members, method, reason, copies } = await this.shelf.destructions.get(tx, id);
      return {
        ...(await this.paper.of(tx, heldOn)),
        heldOn,
        at: place,
        members,
        method,
        reason: /[.!?]$/u.test(reason) ? reason : `${reason}.`,
        copies: copies.map(({ code, title, issue, revision, number, condition }) => ({
          document: `${code} – ${title}`,
          edition: edition({ issue, revision }),
          number,
          note: condition ?? '',
        })),
      };
    });
    return fillForm('bien-ban-huy', form);
  }
}

type Unnumbered<Name extends ListFormName> = Omit<ListFormRow<Name>, 'stt'>;

function signRow(reader: ReaderRow): Unnumbered<'danh-sach-ky-nhan'> {
  return {
    ho_ten: reader.personName,
    chuc_vu: reader.positionTitle,
    don_vi: reader.unitName ?? '',
    ky: '',
    ghi_chu: noteOf(reader),
  };
}

function paperRow(copy: PaperCopyRow): Unnumbered<'so-phan-phoi-thu-hoi'> {
  const note = [PaperCopyWords[copy.state], copy.condition ?? ''].filter((part) => part !== '').join('; ');
  return {
    tai_lieu: `${copy.code} – ${copy.title}`,
    lan: edition(copy),
    so_ban: String(copy.number).padStart(2, '0'),
    nguoi_giu: copy.unitName === null ? copy.holderName : `${copy.holderName}, ${copy.unitName}`,
    noi_de: copy.place,
    ngay_giao: formatVi(copy.issuedOn),
    ngay_thu_hoi: copy.recalledOn === null ? '' : formatVi(copy.recalledOn),
    ghi_chu: note,
  };
}

function noteOf({ method, acknowledgedAt }: ReaderRow): string {
  if (method === null || acknowledgedAt === null) return '';
  const day = formatVi(todayIn(new Date(acknowledgedAt)));
  return method === 'self' ? `Tự xác nhận ngày ${day}` : `Đã ký nhận ngày ${day}`;
}

function decisionOf({ decisionNumber, decidedOn }: DistributedVersion): string {
  if (decisionNumber === null || decidedOn === null) return 'Chưa có quyết định ban hành.';
  return `Ban hành theo Quyết định số ${decisionNumber} ngày ${formatVi(decidedOn)}.`;
}

function edition({ issue, revision }: { issue: number; revision: number }): string {
  const two = (count: number): string => String(count).padStart(2, '0');
  return `lần ban hành ${two(issue)}, lần sửa đổi ${two(revision)}`;
}
