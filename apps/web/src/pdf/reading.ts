/**
 * Bytes per request of the viewer. Before it shows page 1 it looks at the dictionary of every page; in a scanned file
 * these lie far apart, and each costs one request of this size.
 */
export const RANGE_CHUNK = 32_768;
