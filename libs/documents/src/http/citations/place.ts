import { DomainError } from '@app/kernel';
import { type CursorValue } from '@app/platform/http';

/** The last row shown. @throws DomainError `platform.invalid-cursor` */
export function place(
  cursor: readonly CursorValue[] | null,
  isFirst: (value: string) => boolean,
  isSecond: (value: string) => boolean = () => true,
): readonly [string, string] | null {
  if (cursor === null) return null;
  const [first, second] = cursor;
  if (typeof first !== 'string' || typeof second !== 'string' || !isFirst(first) || !isSecond(second))
    throw new DomainError({ code: 'platform.invalid-cursor', kind: 'invalid' });
  return [first, second];
}
