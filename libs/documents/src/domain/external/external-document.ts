import { DomainError, foldVietnamese, lawNameKey, numberSymbolKey } from '@app/kernel';

export const EXTERNAL_KINDS = ['law', 'standard', 'ministry-template', 'other'] as const;
export type ExternalKind = (typeof EXTERNAL_KINDS)[number];

/** What a person found when looking whether it still holds. */
export const CHECK_OUTCOMES = ['still-valid', 'changed', 'expired'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** What it is today, by the register of legal texts, else by the last check; `unknown` where nobody said. */
export const EXTERNAL_STATUSES = [
  'recorded',
  'in-force',
  'not-yet',
  'partly-expired',
  'expired',
  'retired',
  'unknown',
] as const;
export type ExternalStatus = (typeof EXTERNAL_STATUSES)[number];

export const KIND_WORDS: Readonly<Record<ExternalKind, string>> = {
  law: 'Văn bản pháp luật',
  standard: 'Tiêu chuẩn',
  'ministry-template': 'Biểu mẫu của bộ, ngành',
  other: 'Tài liệu khác',
};
export const STATUS_WORDS: Readonly<Record<ExternalStatus, string>> = {
  recorded: 'Đã ghi nhận',
  'in-force': 'Còn hiệu lực',
  'not-yet': 'Chưa có hiệu lực',
  'partly-expired': 'Hết hiệu lực một phần',
  expired: 'Hết hiệu lực',
  retired: 'Không dùng nữa',
  unknown: 'Chưa kiểm tra',
};
export const OUTCOME_WORDS: Readonly<Record<CheckOutcome, string>> = {
  'still-valid': 'còn hiệu lực',
  changed: 'đã sửa đổi, bổ sung',
  expired: 'hết hiệu lực',
};

/** By what a document is known again: its number where it has one, else its name. */
export function identityOf({ numberSymbol, title }: { numberSymbol: string | null; title: string }): string {
  const number = numberSymbol === null ? '' : numberSymbolKey(numberSymbol);
  return number === '' ? `m:${lawNameKey(title) || foldVietnamese(title)}` : `n:${number}`;
}

export class ExternalDocumentNotFound extends DomainError {
  constructor() {
    super({ code: 'documents.external-document-not-found', kind: 'not-found' });
  }
}

/** It stands on the list already, entered or cited by a procedure. */
export class ExternalDocumentExists extends DomainError {
  constructor() {
    super({ code: 'documents.external-document-exists', kind: 'conflict' });
  }
}

/** A check is recorded when it was made, not before; the next one comes after it. */
export class CheckDays extends DomainError {
  constructor() {
    super({ code: 'documents.external-check-days', kind: 'invalid' });
  }
}
