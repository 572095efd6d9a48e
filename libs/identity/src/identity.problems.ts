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
} as const satisfies ProblemTexts;
