const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const HEADER = 512;
const DIFAT_IN_HEADER = 109;

/** The container is cut off, or its chains run outside the file or in circles. */
export class OleDamaged extends Error {}

export interface OleEntry {
  readonly name: string;
  readonly isStream: boolean;
  readonly start: number;
  readonly size: number;
}

/**
 * The compound file in which .doc, .xls and .ppt are kept, read without trust: every chain is bounded by the size of
 * the file, so neither a loop nor a declared FAT of gigabytes costs more than the file itself.
 */
export class OleFile {
  readonly entries: readonly OleEntry[];
  readonly #bytes: Buffer;
  readonly #sectorSize: number;
  readonly #cutoff: number;
  readonly #fat: number[];
  readonly #miniFat: readonly number[];
  readonly #miniStream: Buffer;

  /** @throws OleDamaged */
  constructor(bytes: Buffer) {
    if (bytes.length < HEADER) throw new OleDamaged('shorter than a header');
    const shift = bytes.readUInt16LE(0x1e);
    if (shift !== 9 && shift !== 12) throw new OleDamaged(`sector shift ${shift}`);
    this.#bytes = bytes;
    this.#sectorSize = 1 << shift;
    this.#cutoff = bytes.readUInt32LE(0x38);
    this.#fat = this.#readFat();
    this.entries = this.#readDirectory(bytes.readUInt32LE(0x30));
    const root = this.entries[0];
    this.#miniStream = root && root.size > 0 ? this.#readChain(root.start, root.size) : Buffer.alloc(0);
    this.#miniFat = this.#readTable(bytes.readUInt32LE(0x3c));
  }

  names(): string[] {
    return this.entries.map(({ name }) => name);
  }

  /** A stream's bytes by name, or null. @throws OleDamaged */
  read(name: string): Buffer | null {
    const entry = this.entries.find((candidate) => candidate.isStream && candidate.name === name);
    return entry ? this.#readStream(entry) : null;
  }

  /** Reads every stream to its end. Streams share no sectors: together they hold no more than the file. @throws OleDamaged */
  verify(): void {
    let left = this.#bytes.length;
    for (const entry of this.entries) {
      if (!entry.isStream || entry.size === 0) continue;
      left -= entry.size;
      if (left < 0) throw new OleDamaged('streams on the same sectors');
      this.#readStream(entry);
    }
  }

  #readStream({ start, size }: OleEntry): Buffer {
    return size >= this.#cutoff ? this.#readChain(start, size) : this.#readMiniChain(start, size);
  }

  #readFat(): number[] {
    const fatSectors = this.#fatSectors();
    const declared = this.#bytes.readUInt32LE(0x2c);
    if (declared * this.#sectorSize > this.#bytes.length) throw new OleDamaged('FAT larger than the file');
    // A table of all sectors there are: what it says beyond them is of no use.
    const most = Math.ceil(this.#bytes.length / this.#sectorSize / (this.#sectorSize / 4)) + 1;
    return fatSectors.slice(0, Math.min(declared, most)).flatMap((sector) => this.#numbers(sector));
  }

  /** Sectors of the FAT: 109 in the header, the rest in a chain of their own. */
  #fatSectors(): number[] {
    const sectors: number[] = [];
    for (let index = 0; index < DIFAT_IN_HEADER; index += 1)
      sectors.push(this.#bytes.readUInt32LE(0x4c + index * 4));
    let next = this.#bytes.readUInt32LE(0x44);
    for (let steps = 0; next < END_OF_CHAIN - 3; steps += 1) {
      if (steps > this.#bytes.length / this.#sectorSize) throw new OleDamaged('a loop of FAT sectors');
      const numbers = this.#numbers(next);
      next = numbers.pop() ?? END_OF_CHAIN;
      sectors.push(...numbers);
      if (sectors.length > this.#bytes.length / this.#sectorSize + DIFAT_IN_HEADER + numbers.length)
        throw new OleDamaged('more FAT sectors than sectors');
    }
    return sectors.filter((sector) => sector !== FREE);
  }

  #readDirectory(start: number): OleEntry[] {
    const entries: OleEntry[] = [];
    for (const sector of this.#chain(start)) {
      const bytes = this.#sector(sector, this.#sectorSize);
      for (let offset = 0; offset + 128 <= bytes.length; offset += 128) {
        const entry = entryAt(bytes.subarray(offset, offset + 128));
        if (entry) entries.push(entry);
      }
    }
    if (entries.length === 0) throw new OleDamaged('no directory');
    return entries;
  }

  #readTable(start: number): number[] {
    return start >= END_OF_CHAIN - 3 ? [] : this.#chain(start).flatMap((sector) => this.#numbers(sector));
  }

  /** Sectors from here on; of a stream no more than it needs, whatever hangs behind. */
  #chain(start: number, needed = Infinity): number[] {
    const sectors: number[] = [];
    const most = this.#bytes.length / this.#sectorSize + 1;
    for (let sector = start; sector < END_OF_CHAIN - 3 && sectors.length < needed;) {
      sectors.push(sector);
      if (sectors.length > most) throw new OleDamaged('a loop of sectors');
      const next = this.#fat[sector];
      if (next === undefined) throw new OleDamaged('a sector outside the FAT');
      sector = next;
    }
    return sectors;
  }

  #readChain(start: number, size: number): Buffer {
    if (size > this.#bytes.length) throw new OleDamaged('a stream larger than the file');
    const parts: Buffer[] = [];
    let left = size;
    for (const sector of this.#chain(start, Math.ceil(size / this.#sectorSize))) {
      parts.push(this.#sector(sector, Math.min(left, this.#sectorSize)));
      left -= this.#sectorSize;
    }
    if (left > 0) throw new OleDamaged('a stream ends early');
    return Buffer.concat(parts);
  }

  #readMiniChain(start: number, size: number): Buffer {
    const parts: Buffer[] = [];
    let left = size;
    for (let sector = start, steps = 0; left > 0; steps += 1) {
      const part = this.#miniStream.subarray(sector * 64, sector * 64 + Math.min(64, left));
      if (part.length < Math.min(64, left) || steps > this.#miniFat.length)
        throw new OleDamaged('a short stream ends early');
      parts.push(part);
      left -= 64;
      sector = this.#miniFat[sector] ?? END_OF_CHAIN;
    }
    return Buffer.concat(parts);
  }

  #numbers(sector: number): number[] {
    const bytes = this.#sector(sector, this.#sectorSize);
    return Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(index * 4));
  }

  /** The last sector of a file may be written short: only the bytes that are needed must be there. */
  #sector(sector: number, needed: number): Buffer {
    const start = (sector + 1) * this.#sectorSize;
    const bytes = this.#bytes.subarray(start, start + needed);
    if (bytes.length < needed) throw new OleDamaged('the file is cut off');
    return bytes;
  }
}

function entryAt(bytes: Buffer): OleEntry | null {
  const length = bytes.readUInt16LE(0x40);
  const type = bytes[0x42] ?? 0;
  if (type === 0 || length > 64) return null;
  return {
    name: bytes.toString('utf16le', 0, Math.max(0, length - 2)),
    isStream: type === 2,
    start: bytes.readUInt32LE(0x74),
    size: bytes.readUInt32LE(0x78),
  };
}
