import { issuerKey, type NumberSymbol } from './legal-number';

/** What the symbol of a legal text says by itself; null where only the text around it can tell (`QĐ-UBND` of which province?). */
export interface SymbolMeaning {
  readonly kind: string | null;
  readonly issuer: string | null;
}

/** Abbreviations of kinds of text, as Nghị định 30/2020 and Party rules print them. */
export const KIND_BY_ABBREVIATION: Readonly<Record<string, string>> = {
  QĐ: 'Quyết định',
  NĐ: 'Nghị định',
  TT: 'Thông tư',
  TTLT: 'Thông tư liên tịch',
  NQ: 'Nghị quyết',
  NQLT: 'Nghị quyết liên tịch',
  CT: 'Chỉ thị',
  KH: 'Kế hoạch',
  TB: 'Thông báo',
  BC: 'Báo cáo',
  TTr: 'Tờ trình',
  HD: 'Hướng dẫn',
  CTr: 'Chương trình',
  CTHĐ: 'Chương trình',
  KL: 'Kết luận',
  QC: 'Quy chế',
  QyĐ: 'Quy định',
  CĐ: 'Công điện',
  PA: 'Phương án',
  ĐA: 'Đề án',
  VBHN: 'Văn bản hợp nhất',
  PL: 'Pháp lệnh',
  L: 'Lệnh',
  SL: 'Sắc lệnh',
  CV: 'Công văn',
  TC: 'Thông cáo',
  QĐLT: 'Quyết định liên tịch',
  CTLT: 'Chỉ thị liên tịch',
};

/** Words for kinds, as sentences write them before a number. */
export const KIND_WORDS: readonly string[] = [
  ...new Set(Object.values(KIND_BY_ABBREVIATION)),
  'Thông tri',
  'Luật',
  'Bộ luật',
  'Hiến pháp',
];

const MINISTRIES: Readonly<Record<string, string>> = {
  TP: 'Tư pháp',
  TC: 'Tài chính',
  KHCN: 'Khoa học và Công nghệ',
  NV: 'Nội vụ',
  CA: 'Công an',
  QP: 'Quốc phòng',
  NG: 'Ngoại giao',
  GDĐT: 'Giáo dục và Đào tạo',
  YT: 'Y tế',
  XD: 'Xây dựng',
  GTVT: 'Giao thông vận tải',
  CT: 'Công Thương',
  TNMT: 'Tài nguyên và Môi trường',
  NN: 'Nông nghiệp và Phát triển nông thôn',
  NNPTNT: 'Nông nghiệp và Phát triển nông thôn',
  NNMT: 'Nông nghiệp và Môi trường',
  LĐTBXH: 'Lao động - Thương binh và Xã hội',
  VHTTDL: 'Văn hóa, Thể thao và Du lịch',
  VHTT: 'Văn hóa - Thông tin',
  TTTT: 'Thông tin và Truyền thông',
  KHĐT: 'Kế hoạch và Đầu tư',
  DTTG: 'Dân tộc và Tôn giáo',
  KHCNMT: 'Khoa học, Công nghệ và Môi trường',
  BCVT: 'Bưu chính, Viễn thông',
  TM: 'Thương mại',
  CN: 'Công nghiệp',
  TS: 'Thủy sản',
  VHTTTTDL: 'Văn hóa, Thể thao và Du lịch',
};
const DEPARTMENT_ONLY: Readonly<Record<string, string>> = {
  NgV: 'Ngoại vụ',
  QHKT: 'Quy hoạch - Kiến trúc',
  DL: 'Du lịch',
};

/** Bodies of which one abbreviation names exactly one, for the whole country. Departments (S…) stand without their province. */
const ISSUER_BY_ABBREVIATION: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(MINISTRIES).map(([short, name]) => [`B${short}`, `Bộ ${name}`])),
  ...Object.fromEntries(
    Object.entries({ ...MINISTRIES, ...DEPARTMENT_ONLY }).map(([short, name]) => [`S${short}`, `Sở ${name}`]),
  ),
  TTg: 'Thủ tướng Chính phủ',
  CP: 'Chính phủ',
  QH: 'Quốc hội',
  UBTVQH: 'Ủy ban thường vụ Quốc hội',
  CTN: 'Chủ tịch nước',
  NHNN: 'Ngân hàng Nhà nước Việt Nam',
  UBDT: 'Ủy ban Dân tộc',
  VPCP: 'Văn phòng Chính phủ',
  VPQH: 'Văn phòng Quốc hội',
  TANDTC: 'Tòa án nhân dân tối cao',
  VKSNDTC: 'Viện kiểm sát nhân dân tối cao',
  VKSTC: 'Viện kiểm sát nhân dân tối cao',
  HĐTP: 'Hội đồng Thẩm phán Tòa án nhân dân tối cao',
  HĐBT: 'Hội đồng Bộ trưởng',
  BHXH: 'Bảo hiểm xã hội Việt Nam',
  TLĐ: 'Tổng Liên đoàn Lao động Việt Nam',
  TCT: 'Tổng cục Thuế',
  TCHQ: 'Tổng cục Hải quan',
  BTCTW: 'Ban Tổ chức Trung ương',
  VPTW: 'Văn phòng Trung ương Đảng',
};

/** Bodies that exist once per place: the symbol alone does not say which one. */
const LOCAL_ABBREVIATIONS = ['UBND', 'HĐND', 'TU', 'TW', 'HU', 'ĐU', 'VP', 'VPUBND', 'BCĐ'];

const plain = (abbreviation: string): string =>
  abbreviation.replaceAll('Đ', 'D').replaceAll('Ð', 'D').toUpperCase();
const byPlainForm = (table: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(table).map(([abbreviation, words]) => [plain(abbreviation), words]));
const KINDS = byPlainForm(KIND_BY_ABBREVIATION);
const ISSUERS = byPlainForm(ISSUER_BY_ABBREVIATION);
const LOCAL = new Set(LOCAL_ABBREVIATIONS.map(plain));
const CANONICAL_ISSUERS: ReadonlyMap<string, string> = new Map(
  Object.values(ISSUER_BY_ABBREVIATION).map((name) => [issuerKey(name), name]),
);

/** Names of the bodies that a symbol can stand for. */
export const KNOWN_ISSUERS: readonly string[] = [...new Set(Object.values(ISSUER_BY_ABBREVIATION))];

/** The kind that an abbreviation names, with or without `đ`; null when it names none. */
export function kindOfAbbreviation(abbreviation: string): string | null {
  return KINDS.get(plain(abbreviation)) ?? null;
}

/** True for `QĐ`, `TTg`, `BKHCN`, `UBND`, `QH15` …: a part of a symbol that is known to be one. */
export function isSymbolPart(part: string): boolean {
  const bare = plain(part.replace(/\d+$/, ''));
  return KINDS.has(bare) || ISSUERS.has(bare) || LOCAL.has(bare);
}

/** Spells a known body as it writes itself (`Thủ tướng chính phủ` → `Thủ tướng Chính phủ`); others are left as they are. */
export function canonicalIssuer(issuer: string): string {
  return CANONICAL_ISSUERS.get(issuerKey(issuer)) ?? issuer;
}

/** Says what the symbol implies: `116/2015/TT-BTC` is a Thông tư of Bộ Tài chính, `419/BKHCN-TĐC` a Công văn of Bộ Khoa học và Công nghệ. */
export function describeSymbol(numberSymbol: NumberSymbol): SymbolMeaning {
  const [first = '', ...rest] = symbolParts(numberSymbol);
  const kind = KINDS.get(plain(first));
  if (kind !== undefined) return { kind, issuer: issuersOf(rest) };
  const assembly = /^(UBTV)?QH\d+$/i.exec(first);
  if (assembly) {
    return assembly[1] === undefined
      ? { kind: 'Luật', issuer: 'Quốc hội' }
      : { kind: 'Nghị quyết', issuer: 'Ủy ban thường vụ Quốc hội' };
  }
  return { kind: isSymbolPart(first) ? 'Công văn' : null, issuer: issuersOf([first]) };
}

/** `19/2014/QĐ-TTg` → `QĐ`, `TTg`; `22-KH/TU` → `KH`, `TU`. */
function symbolParts(numberSymbol: NumberSymbol): string[] {
  return numberSymbol.split(/[-/]/).filter((part, index) => index > 0 && !/^\d+$/.test(part));
}

function issuersOf(parts: readonly string[]): string | null {
  const names = parts.map((part) => ISSUERS.get(plain(part.replace(/\d+$/, ''))));
  const known = names.filter((name) => name !== undefined);
  return known.length > 0 ? [...new Set(known)].join(', ') : null;
}
