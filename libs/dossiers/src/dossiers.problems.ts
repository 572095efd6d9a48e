import { type ProblemTexts } from '@app/platform/http';

/** What each refusal of this slice says to people. */
export const DOSSIERS_PROBLEMS = {
  'dossiers.export-not-found': {
    status: 404,
    vi: 'Không tìm thấy lần xuất dữ liệu này.',
    en: 'There is no such export.',
  },
  'dossiers.export-under-way': {
    status: 409,
    vi: 'Cơ quan đang có một lần xuất dữ liệu chưa xong. Chờ lần đó kết thúc rồi yêu cầu lại.',
    en: 'An export of the agency is under way. Ask again when it has ended.',
  },
  'dossiers.export-not-ready': {
    status: 409,
    vi: 'Bản xuất dữ liệu chưa sẵn sàng để tải.',
    en: 'The export is not ready to be downloaded.',
  },
  'dossiers.export-gone': {
    status: 409,
    vi: 'Bản xuất dữ liệu đã hết hạn lưu và đã được xóa. Hãy yêu cầu xuất lại.',
    en: 'The export was kept for its time and has been deleted. Ask for a new one.',
  },
  'dossiers.export-of-another': {
    status: 403,
    vi: 'Chỉ người yêu cầu mới tải được bản xuất này, vì nội dung theo quyền đọc của người đó.',
    en: 'Only the person who asked may download this export: it holds what that person may read.',
  },
  'dossiers.export-failed': {
    status: 503,
    vi: 'Không tạo được bản xuất dữ liệu. Người quản trị hệ thống xem nhật ký máy chủ để biết lý do.',
    en: 'The export could not be made. The operator finds the reason in the log of the server.',
  },
  'dossiers.link-over': {
    status: 404,
    vi: 'Liên kết tải đã hết hạn hoặc không đúng. Hãy tạo liên kết mới.',
    en: 'The download link is over or wrong. Make a new one.',
  },
} as const satisfies ProblemTexts;

/** Constraint of the database → code of the refusal that it stands for. */
export const DOSSIERS_CONSTRAINTS = {
  agency_export_one_waiting: 'dossiers.export-under-way',
} as const;
