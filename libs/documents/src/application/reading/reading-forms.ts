import { type Actor, Clock, formatVi, type LocalDate, todayIn } from '@app/kernel';
import { type Letterhead, OrganizationFacade } from '@app/organization';
import { type ReadTransaction, UnitOfWork } from '@app/platform/database';
import { fillForm, type ListHead } from '@app/platform/forms';
import { Injectable } from '@nestjs/common';

import { MEETING_WORDING } from '../../domain/reading/duty';
import { PaperCopyWords } from '../../domain/reading/paper-copy-words';
import {
  type DistributedVersion,
  DistributedVersionsQuery,
} from '../../persistence/reading/distributed-versions.query';
import { type PaperCopyRow } from '../../persistence/reading/paper-copies.repository';
import { type ReaderRow, ReadersQuery } from '../../persistence/reading/readers.query';
import { PaperShelf } from './paper-copies';

const MOST_ROWS = 2000;

/** What stands above a list. */
@Injectable()
export class FormHead {
  constructor(
    private readonly organization: OrganizationFacade,
    private readonly clock: Clock,
  ) {}

  /** Without a day given, today; null leaves it blank for the hand. */
  async of(tx: ReadTransaction, date: LocalDate | null = todayIn(this.clock.now())): Promise<ListHead> {
    const { name, superiorName, seat }: Letterhead = await this.organization.letterhead(tx);
    return { parentAgency: superiorName, agency: name, place: seat ?? '', date };
  }
}

@Injectable()
export class SignSheetReaders {
  constructor(
    private readonly versions: DistributedVersionsQuery,
    private readonly readers: ReadersQuery,
  ) {}

  /** Everybody who was asked and not let go. @throws VersionNotFound */
  async of(
    tx: ReadTransaction,
    versionId: string,
  ): Promise<{ version: DistributedVersion; people: ReaderRow[] }> {
    const version = await this.versions.get(tx, versionId);
    const rows = await this.readers.list(tx, versionId, { state: null, after: null, limit: MOST_ROWS });
    return { version, people: rows.filter(({ state }) => state !== 'cancelled') };
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
    const form = await this.unitOfWork.read(actor, async (tx) => {
      const { version, people } = await this.readers.of(tx, versionId);
      return {
        ...(await this.paper.of(tx, null)),
        document: `${version.code} – ${version.title}, ${edition(version)}`,
        decision: decisionOf(version),
        wording: MEETING_WORDING,
        people: people.map((reader) => ({
          name: reader.personName,
          position: reader.positionTitle,
          unit: reader.unitName ?? '',
          note: noteOf(reader),
        })),
      };
    });
    return fillForm('danh-sach-ky-nhan', form);
  }

  async register(actor: Actor): Promise<Buffer> {
    const form = await this.unitOfWork.read(actor, async (tx) => {
      const rows = await this.shelf.copies.list(tx, {
        versionId: null,
        state: null,
        after: null,
        limit: MOST_ROWS,
      });
      return { ...(await this.paper.of(tx)), copies: rows.reverse().map(paperRow) };
    });
    return fillForm('so-phan-phoi-thu-hoi', form);
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

function paperRow(
  copy: PaperCopyRow,
): Parameters<typeof fillForm<'so-phan-phoi-thu-hoi'>>[1]['copies'][number] {
  const note = [PaperCopyWords[copy.state], copy.condition ?? ''].filter((part) => part !== '').join('; ');
  return {
    document: `${copy.code} – ${copy.title}`,
    edition: edition(copy),
    number: copy.number,
    holder: copy.unitName === null ? copy.holderName : `${copy.holderName}, ${copy.unitName}`,
    place: copy.place,
    issuedOn: copy.issuedOn,
    recalledOn: copy.recalledOn,
    note,
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
