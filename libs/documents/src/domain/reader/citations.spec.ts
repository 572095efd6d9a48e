import { type Citation, findCitations, normaliseNumberSymbol } from '@app/kernel';
import { mergeCitations } from './merge-citations';
import { type OwnPlace } from './own-place';

function cited(text: string, place: OwnPlace | null = null): Citation[] {
  return [...mergeCitations(findCitations({ text, block: 0, where: 'Đoạn 1', page: null }), place).citations];
}

function line(citation: Citation): string {
  return [citation.numberSymbol, citation.kind, citation.issuer, citation.issuedOn]
    .map((part) => part ?? '?')
    .join(' | ');
}

describe('findCitations()', () => {
  it.each([
    [
      'Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014',
      '19/2014/QĐ-TTg | Quyết định | Thủ tướng Chính phủ | 2014-03-05',
    ],
    ['Thông tư 159/2010/TT-BTC, ngày 15/10/2010', '159/2010/TT-BTC | Thông tư | Bộ Tài chính | 2010-10-15'],
    ['Kế hoạch hành động số 22- KH/TU ngày 23/7/2021', '22-KH/TU | Kế hoạch | ? | 2021-07-23'],
    ['Nghị định s ố 123/2015/NĐ-CP ngày 15.11.2015', '123/2015/NĐ-CP | Nghị định | Chính phủ | 2015-11-15'],
    ['Thông tư số 04/2020/TT- BTP', '04/2020/TT-BTP | Thông tư | Bộ Tư pháp | ?'],
    ['Quyết định số 2485/QĐ-\nUBND ngày 24 tháng 11\nnăm 2014', '2485/QĐ-UBND | Quyết định | ? | 2014-11-24'],
    [
      'Nghị quyết số 04/2024/NQ-HĐND ngày 17 tháng 4 năm 2024 của Hội đồng nhân dân tỉnh Sóc Trăng quy định mức thu',
      '04/2024/NQ-HĐND | Nghị quyết | Hội đồng nhân dân tỉnh Sóc Trăng | 2024-04-17',
    ],
    ['Luật Lưu trữ số 33/2024/QH15 ngày 21/6/2024', '33/2024/QH15 | Luật | Quốc hội | 2024-06-21'],
    ['Bộ luật Lao động số 45/2019/QH14', '45/2019/QH14 | Bộ luật | Quốc hội | ?'],
    [
      'Nghị quyết số 43/2022/QH15 ngày 11/01/2022 của Quốc hội',
      '43/2022/QH15 | Nghị quyết | Quốc hội | 2022-01-11',
    ],
    [
      'Pháp lệnh số 01/2012/UBTVQH13 ngày 16/4/2012 của Ủy ban Thường vụ Quốc hội',
      '01/2012/UBTVQH13 | Pháp lệnh | Ủy ban thường vụ Quốc hội | 2012-04-16',
    ],
    [
      'Thông tư liên tịch số 01/2016/TTLT-BTP-BNV ngày 12/01/2016',
      '01/2016/TTLT-BTP-BNV | Thông tư liên tịch | Bộ Tư pháp, Bộ Nội vụ | 2016-01-12',
    ],
    [
      'Văn bản hợp nhất số 02/VBHN-BTP ngày 5-7-2019',
      '02/VBHN-BTP | Văn bản hợp nhất | Bộ Tư pháp | 2019-07-05',
    ],
    [
      'Công văn số 419/BKHCN-TĐC ngày 21/02/2018',
      '419/BKHCN-TĐC | Công văn | Bộ Khoa học và Công nghệ | 2018-02-21',
    ],
    ['Chỉ thị 05-CT/TW ngày 15/5/2016 của Bộ Chính trị', '05-CT/TW | Chỉ thị | Bộ Chính trị | 2016-05-15'],
    [
      'QĐ số 101/QÐ-BKHCN ngày 21/01/2019',
      '101/QĐ-BKHCN | Quyết định | Bộ Khoa học và Công nghệ | 2019-01-21',
    ],
    ['NĐ 61/2018/NĐ-CP', '61/2018/NĐ-CP | Nghị định | Chính phủ | ?'],
    ['Nghị quyết số 36a/NQ-CP ngày 14/10/2015', '36a/NQ-CP | Nghị quyết | Chính phủ | 2015-10-14'],
    [
      'QUYẾT ĐỊNH SỐ 19/2014/QĐ-TTG NGÀY 05/3/2014',
      '19/2014/QĐ-TTg | Quyết định | Thủ tướng Chính phủ | 2014-03-05',
    ],
    [
      'Quyết định số19/2014/QĐ-TTgngày 05/3/2014',
      '19/2014/QĐ-TTg | Quyết định | Thủ tướng Chính phủ | 2014-03-05',
    ],
    ['Quyết định số 19/20 14/Q Đ-TTg', '19/2014/QĐ-TTg | Quyết định | Thủ tướng Chính phủ | ?'],
    ['Nghị định số 12 3/2015/NĐ-CP', '123/2015/NĐ-CP | Nghị định | Chính phủ | ?'],
    ['Thông tư số 26/2014/TT – BKHCN', '26/2014/TT-BKHCN | Thông tư | Bộ Khoa học và Công nghệ | ?'],
    [
      'Nghị định số 30/2020/NĐ-CP của Chính phủ ngày 05/3/2020 về công tác văn thư',
      '30/2020/NĐ-CP | Nghị định | Chính phủ | 2020-03-05',
    ],
    ['Quyết định số 30/2020/ND-CP', '30/2020/ND-CP | Quyết định | Chính phủ | ?'],
    [
      'Nghị quyết của HĐND tỉnh Bà Rịa - Vũng Tàu số 07/2022/NQ-HĐND ngày 12/12/2022',
      '07/2022/NQ-HĐND | Nghị quyết | HĐND tỉnh Bà Rịa - Vũng Tàu | 2022-12-12',
    ],
    [
      'Quyết định số 1234/QĐ-UBND ngày 01/02/2024 của Chủ tịch UBND thành phố Hải Phòng về việc công bố',
      '1234/QĐ-UBND | Quyết định | UBND thành phố Hải Phòng | 2024-02-01',
    ],
    [
      'Quyết định số 15/QĐ-UBND ngày 03/01/2025 của UBND xã Yên Nhân, huyện Thường Xuân, tỉnh Thanh Hóa ban hành quy trình',
      '15/QĐ-UBND | Quyết định | UBND xã Yên Nhân, huyện Thường Xuân, tỉnh Thanh Hóa | 2025-01-03',
    ],
    [
      'Thông tư số 08/2025/TT-BTP ngày 12/6/2025 Bộ trưởng Bộ Tư pháp quy định',
      '08/2025/TT-BTP | Thông tư | Bộ Tư pháp | 2025-06-12',
    ],
    [
      'Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 7010/TTr-STC ngày 12/11/2021',
      '7010/TTr-STC | Tờ trình | Sở Tài chính | 2021-11-12',
    ],
    [
      'Quyết định số 55/QĐ-XYZ ngày 02/3/2023 của Viện Tiêu chuẩn Chất lượng Việt Nam phê duyệt kế hoạch',
      '55/QĐ-XYZ | Quyết định | Viện Tiêu chuẩn Chất lượng Việt Nam | 2023-03-02',
    ],
    [
      'Thông tư số 15/2023/TT-BVHTTDL của Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch',
      '15/2023/TT-BVHTTDL | Thông tư | Bộ Văn hóa, Thể thao và Du lịch | ?',
    ],
    ['Quyết định 30/QĐ-TTg của Thủ tướng chính phủ', '30/QĐ-TTg | Quyết định | Thủ tướng Chính phủ | ?'],
    ['khoản 2 Điều 14 Nghị định số 104/2022/NĐ-CP', '104/2022/NĐ-CP | Nghị định | Chính phủ | ?'],
    ['(sau đây gọi là Thông tư số 03/2023/TT-BTP)', '03/2023/TT-BTP | Thông tư | Bộ Tư pháp | ?'],
    ['Nghị định số 45/2020/NĐ-CP - Quy định về thủ tục', '45/2020/NĐ-CP | Nghị định | Chính phủ | ?'],
  ])('reads %j', (text, expected) => {
    expect(cited(text).map(line)).toEqual([expected]);
  });

  it.each([
    'khoản 2 Điều 14 và điểm a mục 3.1',
    'lệ phí 1.500.000 đồng/hồ sơ, 12/2025',
    'TCVN ISO 9001:2015, QCVN 102:2016/BTTTT, TCVN 5945:2005/BTNMT',
    'Mã hiệu: QT 01/CX-HCTP',
    'BM.02/QT-05 và QT-03/TP',
    'Mẫu số 01/ĐKKS; mẫu số 02/TP-CC',
    'Số:      /QĐ-UBND ngày    tháng    năm',
    'Số: 15/QĐ-SKHCN',
    'trong ngày 05/3/2014 và 24/7',
    'mã thủ tục 2.000815.000.00.00.H55',
    'Trang: 16/19',
    '½ ngày/bước, 1/2 ngày',
    'giai đoạn 2021-2025 - UBND tỉnh',
    'số 025188001010 do Cục Cảnh sát QLHC về TTXH cấp',
    'điện thoại 0299/3822.456, email abc@x.vn',
    'quyển số 01/2025-SCT/BS',
    'Quyết định này có hiệu lực từ ngày ký',
  ])('sees no citation in %j', (text) => {
    expect(cited(text).map(line)).toEqual([]);
  });

  it('gives each member of a list the body that is named once before it', () => {
    const text =
      'Căn cứ các Kế hoạch hành động của Ban Chấp hành Đảng bộ tỉnh: số 22- KH/TU ngày 23/7/2021 về cải cách, giai đoạn 2021-2025; số 27-KH/TU ngày 13/8/2021 về khoa học';

    expect(cited(text, { level: 'tỉnh', name: 'Thanh Hóa' }).map(line)).toEqual([
      '22-KH/TU | Kế hoạch | Ban Chấp hành Đảng bộ tỉnh Thanh Hóa | 2021-07-23',
      '27-KH/TU | Kế hoạch | Ban Chấp hành Đảng bộ tỉnh Thanh Hóa | 2021-08-13',
    ]);
  });

  it('gives each member of a list the body that is named once after it', () => {
    const text =
      'Nghị quyết số 10/2021/NQ-HĐND ngày 01/7/2021, số 11/2022/NQ-HĐND ngày 02/7/2022 và số 12/2023/NQ-HĐND ngày 03/7/2023 của Hội đồng nhân dân tỉnh Cà Mau';

    expect(cited(text).map(({ issuer }) => issuer)).toEqual(Array(3).fill('Hội đồng nhân dân tỉnh Cà Mau'));
  });

  it('keeps resolutions of two provinces with one number apart', () => {
    const text =
      'Nghị quyết số 04/2024/NQ-HĐND ngày 17/4/2024 của HĐND tỉnh Sóc Trăng; Nghị quyết số 04/2024/NQ-HĐND ngày 10/5/2024 của HĐND tỉnh Cà Mau';

    expect(cited(text).map(line)).toEqual([
      '04/2024/NQ-HĐND | Nghị quyết | HĐND tỉnh Sóc Trăng | 2024-04-17',
      '04/2024/NQ-HĐND | Nghị quyết | HĐND tỉnh Cà Mau | 2024-05-10',
    ]);
  });

  it('reports a text once, with the date that any of its places gives', () => {
    const text = 'theo Nghị định số 23/2015/NĐ-CP; Nghị định 23/2015/NĐ- CP ngày 16/02/2015 của Chính phủ';

    expect(cited(text).map(line)).toEqual(['23/2015/NĐ-CP | Nghị định | Chính phủ | 2015-02-16']);
  });

  it('knows a number without a year anew in each year', () => {
    const text = 'Quyết định số 30/QĐ-TTg ngày 10/01/2007 và Quyết định số 30/QĐ-TTg ngày 08/01/2012';

    expect(cited(text).map(({ issuedOn }) => issuedOn)).toEqual(['2007-01-10', '2012-01-08']);
  });

  it('completes a body by the fuller name before it in the same sentence', () => {
    const text =
      'Nghị quyết số 10/2022/NQ-HĐND của Hội đồng nhân dân thành phố Cần Thơ sửa đổi Nghị quyết số 03/2017/NQ-HĐND ngày 07 tháng 7 năm 2017 của Hội đồng nhân dân thành phố quy định mức thu';

    expect(cited(text).map(({ issuer }) => issuer)).toEqual(
      Array(2).fill('Hội đồng nhân dân thành phố Cần Thơ'),
    );
  });
});

describe('mergeCitations()', () => {
  function problems(text: string): string[] {
    return mergeCitations(findCitations({ text, block: 0, where: 'Đoạn 7', page: null }), null).problems.map(
      ({ code, where, message }) => `${code} · ${where} · ${message}`,
    );
  }

  it('tells a date that no calendar has', () => {
    expect(problems('Nghị định số 30/2020/NĐ-CP ngày 31/02/2020')).toEqual([
      'reader.citation-date-impossible · Đoạn 7 · Văn bản 30/2020/NĐ-CP được ghi ngày “ngày 31/02/2020” không có trong lịch.',
    ]);
  });

  it('tells two dates of one text and keeps the one of its year', () => {
    const text = 'Nghị định số 30/2020/NĐ-CP ngày 05/3/2021; Nghị định số 30/2020/NĐ-CP ngày 05/3/2020';

    expect(cited(text).map(({ issuedOn }) => issuedOn)).toEqual(['2020-03-05']);
    expect(problems(text)).toEqual([
      'reader.citation-dates-differ · Đoạn 7 · Văn bản 30/2020/NĐ-CP được ghi nhiều ngày khác nhau: 05/03/2020, 05/03/2021.',
    ]);
  });

  it('tells a date outside the year of the number', () => {
    expect(problems('Thông tư số 26/2014/TT-BKHCN ngày 10/10/2015')).toEqual([
      'reader.citation-year-differs · Đoạn 7 · Năm trong số, ký hiệu 26/2014/TT-BKHCN khác năm của ngày ban hành 10/10/2015.',
    ]);
  });

  it('writes the number-symbol without spaces, composed', () => {
    const [citation] = cited('Quyết định số 19 / 2014 / QĐ - TTg'.normalize('NFD').normalize('NFC'));

    expect(citation?.numberSymbol).toBe(normaliseNumberSymbol('19/2014/QĐ-TTg'));
  });
});
