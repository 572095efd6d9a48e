import { type ProblemTexts } from '@app/platform/http';

export const DESK_PROBLEMS = {
  'documents.signing-pair-not-found': {
    status: 404,
    vi: 'Không tìm thấy hai lần ký này.',
    en: 'There are no such two signatures.',
  },
} as const satisfies ProblemTexts;
