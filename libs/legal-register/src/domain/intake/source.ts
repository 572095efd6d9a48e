import { tidyLine } from '@app/kernel';

import { BadSource } from './refusals';

export const SOURCE_KINDS = ['feed', 'folder'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** A source as a person typed it in. */
export interface SourceFields {
  name: string;
  kind: SourceKind;
  address: string;
  everyMinutes: number;
  isActive: boolean;
}

const FOLDER_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}$/u;
const MOST_WAIT_MINUTES = 24 * 60;

/** @throws BadSource naming every faulty field at once */
export function sourceFrom(fields: SourceFields): SourceFields {
  const name = tidyLine(fields.name);
  const address = fields.kind === 'feed' ? feedAddress(fields.address) : folderName(fields.address);
  const faults = [...(name === '' ? ['name'] : []), ...(address === null ? ['address'] : [])];
  if (faults.length > 0 || address === null) throw new BadSource(faults);
  return { ...fields, name, address };
}

/** A name and password in an address would lie readable in the register of sources. */
function feedAddress(typed: string): string | null {
  const url = URL.parse(typed.trim());
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return null;
  return url.username === '' && url.password === '' ? url.href : null;
}

/** One name, no path: a source sees nothing outside the folder of its agency. */
function folderName(typed: string): string | null {
  const name = typed.trim().normalize('NFC');
  return FOLDER_NAME.test(name) ? name : null;
}

/** Minutes until the next look: as agreed, and twice as long after each failure in a row, up to a day. */
export function waitMinutes(everyMinutes: number, failures: number): number {
  const longest = Math.max(everyMinutes, MOST_WAIT_MINUTES);
  return Math.min(everyMinutes * 2 ** Math.min(failures, 20), longest);
}
