/** Words of change sets and code patterns. */
export const changeSets = {
  title: 'Tập sửa đổi',
  one: 'Tập sửa đổi',
  create: 'Mở tập sửa đổi',
  createNote:
    'Mở cùng lúc dự thảo của nhiều tài liệu từ bản đang hiệu lực; sửa từng bản, trình, rồi ban hành bằng một quyết định.',
  name: 'Nội dung sửa đổi chung',
  reason: 'Lý do',
  legalBasis: 'Căn cứ sửa đổi',
  documents: 'Tài liệu cần sửa',
  progress: (approved: number, issued: number, all: number) =>
    `${String(approved)} đã phê duyệt, ${String(issued)} đã ban hành / ${String(all)} tài liệu`,
  progressTitle: 'Tiến độ',
  creator: 'Người mở',
  empty: 'Chưa có tập sửa đổi nào',
  decide: 'Lập quyết định cho các tài liệu đã phê duyệt',
  codes: 'Mẫu mã hiệu',
  codesNote: 'Mỗi loại tài liệu (và lĩnh vực) một mẫu; {nn} là chỗ của số thứ tự. Ví dụ QT {nn}/CX-HCTP.',
  pattern: 'Mẫu',
  series: 'Lĩnh vực (trống: mọi lĩnh vực)',
  next: 'Mã tiếp theo',
  gaps: 'Số bỏ trống',
  noGaps: 'Không có số bỏ trống.',
  explain: 'Giải trình số bỏ trống',
  unexplained: 'chưa giải trình',
  addPattern: 'Đặt mẫu',
  useNext: (code: string) => `Dùng mã tiếp theo: ${code}`,
};
