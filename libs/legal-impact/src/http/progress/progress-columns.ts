import { type SheetColumn } from '@app/platform/sheets';

import { type AgencyProgressRow } from '../../persistence/progress.query';

export const PROGRESS_COLUMNS: readonly SheetColumn<AgencyProgressRow>[] = [
  { title: 'Cơ quan', width: 44, value: ({ agencyName }) => agencyName },
  { title: 'Số tài liệu', width: 12, value: ({ total }) => total },
  { title: 'Chưa rà soát', width: 14, value: ({ unseen }) => unseen },
  { title: 'Không phải sửa', width: 14, value: ({ notNeeded }) => notNeeded },
  { title: 'Đang sửa', width: 12, value: ({ revising }) => revising },
  { title: 'Đã xong', width: 12, value: ({ done }) => done },
  { title: 'Trong đó quá hạn', width: 16, value: ({ overdue }) => overdue },
  { title: 'Đúng hạn ban đầu', width: 16, value: ({ onTime }) => onTime },
  { title: 'Số ngày (trung vị)', width: 16, value: ({ medianDays }) => medianDays },
  { title: 'Đơn vị chậm', width: 40, value: ({ lateUnits }) => lateUnits },
];
