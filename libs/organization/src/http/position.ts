import { DomainError, isUuid } from '@app/kernel';
import { type CursorValue } from '@app/platform/http';

/** The last row shown: a business column and its id. @throws DomainError `platform.invalid-cursor` */
export function positionOf(
  cursor: readonly CursorValue[] | null,
  isKey: (key: string) => boolean = () => true,
): readonly [string, string] | null {
  if (cursor === null) return null;
  const [key, id] = cursor;
  if (typeof key !== 'string' || !isKey(key) || !isUuid(id))
    throw new DomainError({ code: 'platform.invalid-cursor', kind: 'invalid' });
  return [key, id];
}
