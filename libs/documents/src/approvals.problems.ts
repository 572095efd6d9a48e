import { type ProblemTexts } from '@app/platform/http';

/** Refusals of approval by a PDF signed outside and on paper (OF-03). */
export const APPROVALS_PROBLEMS = {
  'documents.approval-file-not-found': {
    status: 404,
    vi: 'Không tìm thấy tệp phê duyệt.',
    en: 'Approval file not found.',
  },
  'documents.not-at-approval': {
    status: 409,
    vi: 'Tài liệu không ở bước chờ phê duyệt, hoặc bước phê duyệt đã thay đổi.',
    en: 'The document does not wait for approval, or the approval step has changed.',
  },
  'documents.approval-file-closed': {
    status: 409,
    vi: 'Tệp đang được kiểm tra, đã dùng hoặc đã bị từ chối.',
    en: 'The file is still being checked, was used, or was refused.',
  },
  'documents.approval-file-type': {
    status: 422,
    vi: 'Cần một tệp PDF, hoặc các ảnh chụp JPEG hay PNG của từng trang.',
    en: 'One PDF is needed, or photos of the pages in JPEG or PNG.',
  },
  'documents.paper-facts-missing': {
    status: 422,
    vi: 'Ghi đủ người ký trên giấy, ngày ký và nơi lưu bản gốc.',
    en: 'Name the signers, the day of signing and where the original is kept.',
  },
  'documents.rendition-signed': {
    status: 409,
    vi: 'Bản PDF của tài liệu đã có chữ ký số nên không in bản trình ký từ tệp này.',
    en: 'The PDF of the document carries a digital signature, so no signing copy is printed from it.',
  },
  'documents.second-person-needed': {
    status: 403,
    vi: 'Người tải bản quét lên không tự xác nhận. Cần người thứ hai đối chiếu với bản gốc.',
    en: 'Whoever uploaded the scan does not confirm it. A second person compares it with the original.',
  },
  'documents.comparison-reason-needed': {
    status: 422,
    vi: 'Không đọc được mã trên bản quét. Ghi rõ đã đối chiếu bằng mắt như thế nào.',
    en: 'The codes of the scan cannot be read. Say how it was compared by eye.',
  },
  'documents.signer-name-differs': {
    status: 422,
    vi: 'Chứng thư số mang tên khác với người phê duyệt ở bước này. Ghi lý do nếu vẫn công nhận.',
    en: 'The certificate names another person than the approver of this step. Give a reason if it counts.',
  },
  'documents.scan-of-another-version': {
    status: 422,
    vi: 'Mã trên bản quét thuộc phiên bản hoặc nội dung khác. Hãy quét đúng bản trình ký của phiên bản này.',
    en: 'The code on the scan belongs to another version or content. Scan the signing copy of this version.',
  },
  'documents.signature-none': {
    status: 422,
    vi: 'Tệp PDF không có chữ ký số.',
    en: 'The PDF carries no digital signature.',
  },
  'documents.signature-tampered': {
    status: 422,
    vi: 'Chữ ký số không đúng với nội dung tệp: tệp đã bị sửa hoặc chữ ký hỏng.',
    en: 'The signature does not match the content: the file was altered or the signature is broken.',
  },
  'documents.signature-changed-after': {
    status: 422,
    vi: 'Tệp đã thay đổi sau khi ký. Hãy tải lên đúng tệp ngay sau khi ký.',
    en: 'The file was changed after signing. Upload it as it was right after signing.',
  },
  'documents.signature-other-content': {
    status: 422,
    vi: 'Nội dung tệp đã ký không phải bản trình ký của phiên bản này.',
    en: 'What was signed is not the content of this version.',
  },
  'documents.signature-weak': {
    status: 422,
    vi: 'Chữ ký dùng thuật toán không còn an toàn (MD5, SHA-1). Hãy ký lại bằng phần mềm mới hơn.',
    en: 'The signature uses an algorithm that is no longer safe (MD5, SHA-1). Sign again with newer software.',
  },
  'documents.signature-expired': {
    status: 422,
    vi: 'Chứng thư số hết hạn hoặc chưa có hiệu lực tại thời điểm ký, hoặc không có dấu thời gian để chứng minh đã ký khi còn hạn.',
    en: 'The certificate was not valid at the time of signing, or no time stamp proves that it was.',
  },
  'documents.signature-revoked': {
    status: 422,
    vi: 'Chứng thư số đã bị thu hồi; không có dấu thời gian tin cậy chứng minh đã ký trước đó.',
    en: 'The certificate was revoked, and no trusted time proves that it was signed before.',
  },
  'documents.signature-self-signed': {
    status: 422,
    vi: 'Chứng thư số tự cấp, không do tổ chức chứng thực nào bảo đảm.',
    en: 'The certificate is self-signed; no authority vouches for it.',
  },
  'documents.signature-unknown-root': {
    status: 422,
    vi: 'Chứng thư số không thuộc tổ chức chứng thực mà hệ thống tin cậy.',
    en: 'The certificate does not lead to an authority that this installation trusts.',
  },
  'documents.signature-time-invalid': {
    status: 422,
    vi: 'Dấu thời gian không đúng với chữ ký.',
    en: 'The time stamp does not match the signature.',
  },
} as const satisfies ProblemTexts;

export const APPROVALS_CONSTRAINTS: Readonly<Record<string, string>> = {
  approval_file_second_person: 'documents.second-person-needed',
};
