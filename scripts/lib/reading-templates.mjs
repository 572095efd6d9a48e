import { TableRow } from 'docx';

/** A list of the office's own: agency, place and day, no number of văn thư. */
function listHead({ cell, centered, invisibleTable, mm, rule, TEXT_WIDTH }) {
  const [left, right] = [mm(70), TEXT_WIDTH - mm(70)];
  const names = new TableRow({
    children: [
      cell(
        [
          centered('{#co_quan_chu_quan [loopOver: "paragraph"]}{ten}{/co_quan_chu_quan}', { size: 13 }),
          centered('{co_quan}', { size: 13, bold: true }),
          rule(left, mm(22)),
        ],
        left,
      ),
      cell([centered('{dia_danh}, {ngay}', { size: 13.5, italics: true })], right),
    ],
  });
  return invisibleTable([names], [left, right]);
}

/** Names under which people sign by hand. */
function hands({ cell, centered, invisibleTable, paragraph, run, TEXT_WIDTH }, ...roles) {
  const width = Math.round(TEXT_WIDTH / roles.length);
  const cells = roles.map((role) =>
    cell(
      [centered(role, { bold: true }), centered('(Ký, ghi rõ họ tên)', { size: 12, italics: true })],
      width,
    ),
  );
  return [
    paragraph(run(''), { keepNext: true }),
    invisibleTable(
      [new TableRow({ cantSplit: true, children: cells })],
      roles.map(() => width),
    ),
  ];
}

const SIGN_COLUMNS = [
  { heading: 'STT', value: 'stt', width: 10, middle: true },
  { heading: 'Họ và tên', value: 'ho_ten', width: 40 },
  { heading: 'Chức vụ', value: 'chuc_vu', width: 28 },
  { heading: 'Đơn vị', value: 'don_vi', width: 32 },
  { heading: 'Ký nhận', value: 'ky', width: 26 },
  { heading: 'Ghi chú', value: 'ghi_chu', width: 26 },
];
const PAPER_COLUMNS = [
  { heading: 'STT', value: 'stt', width: 9, middle: true },
  { heading: 'Tài liệu', value: 'tai_lieu', width: 46 },
  { heading: 'Lần ban hành', value: 'lan', width: 17, middle: true },
  { heading: 'Bản số', value: 'so_ban', width: 12, middle: true },
  { heading: 'Người giữ', value: 'nguoi_giu', width: 28 },
  { heading: 'Nơi để', value: 'noi_de', width: 24 },
  { heading: 'Ngày giao', value: 'ngay_giao', width: 20, middle: true },
  { heading: 'Ngày thu hồi', value: 'ngay_thu_hoi', width: 20, middle: true },
  { heading: 'Ghi chú', value: 'ghi_chu', width: 22 },
];
const DESTROYED_COLUMNS = [
  { heading: 'STT', value: 'stt', width: 10, middle: true },
  { heading: 'Tài liệu', value: 'tai_lieu', width: 80 },
  { heading: 'Lần ban hành', value: 'lan', width: 24, middle: true },
  { heading: 'Bản số', value: 'so_ban', width: 16, middle: true },
  { heading: 'Ghi chú', value: 'ghi_chu', width: 30 },
];

/** Forms of distribution and reading, drawn with the hands of make-templates.mjs. */
export function readingTemplates(kit) {
  const { body, LAST, list, paragraph, run, title } = kit;
  return {
    'danh-sach-ky-nhan': {
      title: 'Danh sách ký nhận',
      children: [
        listHead(kit),
        ...title('DANH SÁCH KÝ NHẬN', 'Phổ biến tài liệu Hệ thống quản lý chất lượng'),
        body(run('Tài liệu: {tai_lieu}')),
        body(run('{quyet_dinh}')),
        body(run('{noi_dung}')),
        list('nguoi', SIGN_COLUMNS),
        ...hands(kit, 'NGƯỜI PHỔ BIẾN', 'THƯ KÝ ISO'),
      ],
    },
    'so-phan-phoi-thu-hoi': {
      title: 'Sổ phân phối, thu hồi tài liệu',
      children: [
        listHead(kit),
        ...title('SỔ PHÂN PHỐI, THU HỒI TÀI LIỆU', 'Bản giấy có kiểm soát'),
        paragraph(run('', { size: 6 })),
        list('ban', PAPER_COLUMNS),
        ...hands(kit, 'NGƯỜI GIỮ SỔ'),
      ],
    },
    'bien-ban-huy': {
      title: 'Biên bản hủy tài liệu lỗi thời',
      children: [
        listHead(kit),
        ...title('BIÊN BẢN', 'Hủy tài liệu lỗi thời'),
        body(run('Hôm nay, {ngay_huy}, tại {dia_diem}, chúng tôi gồm:')),
        body(run('{#thanh_phan [loopOver: "paragraph"]}- {ten};{/thanh_phan}')),
        body(
          run(
            'đã tiến hành hủy {so_luong} bản giấy tài liệu đã thu hồi dưới đây. Lý do: {ly_do} Cách hủy: {cach_huy}.',
          ),
        ),
        list('ban', DESTROYED_COLUMNS),
        paragraph(run('', { size: 6 })),
        body(run('Biên bản lập xong cùng ngày, các thành viên đã đọc lại và ký tên./.'), LAST),
        ...hands(kit, 'THƯ KÝ ISO', 'NGƯỜI CHỨNG KIẾN', 'LÃNH ĐẠO CƠ QUAN'),
      ],
    },
  };
}
