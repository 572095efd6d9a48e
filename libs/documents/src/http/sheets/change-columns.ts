import { dayCell, type SheetColumn } from '@app/platform/sheets';

import { type OfferingListRow, type OfferListRow } from '../../persistence/adoption/offers.query';
import { type ChangeSetRow } from '../../persistence/change-sets/change-sets.repository';
import { type BatchRow } from '../../persistence/imports/imports.query';
import { type ReaderRow } from '../../persistence/reading/readers.query';
import { type DisposableRow } from '../../persistence/upkeep/disposals.repository';
import { instantCell } from './upkeep-columns';

const OFFER_WORDS: Readonly<Record<OfferListRow['state'], string>> = {
  offered: 'Chờ tiếp nhận',
  received: 'Đã tiếp nhận',
  adopted: 'Đang áp dụng',
  local: 'Xử lý tại chỗ',
  superseded: 'Đã có phiên bản mới hơn',
  ended: 'Hết áp dụng',
  withdrawn: 'Đã thôi',
};
const READER_WORDS: Readonly<Record<string, string>> = {
  open: 'Chưa đọc',
  done: 'Đã đọc',
  cancelled: 'Không còn phải đọc',
};
const METHODS: Readonly<Record<string, string>> = { self: 'Tự xác nhận', meeting: 'Phổ biến tại cuộc họp' };

export const CHANGE_SET_COLUMNS: readonly SheetColumn<ChangeSetRow>[] = [
  { title: 'Tập sửa đổi', width: 60, value: ({ title }) => title },
  { title: 'Lý do', width: 60, value: ({ reason }) => reason },
  { title: 'Căn cứ', width: 40, value: ({ legalBasis }) => legalBasis },
  { title: 'Người mở', width: 24, value: ({ creatorName }) => creatorName },
  { title: 'Ngày mở', width: 14, value: ({ createdAt }) => instantCell(createdAt) },
  { title: 'Số tài liệu', width: 12, value: ({ documents }) => documents },
  { title: 'Đã phê duyệt', width: 12, value: ({ approved }) => approved },
  { title: 'Đã ban hành', width: 12, value: ({ issued }) => issued },
];

export const IMPORT_COLUMNS: readonly SheetColumn<BatchRow>[] = [
  { title: 'Đợt nhập', width: 40, value: ({ name }) => name },
  { title: 'Người mở', width: 24, value: ({ createdByName }) => createdByName },
  { title: 'Ngày mở', width: 14, value: ({ createdAt }) => instantCell(createdAt) },
  { title: 'Số tệp', width: 12, value: ({ files }) => files },
  { title: 'Đã nhận', width: 12, value: ({ accepted }) => accepted },
];

export const OFFER_COLUMNS: readonly SheetColumn<OfferListRow>[] = [
  { title: 'Trạng thái', value: ({ state }) => OFFER_WORDS[state] },
  { title: 'Mã hiệu', width: 18, value: ({ code }) => code },
  { title: 'Tên tài liệu', width: 60, value: ({ title }) => title },
  { title: 'Lĩnh vực', value: ({ series }) => series },
  { title: 'Cơ quan soạn thảo', width: 32, value: ({ ownerName }) => ownerName },
  { title: 'Lần ban hành', width: 12, value: ({ issue }) => issue },
  { title: 'Lần sửa đổi', width: 12, value: ({ revision }) => revision },
  { title: 'Ngày hiệu lực', width: 14, value: ({ effectiveOn }) => dayCell(effectiveOn) },
  {
    title: 'Quyết định của cơ quan soạn thảo',
    width: 24,
    value: ({ ownerDecisionNumber }) => ownerDecisionNumber,
  },
  { title: 'Quyết định áp dụng', width: 24, value: ({ decisionNumber }) => decisionNumber },
  { title: 'Ngày quyết định', width: 14, value: ({ decisionOn }) => dayCell(decisionOn) },
];

export const OFFERING_COLUMNS: readonly SheetColumn<OfferingListRow>[] = [
  { title: 'Mã hiệu', width: 18, value: ({ code }) => code },
  { title: 'Tên tài liệu', width: 60, value: ({ title }) => title },
  { title: 'Lĩnh vực', value: ({ series }) => series },
  {
    title: 'Phạm vi',
    width: 20,
    value: ({ audience }) => (audience === 'communes' ? 'Mọi xã, phường' : 'Cơ quan được chọn'),
  },
  { title: 'Trạng thái', value: ({ state }) => (state === 'open' ? 'Đang dùng chung' : 'Đã thôi') },
  { title: 'Ghi chú', width: 40, value: ({ note }) => note },
  { title: 'Người công bố', width: 24, value: ({ offeredByName }) => offeredByName },
  { title: 'Ngày công bố', width: 14, value: ({ offeredAt }) => instantCell(offeredAt) },
];

export const DISPOSABLE_COLUMNS: readonly SheetColumn<DisposableRow>[] = [
  { title: 'Hồ sơ', width: 60, value: ({ title }) => title },
  { title: 'Số, ký hiệu', value: ({ reference }) => reference },
  { title: 'Loại hồ sơ', width: 40, value: ({ typeName }) => typeName },
  { title: 'Nơi lưu', width: 30, value: ({ place }) => place },
  { title: 'Ngày kết thúc', width: 14, value: ({ closedOn }) => dayCell(closedOn) },
  { title: 'Hết thời hạn lưu', width: 14, value: ({ disposeAfter }) => dayCell(disposeAfter) },
];

export const READER_COLUMNS: readonly SheetColumn<ReaderRow>[] = [
  { title: 'Họ tên', width: 28, value: ({ personName }) => personName },
  { title: 'Chức vụ', width: 28, value: ({ positionTitle }) => positionTitle },
  { title: 'Đơn vị', width: 28, value: ({ unitName }) => unitName },
  { title: 'Trạng thái', value: ({ state }) => READER_WORDS[state] ?? null },
  { title: 'Hạn đọc', width: 14, value: ({ dueOn }) => dayCell(dueOn) },
  { title: 'Ngày xác nhận', width: 14, value: ({ acknowledgedAt }) => instantCell(acknowledgedAt) },
  {
    title: 'Hình thức',
    width: 24,
    value: ({ method }) => (method === null ? null : (METHODS[method] ?? null)),
  },
];
