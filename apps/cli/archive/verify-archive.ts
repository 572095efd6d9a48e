import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

import { ChainWalk, type JournalRow } from '../journal/verify-chain';
import { type ArchiveSource, openArchive } from './archive-source';

const FORMAT = 'iso-agency-export-v1';
const SUMS = 'SHA256SUMS';
const MANIFEST = 'manifest.json';

interface Manifest {
  format: string;
  agency: { id: string; name: string };
  exportedAt: string;
  journal: { file: string; entries: number; withheld: number; head: { seq: number; hash: string } | null };
  tables: { name: string; file: string; rows: number }[];
  entries: { path: string; size: number; sha256: string }[];
}

export interface ArchiveFault {
  path: string;
  fault:
    | 'unreadable'
    | 'missing'
    | 'not-listed'
    | 'size'
    | 'hash'
    | 'sum'
    | 'rows'
    | 'format'
    | `journal-${string}`;
}

export interface ArchiveReport {
  archive: string;
  /** Of the .zip as a whole; null for a folder. */
  sha256: string | null;
  agency: string | null;
  exportedAt: string | null;
  entries: number;
  bytes: number;
  rows: number;
  journalEntries: number;
  journalWithheld: number;
  faults: ArchiveFault[];
}

/**
 * Proves that an archive of an agency is what was written: every entry against the manifest and the sums, the rows of
 * every kind counted, the journal's chain recomputed from its first row to the head. It knows no database and no product.
 */
export async function verifyArchive(path: string): Promise<ArchiveReport> {
  const report: ArchiveReport = {
    archive: path,
    sha256: (await stat(path)).isDirectory() ? null : (await digestOf(createReadStream(path))).sha256,
    agency: null,
    exportedAt: null,
    entries: 0,
    bytes: 0,
    rows: 0,
    journalEntries: 0,
    journalWithheld: 0,
    faults: [],
  };
  let source: ArchiveSource | null = null;
  try {
    source = await openArchive(path);
    await verifyEntries(source, report);
  } catch {
    report.faults.push({ path, fault: 'unreadable' });
  } finally {
    source?.close();
  }
  return report;
}

async function verifyEntries(source: ArchiveSource, report: ArchiveReport): Promise<void> {
  const sums = await sumsOf(source, report);
  const manifest = await manifestOf(source, report);
  if (manifest === null) return;
  report.agency = manifest.agency.name;
  report.exportedAt = manifest.exportedAt;
  const listed = new Set([MANIFEST, SUMS, ...manifest.entries.map(({ path }) => path)]);
  const present = new Set(source.paths());
  for (const path of present) if (!listed.has(path)) report.faults.push({ path, fault: 'not-listed' });
  const rowsOf = new Map(manifest.tables.map(({ file, rows }) => [file, rows]));
  const entries = [...manifest.entries, await manifestEntry(source)];
  for (const entry of entries) {
    if (!present.has(entry.path)) report.faults.push({ path: entry.path, fault: 'missing' });
    else await verifyEntry(source, entry, { report, sums, rows: rowsOf.get(entry.path) ?? null });
  }
  await verifyJournal(source, manifest, report);
}

async function verifyEntry(
  source: ArchiveSource,
  entry: Manifest['entries'][number],
  { report, sums, rows }: { report: ArchiveReport; sums: ReadonlyMap<string, string>; rows: number | null },
): Promise<void> {
  const found = await source
    .open(entry.path)
    .then(digestOf)
    .catch(() => null);
  report.entries += 1;
  report.bytes += found?.size ?? 0;
  if (rows !== null) report.rows += found?.lines ?? 0;
  const fault = found === null ? 'unreadable' : faultOf(found, entry, { sum: sums.get(entry.path), rows });
  if (fault !== null) report.faults.push({ path: entry.path, fault });
}

function faultOf(
  found: { size: number; sha256: string; lines: number },
  { size, sha256 }: Manifest['entries'][number],
  { sum, rows }: { sum: string | undefined; rows: number | null },
): ArchiveFault['fault'] | null {
  if (found.size !== size) return 'size';
  if (found.sha256 !== sha256) return 'hash';
  if (sum !== sha256) return 'sum';
  return rows === null || rows === found.lines ? null : 'rows';
}

/** The manifest cannot hold its own hash: the sums do. */
async function manifestEntry(source: ArchiveSource): Promise<Manifest['entries'][number]> {
  const { size, sha256 } = await digestOf(await source.open(MANIFEST));
  return { path: MANIFEST, size, sha256 };
}

async function sumsOf(source: ArchiveSource, report: ArchiveReport): Promise<Map<string, string>> {
  const sums = new Map<string, string>();
  try {
    for (const line of (await text(await source.open(SUMS))).split('\n')) {
      const [, sha256 = '', path = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      if (path !== '') sums.set(path, sha256);
    }
  } catch {
    report.faults.push({ path: SUMS, fault: 'unreadable' });
  }
  return sums;
}

async function manifestOf(source: ArchiveSource, report: ArchiveReport): Promise<Manifest | null> {
  try {
    const manifest = JSON.parse(await text(await source.open(MANIFEST))) as Manifest;
    if (manifest.format === FORMAT) return manifest;
    report.faults.push({ path: MANIFEST, fault: 'format' });
  } catch {
    report.faults.push({ path: MANIFEST, fault: 'unreadable' });
  }
  return null;
}

type JournalLine = Omit<JournalRow, 'seq' | 'salt' | 'commitment' | 'canonical' | 'hash' | 'agency_id'> & {
  seq: number;
  salt: string | null;
  commitment: string;
  canonical: string;
  hash: string;
  withheld?: boolean;
};

async function verifyJournal(
  source: ArchiveSource,
  { agency, journal }: Manifest,
  report: ArchiveReport,
): Promise<void> {
  const walk = new ChainWalk(agency.id);
  const broken = await walkLines(walk, await source.open(journal.file), { agencyId: agency.id, report });
  const fault = broken ?? endOf(walk, journal, { agencyId: agency.id, entries: report.journalEntries });
  if (fault !== null) report.faults.push({ path: journal.file, fault: `journal-${fault}` });
}

/** @returns the first fault of a row */
async function walkLines(
  walk: ChainWalk,
  input: Readable,
  { agencyId, report }: { agencyId: string; report: ArchiveReport },
): Promise<string | null> {
  try {
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      const line = JSON.parse(text) as JournalLine;
      const isWithheld = line.withheld === true;
      report.journalEntries += 1;
      if (isWithheld) report.journalWithheld += 1;
      const fault = isWithheld ? walk.pass(line.seq, line.hash) : walk.next(rowOf(agencyId, line));
      if (fault !== null) return fault.fault;
    }
    return null;
  } catch {
    return 'unreadable';
  }
}

function endOf(
  walk: ChainWalk,
  { head, entries: expected }: Manifest['journal'],
  { agencyId, entries }: { agencyId: string; entries: number },
): string | null {
  if (entries !== expected) return 'entries';
  if (head === null) return entries === 0 ? null : 'head';
  return walk.end({ ...head, agencyId })?.fault ?? null;
}

function rowOf(agencyId: string, line: JournalLine): JournalRow {
  const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
  return {
    ...line,
    agency_id: agencyId,
    seq: String(line.seq),
    salt: line.salt === null ? null : bytes(line.salt),
    commitment: bytes(line.commitment),
    canonical: bytes(line.canonical),
    hash: bytes(line.hash),
  };
}

async function digestOf(stream: Readable): Promise<{ size: number; sha256: string; lines: number }> {
  const hash = createHash('sha256');
  let size = 0;
  let lines = 0;
  await pipeline(stream, async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.length;
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
    }
  });
  return { size, sha256: hash.digest('hex'), lines };
}
