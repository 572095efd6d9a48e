import { DomainError, isLocalDate, isUuid } from '@app/kernel';
import { type CursorValue } from '@app/platform/http';

type Cursor = readonly CursorValue[] | null;

/** The last row shown: a day and an id. @throws DomainError `platform.invalid-cursor` */
export function datePosition(cursor: Cursor): readonly [string, string] | null {
  return positionOf(cursor, isLocalDate);
}

/** The last row shown: an instant and an id. @throws DomainError `platform.invalid-cursor` */
export function instantPosition(cursor: Cursor): readonly [string, string] | null {
  return positionOf(cursor, (key) => /^\d{4}-\d\d-\d\dT/.test(key) && !Number.isNaN(Date.parse(key)));
}

function positionOf(cursor: Cursor, isKey: (key: string) => boolean): readonly [string, string] | null {
  if (cursor === null) return null;
  const [key, id] = cursor;
  if (typeof key !== 'string' || !isKey(key) || !isUuid(id)) throw invalidCursor();
  return [key, id];
}

export function invalidCursor(): DomainError {
  return new DomainError({ code: 'platform.invalid-cursor', kind: 'invalid' });
}
