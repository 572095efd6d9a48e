import { dayCell, type SheetColumn } from '@app/platform/sheets';

import { DISPLAY_WORDS } from '../../domain/display-state';
import { type DocumentLine } from '../document.dto';

/** A line of a document list, as it stands in a spreadsheet. */
export const DOCUMENT_COLUMNS: readonly SheetColumn<DocumentLine>[] = [
  { title: 'Mã hiệu', width: 18, value: ({ code }) => code },
  { title: 'Tên tài liệu', width: 60, value: ({ title }) => title },
  { title: 'Lĩnh vực', value: ({ series }) => series },
  { title: 'Trạng thái', value: ({ state }) => DISPLAY_WORDS[state] },
  { title: 'Đơn vị chủ trì', width: 28, value: ({ unitName, agencyName }) => unitName ?? agencyName },
  { title: 'Lần ban hành', width: 12, value: ({ issue }) => issue },
  { title: 'Lần sửa đổi', width: 12, value: ({ revision }) => revision },
  { title: 'Ngày hiệu lực', width: 14, value: ({ effectiveOn }) => dayCell(effectiveOn) },
  { title: 'Ai đang giữ việc', width: 24, value: ({ holderName }) => holderName },
];
