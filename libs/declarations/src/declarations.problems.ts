import { type ProblemTexts } from '@app/platform/http';

/** What each refusal of this slice says to people. */
export const DECLARATIONS_PROBLEMS = {
  'declarations.not-found': {
    status: 404,
    vi: 'Không tìm thấy bản công bố.',
    en: 'There is no such declaration.',
  },
  'declarations.standard-not-declarable': {
    status: 422,
    vi: 'Phiên bản tiêu chuẩn này không dùng để công bố được vào lúc này.',
    en: 'Conformity with this edition cannot be declared at this time.',
  },
  'declarations.reason-missing': {
    status: 422,
    vi: 'Công bố lại phải ghi rõ lý do (điều chỉnh, mở rộng hay thu hẹp phạm vi).',
    en: 'A renewed declaration must give its reason (scope adjusted, extended or narrowed).',
  },
  'declarations.already-declared': {
    status: 409,
    vi: 'Cơ quan đang có bản công bố còn hiệu lực. Hãy chọn "Công bố lại" và ghi lý do.',
    en: 'The agency has a valid declaration. Choose a renewed declaration and give the reason.',
  },
  'declarations.number-repeated': {
    status: 409,
    vi: 'Số này đã dùng cho một bản công bố khác của cơ quan trong cùng năm. Kiểm tra lại, hoặc xác nhận vẫn dùng số này.',
    en: 'This number stands on another declaration of the agency in the same year. Check it, or confirm that it is right.',
  },
  'declarations.signed-in-future': {
    status: 422,
    vi: 'Ngày ký không được sau ngày hôm nay.',
    en: 'The date of signing cannot be later than today.',
  },
  'declarations.not-signed': {
    status: 409,
    vi: 'Bản công bố chưa được ký nên chưa vào số được.',
    en: 'The declaration is not signed yet, so it cannot be registered.',
  },
  'declarations.not-published': {
    status: 409,
    vi: 'Chỉ thu hồi được bản công bố đang đăng và còn hiệu lực.',
    en: 'Only a posted and valid declaration can be withdrawn.',
  },
  'declarations.content-signed': {
    status: 409,
    vi: 'Bản công bố đã ký nên không sửa được. Nếu phạm vi thay đổi, hãy lập bản công bố lại.',
    en: 'A signed declaration cannot be changed. If the scope has changed, prepare a renewed declaration.',
  },
  'declarations.already-signed': {
    status: 409,
    vi: 'Bản công bố này đã được ký.',
    en: 'This declaration is signed already.',
  },
  'declarations.already-registered': {
    status: 409,
    vi: 'Bản công bố này đã vào số.',
    en: 'This declaration is registered already.',
  },
  'declarations.pdf-not-made': {
    status: 404,
    vi: 'Bản PDF được tạo khi bản công bố được đăng.',
    en: 'The PDF is made when the declaration is posted.',
  },
  'declarations.not-ready': {
    status: 409,
    vi: 'Chưa đủ điều kiện để ký. Xem các điều kiện chưa đạt trong danh sách, cập nhật phạm vi rồi ký lại.',
    en: 'The declaration is not ready to be signed. See the conditions that are not met, renew the scope and sign again.',
  },
} as const satisfies ProblemTexts;

/** Constraint of the database → code of the refusal that it stands for. */
export const DECLARATIONS_CONSTRAINTS: Readonly<Record<string, string>> = {
  declaration_immutable: 'declarations.content-signed',
  declaration_scope_frozen: 'declarations.content-signed',
};
