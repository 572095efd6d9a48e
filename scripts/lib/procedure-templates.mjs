import { Table, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx';
import { THIN } from './template-page.mjs';
const STEP_COLUMNS = [
  { heading: 'TT', value: 'tt', width: 12, middle: true },
  { heading: 'Trình tự các bước thực hiện', value: 'ten', width: 84 },
  { heading: 'Trách nhiệm', value: 'trach_nhiem', width: 38 },
  { heading: 'Thời gian', value: 'thoi_gian', width: 26, middle: true },
];
/** The last four are written by hand at each hand-over. */
const SLIP_COLUMNS = [
  { heading: 'TT', value: 'tt', width: 10, middle: true },
  { heading: 'Bước công việc', value: 'ten', width: 46 },
  { heading: 'Trách nhiệm', value: 'trach_nhiem', width: 28 },
  { heading: 'Thời gian quy định', value: 'thoi_gian', width: 20, middle: true },
  { heading: 'Nhận (giờ, ngày)', value: 'trong', width: 18 },
  { heading: 'Giao (giờ, ngày)', value: 'trong', width: 18 },
  { heading: 'Ký nhận', value: 'trong', width: 20 },
];
const FORM_COLUMNS = [
  { heading: 'STT', value: 'stt', width: 12, middle: true },
  { heading: 'Mã hiệu', value: 'ma_hieu', width: 38 },
  { heading: 'Tên biểu mẫu', value: 'ten', width: 110 },
];
const RECORD_COLUMNS = [
  { heading: 'TT', value: 'stt', width: 12, middle: true },
  { heading: 'Tên hồ sơ', value: 'ten', width: 70 },
  { heading: 'Nơi lưu, người lưu trữ', value: 'noi_luu', width: 46 },
  { heading: 'Thời gian lưu', value: 'thoi_gian', width: 32, middle: true },
];
const AMENDMENT_COLUMNS = [
  { heading: 'STT', value: 'stt', width: 12, middle: true },
  { heading: 'Tóm lược nội dung sửa đổi', value: 'noi_dung', width: 72 },
  { heading: 'Cơ sở pháp lý hoặc căn cứ sửa đổi', value: 'can_cu', width: 52 },
  { heading: 'Lần sửa đổi', value: 'lan', width: 24, middle: true },
];

/** The paper of a procedure, and the blank slip that follows a dossier through its steps. */
export function procedureTemplates({ TEXT_WIDTH, mm, body, cell, centered, list, paragraph, run }) {
  const blank = () => paragraph(run('', { size: 6 }));
  /** Alone in its paragraph, so that everything up to its end is repeated. */
  const loop = (name, isEnd = false) =>
    paragraph(run(isEnd ? `{/${name}}` : `{#${name} [loopOver: "paragraph"]}`, { size: 2 }));

  function bordered(rows, widths) {
    const borders = { top: THIN, bottom: THIN, left: THIN, right: THIN };
    const margins = { top: 60, bottom: 60, left: 80, right: 80 };
    return new Table({
      columnWidths: widths,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      rows: rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((children, index) =>
              cell(children, widths[index], { borders, margins, verticalAlign: VerticalAlign.CENTER }),
            ),
          }),
      ),
    });
  }

  /** Agency, name, code and edition: the frame on top of the real procedures. */
  function procedureHead() {
    const [left, right] = [mm(42), mm(46)];
    const line = (text) => paragraph(run(text, { size: 12 }));
    return bordered(
      [
        [
          [centered('{co_quan}', { size: 13, bold: true })],
          [centered('QUY TRÌNH', { size: 13, bold: true }), centered('{ten}', { size: 13, bold: true })],
          [
            line('Mã hiệu: {ma_hieu}'),
            line('Lần ban hành: {lan_ban_hanh}'),
            line('Lần sửa đổi: {lan_sua_doi}'),
            line('Ngày ban hành: {ngay_ban_hanh}'),
          ],
        ],
      ],
      [left, TEXT_WIDTH - left - right, right],
    );
  }

  /** Names of reviewer and approver are written when they sign. */
  function signersTable() {
    const [label, each] = [mm(25), Math.round((TEXT_WIDTH - mm(25)) / 3)];
    const row = (name, ...values) => [
      [centered(name, { size: 12, bold: true })],
      ...values.map((value) => [centered(value, { size: 12 })]),
    ];
    return bordered(
      [
        row('', 'Soạn thảo', 'Xem xét', 'Phê duyệt'),
        row('Họ tên', '{nguoi_soan_thao}', '', ''),
        row('Chữ ký', '', '', ''),
        row('Chức vụ', '{chuc_vu_soan_thao}', '', ''),
      ],
      [label, each, each, each],
    );
  }

  return {
    'quy-trinh': {
      title: 'Quy trình',
      children: [
        procedureHead(),
        blank(),
        signersTable(),
        centered('THEO DÕI SỬA ĐỔI TÀI LIỆU', { bold: true }, { spacing: { before: 280, after: 120 } }),
        list('sua_doi', AMENDMENT_COLUMNS),
        blank(),
        loop('muc'),
        body(run('{tieu_de}', { bold: true }), { indent: {}, keepNext: true }),
        body(run('{#doan [loopOver: "paragraph"]}{noi_dung}{/doan}')),
        loop('muc', true),
        body(run('Trình tự các bước thực hiện', { bold: true }), { indent: {}, keepNext: true }),
        loop('truong_hop'),
        body(run('{truong_hop_ten}', { italics: true }), { indent: {}, keepNext: true }),
        body(run('Thời hạn giải quyết: {thoi_han}'), { indent: {}, keepNext: true }),
        list('buoc', STEP_COLUMNS),
        blank(),
        loop('truong_hop', true),
        body(run('Biểu mẫu', { bold: true }), { indent: {}, keepNext: true }),
        list('bieu_mau', FORM_COLUMNS),
        body(run('Hồ sơ lưu', { bold: true }), {
          indent: {},
          keepNext: true,
          spacing: { before: 200, after: 120 },
        }),
        list('ho_so', RECORD_COLUMNS),
      ],
    },
    'phieu-theo-doi-qua-trinh': {
      title: 'Phiếu theo dõi quá trình xử lý công việc',
      children: [
        centered('{co_quan}', { bold: true, size: 13 }),
        centered('PHIẾU THEO DÕI QUÁ TRÌNH XỬ LÝ CÔNG VIỆC', { bold: true }, { spacing: { before: 200 } }),
        centered('{ma_hieu} – {ten}', { bold: true }),
        centered('{truong_hop_ten}', { italics: true }, { spacing: { after: 160 } }),
        ...['Mã số hồ sơ', 'Tên tổ chức, cá nhân', 'Ngày nhận hồ sơ', 'Ngày hẹn trả kết quả'].map((label) =>
          body(run(`${label}: ${'.'.repeat(60)}`), { indent: {} }),
        ),
        body(run('Thời hạn giải quyết theo quy định: {thoi_han}'), { indent: {} }),
        list('buoc', SLIP_COLUMNS),
      ],
    },
  };
}
