import { type ReadRelation, readLegalText } from '.';

const CIRCULAR = `BỘ TÀI CHÍNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
-------\tĐộc lập - Tự do - Hạnh phúc
Số: 116/2015/TT-BTC\tHà Nội, ngày 11 tháng 8 năm 2015

THÔNG TƯ
Quy định công tác quản lý tài chính đối với việc tư vấn, xây dựng, áp dụng,
duy trì và cải tiến hệ thống quản lý chất lượng
Căn cứ Luật Ngân sách nhà nước ngày 16 tháng 12 năm 2002;
Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ;
Điều 1. Phạm vi điều chỉnh
1. Thông tư này quy định công tác quản lý tài chính theo Quyết định số 19/2014/QĐ-TTg.
Điều 6. Điều khoản thi hành
1. Thông tư này có hiệu lực thi hành kể từ ngày 25 tháng 9 năm 2015, thay thế Thông tư số 159/2010/TT-BTC ngày 15 tháng 10 năm 2010 của Bộ trưởng Bộ Tài chính hướng dẫn công tác quản lý tài chính.
2. Trường hợp các văn bản dẫn chiếu tại Thông tư này được sửa đổi, bổ sung hoặc thay thế thì áp dụng theo văn bản mới.
Nơi nhận:
- Thay thế Thông tư số 1/2000/TT-BTC`;

const shown = ({ kind, partly, provisions, target, named, effectiveOn }: ReadRelation): string =>
  [
    kind,
    partly ? 'partly' : 'wholly',
    target?.numberSymbol ?? `${named?.name ?? '?'} ${String(named?.year)}`,
    provisions ?? '',
    effectiveOn ?? '',
  ]
    .join(' | ')
    .replace(/(?: \| )+$/, '');

const relations = (text: string): string[] => readLegalText(text).relations.map(shown);
const article = (text: string): string[] => relations(`Điều 5. Hiệu lực thi hành\n${text}`);

describe('R4 reading a legal text', () => {
  it('reads its own number, issuer, days and title', () => {
    expect(readLegalText(CIRCULAR)).toMatchObject({
      kind: 'Thông tư',
      numberSymbol: '116/2015/TT-BTC',
      issuer: 'Bộ Tài chính',
      issuedOn: '2015-08-11',
      effectiveOn: '2015-09-25',
      expiredOn: null,
      title:
        'Quy định công tác quản lý tài chính đối với việc tư vấn, xây dựng, áp dụng, duy trì và cải tiến hệ thống quản lý chất lượng',
    });
  });

  it('takes what it replaces, not its grounds, its references or the list of receivers', () => {
    expect(relations(CIRCULAR)).toEqual(['replaces | wholly | 159/2010/TT-BTC']);
  });

  it('takes no text that only stands in the name of the one it replaces', () => {
    const named =
      'Thông tư số 01/2022/TT-BTP ngày 04 tháng 01 năm 2022 của Bộ trưởng Bộ Tư pháp quy định chi tiết một số điều và biện pháp thi hành Nghị định số 87/2020/NĐ-CP';
    const [one, two] = ['replaces | wholly | 01/2022/TT-BTP', 'replaces | wholly | 04/2020/TT-BTP'];
    expect(article(`2. Thông tư này thay thế ${named}.`).map((line) => line.slice(0, one.length))).toEqual([
      one,
    ]);
    expect(
      article(`2. Thông tư này thay thế ${named} và Thông tư số 04/2020/TT-BTP.`).map((line) =>
        line.slice(0, one.length),
      ),
    ).toEqual([one, two]);
  });

  it('names issuer and day of the text that is replaced', () => {
    expect(readLegalText(CIRCULAR).relations[0]?.target).toMatchObject({
      kind: 'Thông tư',
      issuer: 'Bộ Tài chính',
      issuedOn: '2010-10-15',
    });
  });

  it.each([
    [
      'two texts in one sentence',
      '1. Quyết định này có hiệu lực thi hành kể từ ngày 20 tháng 4 năm 2014 và thay thế Quyết định số 144/2006/QĐ-TTg ngày 20 tháng 6 năm 2006 và Quyết định số 118/2009/QĐ-TTg ngày 30 tháng 9 năm 2009 của Thủ tướng Chính phủ.',
      ['replaces | wholly | 144/2006/QĐ-TTg', 'replaces | wholly | 118/2009/QĐ-TTg'],
    ],
    [
      'a text named inside the name of another',
      '2. Bãi bỏ Quyết định số 118/2009/QĐ-TTg ngày 30 tháng 9 năm 2009 của Thủ tướng Chính phủ về việc sửa đổi, bổ sung một số điều của Quyết định số 144/2006/QĐ-TTg.',
      ['repeals | wholly | 118/2009/QĐ-TTg'],
    ],
    [
      'texts that end with the beginning of this one',
      '2. Nghị định số 23/2015/NĐ-CP ngày 16 tháng 02 năm 2015 của Chính phủ hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành.',
      ['repeals | wholly | 23/2015/NĐ-CP'],
    ],
    [
      'texts that end on a day of their own',
      '2. Thông tư số 01/2020/TT-BTP ngày 03 tháng 3 năm 2020 của Bộ trưởng Bộ Tư pháp hết hiệu lực kể từ ngày 01 tháng 01 năm 2026.',
      ['repeals | wholly | 01/2020/TT-BTP |  | 2026-01-01'],
    ],
    [
      'a list under one verb',
      '2. Các văn bản sau đây hết hiệu lực kể từ ngày Thông tư này có hiệu lực:\na) Thông tư số 15/2015/TT-BTP ngày 16 tháng 11 năm 2015 của Bộ trưởng Bộ Tư pháp;\nb) Thông tư số 04/2020/TT-BTP ngày 28 tháng 5 năm 2020 của Bộ trưởng Bộ Tư pháp.\nĐiều 6. Tổ chức thực hiện\n1. Việc giải quyết thực hiện theo Thông tư số 09/2022/TT-BTP.',
      ['repeals | wholly | 15/2015/TT-BTP', 'repeals | wholly | 04/2020/TT-BTP'],
    ],
    [
      'a part of a text',
      '3. Bãi bỏ khoản 2 Điều 5 và Điều 7 Thông tư số 02/2020/TT-BTP; Điều 3 của Thông tư số 03/2020/TT-BTP.',
      [
        'repeals | partly | 02/2020/TT-BTP | khoản 2 Điều 5 và Điều 7',
        'repeals | partly | 03/2020/TT-BTP | Điều 3',
      ],
    ],
    [
      'all but a part',
      '2. Nghị định số 20/2013/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực, trừ khoản 3 Điều 12.',
      ['repeals | partly | 20/2013/NĐ-CP'],
    ],
    [
      'a law by name',
      '2. Luật Hộ tịch năm 2014 hết hiệu lực kể từ ngày Luật này có hiệu lực.',
      ['repeals | wholly | Luật Hộ tịch 2014'],
    ],
    [
      'the whole of one',
      'Bãi bỏ toàn bộ Quyết định số 12/2019/QĐ-UBND.',
      ['repeals | wholly | 12/2019/QĐ-UBND'],
    ],
    [
      'a correction',
      '1. Đính chính Thông tư số 05/2024/TT-BTP như sau:',
      ['corrects | wholly | 05/2024/TT-BTP'],
    ],
    [
      'what others changed',
      '1. Thực hiện theo Thông tư số 07/2024/TT-BTP đã được sửa đổi, bổ sung bởi Thông tư số 08/2024/TT-BTP.',
      [],
    ],
    ['its own end', '2. Thông tư này hết hiệu lực kể từ ngày 01 tháng 3 năm 2027.', []],
    [
      'a sentence after it',
      '1. Thông tư này thay thế Thông tư số 01/2020/TT-BTP. Việc chuyển tiếp thực hiện theo Thông tư số 02/2021/TT-BTP.',
      ['replaces | wholly | 01/2020/TT-BTP'],
    ],
    ['what stays', '2. Nghị định số 87/2020/NĐ-CP còn hiệu lực.', []],
  ])('reads %s', (_, text, expected) => {
    expect(article(text)).toEqual(expected);
  });

  it('reads an amending text by its title, and not the words that it puts into the other', () => {
    const text = `Số: 04/2024/TT-BTP
Hà Nội, ngày 06 tháng 6 năm 2024
THÔNG TƯ
Sửa đổi, bổ sung một số điều của Thông tư số 04/2020/TT-BTP ngày 28 tháng 5 năm 2020 của Bộ trưởng Bộ Tư pháp
Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 04/2020/TT-BTP
1. Sửa đổi, bổ sung khoản 1 Điều 9 như sau:
“1. Thông tư này thay thế Thông tư số 15/2015/TT-BTP.
2. Bãi bỏ Thông tư số 16/2015/TT-BTP.”
Điều 2. Thông tư này có hiệu lực sau 45 ngày kể từ ngày ký.`;

    expect(relations(text)).toEqual(['amends | partly | 04/2020/TT-BTP']);
    expect(readLegalText(text)).toMatchObject({ effectiveOn: '2024-07-21' });
  });

  it('reads a law: named by its title, passed on its last page', () => {
    const text = `QUỐC HỘI
Luật số: 60/2014/QH13
LUẬT
HỘ TỊCH
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Điều 76. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2016.
Luật này đã được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XIII, kỳ họp thứ 8 thông qua ngày 20 tháng 11 năm 2014.`;

    expect(readLegalText(text)).toMatchObject({
      kind: 'Luật',
      numberSymbol: '60/2014/QH13',
      issuer: 'Quốc hội',
      issuedOn: '2014-11-20',
      effectiveOn: '2016-01-01',
      title: 'Luật Hộ tịch',
      relations: [],
    });
  });

  it('names the committee with its place, and begins on the day of signing', () => {
    const text = `ỦY BAN NHÂN DÂN
TỈNH THANH HÓA
Số: 25/2025/QĐ-UBND
Thanh Hóa, ngày 10 tháng 3 năm 2025
QUYẾT ĐỊNH
Về việc bãi bỏ Quyết định số 12/2019/QĐ-UBND
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.`;

    expect(readLegalText(text)).toMatchObject({
      issuer: 'Ủy ban nhân dân tỉnh Thanh Hóa',
      issuedOn: '2025-03-10',
      effectiveOn: '2025-03-10',
    });
    expect(relations(text)).toEqual(['repeals | wholly | 12/2019/QĐ-UBND']);
  });

  it('reads when a text ends', () => {
    expect(
      readLegalText(
        'Điều 9. Nghị định này có hiệu lực từ ngày 01/7/2025 và hết hiệu lực kể từ ngày 01/3/2027.',
      ),
    ).toMatchObject({ effectiveOn: '2025-07-01', expiredOn: '2027-03-01' });
    expect(
      readLegalText('Điều 9. Nghị quyết này có hiệu lực từ ngày 01/7/2025 đến hết ngày 28/02/2027.'),
    ).toMatchObject({
      expiredOn: '2027-03-01',
    });
  });

  it.each(['', 'không có gì', '“', 'Điều 1.\n'.repeat(2000), 'Bãi bỏ '.repeat(3000)])(
    'survives what is no legal text (%#)',
    (text) => {
      expect(readLegalText(text).relations).toEqual([]);
    },
  );
});
