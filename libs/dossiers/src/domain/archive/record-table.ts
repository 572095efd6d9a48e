/** A table of the database as it goes into an archive. */
export interface RecordTable {
  readonly schema: string;
  readonly name: string;
  /** Whose rows it holds: the agency's, or a steward's for many. */
  readonly owner: 'agency' | 'steward';
  readonly columns: readonly RecordColumn[];
  readonly key: readonly string[];
}

export interface RecordColumn {
  readonly name: string;
  readonly type: string;
}

/** Tables that no archive of an agency holds, and why. Everything else goes in, new tables too. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'documents.search_entry': 'chỉ mục tìm kiếm, dựng lại được từ phiên bản',
  'documents.search_word': 'chỉ mục tìm kiếm, dựng lại được từ phiên bản',
  'dossiers.backup_run': 'việc vận hành máy chủ, không phải hồ sơ của cơ quan',
  'dossiers.file_round': 'lịch của việc vận hành máy chủ',
  'dossiers.export_link': 'mã của liên kết tải',
  'journal.entry': 'ghi riêng trong thư mục nhat-ky, kèm chuỗi băm',
  'journal.head': 'ghi riêng trong thư mục nhat-ky, kèm chuỗi băm',
  'notifications.dispatch': 'hàng đợi gửi thư',
  'notifications.dispatch_line': 'hàng đợi gửi thư',
  'organization.administrative_unit': 'danh mục chung của cả nước',
  'platform.failed_message': 'hàng đợi nội bộ',
  'platform.idempotency': 'hàng đợi nội bộ',
  'platform.inbox_message': 'hàng đợi nội bộ',
  'platform.outbox_message': 'hàng đợi nội bộ',
};

/** A shared register from which an archive takes only what is about the agency itself. */
export const OWN_LINES: Readonly<Record<string, string>> = {
  'organization.agency': 'id = (select app.agency_id())',
  'organization.succession': '(select app.agency_id()) in (predecessor_id, successor_id)',
};

/** A column that holds a secret never leaves, wherever it stands. */
const SECRET = /password|secret|token|device_key|(?:^|_)salt$/;

export function isExported({ schema, name }: Pick<RecordTable, 'schema' | 'name'>): boolean {
  return LEFT_OUT[`${schema}.${name}`] === undefined && schema !== 'portal';
}

export function openColumns(columns: readonly RecordColumn[]): RecordColumn[] {
  return columns.filter(({ name }) => !SECRET.test(name));
}
