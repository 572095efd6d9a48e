const NAMES = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}/g;

/**
 * What the asker may not read: ids of restricted documents, of all that hangs on them, and hashes of their files. A row
 * that names one of them stays behind, and its own id joins the list.
 */
export class Withheld {
  readonly #names: Set<string>;
  #rows = 0;

  constructor(names: Iterable<string>) {
    this.#names = new Set(names);
  }

  get rows(): number {
    return this.#rows;
  }

  get isEmpty(): boolean {
    return this.#names.size === 0;
  }

  names(text: string): boolean {
    return !this.isEmpty && (text.match(NAMES) ?? []).some((name) => this.#names.has(name));
  }

  /** @returns whether this row, a line of JSON, stays behind */
  takesRow(line: string): boolean {
    if (!this.names(line)) return false;
    this.#rows += 1;
    const { id } = JSON.parse(line) as { id?: unknown };
    if (typeof id === 'string') this.#names.add(id);
    return true;
  }
}
