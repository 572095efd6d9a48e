export const session = {
  title: 'Đăng nhập',
  intro: 'Hệ thống quản lý chất lượng theo TCVN ISO 9001 cho cơ quan nhà nước',
  login: 'Tên đăng nhập hoặc thư điện tử',
  password: 'Mật khẩu',
  submit: 'Đăng nhập',
  expired:
    'Phiên làm việc đã hết hạn. Đăng nhập lại để tiếp tục; nội dung đang nhập vẫn được giữ nếu chưa đóng trang.',
  signedOut: 'Đã đăng xuất.',
  showPassword: 'Hiện mật khẩu',
  hidePassword: 'Ẩn mật khẩu',
};
