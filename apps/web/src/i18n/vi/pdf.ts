export const pdf = {
  toolbar: 'Điều khiển trang PDF',
  page: 'Trang',
  previous: 'Trang trước',
  next: 'Trang sau',
  smaller: 'Thu nhỏ',
  larger: 'Phóng to',
  fitWidth: 'Vừa bề ngang',
  loading: (percent: number) => (percent > 0 ? `Đang tải tệp PDF… ${String(percent)}%` : 'Đang tải tệp PDF…'),
  failed: 'Không mở được bản PDF',
};
