export const impact = {
  kinds: {
    replaces: 'Thay thế',
    amends: 'Sửa đổi, bổ sung',
    repeals: 'Bãi bỏ',
    announces: 'Công bố TTHC',
  },
  via: {
    number: 'theo số ký hiệu',
    name: 'theo tên',
    amended: 'qua văn bản đã sửa đổi, thay thế',
    procedure: 'theo TTHC',
  },
  through: (texts: string) => `qua ${texts}`,
  partly: 'một phần',
  why: 'Lý do rà soát',
  others: 'Thay đổi khác trên cùng tài liệu',
  othersHint:
    'Một tài liệu là một việc, dù có nhiều thay đổi. Chọn các thay đổi được trả lời cùng kết luận này.',
  alsoAnswer: 'Kết luận này trả lời luôn',
  firstDocuments: 'Các tài liệu đầu tiên sẽ phải rà soát',
  firstDocumentsOf: (shown: number, all: number) => `${String(shown)} trong ${String(all)} tài liệu`,
  document: 'Tài liệu',
  withdraw: 'Rút thay đổi',
  withdrawTitle: 'Rút thay đổi đã xác nhận',
  withdrawNote:
    'Mọi việc rà soát đang mở của thay đổi này ở mọi cơ quan sẽ kết thúc, kèm dòng giải thích dưới đây. Việc đã kết luận được giữ nguyên.',
  withdrawReason: 'Giải thích (mọi người nhận việc sẽ đọc)',
  withdrawDone: 'Đã rút thay đổi. Các việc đang mở đã kết thúc.',
  withdrawnBy: 'Người rút',
};
