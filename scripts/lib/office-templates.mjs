import { TableRow } from 'docx';

const INTERNAL_COLUMNS = [
  { heading: 'STT', value: 'stt', width: 10, middle: true },
  { heading: 'Mã hiệu', value: 'ma_hieu', width: 27 },
  { heading: 'Tên tài liệu', value: 'ten', width: 52 },
  { heading: 'Lĩnh vực', value: 'linh_vuc', width: 22 },
  { heading: 'Lần ban hành/ sửa đổi', value: 'lan', width: 18, middle: true },
  { heading: 'Ngày hiệu lực', value: 'ngay_hieu_luc', width: 21, middle: true },
  { heading: 'Đơn vị chủ trì', value: 'don_vi', width: 28 },
];
const EXTERNAL_COLUMNS = [
  { heading: 'STT', value: 'stt', width: 10, middle: true },
  { heading: 'Số, ký hiệu', value: 'so_hieu', width: 27 },
  { heading: 'Tên tài liệu', value: 'ten', width: 50 },
  { heading: 'Nguồn (nơi ban hành)', value: 'nguon', width: 24 },
  { heading: 'Ngày ban hành', value: 'ngay_ban_hanh', width: 20, middle: true },
  { heading: 'Tình trạng', value: 'tinh_trang', width: 20 },
  { heading: 'Số quy trình viện dẫn', value: 'su_dung', width: 15, middle: true },
  { heading: 'Kiểm tra gần nhất', value: 'kiem_tra', width: 24 },
];
const RECORD_COLUMNS = [
  { heading: 'STT', value: 'stt', width: 10, middle: true },
  { heading: 'Tên hồ sơ', value: 'ten', width: 56 },
  { heading: 'Quy trình', value: 'ma_hieu', width: 27 },
  { heading: 'Nơi lưu', value: 'noi_luu', width: 28 },
  { heading: 'Thời hạn lưu', value: 'thoi_han', width: 21, middle: true },
  { heading: 'Căn cứ', value: 'can_cu', width: 24 },
  { heading: 'Ghi chú', value: 'ghi_chu', width: 18 },
];

const REVIEW_COLUMNS = [
  { heading: 'STT', value: 'stt', width: 10, middle: true },
  { heading: 'Mã hiệu', value: 'ma_hieu', width: 25 },
  { heading: 'Tên tài liệu', value: 'ten', width: 44 },
  { heading: 'Văn bản mới', value: 'thay_doi', width: 26 },
  { heading: 'Nội dung viện dẫn', value: 'vien_dan', width: 32 },
  { heading: 'Kết luận', value: 'ket_luan', width: 20 },
  { heading: 'Lý do', value: 'ly_do', width: 36 },
];

/** Lists that an office keeps of its documents and records, and the slip by which a change is asked for (FM). */
export function officeTemplates(kit) {
  const { body, cell, centered, head, invisibleTable, LAST, list, paragraph, run, TEXT_WIDTH, title } = kit;

  /** A list of the office's own bears no number of văn thư. */
  const officeHead = () => head(centered(''));

  /** Names under which people sign by hand. */
  function hands(...people) {
    const width = Math.round(TEXT_WIDTH / people.length);
    const cells = people.map(([role, name]) =>
      cell(
        [
          centered(role, { bold: true }),
          centered('(Ký, ghi rõ họ tên)', { size: 12, italics: true }),
          ...Array.from({ length: 3 }, () => centered('')),
          centered(name ?? '', { bold: true }),
        ],
        width,
      ),
    );
    return [
      paragraph(run(''), { keepNext: true }),
      invisibleTable(
        [new TableRow({ cantSplit: true, children: cells })],
        people.map(() => width),
      ),
    ];
  }

  const register = (heading, columns, subject = 'Hệ thống quản lý chất lượng theo {tieu_chuan}') => [
    officeHead(),
    ...title(heading, subject),
    centered('{pham_vi}', { size: 13, italics: true }, { spacing: { before: 60, after: 120 } }),
    list('dong', columns),
    ...hands(['NGƯỜI LẬP'], ['LÃNH ĐẠO PHÊ DUYỆT']),
  ];
  const field = (label, name) => body([run(`${label}: `, { bold: true }), run(`{${name}}`)], { indent: {} });
  const lines = (label, name) => [
    body(run(label, { bold: true }), { indent: {}, keepNext: true }),
    body(run(`{#${name} [loopOver: "paragraph"]}{noi_dung}{/${name}}`)),
  ];

  return {
    'danh-muc-tai-lieu-noi-bo': {
      title: 'Danh mục tài liệu nội bộ',
      children: register('DANH MỤC TÀI LIỆU NỘI BỘ', INTERNAL_COLUMNS),
    },
    'danh-muc-tai-lieu-ben-ngoai': {
      title: 'Danh mục tài liệu bên ngoài',
      children: register('DANH MỤC TÀI LIỆU BÊN NGOÀI', EXTERNAL_COLUMNS),
    },
    'danh-muc-ho-so': {
      title: 'Danh mục hồ sơ',
      children: register('DANH MỤC HỒ SƠ', RECORD_COLUMNS),
    },
    'phieu-ra-soat': {
      title: 'Phiếu rà soát văn bản',
      children: [
        officeHead(),
        ...title('PHIẾU RÀ SOÁT VĂN BẢN', 'Tài liệu Hệ thống quản lý chất lượng theo {tieu_chuan}'),
        centered('{pham_vi}', { size: 13, italics: true }, { spacing: { before: 60, after: 120 } }),
        field('Đơn vị rà soát', 'don_vi'),
        list('dong', REVIEW_COLUMNS),
        body(
          run(
            'Kết luận: rà soát {so_dong} nội dung; phải sửa {so_phai_sua}, không phải sửa {so_khong_phai_sua}.',
          ),
          { spacing: { before: 160 } },
        ),
        body(run('Ký trên hệ thống lúc {ngay_ky}. Mã nội dung: {ma_noi_dung}', { size: 12, italics: true }), {
          ...LAST,
          indent: {},
        }),
        ...hands(['NGƯỜI RÀ SOÁT', '{nguoi_ky}'], ['{chuc_vu_nguoi_ky}']),
      ],
    },
    'phieu-yeu-cau': {
      title: 'Phiếu yêu cầu ban hành, sửa đổi tài liệu',
      children: [
        officeHead(),
        ...title('PHIẾU YÊU CẦU', 'Ban hành, sửa đổi, bãi bỏ tài liệu'),
        centered('Kính gửi: {kinh_gui}', {}, { spacing: { before: 160, after: 160 } }),
        field('Người yêu cầu', 'nguoi_yeu_cau'),
        field('Đơn vị, chức vụ', 'don_vi'),
        field('Loại yêu cầu', 'loai'),
        field('Tên tài liệu', 'ten'),
        field('Mã hiệu', 'ma_hieu'),
        field('Trang, phần liên quan', 'vi_tri'),
        ...lines('Lý do:', 'ly_do'),
        ...lines('Nội dung đề nghị:', 'de_nghi'),
        ...lines('Ý kiến của thư ký ISO:', 'y_kien'),
        body(run('{ket_qua}'), { ...LAST, indent: {} }),
        ...hands(['NGƯỜI YÊU CẦU', '{nguoi_ky}'], ['THƯ KÝ ISO', '{nguoi_tra_loi}']),
      ],
    },
  };
}
