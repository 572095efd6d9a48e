import { type ProblemTexts } from '@app/platform/http';

export const IMPORTS_PROBLEMS = {
  'documents.import-not-found': {
    status: 404,
    vi: 'Không tìm thấy đợt nhập hoặc dòng trong đợt nhập.',
    en: 'The import or its row was not found.',
  },
  'documents.import-items-not-ready': {
    status: 409,
    vi: 'Có dòng chưa đọc xong, còn thiếu thông tin hoặc mã hiệu trùng trong cùng lĩnh vực. Chưa dòng nào được nhận; hãy xử lý các dòng đó rồi nhận lại.',
    en: 'A row is still being read, lacks a field or bears a taken code. Nothing was taken in: mend those rows first.',
  },
  'documents.import-item-closed': {
    status: 409,
    vi: 'Dòng này đã được nhận, không sửa trong đợt nhập được nữa.',
    en: 'This row has been taken in and cannot be changed here any more.',
  },
  'documents.import-full': {
    status: 409,
    vi: 'Đợt nhập đã đủ 1.000 tệp. Hãy mở đợt nhập mới cho các tệp còn lại.',
    en: 'The import holds 1,000 files already. Open another one for the rest.',
  },
  'documents.earlier-version-unknown': {
    status: 422,
    vi: 'Không tìm thấy tài liệu mà phiên bản trước này thuộc về, hoặc tài liệu đó chưa được nhận.',
    en: 'The document of this earlier version was not found, or is not taken in.',
  },
  'documents.earlier-dates-wrong': {
    status: 422,
    vi: 'Ngày hết hiệu lực của phiên bản trước phải sau ngày có hiệu lực.',
    en: 'An earlier version must end after it began.',
  },
} as const satisfies ProblemTexts;
