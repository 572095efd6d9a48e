import { foldVietnamese } from '@app/kernel';

import { codeKey } from './import-fields';
import { type ImportStatus, type ItemProblem, type ItemToReview, type ReviewedItem } from './review';

/** One kind of finding over the whole batch. */
export interface FindingGroup {
  key: string;
  label: string;
  level: ItemProblem['level'];
  files: number;
  findings: number;
}

/** A code that several files bear. */
export interface RepeatedCode {
  code: string;
  /** One lĩnh vực: an error; several: a warning. */
  sameSeries: boolean;
  files: { itemId: string; fileName: string; series: string | null; title: string | null }[];
}

export interface BatchSummary {
  total: number;
  counts: Record<ImportStatus, number>;
  groups: FindingGroup[];
  repeatedCodes: RepeatedCode[];
}

/** Findings that a person sees as one thing. */
const FAMILIES: readonly (readonly [string, RegExp, string])[] = [
  [
    'footer-differs',
    /^reader\.footer-(?:issue|revision|date)-differs$/,
    'Chân trang khác trang bìa (lần ban hành, lần sửa đổi, ngày)',
  ],
  ['footers-differ', /^reader\.footers-differ$/, 'Các chân trang không thống nhất với nhau'],
  ['header-differs', /^reader\.header-/, 'Đầu trang khác trang bìa'],
  ['units-mixed', /^reader\..*(?:unit|mixed)/, 'Thời hạn dùng lẫn đơn vị (ngày, ngày làm việc, giờ)'],
  ['code-other-series', /^documents\.code-in-other-series$/, 'Mã hiệu trùng ở lĩnh vực khác'],
  ['code-taken', /^documents\.code-(?:taken|kept)$/, 'Mã hiệu trùng trong cùng lĩnh vực'],
  ['citation', /^reader\.citation/, 'Văn bản viện dẫn ghi ngày không thống nhất hoặc không đúng'],
  ['retired-body', /^reader\.retired-body$/, 'Nhắc đến cơ quan không còn từ 01/7/2025'],
  ['dated-clause', /^reader\.dated-clause$/, 'Có quy định chỉ áp dụng đến một ngày'],
  ['missing', /^(?:imports|reader)\..*-missing$/, 'Thiếu thông tin trên trang bìa hoặc chân trang'],
];

const LEVELS = { error: 0, warning: 1, information: 2 } as const;

/** "Kết quả rà soát": what is wrong in a batch, counted by file. Skipped files are nobody's concern any more. */
export function summarise<Item extends ItemToReview>(reviewed: readonly ReviewedItem<Item>[]): BatchSummary {
  const counts = {
    reading: 0,
    refused: 0,
    blocked: 0,
    warned: 0,
    clean: 0,
    skipped: 0,
    accepted: 0,
  } satisfies Record<ImportStatus, number>;
  for (const { status } of reviewed) counts[status] += 1;
  const shown = reviewed.filter(({ status }) => status !== 'skipped' && status !== 'refused');
  return { total: reviewed.length, counts, groups: groupsOf(shown), repeatedCodes: repeatedCodes(shown) };
}

function groupsOf(reviewed: readonly ReviewedItem<ItemToReview>[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup & { ids: Set<string> }>();
  for (const { item, problems } of reviewed) {
    for (const problem of problems) {
      const [key, label] = familyOf(problem);
      const group = groups.get(key) ?? {
        key,
        label,
        level: problem.level,
        files: 0,
        findings: 0,
        ids: new Set<string>(),
      };
      group.ids.add(item.id);
      group.findings += 1;
      if (LEVELS[problem.level] < LEVELS[group.level]) group.level = problem.level;
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .map(({ ids, ...group }) => ({ ...group, files: ids.size }))
    .sort((a, b) => LEVELS[a.level] - LEVELS[b.level] || b.files - a.files || (a.key < b.key ? -1 : 1));
}

/** A kind that has no name here is called by its first finding, without what is the file's own. */
function familyOf({ code, message }: ItemProblem): readonly [string, string] {
  const known = FAMILIES.find(([, pattern]) => pattern.test(code));
  if (known !== undefined) return [known[0], known[2]];
  return [code, message.replace(/[“:].*$/su, '').trim() || message];
}

export function repeatedCodes(reviewed: readonly ReviewedItem<ItemToReview>[]): RepeatedCode[] {
  const byCode = new Map<string, ItemToReview[]>();
  for (const { item } of reviewed) {
    const { code } = item.fields;
    if (code === null || item.earlier !== null) continue;
    byCode.set(codeKey(code), [...(byCode.get(codeKey(code)) ?? []), item]);
  }
  return [...byCode.values()]
    .filter((items) => items.length > 1)
    .map((items) => ({
      code: items[0]?.fields.code ?? '',
      sameSeries: new Set(items.map(({ fields }) => foldVietnamese(fields.series ?? ''))).size < items.length,
      files: items.map(({ id, fileName, fields: { series, title } }) => ({
        itemId: id,
        fileName,
        series,
        title,
      })),
    }))
    .sort((a, b) => (codeKey(a.code) < codeKey(b.code) ? -1 : 1));
}
