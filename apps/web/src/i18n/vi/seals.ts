export const seals = {
  meanings: {
    written: 'Soạn thảo',
    checked: 'Kiểm tra',
    reviewed: 'Xem xét',
    approved: 'Phê duyệt',
    verified: 'Đối chiếu',
  },
  ways: {
    inside: 'Ký trong phần mềm',
    outside: 'Ký số ngoài phần mềm',
    paper: 'Ký trên giấy',
    said: 'Xác nhận trong phần mềm',
    imported: 'Trên bản giấy có trước',
  },
  valid: 'Khớp với nội dung này',
  invalid: 'Không còn hợp lệ cho nội dung này',
  faults: {
    valid: '',
    round: 'Đã trả lại và trình lại sau khi ký.',
    content: 'Bản PDF đã khác bản được ký.',
    metadata: 'Thông tin trên bìa đã khác thông tin được ký.',
    seal: 'Dòng chữ ký đã bị sửa hoặc chuyển từ nơi khác đến.',
  },
};
