import { type ProblemTexts } from '@app/platform/http';

import { ADOPTION_PROBLEMS } from './adoption.problems';
import { CITATIONS_PROBLEMS } from './citations.problems';
import { DESK_PROBLEMS } from './desk.problems';
import { READING_CONSTRAINTS, READING_PROBLEMS } from './reading.problems';
import { APPROVALS_CONSTRAINTS, APPROVALS_PROBLEMS } from './approvals.problems';
import { SEARCH_CONSTRAINTS, SEARCH_PROBLEMS } from './search.problems';
import { IMPORTS_PROBLEMS } from './imports.problems';
import { UPKEEP_PROBLEMS } from './upkeep.problems';
import { TTHC_PROBLEMS } from './tthc.problems';
import { WAY_PROBLEMS } from './way.problems';

export const DOCUMENTS_PROBLEMS = {
  ...ADOPTION_PROBLEMS,
  ...APPROVALS_PROBLEMS,
  ...CITATIONS_PROBLEMS,
  ...IMPORTS_PROBLEMS,
  ...SEARCH_PROBLEMS,
  'documents.self-approval': {
    status: 403,
    vi: 'Người soạn thảo không được phê duyệt tài liệu của chính mình.',
    en: 'The drafter may not approve their own document.',
  },
  'documents.signed-other-content': {
    status: 409,
    vi: 'Nội dung đã thay đổi so với bản bạn đọc. Mở lại tài liệu và đọc bản mới trước khi ký.',
    en: 'The content is not what you have read. Open the document again before you sign.',
  },
  'documents.rendition-not-ready': {
    status: 409,
    vi: 'Chưa có bản PDF để đọc và ký. Chờ hệ thống chuyển đổi xong, hoặc tải lên bản PDF.',
    en: 'There is no PDF to read and sign yet. Wait for the conversion, or upload a PDF.',
  },
  'documents.not-their-turn': {
    status: 403,
    vi: 'Bước này đang chờ người khác xử lý.',
    en: 'This step waits for somebody else.',
  },
  'documents.not-their-draft': {
    status: 403,
    vi: 'Chỉ người soạn thảo, người tải lên hoặc thư ký ISO được sửa và trình dự thảo này.',
    en: 'Only the drafter, the uploader or the ISO secretary may change and submit this draft.',
  },
  'documents.version-not-found': {
    status: 404,
    vi: 'Không tìm thấy phiên bản tài liệu.',
    en: 'Version not found.',
  },
  'documents.document-not-found': { status: 404, vi: 'Không tìm thấy tài liệu.', en: 'Document not found.' },
  'documents.upload-not-found': {
    status: 404,
    vi: 'Không tìm thấy tệp đã tải lên.',
    en: 'Upload not found.',
  },
  'documents.decision-not-found': {
    status: 404,
    vi: 'Không tìm thấy quyết định.',
    en: 'Decision not found.',
  },
  'documents.upload-not-usable': {
    status: 409,
    vi: 'Tệp chưa đọc xong, đã bị từ chối hoặc đã thuộc một tài liệu khác.',
    en: 'The file is still being read, was refused, or belongs to a document already.',
  },
  'documents.file-missing': {
    status: 400,
    vi: 'Chưa có tệp trong yêu cầu tải lên.',
    en: 'The request carries no file.',
  },
  'documents.code-taken': {
    status: 409,
    vi: 'Mã hiệu này đã dùng trong cùng lĩnh vực. Chọn mã khác, hoặc xác nhận giữ mã trùng.',
    en: 'This code is used in the same series. Choose another, or confirm that it is kept.',
  },
  'documents.draft-exists': {
    status: 409,
    vi: 'Tài liệu đang có một phiên bản chưa ban hành. Hoàn tất phiên bản đó trước khi tạo phiên bản mới.',
    en: 'The document has a version that is not issued yet. Finish it before you begin another.',
  },
  'documents.version-number-taken': {
    status: 409,
    vi: 'Lần ban hành và lần sửa đổi này đã có. Tăng lần ban hành hoặc lần sửa đổi.',
    en: 'This issue and revision stand already. Raise one of them.',
  },
  'documents.change-note-missing': {
    status: 422,
    vi: 'Từ phiên bản thứ hai phải ghi nội dung sửa đổi và mức độ thay đổi.',
    en: 'From the second version on a change note and a change class are compulsory.',
  },
  'documents.person-not-in-agency': {
    status: 422,
    vi: 'Người được chọn không công tác tại cơ quan này.',
    en: 'The chosen person does not work in this agency.',
  },
  'documents.person-lacks-role': {
    status: 422,
    vi: 'Người được chọn không có thẩm quyền ở bước này.',
    en: 'The chosen person is not entitled to this step.',
  },
  'documents.unit-not-in-agency': {
    status: 422,
    vi: 'Đơn vị được chọn không thuộc cơ quan này.',
    en: 'The chosen unit does not belong to this agency.',
  },
  'documents.decision-empty': {
    status: 422,
    vi: 'Quyết định chưa có tài liệu nào trong danh mục.',
    en: 'The decision lists no document.',
  },
  'documents.version-not-approved': {
    status: 409,
    vi: 'Có tài liệu trong danh mục chưa được phê duyệt, không còn hiệu lực hoặc đã nằm trong quyết định khác.',
    en: 'A document on the list is not approved, not in force, or stands in another decision.',
  },
  'documents.late-reason-missing': {
    status: 422,
    vi: 'Ngày hiệu lực đã qua. Ghi lý do nhập muộn.',
    en: 'The effective date has passed. Say why it is entered late.',
  },
  'documents.decision-number-repeated': {
    status: 409,
    vi: 'Số quyết định này đã có trong năm của cơ quan. Kiểm tra lại, hoặc xác nhận giữ số trùng.',
    en: 'This decision number stands already in this year. Check it, or confirm that it is kept.',
  },
  'documents.effective-before-signing': {
    status: 422,
    vi: 'Ngày hiệu lực không được trước ngày ký.',
    en: 'The effective date cannot be before the day of signing.',
  },
  'documents.signed-in-future': {
    status: 422,
    vi: 'Ngày ký không được sau hôm nay.',
    en: 'The day of signing cannot be in the future.',
  },
  'documents.effective-overlap': {
    status: 409,
    vi: 'Quyết định phải có hiệu lực sau ngày {date}, là ngày {code} có phiên bản bắt đầu hoặc hết hiệu lực.',
    en: 'The decision must take effect after {date}, the day on which a version of {code} begins or ends.',
  },
  'documents.form-check-missing': {
    status: 409,
    vi: 'Quyết định chưa được lãnh đạo Văn phòng kiểm tra thể thức.',
    en: 'The form of the decision has not been checked by the office yet.',
  },
  'documents.decision-returned': {
    status: 409,
    vi: 'Lãnh đạo Văn phòng đã trả lại dự thảo. Sửa dự thảo theo lý do trả lại trước.',
    en: 'The office has given the draft back. Mend it first.',
  },
  'documents.return-reason-missing': {
    status: 422,
    vi: 'Ghi lý do trả lại.',
    en: 'Say why it is given back.',
  },
  'documents.replaced-not-registered': {
    status: 422,
    vi: 'Quyết định bị thay thế phải là một quyết định đã ban hành của cơ quan.',
    en: 'The replaced decision must be a registered decision of the agency.',
  },
  'documents.successor-unknown': {
    status: 422,
    vi: 'Tài liệu thay cho tài liệu bị bãi bỏ phải là một tài liệu khác của cơ quan.',
    en: 'What follows a withdrawn document is another document of the agency.',
  },
  'documents.print-not-found': {
    status: 404,
    vi: 'Không tìm thấy bản in, hoặc bản in chưa làm xong.',
    en: 'There is no such print, or it is not ready yet.',
  },
  'documents.change-reason-missing': {
    status: 422,
    vi: 'Từ phiên bản thứ hai phải ghi lý do sửa đổi, phần được sửa đổi và căn cứ sửa đổi.',
    en: 'From the second version on reason, affected sections and legal basis of the change are compulsory.',
  },
  'documents.class-not-confirmable': {
    status: 409,
    vi: 'Chỉ xác nhận loại thay đổi của phiên bản sửa đổi đang trình hoặc đã phê duyệt, chờ ban hành.',
    en: 'The class is confirmed of a further version in review, or approved and waiting to be issued.',
  },
  'documents.class-reason-missing': {
    status: 422,
    vi: 'Ghi lý do khi xác nhận loại thay đổi khác với đề xuất của người soạn thảo.',
    en: 'Say why, when the class differs from what the drafter proposes.',
  },
  'documents.pattern-not-found': {
    status: 404,
    vi: 'Không tìm thấy mẫu mã hiệu.',
    en: 'Code pattern not found.',
  },
  'documents.pattern-without-number': {
    status: 422,
    vi: 'Mẫu mã hiệu phải có đúng một chỗ cho số thứ tự: {n}, {nn} hoặc {nnn}.',
    en: 'A code pattern has exactly one place for the number: {n}, {nn} or {nnn}.',
  },
  'documents.pattern-taken': {
    status: 409,
    vi: 'Loại tài liệu và lĩnh vực này đã có mẫu mã hiệu.',
    en: 'This kind and series have a code pattern already.',
  },
  'documents.change-set-not-found': {
    status: 404,
    vi: 'Không tìm thấy tập sửa đổi.',
    en: 'Change set not found.',
  },
  'documents.scan-not-found': {
    status: 404,
    vi: 'Quyết định chưa có bản quét.',
    en: 'The decision has no scan.',
  },
  'documents.decision-closed': {
    status: 409,
    vi: 'Quyết định đã vào số, không sửa được nữa.',
    en: 'The decision is registered and cannot be changed.',
  },
  'documents.nothing-to-copy': {
    status: 409,
    vi: 'Chỉ cấp bản sao của phiên bản đã ban hành và có bản PDF.',
    en: 'Copies are made of issued versions that have a PDF.',
  },
  ...DESK_PROBLEMS,
  ...UPKEEP_PROBLEMS,
  ...READING_PROBLEMS,
  'documents.case-not-found': {
    status: 404,
    vi: 'Quy trình không có trường hợp này.',
    en: 'The procedure has no such case.',
  },
  'documents.content-missing': {
    status: 404,
    vi: 'Phiên bản này chưa có nội dung dạng mục. Mở trình soạn thảo để nhập.',
    en: 'This version has no content as fields yet. Open the editor to enter it.',
  },
  ...TTHC_PROBLEMS,
  ...WAY_PROBLEMS,
} as const satisfies ProblemTexts;

/** Constraint of the database → the refusal that it stands for, when two people race. */
export const DOCUMENTS_CONSTRAINTS: Readonly<Record<string, string>> = {
  ...SEARCH_CONSTRAINTS,
  document_code_once: 'documents.code-taken',
  retired_name_once: 'documents.retired-name-known',
  offering_one_open: 'documents.offering-open',
  code_pattern_once: 'documents.pattern-taken',
  version_one_draft: 'documents.draft-exists',
  version_number_once: 'documents.version-number-taken',
  version_one_effective: 'documents.effective-overlap',
  ...APPROVALS_CONSTRAINTS,
  signature_not_own: 'documents.self-approval',
  disposal_not_own: 'documents.own-disposal',
  record_type_once: 'documents.record-type-exists',
  ...READING_CONSTRAINTS,
};
