import { type ProblemTexts } from '@app/platform/http';

export const IDENTITY_PROBLEMS = {
  'identity.bad-token': {
    status: 422,
    vi: 'Thông tin khoá API chưa đúng. Cần tên, ít nhất một quyền và ngày hết hạn trong vòng một năm.',
    en: 'The key needs a name, at least one permission and a last day within a year.',
  },
  'identity.bad-token-field': {
    status: 422,
    vi: 'Giá trị không hợp lệ.',
    en: 'This value is not valid.',
  },
  'identity.token-invalid': {
    status: 401,
    vi: 'Khoá API không đúng, đã hết hạn hoặc đã bị thu hồi.',
    en: 'The API key is wrong, has ended or was revoked.',
  },
  'identity.token-not-accepted': {
    status: 403,
    vi: 'Khoá API không dùng được cho chức năng này.',
    en: 'API keys do not open this route.',
  },
  'identity.token-too-fast': {
    status: 429,
    vi: 'Khoá API gọi quá nhiều lần trong một phút. Vui lòng chờ.',
    en: 'The API key was used too often within a minute. Please wait.',
  },
  'identity.token-not-found': {
    status: 404,
    vi: 'Không tìm thấy khoá API, hoặc khoá đã bị thu hồi.',
    en: 'There is no such API key, or it is revoked already.',
  },
  'identity.not-signed-in': {
    status: 401,
    vi: 'Bạn chưa đăng nhập hoặc phiên làm việc đã hết. Vui lòng đăng nhập lại.',
    en: 'You are not signed in, or the session has ended. Please sign in again.',
  },
  'identity.wrong-credentials': {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The login or the password is wrong.',
  },
  'identity.locked': {
    status: 429,
    vi: 'Đã nhập sai nhiều lần. Vui lòng chờ vài phút rồi thử lại.',
    en: 'Too many wrong attempts. Please wait a few minutes and try again.',
  },
  'identity.no-agency': {
    status: 403,
    vi: 'Tài khoản chưa được phân công tại cơ quan nào. Liên hệ người quản trị của cơ quan.',
    en: 'This account belongs to no agency. Ask the administrator of your agency.',
  },
  'identity.not-a-member': {
    status: 403,
    vi: 'Bạn không có nhiệm vụ tại cơ quan này.',
    en: 'You hold no position in this agency.',
  },
  'identity.forbidden': {
    status: 403,
    vi: 'Bạn không được phân quyền thực hiện việc này.',
    en: 'You are not entitled to do this.',
  },
  'identity.wrong-password': {
    status: 422,
    vi: 'Mật khẩu xác nhận không đúng. Chưa có thay đổi nào được ghi.',
    en: 'The password is wrong. Nothing has been changed.',
  },
  'identity.busy': {
    status: 429,
    vi: 'Nhiều người đang đăng nhập cùng lúc. Vui lòng thử lại sau vài giây.',
    en: 'Many people are signing in at once. Please try again in a few seconds.',
  },
  'identity.second-factor-needed': {
    status: 403,
    vi: 'Nhập mã xác thực hai lớp để ký. Mã có giá trị cho các lần ký trong 5 phút.',
    en: 'Type the code of your authenticator to sign. It stands for the signatures of the next 5 minutes.',
  },
  'identity.second-factor-missing': {
    status: 403,
    vi: 'Cơ quan yêu cầu người ký bật xác thực hai lớp. Mở “Tài khoản và bảo mật” để bật.',
    en: 'Your agency asks its signers for a second factor. Turn it on under "Account and security".',
  },
  'identity.no-second-factor': {
    status: 409,
    vi: 'Chưa bật xác thực hai lớp.',
    en: 'No second factor is turned on.',
  },
  'identity.second-factor-stands': {
    status: 409,
    vi: 'Xác thực hai lớp đã được bật.',
    en: 'The second factor is turned on already.',
  },
  'identity.second-factor-demanded': {
    status: 409,
    vi: 'Cơ quan yêu cầu xác thực hai lớp khi ký nên không tắt được.',
    en: 'Your agency asks its signers for a second factor, so that it cannot be turned off.',
  },
  'identity.wrong-code': {
    status: 422,
    vi: 'Mã xác thực không đúng hoặc đã dùng. Chờ mã mới rồi nhập lại.',
    en: 'The code is wrong or was used. Wait for the next one and try again.',
  },
  'identity.delegation-invalid': {
    status: 422,
    vi: 'Người ủy quyền và người nhận phải là hai người đang công tác tại cơ quan; ngày kết thúc không trước ngày bắt đầu.',
    en: 'Both must be different people of the agency, and the last day not before the first.',
  },
  'identity.delegation-ended': {
    status: 403,
    vi: 'Văn bản ủy quyền đã hết hạn, đã chấm dứt hoặc không bao gồm việc này.',
    en: 'The letter of delegation has ended or does not cover this act.',
  },
  'identity.password-temporary': {
    status: 403,
    vi: 'Mật khẩu này do người khác đặt. Mở “Tài khoản và bảo mật” để tự đặt mật khẩu mới rồi mới ký được.',
    en: 'Somebody else chose this password. Set your own under "Account and security" before you sign.',
  },
  'identity.undertaking-needed': {
    status: 422,
    vi: 'Cần đồng ý với lời cam kết giữ tài khoản cho riêng mình.',
    en: 'Agree to the undertaking to keep the account for yourself.',
  },
  'identity.password-short': {
    status: 422,
    vi: 'Mật khẩu phải có ít nhất 10 ký tự.',
    en: 'A password has at least 10 characters.',
  },
  'identity.password-plain': {
    status: 422,
    vi: 'Mật khẩu phải có ít nhất ba trong bốn loại: chữ thường, chữ hoa, chữ số, ký tự khác; hoặc là một câu từ 20 ký tự.',
    en: 'A password has three of: small letters, capitals, digits, other signs; or is a sentence of 20 characters.',
  },
  'identity.password-guessable': {
    status: 422,
    vi: 'Mật khẩu chứa tên đăng nhập hoặc từ dễ đoán. Chọn mật khẩu khác.',
    en: 'The password holds the login or a word that is easily guessed. Choose another.',
  },
  'identity.account-not-found': {
    status: 404,
    vi: 'Không tìm thấy tài khoản này tại cơ quan.',
    en: 'The agency has no such account.',
  },
  'identity.own-account': {
    status: 409,
    vi: 'Không tự đóng, tự đổi quyền hoặc tự cấp lại mật khẩu cho tài khoản của chính mình. Nhờ người quản trị khác.',
    en: 'Your own account is closed, changed or given a password by another administrator.',
  },
  'identity.account-elsewhere': {
    status: 409,
    vi: 'Người này còn công tác tại cơ quan khác nên không cấp lại mật khẩu tại đây.',
    en: 'This person works in another agency too: the password is not set here.',
  },
  'identity.account-ended': {
    status: 409,
    vi: 'Tài khoản này đã đóng.',
    en: 'This account is closed already.',
  },
  'identity.role-not-ours': {
    status: 422,
    vi: 'Vai trò cấp tỉnh hoặc của hệ thống không do cơ quan cấp.',
    en: 'Roles of the province or the installation are not given by an agency.',
  },
  'identity.login-taken': {
    status: 409,
    vi: 'Tên đăng nhập đã có người dùng, kể cả tài khoản đã đóng. Tên đăng nhập không cấp lại cho người khác.',
    en: 'This login belongs to somebody, closed accounts included. A login is never given to another person.',
  },
  'identity.unit-unknown': {
    status: 422,
    vi: 'Không tìm thấy đơn vị này tại cơ quan.',
    en: 'The agency has no such unit.',
  },
  'identity.machine-not-found': {
    status: 404,
    vi: 'Không tìm thấy máy dùng chung này.',
    en: 'There is no such shared machine.',
  },
  'identity.machine-stands': {
    status: 409,
    vi: 'Máy này đã được đặt làm máy dùng chung.',
    en: 'This is a shared machine already.',
  },
  'identity.machine-unknown': {
    status: 409,
    vi: 'Chưa nhận ra trình duyệt này. Đăng xuất, đăng nhập lại rồi thử lại.',
    en: 'This browser is not known yet. Sign out, sign in again, and try once more.',
  },
  'identity.code-needed': {
    status: 401,
    vi: 'Tại máy dùng chung, nhập thêm mã xác thực hai lớp.',
    en: 'At a shared machine, type the code of your authenticator as well.',
  },
} as const satisfies ProblemTexts;

/** Constraint of the database → code of the refusal that it stands for. */
export const IDENTITY_CONSTRAINTS: Readonly<Record<string, string>> = {
  credential_login: 'identity.login-taken',
  membership_agency_id_unit_id_fkey: 'identity.unit-unknown',
  shared_machine_once: 'identity.machine-stands',
};
