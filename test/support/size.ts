/** How much bad input is tried: a share that CI has time for, or all of it (`ISO_FULL=1`, started by hand). */
export const FULL = process.env['ISO_FULL'] === '1';

export function sized(ci: number, full: number): number {
  return FULL ? full : ci;
}
