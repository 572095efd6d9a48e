import { type Actor } from '@app/kernel';
import { type Sheet } from '@app/platform/sheets';

import { type ImportStatus, type ItemProblem, type ReviewedItem } from '../../domain/imports';
import { type ImportItem } from '../../persistence/imports/imports.query';

const STATUS_WORDS: Readonly<Record<ImportStatus, string>> = {
  reading: 'Đang đọc',
  refused: 'Bị từ chối',
  blocked: 'Cần bổ sung',
  warned: 'Có vấn đề',
  clean: 'Sạch',
  skipped: 'Bỏ qua',
  accepted: 'Đã nhận',
};
const LEVEL_WORDS = { error: 'Lỗi', warning: 'Cảnh báo', information: 'Thông tin' } as const;

interface Finding {
  item: ImportItem;
  status: ImportStatus;
  problem: ItemProblem | null;
}

/** "Kết quả rà soát": a line for each finding with its place; a file without one has a line too. */
export function findingsOf(reviewed: readonly ReviewedItem<ImportItem>[]): Finding[] {
  return reviewed.flatMap(({ item, status, problems }): Finding[] =>
    problems.length === 0
      ? [{ item, status, problem: null }]
      : problems.map((problem) => ({ item, status, problem })),
  );
}

export function findingsSheet({
  actor,
  agencyName,
  batch,
  takenAt,
}: {
  actor: Actor;
  agencyName: string;
  batch: string;
  takenAt: Date;
}): Sheet<Finding> {
  return {
    name: 'Kết quả rà soát',
    columns: [
      { title: 'Thư mục', value: ({ item }) => item.folder },
      { title: 'Tệp', width: 44, value: ({ item }) => item.fileName },
      { title: 'Tình trạng', width: 14, value: ({ status }) => STATUS_WORDS[status] },
      { title: 'Mã hiệu', value: ({ item }) => item.fields.code },
      { title: 'Lĩnh vực', value: ({ item }) => item.fields.series },
      { title: 'Tên tài liệu', width: 44, value: ({ item }) => item.fields.title },
      { title: 'Lần ban hành', width: 12, value: ({ item }) => item.fields.issue },
      { title: 'Lần sửa đổi', width: 12, value: ({ item }) => item.fields.revision },
      {
        title: 'Ngày ban hành',
        width: 14,
        value: ({ item: { fields } }) => (fields.issuedOn === null ? null : { date: fields.issuedOn }),
      },
      {
        title: 'Mức',
        width: 12,
        value: ({ problem }) => (problem === null ? null : LEVEL_WORDS[problem.level]),
      },
      { title: 'Vị trí', value: ({ problem }) => problem?.where ?? null },
      { title: 'Nội dung', width: 80, value: ({ problem }) => problem?.message ?? null },
    ],
    agencyName,
    takenBy: actor.personName,
    takenAt,
    query: { 'đợt nhập': batch },
  };
}
