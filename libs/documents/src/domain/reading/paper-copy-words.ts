import { type PaperCopyState } from './paper-copy';

/** The states that people read. */
export const PaperCopyWords: Readonly<Record<PaperCopyState, string>> = {
  held: 'Đang giữ',
  'to-recall': 'Cần thu hồi',
  recalled: 'Đã thu hồi',
  destroyed: 'Đã hủy',
  lost: 'Mất, không thu hồi được',
};
