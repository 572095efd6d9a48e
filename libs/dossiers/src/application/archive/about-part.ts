import { LEFT_OUT } from '../../domain/archive/record-table';
import { type ArchiveRun } from './archive-run';

export const ARCHIVE_FORMAT = 'iso-agency-export-v1';

/** README, manifest and sums: what is in the archive, and how anybody proves that it is whole. */
export async function writeAbout(run: ArchiveRun): Promise<void> {
  await run.sink.add('README.txt', [readme(run).replaceAll('\n', '\r\n')]);
  await run.sink.add('manifest.json', manifestPieces(run));
  await run.sink.add('SHA256SUMS', sums(run));
}

function* manifestPieces({
  sink,
  tables,
  agency,
  figures,
  order,
  journalWithheld,
  missing,
}: ArchiveRun): Generator<string> {
  const head = {
    format: ARCHIVE_FORMAT,
    product: order.about.version,
    agency: { id: agency.id, name: agency.name, kind: agency.kind },
    exportedAt: agency.at,
    askedBy: order.about.askedBy,
    reason: order.about.reason,
    figures,
    missing: [...missing],
    journal: {
      file: 'nhat-ky/nhat-ky.jsonl',
      entries: figures.journalEntries,
      withheld: journalWithheld,
      head: agency.head,
    },
    tables: tables.map(({ name, title, rows, file, csv, columns }) => ({
      name,
      title,
      rows,
      file,
      csv,
      columns: columns.map((column) => column.name),
    })),
  };
  yield `${JSON.stringify(head, null, 1).replace(/\n}$/, '')},\n "entries": [\n`;
  const last = sink.entries.length - 1;
  for (const [index, entry] of [...sink.entries].entries()) {
    yield `  ${JSON.stringify(entry)}${index === last ? '' : ','}\n`;
  }
  yield ' ]\n}\n';
}

function* sums({ sink }: ArchiveRun): Generator<string> {
  for (const { sha256, path } of [...sink.entries]) yield `${sha256}  ${path}\n`;
}

function readme({ agency, figures, order, journalWithheld }: ArchiveRun): string {
  const left = Object.entries(LEFT_OUT).map(([name, why]) => `  - ${name}: ${why}`);
  return `\ufeffDỮ LIỆU CỦA ${agency.name.toUpperCase()}
Xuất từ ISO điện tử lúc ${agency.at} (giờ UTC)
Người yêu cầu: ${order.about.askedBy}
Lý do: ${order.about.reason}

1. XEM BẰNG TRÌNH DUYỆT
Giải nén toàn bộ rồi mở index.html. Không cần mạng, không cần phần mềm ISO điện tử.

2. CÓ GÌ TRONG NÀY
  index.html, tai-lieu-*.html, quyet-dinh-*.html   trang để đọc và in
  tep/            tệp gốc, bản PDF, bản ký, bản quét (${String(figures.files)} tệp)
  du-lieu/csv/    mỗi loại bản ghi một tệp CSV, mở bằng Excel (${String(figures.tables)} loại, ${String(figures.rows)} dòng)
  du-lieu/jsonl/  cùng nội dung, mỗi dòng một đối tượng JSON, UTF-8, giờ UTC
  du-lieu/cot-du-lieu.csv   tên cột (tiếng Anh), kiểu, ý nghĩa
  nhat-ky/        nhật ký đầy đủ: nhat-ky.csv để đọc, nhat-ky.jsonl để kiểm chứng (${String(figures.journalEntries)} dòng)
  manifest.json   danh sách mọi tệp với kích thước, băm SHA-256, số dòng
  SHA256SUMS      băm SHA-256 của mọi tệp, kể cả manifest.json

3. KIỂM CHỨNG
Không cần phần mềm riêng:      sha256sum -c SHA256SUMS
Kiểm tra cả chuỗi nhật ký:     npm run -s cli -- verify-export <tệp .zip hoặc thư mục>
Băm của cả tệp .zip hiển thị ở màn hình Xuất dữ liệu và được ghi vào nhật ký.
Chuỗi nhật ký: băm của một dòng là SHA-256 của cột canonical; canonical gồm các trường, mỗi trường viết
"=<số byte>:<giá trị>," hoặc "~," khi trống, theo thứ tự: iso-journal-v1, cơ quan, seq, at, actor_kind, actor_id,
actor_name, action, subject_type, subject_id, reason, correlation_id, commitment, băm của dòng trước.
commitment là SHA-256 của salt nối với detail. Dòng đầu tiên nối sau SHA-256 của "iso-journal-v1:<mã cơ quan>".

4. KHÔNG CÓ TRONG NÀY
Mật khẩu, mã xác thực hai lớp, phiên đăng nhập: không bao giờ được xuất.
Dữ liệu của cơ quan khác, kể cả cơ quan tiền thân: mỗi cơ quan xuất riêng.
${
  figures.withheldDocuments === 0
    ? 'Tài liệu hạn chế: người yêu cầu đọc được tất cả.'
    : `Tài liệu hạn chế mà người yêu cầu không có quyền đọc: ${String(figures.withheldDocuments)} tài liệu, ${String(figures.withheldRows)} dòng.
Trong nhật ký, ${String(journalWithheld)} dòng về các tài liệu đó chỉ giữ số thứ tự và băm để chuỗi vẫn kiểm chứng được.`
}
Bảng kỹ thuật:
${left.join('\n')}
`;
}
