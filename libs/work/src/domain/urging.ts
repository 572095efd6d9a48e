import { DomainError, formatVi, formatViInWords, type LocalDate } from '@app/kernel';

/** One line of the annex of a công văn đôn đốc. */
export interface UrgedLine {
  unit: string;
  /** The document or piece of work. */
  title: string;
  person: string;
  dueOn: LocalDate;
  daysLate: number;
}

export interface Urging {
  id: string;
  madeOn: LocalDate;
  madeBy: string;
  subject: string;
  addressees: string[];
  lines: UrgedLine[];
}

/** More than this is no list that anybody reads. */
export const MOST_URGED = 1000;
const NAMED = 5;

/** Nothing is late any more, or what was chosen has been done meanwhile. */
export class NothingOverdue extends DomainError {
  constructor() {
    super({ code: 'work.nothing-overdue', kind: 'conflict' });
  }
}

/** No such công văn of this agency. */
export class UrgingNotFound extends DomainError {
  constructor() {
    super({ code: 'work.urging-not-found', kind: 'not-found' });
  }
}

/** Units in the order of their lines, each once; nobody's work is the office's. */
export function addresseesOf(lines: readonly UrgedLine[]): string[] {
  return [...new Set(lines.map(({ unit }) => unit))];
}

/** The sentences of the letter; a person may change them in Word before it is signed. */
export function letterOf({ addressees, lines, madeOn, subject }: Urging): Record<string, string> {
  const latest = Math.max(...lines.map(({ daysLate }) => daysLate));
  const named = addressees.slice(0, NAMED).join('; ');
  const more = addressees.length > NAMED ? ` và ${String(addressees.length - NAMED)} đơn vị khác` : '';
  return {
    trich_yeu: subject,
    kinh_gui: `${named}${more}`,
    mo_dau: `Qua theo dõi việc duy trì Hệ thống quản lý chất lượng, tính đến ${formatViInWords(madeOn)} còn ${String(lines.length)} việc đã quá hạn, chậm nhất ${String(latest)} ngày (danh sách tại Phụ lục kèm theo).`,
    yeu_cau:
      'Đề nghị các đơn vị có tên trong danh sách khẩn trương hoàn thành, cập nhật kết quả trên hệ thống; trường hợp chưa thể hoàn thành thì báo cáo rõ lý do và thời hạn hoàn thành.',
    tra_loi: 'Đề nghị các đơn vị phối hợp thực hiện./.',
    tinh_den: formatVi(madeOn),
  };
}
