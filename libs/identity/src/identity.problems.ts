import { type ProblemTexts } from '@app/platform/http';

export const IDENTITY_PROBLEMS = {
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
} as const satisfies ProblemTexts;
