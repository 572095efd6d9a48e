import { type ArchiveFault, verifyArchive } from '../archive/verify-archive';

const FAULTS: Readonly<Record<string, string>> = {
  unreadable: 'không đọc được',
  missing: 'thiếu',
  'not-listed': 'không có trong danh sách',
  size: 'sai kích thước',
  hash: 'sai băm, nội dung đã bị thay đổi',
  sum: 'băm trong SHA256SUMS khác',
  rows: 'sai số dòng',
  format: 'không phải bản xuất của ISO điện tử',
};

/** @returns what was looked at and what is wrong, as people read it, and whether nothing is */
export async function verifyExportCommand(
  path: string,
  expected: string | undefined,
): Promise<{ text: string; isWhole: boolean }> {
  const report = await verifyArchive(path);
  const isOther = expected !== undefined && report.sha256 !== expected.toLowerCase();
  const faults = report.faults.map((fault) => `  SAI  ${fault.path}: ${wordsOf(fault)}`);
  if (isOther) faults.push(`  SAI  ${path}: băm của cả tệp khác ${expected}`);
  const lines = [
    `Bản xuất: ${report.archive}`,
    `Cơ quan: ${report.agency ?? 'không rõ'}; xuất lúc ${report.exportedAt ?? 'không rõ'}`,
    ...(report.sha256 === null ? [] : [`SHA-256 của tệp: ${report.sha256}`]),
    `Đã kiểm tra ${String(report.entries)} mục, ${String(report.bytes)} byte, ${String(report.rows)} dòng dữ liệu.`,
    `Nhật ký: ${String(report.journalEntries)} dòng, trong đó ${String(report.journalWithheld)} dòng chỉ có băm.`,
    ...faults,
    faults.length === 0 ? 'Kết quả: NGUYÊN VẸN.' : `Kết quả: ${String(faults.length)} SAI LỆCH.`,
  ];
  return { text: `${lines.join('\n')}\n`, isWhole: faults.length === 0 };
}

function wordsOf({ fault }: ArchiveFault): string {
  return FAULTS[fault] ?? `chuỗi nhật ký đứt (${fault.replace('journal-', '')})`;
}
