/** Forms that people hand in, and lists taken away. */
export const forms = {
  internal: 'Danh mục tài liệu nội bộ',
  external: 'Danh mục tài liệu bên ngoài',
  records: 'Danh mục hồ sơ',
  request: 'Phiếu yêu cầu ban hành, sửa đổi',
  submission: 'Tờ trình ban hành',
  decision: 'Quyết định ban hành',
  list: 'Danh mục kèm theo',
  register: 'Sổ phân phối, thu hồi',
  signSheet: 'Danh sách ký nhận',
  destruction: 'Biên bản hủy tài liệu lỗi thời',
  slip: 'Phiếu theo dõi quá trình',
  blank: (form: string) => `${form} – mẫu trống`,
  ofCase: (form: string, name: string) => `${form}: ${name}`,
  sheet: 'Danh sách (.xlsx)',
};
