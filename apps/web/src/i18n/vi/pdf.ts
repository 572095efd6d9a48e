export const pdf = {
  toolbar: 'Điều khiển trang PDF',
  page: 'Trang',
  previous: 'Trang trước',
  next: 'Trang sau',
  smaller: 'Thu nhỏ',
  larger: 'Phóng to',
  fitWidth: 'Vừa bề ngang',
  loading: (percent: number) => (percent > 0 ? `Đang tải tệp PDF… ${String(percent)}%` : 'Đang tải tệp PDF…'),
  print: 'In (bản có dấu kiểm soát)',
  ownViewer: 'Mở bằng trình xem của máy',
  marks: {
    superseded: 'ĐÃ ĐƯỢC THAY THẾ – KHÔNG DÙNG',
    withdrawn: 'ĐÃ BÃI BỎ – KHÔNG DÙNG',
    scheduled: 'CHƯA CÓ HIỆU LỰC',
  } as Record<string, string>,
  failed: 'Không mở được bản PDF',
};
