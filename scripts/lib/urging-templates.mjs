import { AlignmentType } from 'docx';

const LATE_COLUMNS = [
  { heading: 'STT', value: 'stt', width: 10, middle: true },
  { heading: 'Đơn vị', value: 'don_vi', width: 36 },
  { heading: 'Tài liệu, công việc', value: 'tai_lieu', width: 58 },
  { heading: 'Người được giao', value: 'nguoi', width: 30 },
  { heading: 'Hạn', value: 'han', width: 22, middle: true },
  { heading: 'Số ngày quá hạn', value: 'so_ngay', width: 18, middle: true },
];
const WEEK_COLUMNS = [
  { heading: 'STT', value: 'stt', width: 10, middle: true },
  { heading: 'Phòng', value: 'don_vi', width: 34 },
  { heading: 'Công việc', value: 'tai_lieu', width: 58 },
  { heading: 'Người được giao', value: 'nguoi', width: 30 },
  { heading: 'Hạn', value: 'han', width: 22, middle: true },
  { heading: 'Tình trạng', value: 'tinh_trang', width: 26 },
];

/** Công văn đôn đốc and the weekly list of a phòng (OF-10). */
export function urgingTemplates(kit) {
  const { body, centered, head, LAST, list, mm, paragraph, rule, run, signature, TEXT_WIDTH, title } = kit;
  const number = paragraph(
    [run('Số: {so}/{ky_hieu}', { size: 13 }), run('V/v {trich_yeu}', { size: 12, break: 1 })],
    { alignment: AlignmentType.CENTER },
  );
  return {
    'cong-van-don-doc': {
      title: 'Công văn đôn đốc',
      children: [
        head(number),
        centered('Kính gửi: {kinh_gui}', {}, { spacing: { before: 240, after: 200 } }),
        body(run('{mo_dau}')),
        body(run('{yeu_cau}')),
        body(run('{tra_loi}'), LAST),
        ...signature(),
        centered('PHỤ LỤC', { bold: true }, { pageBreakBefore: true }),
        centered('Danh sách việc quá hạn', { bold: true }),
        centered('(Kèm theo Công văn số {so}/{ky_hieu} {ngay} của {co_quan_thuong}; tính đến {tinh_den})', {
          size: 13,
          italics: true,
        }),
        rule(TEXT_WIDTH, mm(55)),
        paragraph(run('', { size: 6 })),
        list('dong', LATE_COLUMNS),
      ],
    },
    'danh-sach-viec-tuan': {
      title: 'Danh sách việc trong tuần',
      children: [
        head(centered('')),
        ...title('DANH SÁCH VIỆC TRONG TUẦN', '{pham_vi}'),
        centered('Từ {tu_ngay} đến {den_ngay}', { size: 13, italics: true }),
        paragraph(run('', { size: 6 })),
        list('dong', WEEK_COLUMNS),
      ],
    },
  };
}
