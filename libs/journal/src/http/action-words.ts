/** What an action of the journal is called on screen. An action without words is shown by its name. */
export const ACTION_WORDS: Readonly<Record<string, string>> = {
  'documents.file-uploaded': 'Tải tệp lên',
  'documents.file-refused': 'Từ chối tệp',
  'documents.version-drafted': 'Tạo dự thảo',
  'documents.version-rendered': 'Tạo bản PDF',
  'documents.version-edited': 'Sửa thông tin dự thảo',
  'documents.version-submitted': 'Trình',
  'documents.version-reviewed': 'Xem xét',
  'documents.version-approved': 'Phê duyệt',
  'documents.version-returned': 'Trả lại',
  'documents.version-issued': 'Ban hành',
  'documents.document-withdrawn': 'Bãi bỏ',
  'documents.copy-issued': 'Tải bản có dấu kiểm soát',
  'documents.decision-drafted': 'Lập quyết định',
  'documents.decision-edited': 'Sửa quyết định',
  'documents.decision-registered': 'Vào số quyết định',
  'identity.signed-in': 'Đăng nhập',
};
