import { foldVietnamese } from '@app/kernel';

import { nextCode } from '../version-fields';
import { codeKey, type EarlierVersion, type ImportFields } from './import-fields';

export const IMPORT_STATUSES = [
  'reading',
  'refused',
  'blocked',
  'warned',
  'clean',
  'skipped',
  'accepted',
] as const;
/** `blocked` needs a person's hand before it can be accepted; `warned` may be accepted by one who has seen it. */
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

export interface ItemProblem {
  code: string;
  level: 'error' | 'warning' | 'information';
  message: string;
  where: string | null;
}

export interface ItemToReview {
  id: string;
  fileName: string;
  state: 'open' | 'skipped' | 'accepted';
  uploadState: 'received' | 'reading' | 'ready' | 'unread' | 'refused' | 'linked';
  hasRendition: boolean;
  fields: ImportFields;
  keepsCode: boolean;
  earlier: EarlierVersion | null;
  /** Of the reader and of the inspection; they are told, they stop nothing: the paper is signed as it is. */
  problems: readonly ItemProblem[];
}

/** A document that stands in the agency already. */
export interface StandingCode {
  code: string;
  series: string;
  title: string;
}

export interface ReviewedItem<Item extends ItemToReview> {
  item: Item;
  status: ImportStatus;
  problems: ItemProblem[];
  /** The number proposed where the code is taken. */
  nextCode: string | null;
}

/** Where codes of the batch and of the register meet. */
export class CodeRegister<Item extends ItemToReview> {
  readonly #byCode = new Map<string, (StandingCode & { item: Item | null })[]>();

  constructor(items: readonly Item[], standing: readonly StandingCode[]) {
    for (const line of standing) this.#add({ ...line, item: null });
    for (const item of items) {
      const { code, series, title } = item.fields;
      if (code !== null && competes(item)) {
        this.#add({ code, series: series ?? '', title: title ?? item.fileName, item });
      }
    }
  }

  /** DI-01: the same code in the same lĩnh vực is an error, or kept by choice; in another one a warning. */
  problemsOf(item: Item): ItemProblem[] {
    const { code, series } = item.fields;
    if (code === null || !competes(item)) return [];
    const seriesKey = foldVietnamese(series ?? '');
    return this.#others(item, code).map((other): ItemProblem => {
      const place = other.item === null ? other.title : `${other.title} (${other.item.fileName})`;
      if (foldVietnamese(other.series) !== seriesKey) {
        return {
          code: 'documents.code-in-other-series',
          level: 'warning',
          message: `Mã hiệu ${code} cũng có ở lĩnh vực ${other.series === '' ? '(chưa rõ)' : other.series}: “${place}”.`,
          where: 'Mã hiệu',
        };
      }
      const isKept = item.keepsCode || other.item?.keepsCode === true;
      const next = isKept ? null : this.nextFree(item);
      return {
        code: isKept ? 'documents.code-kept' : 'documents.code-taken',
        level: isKept ? 'warning' : 'error',
        message: `Mã hiệu ${code} đã có trong cùng lĩnh vực: “${place}”.${next === null ? '' : ` Mã tiếp theo: ${next}.`}`,
        where: 'Mã hiệu',
      };
    });
  }

  /** The next number of the same shape that nobody of the same lĩnh vực bears. */
  nextFree({ fields: { code, series } }: Item): string | null {
    const seriesKey = foldVietnamese(series ?? '');
    let next = code === null ? null : nextCode(code);
    while (next !== null && this.#isTaken(next, seriesKey)) next = nextCode(next);
    return next;
  }

  #isTaken(code: string, seriesKey: string): boolean {
    return (this.#byCode.get(codeKey(code)) ?? []).some(({ series }) => foldVietnamese(series) === seriesKey);
  }

  #others(item: Item, code: string): (StandingCode & { item: Item | null })[] {
    return (this.#byCode.get(codeKey(code)) ?? []).filter((line) => line.item?.id !== item.id);
  }

  #add(line: StandingCode & { item: Item | null }): void {
    const key = codeKey(line.code);
    this.#byCode.set(key, [...(this.#byCode.get(key) ?? []), line]);
  }
}

/** An earlier version shares the code of its document by nature; what is skipped or taken in competes no more. */
function competes({ state, uploadState, earlier }: ItemToReview): boolean {
  return state === 'open' && earlier === null && uploadState !== 'refused';
}

/** Every row of a batch with what a person must or should look at. */
export function reviewBatch<Item extends ItemToReview>(
  items: readonly Item[],
  standing: readonly StandingCode[],
): ReviewedItem<Item>[] {
  const codes = new CodeRegister(items, standing);
  return items.map((item) => {
    const isRead = item.uploadState === 'ready' || item.uploadState === 'unread';
    const own = isRead && item.state === 'open' ? [...missing(item), ...codes.problemsOf(item)] : [];
    const problems = [...own, ...item.problems];
    const isTaken = own.some(({ code }) => code === 'documents.code-taken');
    return {
      item,
      status: statusOf(item, own, problems),
      problems,
      nextCode: isTaken ? codes.nextFree(item) : null,
    };
  });
}

const COMPULSORY = [
  ['code', 'Mã hiệu'],
  ['series', 'Lĩnh vực'],
  ['title', 'Tên tài liệu'],
  ['issue', 'Lần ban hành'],
  ['revision', 'Lần sửa đổi'],
] as const;

function missing({ fields, hasRendition }: ItemToReview): ItemProblem[] {
  const problems = COMPULSORY.filter(([name]) => fields[name] === null).map(([name, label]): ItemProblem => ({
    code: `imports.${name}-missing`,
    level: 'error',
    message: `Chưa có ${label.toLowerCase()}. Nhập theo trang bìa của tệp.`,
    where: label,
  }));
  if (hasRendition) return problems;
  return [
    ...problems,
    {
      code: 'imports.no-rendition',
      level: 'error',
      message: 'Chưa có bản PDF: chỉ đưa vào soạn thảo được, chưa đưa vào hiệu lực được.',
      where: 'Tệp',
    },
  ];
}

function statusOf(
  { state, uploadState }: ItemToReview,
  own: readonly ItemProblem[],
  all: readonly ItemProblem[],
): ImportStatus {
  if (state !== 'open') return state;
  if (uploadState === 'received' || uploadState === 'reading') return 'reading';
  if (uploadState === 'refused' || uploadState === 'linked') return 'refused';
  if (own.some(({ level }) => level === 'error')) return 'blocked';
  return all.some(({ level }) => level !== 'information') ? 'warned' : 'clean';
}
