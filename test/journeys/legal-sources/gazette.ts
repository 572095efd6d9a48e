/** An invented Thông tư in the layout of a real one; `number` and the text that it replaces differ from test to test. */
export function aThongTu(number: string, replaces: string, title = 'cấp bản sao điện tử từ sổ gốc'): string {
  return `BỘ TƯ PHÁP
Số: ${number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 05 tháng 10 năm 2026
THÔNG TƯ
Quy định về ${title}
Căn cứ Nghị định số 39/2022/NĐ-CP ngày 18 tháng 6 năm 2022 của Chính phủ;
Điều 1. Phạm vi điều chỉnh
Thông tư này quy định về ${title}.
Điều 2. Hiệu lực thi hành
1. Thông tư này có hiệu lực kể từ ngày 01 tháng 12 năm 2026.
2. Thông tư này thay thế Thông tư số ${replaces} ngày 28 tháng 5 năm 2020 của Bộ trưởng Bộ Tư pháp.
Nơi nhận:
- Văn phòng Chính phủ;`;
}
