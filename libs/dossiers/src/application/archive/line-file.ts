import { type FileHandle, open } from 'node:fs/promises';

const KEPT = 64 * 1024;

/** Lines put aside on disk to be read once more; a million take no memory. */
export class LineFile {
  #waiting: string[] = [];
  #length = 0;
  #lines = 0;

  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
  ) {}

  static async create(path: string): Promise<LineFile> {
    return new LineFile(path, await open(path, 'wx'));
  }

  get lines(): number {
    return this.#lines;
  }

  async add(line: string): Promise<void> {
    this.#waiting.push(line);
    this.#length += line.length;
    this.#lines += 1;
    if (this.#length > KEPT) await this.#flush();
  }

  async end(): Promise<void> {
    await this.#flush();
    await this.file.close();
  }

  async *read<Value>(): AsyncGenerator<Value> {
    const file = await open(this.path, 'r');
    try {
      for await (const line of file.readLines()) yield JSON.parse(line) as Value;
    } finally {
      await file.close().catch(() => undefined);
    }
  }

  async #flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    await this.file.appendFile(`${this.#waiting.join('\n')}\n`);
    this.#waiting = [];
    this.#length = 0;
  }
}
