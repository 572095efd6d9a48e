import { findNamedTexts } from './named-texts';

function named(text: string): string[] {
  return findNamedTexts([{ text, block: 0, where: '', page: null }]).map(
    ({ name, year }) => `${name} · ${year}`,
  );
}

describe('findNamedTexts()', () => {
  it.each([
    ['- Luật Hộ tịch năm 2014;', ['Luật Hộ tịch · 2014']],
    ['Luật Nuôi con nuôi 2010;', ['Luật Nuôi con nuôi · 2010']],
    ['Bộ luật Dân sự (2015)', ['Bộ luật Dân sự · 2015']],
    ['Luật Tổ chức chính quyền địa phương ngày 19/6/2015;', ['Luật Tổ chức chính quyền địa phương · 2015']],
    ['Luật Hộ tịch ngày 20 tháng 11 năm 2014', ['Luật Hộ tịch · 2014']],
    ['Luật Cư trú được Quốc hội khóa XIV thông qua ngày 13/11/2020', ['Luật Cư trú · 2020']],
    ['Hiến pháp năm 2013', ['Hiến pháp · 2013']],
    [
      'Pháp lệnh Ưu đãi người có công với cách mạng năm 2020',
      ['Pháp lệnh Ưu đãi người có công với cách mạng · 2020'],
    ],
    ['Luật Phòng, chống tham nhũng năm 2018', ['Luật Phòng, chống tham nhũng · 2018']],
    ['LUẬT HỘ TỊCH NĂM 2014', ['Luật HỘ TỊCH · 2014']],
    ['luật Hôn nhân và gia đình năm 2014', ['Luật Hôn nhân và gia đình · 2014']],
    [
      'Luật Hộ tịch năm 2014, Luật Cư trú 2020 và Bộ luật Dân sự 2015.',
      ['Luật Hộ tịch · 2014', 'Luật Cư trú · 2020', 'Bộ luật Dân sự · 2015'],
    ],
    ['Luật Hộ tịch và Luật Cư trú năm 2020', ['Luật Cư trú · 2020']],
    [
      'Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019;',
      [
        'Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương · 2019',
      ],
    ],
    ['Luật Hộ\ntịch\nnăm 2014', ['Luật Hộ tịch · 2014']],
    ['Luật Hộ tịch năm 2014; luật Hộ tịch 2014', ['Luật Hộ tịch · 2014']],
  ])('finds in %j %j', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it.each([
    'theo quy định của pháp luật năm 2014',
    'xử lý kỷ luật năm 2020',
    'Luật Hộ tịch và Nghị định số 123/2015/NĐ-CP ngày 15/11/2015',
    'Luật Hộ tịch có hiệu lực từ ngày 01/01/2016',
    'Luật Lưu trữ số 33/2024/QH15 ngày 21/6/2024',
    'Luật Lưu trữ năm 2024 (số 33/2024/QH15)',
    'theo quy định của Luật Hôn nhân và gia đình. Năm 2024, Sở',
    'Luật Ngân sách nhà nước, dự toán năm 2024',
    'tuyên truyền Luật Hộ tịch trong năm 2024',
  ])('finds nothing in %j', (text) => {
    expect(named(text)).toEqual([]);
  });
});
