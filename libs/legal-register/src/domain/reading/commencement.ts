import { addDays, dateAt, type LocalDate } from '@app/kernel';

import { type Line } from './lines';

/** When a text begins and, of some, when it ends. */
export interface Commencement {
  readonly effectiveOn: LocalDate | null;
  readonly expiredOn: LocalDate | null;
}

const THIS =
  '(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư(?: liên tịch)?|Quyết định|Chỉ thị|Quy định|Văn bản|Kế hoạch)\\s+này';
const BEGINS = new RegExp(
  `${THIS}[^.;]{0,80}?có\\s+hiệu\\s+lực(?:\\s+thi\\s+hành)?\\s*(?:kể\\s+)?(từ|sau)\\s+`,
  'iu',
);
const ENDS = new RegExp(
  `${THIS}[^.;]{0,160}?hết\\s+hiệu\\s+lực(?:\\s+thi\\s+hành)?\\s*(?:kể\\s+)?từ\\s+`,
  'iu',
);
const UNTIL = new RegExp(`${THIS}[^.;]{0,160}?(?:đến\\s+hết|có\\s+hiệu\\s+lực\\s+đến)\\s+`, 'iu');
const SIGNED = /^(?:ngày\s+)?(?:k[ýí]|ban\s+hành|thông\s+qua)/iu;
const AFTER = /^(\d{1,3})\s*(?:\([^)]*\)\s*)?ngày(?:,?\s*kể)?\s*(?:từ\s+)?(?:ngày\s+)?(?:k[ýí]|ban\s+hành)/iu;

/** Reads "Thông tư này có hiệu lực từ ngày …", "sau 10 ngày kể từ ngày ký", "hết hiệu lực từ ngày …". */
export function readCommencement(lines: readonly Line[], issuedOn: LocalDate | null): Commencement {
  let effectiveOn: LocalDate | null = null;
  let expiredOn: LocalDate | null = null;
  for (const { text } of lines) {
    effectiveOn ??= beginning(text, issuedOn);
    expiredOn ??= dayAfter(text, ENDS) ?? lastDay(text);
  }
  return { effectiveOn, expiredOn };
}

function beginning(text: string, issuedOn: LocalDate | null): LocalDate | null {
  const match = BEGINS.exec(text);
  if (match === null) return null;
  const at = match.index + match[0].length;
  const rest = text.slice(at);
  if (SIGNED.test(rest)) return issuedOn;
  const days = AFTER.exec(rest)?.[1];
  if (days !== undefined) return issuedOn === null ? null : addDays(issuedOn, Number(days));
  return dateAt(text, at)?.date ?? null;
}

function dayAfter(text: string, pattern: RegExp): LocalDate | null {
  const match = pattern.exec(text);
  return match === null ? null : (dateAt(text, match.index + match[0].length)?.date ?? null);
}

/** "đến hết ngày 28/2/2027" is the last day in force. */
function lastDay(text: string): LocalDate | null {
  const last = dayAfter(text, UNTIL);
  return last === null ? null : addDays(last, 1);
}
