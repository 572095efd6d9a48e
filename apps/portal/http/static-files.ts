import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { DROP_SCRIPT } from './drop-script';
import { FONTS, stylesheet } from './stylesheet';

interface StaticFile {
  type: string;
  body: Buffer;
}

/** Stylesheet and fonts under names that hold their hash: they may be kept for a year, and change by being renamed. */
export class StaticFiles {
  readonly #files = new Map<string, StaticFile>();
  readonly stylesheet: string;
  /** Of the check page alone: everything works without it. */
  readonly dropScript: string;

  constructor() {
    const fonts = new Map<string, string>();
    for (const { file } of FONTS) {
      fonts.set(
        file,
        this.#add(file, { type: 'font/woff2', body: readFileSync(join(assetsFolder(), file)) }),
      );
    }
    const css = stylesheet((file) => fonts.get(file) ?? '');
    this.stylesheet = this.#add('cong.css', { type: 'text/css; charset=utf-8', body: Buffer.from(css) });
    this.dropScript = this.#add('tha-tep.js', {
      type: 'text/javascript; charset=utf-8',
      body: Buffer.from(DROP_SCRIPT),
    });
  }

  get(name: string): StaticFile | undefined {
    return this.#files.get(name);
  }

  #add(name: string, file: StaticFile): string {
    const hash = createHash('sha256').update(file.body).digest('hex').slice(0, 12);
    const hashed = name.replace(/(\.\w+)$/, `.${hash}$1`);
    this.#files.set(hashed, file);
    return `/tai-nguyen/${hashed}`;
  }
}

/** Beside the sources, or, seen from the built process, in the sources beside `dist`. */
function assetsFolder(): string {
  const beside = join(__dirname, '../assets');
  return existsSync(beside) ? beside : join(__dirname, '../../../../apps/portal/assets');
}
