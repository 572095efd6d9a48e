import { type ProblemTexts } from '@app/platform/http';

export const TTHC_PROBLEMS = {
  'documents.link-target-not-found': {
    status: 404,
    vi: 'Có tài liệu hoặc thủ tục trong danh sách không tìm thấy.',
    en: 'A document or an administrative procedure of the list was not found.',
  },
  'documents.coverage-not-found': {
    status: 404,
    vi: 'Không tìm thấy cơ quan này trong tỉnh.',
    en: 'There is no such agency in the province.',
  },
  'documents.link-not-found': {
    status: 404,
    vi: 'Tài liệu không gắn với thủ tục này.',
    en: 'The document is not linked to this administrative procedure.',
  },
} as const satisfies ProblemTexts;
