import { type DisplayState } from '../display-state';

/** What lies over every page of a version that is not to be worked by (DI-10); null for the one in force. */
export function markOf(state: DisplayState): string | null {
  if (state === 'superseded') return 'ĐÃ ĐƯỢC THAY THẾ – KHÔNG DÙNG';
  if (state === 'withdrawn') return 'ĐÃ BÃI BỎ – KHÔNG DÙNG';
  return state === 'scheduled' ? 'CHƯA CÓ HIỆU LỰC' : null;
}
