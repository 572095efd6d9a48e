import { type ProblemTexts } from '@app/platform/http';

import { INTAKE_PROBLEMS } from './intake.problems';

/** What each refusal of this slice says to people. */
export const LEGAL_REGISTER_PROBLEMS = {
  ...INTAKE_PROBLEMS,
  'legal-register.bad-text': {
    status: 422,
    vi: 'Thông tin văn bản chưa đúng. Kiểm tra lại các trường được đánh dấu.',
    en: 'Some fields of the legal text are not right. Check the fields that are marked.',
  },
  'legal-register.bad-field': {
    status: 422,
    vi: 'Giá trị không hợp lệ.',
    en: 'This value is not valid.',
  },
  'legal-register.related-to-itself': {
    status: 422,
    vi: 'Một văn bản không thể thay thế, sửa đổi hay hướng dẫn chính nó.',
    en: 'A text cannot replace, amend or guide itself.',
  },
  'legal-register.text-exists': {
    status: 409,
    vi: 'Văn bản {numberSymbol} của cơ quan ban hành này, ngày này đã có trong danh mục.',
    en: 'The register already has {numberSymbol} of this issuing body and date.',
  },
  'legal-register.text-not-found': {
    status: 404,
    vi: 'Không tìm thấy văn bản.',
    en: 'There is no such legal text.',
  },
  'legal-register.related-text-not-found': {
    status: 422,
    vi: 'Văn bản được thay thế hoặc sửa đổi không có trong danh mục. Hãy ghi nhận văn bản đó trước.',
    en: 'The text that is replaced or amended is not in the register. Record it first.',
  },
  'legal-register.circular-replacement': {
    status: 409,
    vi: 'Hai văn bản không thể thay thế hoặc bãi bỏ lẫn nhau (kể cả qua văn bản khác).',
    en: 'Two texts cannot end each other, not even through others.',
  },
  'legal-register.not-the-steward': {
    status: 403,
    vi: 'Chỉ cơ quan đã ghi nhận văn bản mới được sửa, rút hoặc hợp nhất.',
    en: 'Only the agency that recorded the text may correct, withdraw or merge it.',
  },
  'legal-register.not-mergeable': {
    status: 409,
    vi: 'Không hợp nhất được: văn bản giữ lại phải dùng được cho mọi nơi đang dùng bản này, đã được xác nhận, và hai văn bản không tác động lẫn nhau.',
    en: 'These cannot be merged: the text that stays must serve everybody who uses this one and be confirmed, and neither may act on the other.',
  },
} as const satisfies ProblemTexts;

/** Constraint of the database → code of the refusal that it stands for. */
export const LEGAL_REGISTER_CONSTRAINTS: Readonly<Record<string, string>> = {
  source_once: 'legal-register.source-exists',
};
