/** What was signed, in the words of the screens. */
const WORDS: Readonly<Record<string, string>> = {
  'documents.version-reviewed': 'Xem xét',
  'documents.version-approved': 'Phê duyệt',
  'documents.version-checked': 'Kiểm tra',
  'documents.version-returned': 'Trả lại',
  'documents.version-imported': 'Nhập tài liệu đang hiệu lực',
  'documents.decision-imported': 'Nhập quyết định đã có',
  'documents.reviewed-periodically': 'Rà soát định kỳ',
  'documents.disposal-approved': 'Phê duyệt hủy hồ sơ',
  'legal-impact.assessment-done': 'Phiếu rà soát',
  'declarations.signed': 'Ký bản công bố',
  'declarations.withdrawn': 'Rút bản công bố',
};

export function signedWords(action: string): string {
  return WORDS[action] ?? action;
}
