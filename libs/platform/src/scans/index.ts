export { ScanUnreadable } from './scan-errors';
export { type ReadScan, readScan, type ScanPart } from './scan-reader';
export { SCANS_PROBLEMS } from './scans.problems';
