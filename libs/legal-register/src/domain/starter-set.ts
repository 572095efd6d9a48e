import { type LegalTextFields } from './legal-text';

type Starter = Pick<LegalTextFields, 'kind' | 'numberSymbol' | 'issuer' | 'issuedOn' | 'title'> &
  Partial<Pick<LegalTextFields, 'effectiveOn' | 'aliases'>>;

const QUOC_HOI = 'Quốc hội';
const CHINH_PHU = 'Chính phủ';
const BO_TU_PHAP = 'Bộ Tư pháp';
const BO_KHCN = 'Bộ Khoa học và Công nghệ';

/**
 * A small starter set: texts that the real procedures cite, whose number, issuing body and date are certain. It makes
 * names resolve from the first day; offices add to it. Effective dates are given where they are certain.
 */
export const STARTER_TEXTS: readonly LegalTextFields[] = (
  [
    law('Luật', '60/2014/QH13', ['2014-11-20', '2016-01-01'], 'Luật Hộ tịch'),
    law('Bộ luật', '91/2015/QH13', ['2015-11-24', '2017-01-01'], 'Bộ luật Dân sự'),
    law('Luật', '52/2010/QH12', ['2010-06-17', '2011-01-01'], 'Luật Nuôi con nuôi'),
    law('Luật', '52/2014/QH13', ['2014-06-19', '2015-01-01'], 'Luật Hôn nhân và gia đình'),
    law('Luật', '24/2008/QH12', ['2008-11-13', '2009-07-01'], 'Luật Quốc tịch Việt Nam'),
    law('Luật', '102/2016/QH13', ['2016-04-05', '2017-06-01'], 'Luật Trẻ em'),
    law('Luật', '26/2023/QH15', ['2023-11-27', '2024-07-01'], 'Luật Căn cước'),
    law('Luật', '68/2020/QH14', ['2020-11-13', '2021-07-01'], 'Luật Cư trú'),
    law('Luật', '53/2014/QH13', ['2014-06-20', '2015-01-01'], 'Luật Công chứng'),
    law('Luật', '46/2024/QH15', ['2024-11-26', '2025-07-01'], 'Luật Công chứng'),
    law('Luật', '45/2013/QH13', ['2013-11-29', '2014-07-01'], 'Luật Đất đai'),
    law('Luật', '31/2024/QH15', ['2024-01-18', '2024-08-01'], 'Luật Đất đai'),
    law('Luật', '27/2023/QH15', ['2023-11-27', '2024-08-01'], 'Luật Nhà ở'),
    law('Luật', '20/2023/QH15', ['2023-06-22', '2024-07-01'], 'Luật Giao dịch điện tử'),
    {
      kind: 'Nghị định',
      numberSymbol: '123/2015/NĐ-CP',
      issuer: CHINH_PHU,
      issuedOn: '2015-11-15',
      effectiveOn: '2016-01-01',
      title: 'Quy định chi tiết một số điều và biện pháp thi hành Luật Hộ tịch',
    },
    {
      kind: 'Nghị định',
      numberSymbol: '23/2015/NĐ-CP',
      issuer: CHINH_PHU,
      issuedOn: '2015-02-16',
      effectiveOn: '2015-04-10',
      title:
        'Về cấp bản sao từ sổ gốc, chứng thực bản sao từ bản chính, chứng thực chữ ký và chứng thực hợp đồng, giao dịch',
    },
    {
      kind: 'Nghị định',
      numberSymbol: '61/2018/NĐ-CP',
      issuer: CHINH_PHU,
      issuedOn: '2018-04-23',
      effectiveOn: '2018-06-21',
      title: 'Về thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính',
    },
    {
      kind: 'Nghị định',
      numberSymbol: '30/2020/NĐ-CP',
      issuer: CHINH_PHU,
      issuedOn: '2020-03-05',
      effectiveOn: '2020-03-05',
      title: 'Về công tác văn thư',
    },
    {
      kind: 'Thông tư',
      numberSymbol: '04/2020/TT-BTP',
      issuer: BO_TU_PHAP,
      issuedOn: '2020-05-28',
      effectiveOn: '2020-07-16',
      title:
        'Quy định chi tiết thi hành một số điều của Luật Hộ tịch và Nghị định số 123/2015/NĐ-CP ngày 15 tháng 11 năm 2015 của Chính phủ',
    },
    {
      kind: 'Thông tư',
      numberSymbol: '01/2020/TT-BTP',
      issuer: BO_TU_PHAP,
      issuedOn: '2020-03-03',
      effectiveOn: '2020-04-20',
      title:
        'Quy định chi tiết và hướng dẫn thi hành một số điều của Nghị định số 23/2015/NĐ-CP ngày 16 tháng 02 năm 2015 của Chính phủ',
    },
    {
      kind: 'Quyết định',
      numberSymbol: '19/2014/QĐ-TTg',
      issuer: 'Thủ tướng Chính phủ',
      issuedOn: '2014-03-05',
      effectiveOn: '2014-05-18',
      title:
        'Về việc áp dụng Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước',
    },
    {
      kind: 'Thông tư',
      numberSymbol: '26/2014/TT-BKHCN',
      issuer: BO_KHCN,
      issuedOn: '2014-10-10',
      effectiveOn: '2014-12-01',
      title:
        'Quy định chi tiết thi hành Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ',
    },
    {
      kind: 'Nghị định',
      numberSymbol: '87/2020/NĐ-CP',
      issuer: CHINH_PHU,
      issuedOn: '2020-07-28',
      effectiveOn: '2020-09-15',
      title: 'Quy định về Cơ sở dữ liệu hộ tịch điện tử, đăng ký hộ tịch trực tuyến',
    },
    {
      kind: 'Nghị định',
      numberSymbol: '104/2022/NĐ-CP',
      issuer: CHINH_PHU,
      issuedOn: '2022-12-21',
      effectiveOn: '2023-01-01',
      title:
        'Sửa đổi, bổ sung một số điều của các nghị định liên quan đến việc nộp, xuất trình sổ hộ khẩu, sổ tạm trú giấy khi thực hiện thủ tục hành chính, cung cấp dịch vụ công',
    },
    {
      kind: 'Nghị định',
      numberSymbol: '07/2025/NĐ-CP',
      issuer: CHINH_PHU,
      issuedOn: '2025-01-09',
      effectiveOn: '2025-01-09',
      title: 'Sửa đổi, bổ sung một số điều của các nghị định trong lĩnh vực hộ tịch, quốc tịch, chứng thực',
    },
    {
      kind: 'Nghị định',
      numberSymbol: '120/2025/NĐ-CP',
      issuer: CHINH_PHU,
      issuedOn: '2025-06-11',
      effectiveOn: '2025-07-01',
      title:
        'Quy định về phân định thẩm quyền của chính quyền địa phương 02 cấp trong lĩnh vực quản lý nhà nước của Bộ Tư pháp',
    },
    {
      kind: 'Quyết định',
      numberSymbol: '101/QĐ-BKHCN',
      issuer: BO_KHCN,
      issuedOn: '2019-01-21',
      title:
        'Về việc công bố Mô hình khung hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2015 cho các loại hình cơ quan hành chính nhà nước tại địa phương',
    },
  ] as Starter[]
).map((text) => ({ effectiveOn: null, aliases: [], relations: [], ...text }));

function law(
  kind: string,
  numberSymbol: string,
  [issuedOn, effectiveOn]: [string, string],
  title: string,
): Starter {
  return { kind, numberSymbol, issuer: QUOC_HOI, issuedOn, effectiveOn, title };
}
