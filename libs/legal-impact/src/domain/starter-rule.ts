import { type DeadlineRule } from './deadline';

/** What an installation begins with; a province or the installation enters a rule of its own beside it. */
export const STARTER_RULE: DeadlineRule & { validFrom: string; legalBasis: string } = {
  workingDays: 30,
  beforeCommencement: true,
  leastWorkingDays: 5,
  secondPersonAbove: 500,
  validFrom: '2025-07-01',
  legalBasis: 'Mẫu khởi tạo, thay bằng quy định của tỉnh',
};
