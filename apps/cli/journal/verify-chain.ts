import { createHash } from 'node:crypto';

/**
 * Checks the journal's chain on its own: nothing here is shared with the function that writes it (RI-06), so that a
 * fault of the writer cannot hide itself. The form of the bytes is stated in docs/operations/journal.md.
 */
export interface JournalRow {
  agency_id: string;
  seq: string;
  /** UTC in microseconds, as text: a number would lose the last digits. */
  at: string;
  actor_kind: string;
  actor_id: string | null;
  actor_name: string;
  action: string;
  subject_type: string;
  subject_id: string;
  reason: string | null;
  correlation_id: string;
  /** Null when the law had the value erased; the commitment stays. */
  detail: string | null;
  salt: Buffer | null;
  commitment: Buffer;
  canonical: Buffer;
  hash: Buffer;
}

export interface Head {
  agencyId: string;
  seq: number;
  hash: string;
}

export interface Fault {
  agencyId: string;
  seq: number;
  fault: 'gap' | 'content' | 'value' | 'hash' | 'head' | 'tail-cut';
}

/** Walks the rows of one agency in order and keeps what it needs of the last one. */
export class ChainWalk {
  #seq = 0;
  #hash: string;

  constructor(private readonly agencyId: string) {
    this.#hash = sha256(Buffer.from(`iso-journal-v1:${agencyId}`, 'utf8'));
  }

  get head(): Head {
    return { agencyId: this.agencyId, seq: this.#seq, hash: this.#hash };
  }

  /** @returns the fault of this row, or null */
  next(row: JournalRow): Fault | null {
    const seq = Number(row.seq);
    const fault = this.#faultOf(row, seq);
    this.#seq = seq;
    this.#hash = row.hash.toString('hex');
    return fault === null ? null : { agencyId: this.agencyId, seq, fault };
  }

  /**
   * A row that was left out of a copy: its hash stands for it, and the row after it proves that hash.
   * @returns a fault when its place is wrong
   */
  pass(seq: number, hash: string): Fault | null {
    const fault = seq === this.#seq + 1 ? null : 'gap';
    this.#seq = seq;
    this.#hash = hash;
    return fault === null ? null : { agencyId: this.agencyId, seq, fault };
  }

  /** @returns a fault when the stored head is not where the rows end */
  end(head: Head | undefined): Fault | null {
    if (head?.seq === this.#seq && head.hash === this.#hash) return null;
    return {
      agencyId: this.agencyId,
      seq: this.#seq,
      fault: head !== undefined && head.seq > this.#seq ? 'tail-cut' : 'head',
    };
  }

  #faultOf(row: JournalRow, seq: number): Fault['fault'] | null {
    if (seq !== this.#seq + 1) return 'gap';
    if (row.detail !== null && row.salt !== null) {
      const commitment = createHash('sha256').update(row.salt).update(row.detail, 'utf8').digest();
      if (!commitment.equals(row.commitment)) return 'value';
    }
    const bytes = Buffer.concat(fieldsOf(row, this.#hash).map(netstring));
    if (!bytes.equals(row.canonical)) return 'content';
    return sha256(bytes) === row.hash.toString('hex') ? null : 'hash';
  }
}

function fieldsOf(row: JournalRow, previousHash: string): (string | null)[] {
  return [
    'iso-journal-v1',
    row.agency_id,
    row.seq,
    row.at,
    row.actor_kind,
    row.actor_id,
    row.actor_name,
    row.action,
    row.subject_type,
    row.subject_id,
    row.reason,
    row.correlation_id,
    row.commitment.toString('hex'),
    previousHash,
  ];
}

function netstring(field: string | null): Buffer {
  if (field === null) return Buffer.from('~,');
  const bytes = Buffer.from(field, 'utf8');
  return Buffer.concat([Buffer.from(`=${String(bytes.length)}:`), bytes, Buffer.from(',')]);
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
