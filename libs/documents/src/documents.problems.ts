import { type ProblemTexts } from '@app/platform/http';

import { ADOPTION_PROBLEMS } from './adoption.problems';
import { READING_CONSTRAINTS, READING_PROBLEMS } from './reading.problems';
import { APPROVALS_CONSTRAINTS, APPROVALS_PROBLEMS } from './approvals.problems';
import { SEARCH_CONSTRAINTS, SEARCH_PROBLEMS } from './search.problems';
import { IMPORTS_PROBLEMS } from './imports.problems';

export const DOCUMENTS_PROBLEMS = {
  ...ADOPTION_PROBLEMS,
  ...APPROVALS_PROBLEMS,
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
  'documents.change-set-not-approved': {
    status: 409,
    vi: 'Tập sửa đổi chưa có tài liệu nào đã phê duyệt và chưa nằm trong quyết định khác.',
    en: 'Nothing of the change set is approved and free to be gathered in a decision.',
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
  'documents.nothing-to-review': {
    status: 409,
    vi: 'Chỉ rà soát định kỳ tài liệu đang hiệu lực.',
    en: 'Only what is in force is reviewed.',
  },
  'documents.change-request-not-found': {
    status: 404,
    vi: 'Không tìm thấy đề nghị.',
    en: 'Request not found.',
  },
  'documents.change-request-closed': {
    status: 409,
    vi: 'Đề nghị này đã được trả lời.',
    en: 'The request has been answered.',
  },
  'documents.change-request-subject': {
    status: 422,
    vi: 'Đề nghị sửa đổi hoặc bãi bỏ phải chọn tài liệu; đề nghị ban hành mới phải ghi tên tài liệu.',
    en: 'A request to amend or withdraw names a document; one for a new document gives its title.',
  },
  'documents.record-type-not-found': {
    status: 404,
    vi: 'Không tìm thấy loại hồ sơ.',
    en: 'Type of record not found.',
  },
  'documents.record-type-retired': {
    status: 409,
    vi: 'Loại hồ sơ này không còn dùng.',
    en: 'This type of record is no longer used.',
  },
  'documents.record-type-exists': {
    status: 409,
    vi: 'Loại hồ sơ này đã có trong danh mục.',
    en: 'This type of record is on the list already.',
  },
  'documents.record-not-found': {
    status: 404,
    vi: 'Không tìm thấy hồ sơ.',
    en: 'Record not found.',
  },
  'documents.record-completed': {
    status: 409,
    vi: 'Hồ sơ đã hoàn tất, chỉ ghi thêm được dòng đính chính.',
    en: 'The record is complete; only corrections may be added.',
  },
  'documents.correction-target': {
    status: 422,
    vi: 'Dòng được đính chính không thuộc hồ sơ này.',
    en: 'The corrected line is not of this record.',
  },
  'documents.closed-before-opened': {
    status: 422,
    vi: 'Ngày kết thúc không được trước ngày mở hồ sơ.',
    en: 'The closing day cannot be before the opening day.',
  },
  'documents.disposal-not-found': {
    status: 404,
    vi: 'Không tìm thấy danh mục hủy, chuyển giao.',
    en: 'Disposal list not found.',
  },
  'documents.record-not-disposable': {
    status: 409,
    vi: 'Có hồ sơ chưa hết thời hạn lưu, đang được giữ lại hoặc đã nằm trong danh mục khác.',
    en: 'A record is within its retention, on hold, or on another list.',
  },
  'documents.disposal-closed': {
    status: 409,
    vi: 'Danh mục này không còn ở bước đó.',
    en: 'The list is no longer at that step.',
  },
  'documents.own-disposal': {
    status: 403,
    vi: 'Người lập danh mục không được tự duyệt.',
    en: 'Nobody approves the list that they propose.',
  },
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
  'documents.drafting-not-confirmed': {
    status: 409,
    vi: 'Người soạn thảo chưa xác nhận bản nhập thay. Chờ xác nhận trong Việc của tôi, hoặc đánh dấu đã xác nhận trên giấy.',
    en: 'The drafter has not confirmed what was entered for them. Wait for it, or mark that it was confirmed on paper.',
  },
  'documents.drafting-confirmed': {
    status: 409,
    vi: 'Bản soạn thảo đã được xác nhận.',
    en: 'The draft is confirmed already.',
  },
  'documents.not-the-drafter': {
    status: 403,
    vi: 'Chỉ người soạn thảo ghi trên bìa được xác nhận.',
    en: 'Only the drafter named on the cover may confirm.',
  },
  'documents.way-incomplete': {
    status: 422,
    vi: 'Chưa đủ người cho các bước bắt buộc, hoặc một người được chọn hai lần trong cùng một bước.',
    en: 'A compulsory stage has too few people, or names somebody twice.',
  },
  'documents.route-not-found': {
    status: 404,
    vi: 'Không tìm thấy tuyến trình.',
    en: 'Route not found.',
  },
  'documents.route-invalid': {
    status: 422,
    vi: 'Tuyến trình phải có ít nhất một bước xem xét bắt buộc và kết thúc bằng đúng một bước phê duyệt.',
    en: 'A route needs a compulsory review and exactly one approval as its last stage.',
  },
  'documents.already-signed': {
    status: 409,
    vi: 'Đã có người xem xét hoặc kiểm tra, không rút lại được. Đề nghị người đang giữ trả lại.',
    en: 'Somebody has signed already. Ask whoever holds it to return it.',
  },
  'documents.step-not-open': {
    status: 409,
    vi: 'Bước này đã xong hoặc không còn chờ xử lý.',
    en: 'This step is no longer open.',
  },
  'documents.comment-not-found': { status: 404, vi: 'Không tìm thấy ý kiến.', en: 'Comment not found.' },
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
