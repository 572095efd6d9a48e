import { foldVietnamese } from '@app/kernel';

/** Words of titles and folders by which the usual fields of administrative procedures are known; folded. */
const FIELDS: readonly (readonly [string, RegExp])[] = [
  ['Nuôi con nuôi', /\bnuoi con nuoi\b/],
  ['Chứng thực', /\bchung thuc\b|\bban sao tu (?:so goc|ban chinh)\b/],
  ['Hộ tịch', /\bho tich\b|\bkhai sinh\b|\bkhai tu\b|\bket hon\b|\bgiam ho\b|\bnhan cha\b|\btrich luc\b/],
  ['Quốc tịch', /\bquoc tich\b/],
  ['Lý lịch tư pháp', /\bly lich tu phap\b/],
  ['Hòa giải ở cơ sở', /\bhoa giai\b/],
  [
    'Phổ biến, giáo dục pháp luật',
    /\btuyen truyen vien phap luat\b|\bbao cao vien phap luat\b|\btiep can phap luat\b/,
  ],
  ['Bồi thường nhà nước', /\bboi thuong nha nuoc\b/],
  ['Đất đai', /\bdat dai\b|\bquyen su dung dat\b|\bgiao dat\b|\bthue dat\b/],
  ['Bảo trợ xã hội', /\bbao tro xa hoi\b|\btro giup xa hoi\b|\bkhuyet tat\b|\bho ngheo\b/],
  ['Người có công', /\bnguoi co cong\b|\bliet si\b|\bthuong binh\b/],
  ['Thi đua, khen thưởng', /\bthi dua\b|\bkhen thuong\b/],
  ['Tôn giáo', /\bton giao\b|\btin nguong\b/],
  ['Xây dựng', /\b(?:giay phep|cap phep|cong trinh|du an dau tu) xay dung\b|\bquy hoach xay dung\b/],
  ['Đấu thầu', /\bdau thau\b/],
  ['Thành lập và hoạt động của hộ kinh doanh', /\bho kinh doanh\b/],
  ['Giáo dục và đào tạo', /\bgiao duc\b|\btruong hoc\b|\bmam non\b|\btieu hoc\b/],
  ['Tiêu chuẩn đo lường chất lượng', /\bdo luong\b|\bcong bo hop (?:chuan|quy)\b/],
  ['Khoa học và công nghệ', /\bkhoa hoc va cong nghe\b/],
  ['Khiếu nại, tố cáo', /\bkhieu nai\b|\bto cao\b|\btiep cong dan\b/],
];

/** Guesses the field (lĩnh vực) from the title, else from the folder that the file came from; null rather than a wild guess. */
export function guessSeries(title: string | null, path: string | null): string | null {
  return fieldIn(title) ?? fieldIn(path?.replace(/[-_/\\.]+/g, ' ') ?? null);
}

function fieldIn(text: string | null): string | null {
  if (text === null) return null;
  const folded = foldVietnamese(text);
  return FIELDS.find(([, words]) => words.test(folded))?.[0] ?? null;
}
