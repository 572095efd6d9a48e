import { type Actor, addDays, Clock, formatVi, type LocalDate, todayIn } from '@app/kernel';
import { OrganizationFacade } from '@app/organization';
import { UnitOfWork } from '@app/platform/database';
import { fillListForm, type ListFormRow } from '@app/platform/forms';
import { Injectable } from '@nestjs/common';

import { letterOf, UrgingNotFound } from '../domain/urging';
import { OverdueQuery, type WeekRow } from '../persistence/overdue.query';
import { UrgingsRepository } from '../persistence/urgings.repository';

/** Room for what văn thư writes by hand: an official number is never made here. */
const BLANK_NUMBER = '\u00a0'.repeat(10);
const STANDARD = 'TCVN ISO 9001:2015';
export const MOST_OF_A_WEEK = 5000;
const WEEK = 6;

/** Công văn đôn đốc and the weekly list of a phòng, as Word texts (FM, OF-10). */
@Injectable()
export class UrgingForms {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organization: OrganizationFacade,
    private readonly urgings: UrgingsRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws UrgingNotFound */
  async letter(actor: Actor, id: string): Promise<Buffer> {
    const [urging, head] = await this.unitOfWork.read(actor, async (tx) => {
      const found = await this.urgings.get(tx, id);
      if (found === null) throw new UrgingNotFound();
      return [found, await this.organization.letterhead(tx)] as const;
    });
    const extra = {
      ...letterOf(urging),
      so: BLANK_NUMBER,
      ky_hieu: head.symbol,
      co_quan_thuong: head.name,
      noi_nhan: ['Như trên', 'Lưu: VT'].map((ten) => ({ ten })),
      quyen_han: [],
      nguoi_ky: '',
    };
    return fillListForm(
      'cong-van-don-doc',
      { ...headOf(head), date: null, standard: STANDARD, subject: '', extra },
      urging.lines.map((line, index): ListFormRow<'cong-van-don-doc'> => ({
        stt: String(index + 1),
        don_vi: line.unit,
        tai_lieu: line.title,
        nguoi: line.person,
        han: formatVi(line.dueOn),
        so_ngay: String(line.daysLate),
      })),
    );
  }

  /** The week from today on. */
  week(): { from: LocalDate; until: LocalDate } {
    const from = todayIn(this.clock.now());
    return { from, until: addDays(from, WEEK) };
  }

  /** What is late, and what falls due within the week. */
  async weekly(actor: Actor, overdue: OverdueQuery, unitId: string | null): Promise<Buffer> {
    const { from, until } = this.week();
    const [rows, head, units] = await this.unitOfWork.read(actor, async (tx) => [
      await overdue.week(tx, { unitId, until }, { after: null, limit: MOST_OF_A_WEEK }),
      await this.organization.letterhead(tx),
      await this.organization.units(tx),
    ]);
    const unit = units.find(({ id }) => id === unitId)?.name ?? 'Toàn cơ quan';
    const extra = { tu_ngay: formatVi(from), den_ngay: formatVi(until) };
    return fillListForm(
      'danh-sach-viec-tuan',
      { ...headOf(head), date: from, standard: STANDARD, subject: unit, extra },
      rows.map((row, index): ListFormRow<'danh-sach-viec-tuan'> => ({
        stt: String(index + 1),
        don_vi: row.unitName ?? '',
        tai_lieu: row.title,
        nguoi: row.personName ?? '',
        han: formatVi(row.dueOn),
        tinh_trang: stateOf(row),
      })),
    );
  }
}

export function stateOf({ daysLate }: Pick<WeekRow, 'daysLate'>): string {
  if (daysLate > 0) return `Quá hạn ${String(daysLate)} ngày`;
  return daysLate === 0 ? 'Đến hạn hôm nay' : `Còn ${String(-daysLate)} ngày`;
}

function headOf({
  name,
  superiorName,
  seat,
}: {
  name: string;
  superiorName: string | null;
  seat: string | null;
}): {
  parentAgency: string | null;
  agency: string;
  place: string;
} {
  return { parentAgency: superiorName, agency: name, place: seat ?? '' };
}
