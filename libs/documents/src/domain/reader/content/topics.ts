import { foldVietnamese } from '@app/kernel';

/** What a section is about, whatever its number: offices order and number them differently. */
export type Topic =
  | 'purpose'
  | 'scope'
  | 'references'
  | 'definitions'
  | 'responsibility'
  | 'content'
  | 'dossier'
  | 'copies'
  | 'limit'
  | 'applicant'
  | 'office'
  | 'result'
  | 'fee'
  | 'form-names'
  | 'conditions'
  | 'basis'
  | 'steps'
  | 'forms'
  | 'records'
  | 'flow'
  | 'amendments'
  | 'annex'
  | 'other';

const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  ['purpose', /^muc dich/],
  ['scope', /^(?:pham vi|doi tuong va pham vi|pham vi va doi tuong|pham vi ap dung)/],
  ['references', /^(?:(?:cac )?tai lieu (?:vien dan|lien quan|tham chieu)|vien dan)/],
  ['definitions', /^(?:(?:cac )?dinh nghia|thuat ngu|giai thich|tu viet tat|cac tu viet tat|chu viet tat)/],
  ['responsibility', /^trach nhiem(?: |$)(?!soan)/],
  [
    'dossier',
    /^(?:thanh phan|ho so (?:gom|bao gom|thu tuc|can nop|yeu cau)|thanh phan,? so luong|cac giay to)/,
  ],
  ['copies', /^so luong (?:ho so|bo)/],
  [
    'limit',
    /^(?:tong )?(?:thoi (?:han|gian) (?:giai quyet|xu ly|thuc hien|tra ket qua|quy dinh)|thoi han$|thoi gian$)/,
  ],
  ['applicant', /^doi tuong/],
  [
    'office',
    /^(?:co quan (?:thuc hien|giai quyet|co tham quyen|phoi hop|chu tri|truc tiep)|don vi (?:thuc hien|giai quyet)|(?:noi|dia diem|cach thuc|hinh thuc) (?:tiep nhan|nop|thuc hien)|tham quyen)/,
  ],
  ['result', /^ket qua/],
  ['fee', /^(?:muc )?(?:thu )?(?:phi|le phi)/],
  [
    'form-names',
    /^(?:ten )?(?:cac )?(?:mau don|mau to khai|ten mau|mau bieu,? to khai|bieu mau,? to khai|don,? to khai)/,
  ],
  ['conditions', /^(?:yeu cau,? ?(?:va )?dieu kien|dieu kien|yeu cau)(?: |,|$)/],
  ['basis', /^(?:can cu|co so) phap ly|^phap ly/],
  [
    'steps',
    /^(?:(?:noi dung )?(?:quy trinh|trinh tu|cac buoc|so do|luu do|dien giai|mo ta)(?: |$).*(?:cong viec|buoc|thuc hien|xu ly|giai quyet|tac nghiep|quy trinh|luu do|$)|cach thuc thuc hien cong viec)/,
  ],
  ['content', /^(?:noi dung|quy trinh thuc hien$)/],
  ['forms', /^(?:cac )?(?:bieu mau|mau bieu|phu luc bieu mau|danh muc bieu mau)/],
  ['records', /^(?:(?:cac )?(?:ho so)(?: (?:can |phai |duoc )?luu|$)|luu (?:tru|ho so)|ho so|quan ly ho so)/],
  [
    'amendments',
    /^(?:trang theo doi|bang theo doi|theo doi (?:so lan )?sua doi|sua doi tai lieu|lich su sua doi|bang sua doi)/,
  ],
  ['annex', /^phu luc/],
];

export function topicOf(heading: string): Topic {
  const words = foldVietnamese(heading).replace(/^[\s*–-]+/, '');
  return TOPICS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}
