import { pastedDocument } from './read-annex';
import { readAnnouncement } from './reading';

const PASTED = `ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH THỬ NGHIỆM\tĐộc lập - Tự do - Hạnh phúc
Số: 1234/QĐ-UBND\tThử Nghiệm, ngày 05 tháng 10 năm 2026
QUYẾT ĐỊNH
Về việc công bố danh mục thủ tục hành chính lĩnh vực Hộ tịch
DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH CẤP XÃ
STT\tTên thủ tục hành chính\tLĩnh vực
1\tĐăng ký kết hôn lưu động\tHộ tịch`;

describe('TT-02 a pasted quyết định công bố', () => {
  it('TT-02: gives number, date, title and rows', () => {
    const read = readAnnouncement(pastedDocument(PASTED));

    expect(read).toMatchObject({
      numberSymbol: '1234/QĐ-UBND',
      issuedOn: '2026-10-05',
      issuer: 'Ủy ban nhân dân',
      title: 'Về việc công bố danh mục thủ tục hành chính lĩnh vực Hộ tịch',
    });
    expect(read.rows.map(({ act, name }) => [act, name])).toEqual([['new', 'Đăng ký kết hôn lưu động']]);
  });

  it('TT-02: leaves open what the text does not say', () => {
    expect(readAnnouncement(pastedDocument('Không phải quyết định'))).toEqual({
      numberSymbol: null,
      issuedOn: null,
      issuer: null,
      title: null,
      rows: [],
    });
  });
});
