import { todayIn } from '@app/kernel';
import { type Cell, dayCell, type SheetColumn } from '@app/platform/sheets';

import { retentionWords } from '../../domain/upkeep/retention';
import { type ChangeRequestRow } from '../../persistence/upkeep/change-requests.repository';
import { type DisposalRow } from '../../persistence/upkeep/disposals.repository';
import { type RecordRow, type RecordTypeRow } from '../../persistence/upkeep/records.repository';
import { type DueReviewRow, type ReviewOutcome } from '../../persistence/upkeep/reviews.repository';

/** The day of an instant, as a spreadsheet counts it. */
export function instantCell(at: string | null): Cell {
  return at === null ? null : dayCell(todayIn(new Date(at)));
}

const REQUEST_KINDS = { new: 'Ban hành mới', amend: 'Sửa đổi, bổ sung', withdraw: 'Bãi bỏ' } as const;
const REQUEST_STATES = {
  opened: 'Chờ trả lời',
  accepted: 'Đã đồng ý',
  declined: 'Không đồng ý',
  done: 'Đã thực hiện',
} as const;
const RECORD_STATES = {
  open: 'Đang mở',
  completed: 'Đã hoàn thành',
  destroyed: 'Đã hủy',
  transferred: 'Đã giao nộp',
} as const;
const OUTCOMES: Readonly<Record<ReviewOutcome, string>> = {
  'still-valid': 'Còn phù hợp',
  minor: 'Cần sửa nhỏ',
  major: 'Cần sửa lớn',
  obsolete: 'Lỗi thời, đề nghị bãi bỏ',
};
const DISPOSAL_STATES = {
  proposed: 'Chờ duyệt',
  approved: 'Đã duyệt',
  declined: 'Không duyệt',
  executed: 'Đã thực hiện',
} as const;

export const REQUEST_COLUMNS: readonly SheetColumn<ChangeRequestRow>[] = [
  { title: 'Trạng thái', value: ({ state }) => REQUEST_STATES[state] },
  { title: 'Loại đề nghị', value: ({ kind }) => REQUEST_KINDS[kind] },
  { title: 'Mã hiệu', value: ({ code }) => code },
  { title: 'Tài liệu', width: 60, value: ({ title }) => title },
  { title: 'Trang, phần', width: 30, value: ({ place }) => place },
  { title: 'Lý do', width: 60, value: ({ reason }) => reason },
  { title: 'Nội dung đề nghị', width: 60, value: ({ proposal }) => proposal },
  { title: 'Người đề nghị', width: 24, value: ({ requesterName }) => requesterName },
  { title: 'Ngày gửi', width: 14, value: ({ createdAt }) => instantCell(createdAt) },
  { title: 'Người trả lời', width: 24, value: ({ decidedName }) => decidedName },
  { title: 'Ngày trả lời', width: 14, value: ({ decidedAt }) => instantCell(decidedAt) },
  { title: 'Ý kiến', width: 40, value: ({ decisionReason }) => decisionReason },
];

export const RECORD_TYPE_COLUMNS: readonly SheetColumn<RecordTypeRow>[] = [
  { title: 'Tên hồ sơ', width: 60, value: ({ name }) => name },
  { title: 'Quy trình', value: ({ code }) => code },
  { title: 'Nơi lưu', width: 30, value: ({ place }) => place },
  { title: 'Thời hạn lưu', value: ({ retentionMonths }) => retentionWords(retentionMonths) },
  { title: 'Căn cứ', width: 40, value: ({ legalBasis }) => legalBasis },
  { title: 'Số hồ sơ', width: 12, value: ({ records }) => records },
];

export const RECORD_COLUMNS: readonly SheetColumn<RecordRow>[] = [
  { title: 'Trạng thái', value: ({ state }) => RECORD_STATES[state] },
  { title: 'Hồ sơ', width: 60, value: ({ title }) => title },
  { title: 'Số, ký hiệu', value: ({ reference }) => reference },
  { title: 'Loại hồ sơ', width: 40, value: ({ typeName }) => typeName },
  { title: 'Quy trình', value: ({ code }) => code },
  { title: 'Nơi lưu', width: 30, value: ({ place }) => place },
  { title: 'Người giữ', width: 24, value: ({ keeperName }) => keeperName },
  { title: 'Ngày mở', width: 14, value: ({ openedOn }) => dayCell(openedOn) },
  { title: 'Ngày kết thúc', width: 14, value: ({ closedOn }) => dayCell(closedOn) },
  { title: 'Lưu đến', width: 14, value: ({ disposeAfter }) => dayCell(disposeAfter) },
  { title: 'Thời hạn lưu', value: ({ retentionMonths }) => retentionWords(retentionMonths) },
  { title: 'Lý do giữ lại', width: 40, value: ({ holdReason }) => holdReason },
];

export const REVIEW_COLUMNS: readonly SheetColumn<DueReviewRow>[] = [
  { title: 'Hạn rà soát', width: 14, value: ({ dueOn }) => dayCell(dueOn) },
  { title: 'Quá hạn', width: 10, value: ({ overdue }) => (overdue ? 'Quá hạn' : '') },
  { title: 'Mã hiệu', value: ({ code }) => code },
  { title: 'Tên tài liệu', width: 60, value: ({ title }) => title },
  { title: 'Lĩnh vực', value: ({ series }) => series },
  { title: 'Đơn vị', width: 28, value: ({ unitName }) => unitName },
  { title: 'Lần gần nhất', width: 14, value: ({ lastReviewedAt }) => instantCell(lastReviewedAt) },
  {
    title: 'Kết luận gần nhất',
    width: 28,
    value: ({ lastOutcome }) => (lastOutcome === null ? null : OUTCOMES[lastOutcome]),
  },
];

export const DISPOSAL_COLUMNS: readonly SheetColumn<DisposalRow>[] = [
  { title: 'Trạng thái', value: ({ state }) => DISPOSAL_STATES[state] },
  { title: 'Cách xử lý', value: ({ method }) => (method === 'destroy' ? 'Hủy' : 'Giao nộp') },
  { title: 'Lý do', width: 60, value: ({ reason }) => reason },
  { title: 'Số hồ sơ', width: 12, value: ({ records }) => records },
  { title: 'Người đề nghị', width: 24, value: ({ proposedName }) => proposedName },
  { title: 'Ngày đề nghị', width: 14, value: ({ proposedAt }) => instantCell(proposedAt) },
  { title: 'Người duyệt', width: 24, value: ({ approverName }) => approverName },
  { title: 'Ngày duyệt', width: 14, value: ({ decidedAt }) => instantCell(decidedAt) },
  { title: 'Ngày thực hiện', width: 14, value: ({ executedOn }) => dayCell(executedOn) },
  { title: 'Nơi thực hiện', width: 30, value: ({ executedPlace }) => executedPlace },
];
