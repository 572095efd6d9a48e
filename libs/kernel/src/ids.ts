import { randomBytes } from 'node:crypto';

declare const brand: unique symbol;

/** A string that only its own kind may stand for. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

export type AgencyId = Branded<'AgencyId'>;
export type PersonId = Branded<'PersonId'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-9a-f][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/** UUID v7 (RFC 9562): ordered by creation time, so indexes stay dense. Lists never page on it alone. */
export function uuidV7(now: Date = new Date()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Where new identifiers come from; passed in, so that a test may know them. */
export abstract class Ids {
  abstract next<Id extends string = string>(): Id;
}

export class UuidV7Ids extends Ids {
  override next<Id extends string = string>(): Id {
    return uuidV7() as Id;
  }
}
