import { type ProblemTexts } from '@app/platform/http';

export const CITATIONS_PROBLEMS = {
  'documents.citation-not-found': {
    status: 404,
    vi: 'Không có tài liệu nào của cơ quan viện dẫn như vậy.',
    en: 'No document of this agency cites in these words.',
  },
  'documents.text-file-not-found': {
    status: 404,
    vi: 'Văn bản chưa có bản PDF chính thức xem được.',
    en: 'The text has no official PDF that can be shown.',
  },
} as const satisfies ProblemTexts;
