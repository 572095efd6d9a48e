/** Texts of this folder's refusals; the problem catalogue joins them. */
export const STORAGE_PROBLEMS = {
  'storage.unavailable': {
    status: 503,
    vi: 'Kho tệp tạm thời không truy cập được. Chưa có gì bị mất, hãy thử lại sau ít phút.',
    en: 'The file store cannot be reached for now. Nothing is lost; try again in a few minutes.',
  },
  'storage.missing': {
    status: 404,
    vi: 'Không tìm thấy tệp trong kho.',
    en: 'The file is not in the store.',
  },
  'storage.corrupt': {
    status: 503,
    vi: 'Tệp trong kho không còn nguyên vẹn nên không được mở. Hãy báo người quản trị hệ thống.',
    en: 'The stored file is no longer intact, so it is not opened. Tell the system operator.',
  },
  'storage.range-not-satisfiable': {
    status: 416,
    vi: 'Phần tệp được yêu cầu nằm ngoài tệp.',
    en: 'The requested part lies outside the file.',
  },
} as const;
