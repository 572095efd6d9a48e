/** RI-09: one proof stands for a continuous series of signatures, no longer than this. */
export const PROOF_MINUTES = 5;

/** What a person undertakes when they turn it on; kept word by word with the time (RI-12). */
export const UNDERTAKING =
  'Tôi cam kết: chữ ký tôi thực hiện trong phần mềm có giá trị như chữ ký của tôi; tôi giữ bí mật mật khẩu, ' +
  'thiết bị xác thực và mã dự phòng, không cho người khác dùng; tôi báo ngay cho người quản trị khi nghi bị lộ hoặc mất.';

export function isProved(provedAt: Date | null, now: Date): boolean {
  return provedAt !== null && now.getTime() - provedAt.getTime() < PROOF_MINUTES * 60_000;
}
