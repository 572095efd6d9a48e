/** The ten folders of Hồ sơ HTQLCL in their usual order (OF-14); a province may order them otherwise. */
export const DOSSIER_FOLDERS = [
  'Quyết định thành lập, kiện toàn Ban chỉ đạo, phân công',
  'Kế hoạch, kinh phí, đào tạo',
  'Chính sách, mục tiêu chất lượng',
  'Quyết định ban hành, danh mục tài liệu nội bộ',
  'Tài liệu bên ngoài, phiếu rà soát văn bản',
  'Đánh giá nội bộ',
  'Sự không phù hợp và hành động khắc phục',
  'Xem xét của lãnh đạo',
  'Công bố, niêm yết, thông báo',
  'Báo cáo, kết quả kiểm tra lần trước, mẫu hồ sơ TTHC',
] as const;
