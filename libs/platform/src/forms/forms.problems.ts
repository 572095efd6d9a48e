import { type ProblemTexts } from '../http';

/** Texts of this folder's refusals; the problem catalogue joins them. */
export const FORMS_PROBLEMS = {
  'forms.template-faulty': {
    status: 422,
    vi: 'Mẫu văn bản có lỗi nên không điền được: {reason}.',
    en: 'The template has a fault and cannot be filled: {reason}.',
  },
} as const satisfies ProblemTexts;
