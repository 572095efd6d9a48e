export const DOCUMENT_COLUMNS = [
  { heading: 'STT', value: 'stt', width: 11, middle: true },
  { heading: 'Mã hiệu', value: 'ma_hieu', width: 34 },
  { heading: 'Tên tài liệu', value: 'ten', width: 52 },
  { heading: 'Lĩnh vực', value: 'linh_vuc', width: 25 },
  { heading: 'Lần ban hành', value: 'lan_ban_hanh', width: 18, middle: true },
  { heading: 'Hình thức', value: 'hinh_thuc', width: 20 },
];
export const SCOPE_COLUMNS = [
  { heading: 'STT', value: 'stt', width: 11, middle: true },
  { heading: 'Thủ tục hành chính, hoạt động', value: 'ten', width: 78 },
  { heading: 'Lĩnh vực', value: 'linh_vuc', width: 33 },
  { heading: 'Mã quy trình', value: 'ma_hieu', width: 38 },
];
