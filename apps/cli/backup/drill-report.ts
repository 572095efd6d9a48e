import { type DrillReport } from './drill';

const LABELS: Readonly<Record<keyof DrillReport['seconds'], string>> = {
  backup: 'Sao lưu',
  restore: 'Kiểm tra bản sao lưu và phục hồi',
  compare: 'So sánh từng bảng',
  journal: 'Kiểm chứng nhật ký',
  files: 'Kiểm tra băm của từng tệp',
};

/** The report that people sign and file. */
export function drillText(report: DrillReport): string {
  const { seconds, journal, files, problems } = report;
  const ok = problems.length === 0;
  const times = Object.entries(LABELS).map(
    ([lap, label]) => `| ${label} | ${seconds[lap as keyof DrillReport['seconds']].toFixed(1)} |`,
  );
  const tables = report.tables
    .filter(({ rows, same }) => rows > 0 || !same)
    .map(({ name, rows, same }) => `| ${name} | ${String(rows)} | ${same ? 'khớp' : '**KHÁC**'} |`);
  return `# Biên bản diễn tập phục hồi

Kết quả: **${ok ? 'ĐẠT' : `KHÔNG ĐẠT, ${String(problems.length)} sai lệch`}**

- Bắt đầu: ${report.startedAt}; kết thúc: ${report.finishedAt} (UTC)
- PostgreSQL ${report.postgres}; bản sao lưu ${report.backup}, ${(report.bytes / 1e6).toFixed(1)} MB
- Dữ liệu: ${String(report.rows)} dòng trong ${String(report.tables.length)} bảng; ${String(report.tables.filter(({ same }) => same).length)} bảng khớp số dòng và băm
- Nhật ký: ${String(journal.entries)} dòng của ${String(journal.agencies)} cơ quan; ${String(journal.faults)} sai lệch
- Tệp: ${String(files.inBackup)} tệp trong bản sao lưu; ${String(files.intact)}/${String(files.promised)} tệp mà dữ liệu nhắc đến còn nguyên vẹn

| Bước | Giây |
| --- | ---: |
${times.join('\n')}
${ok ? '' : `\n## Sai lệch\n\n${problems.map((problem) => `- ${problem}`).join('\n')}\n`}
## Từng bảng

| Bảng | Số dòng | So sánh |
| --- | ---: | --- |
${tables.join('\n')}

Người chạy: ........................  Người kiểm tra: ........................
`;
}
