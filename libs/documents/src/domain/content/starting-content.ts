import { type ProcedureContent } from './procedure-content';

const HEADINGS = [
  'Mục đích',
  'Phạm vi',
  'Tài liệu viện dẫn',
  'Định nghĩa và viết tắt',
  'Nội dung quy trình',
] as const;

/** What a procedure written in the editor begins with: the sections of the usual template, empty. */
export const STARTING_CONTENT: ProcedureContent = {
  sections: HEADINGS.map((heading, index) => ({ number: String(index + 1), heading, text: '' })),
  cases: [
    {
      name: '',
      limit: null,
      limitFrom: null,
      steps: [{ no: '1', name: 'Tiếp nhận hồ sơ', responsible: null, duration: null }],
    },
  ],
  fee: null,
  dossier: [],
  forms: [],
  records: [],
  amendments: [],
};
