import { DomainError } from '@app/kernel';
import { type Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type as ToType } from 'class-transformer';

import { IntegerField, ListField, TextField } from './fields';

/** Keyset paging: `after` is the cursor that the page before gave as `next`. */
export class PageQuery {
  @TextField({ optional: true, max: 2000 })
  after?: string;

  @IntegerField({ optional: true, min: 1, max: 100 })
  @ToType(() => Number)
  limit?: number;
}

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

export type CursorValue = string | number | null;

export function encodeCursor(values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * Reads a cursor back; its values only ever go into parameters, so a forged one can but point elsewhere in one's own list.
 * @throws DomainError `platform.invalid-cursor`
 */
export function decodeCursor(cursor: string | undefined, length: number): readonly CursorValue[] | null {
  if (cursor === undefined) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === length && values.every(isCursorValue)) return values;
  } catch {
    // Not JSON: refused below like every other forged cursor.
  }
  throw new DomainError({ code: 'platform.invalid-cursor', kind: 'invalid' });
}

function isCursorValue(value: unknown): value is CursorValue {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0') && value.length <= 500;
  return value === null || typeof value === 'number';
}

/** Cuts the one row too many that tells that there is more, and makes the cursor of the last one shown. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  { show, key }: { show: (row: Row) => Item; key: (row: Row) => readonly CursorValue[] },
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(show),
    next: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null,
  };
}

/** The class of one page of `item`, for OpenAPI. */
export function pageDto<Item extends object>(item: Type<Item>, name: string): Type<Page<Item>> {
  class ItemsPage implements Page<Item> {
    @ListField(() => item)
    items!: Item[];

    @ApiProperty({ type: String, nullable: true })
    next!: string | null;
  }
  Object.defineProperty(ItemsPage, 'name', { value: name });
  return ItemsPage;
}
