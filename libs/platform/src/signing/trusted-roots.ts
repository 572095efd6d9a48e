import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Certificate } from 'pkijs';

const SUFFIX = /\.(?:pem|crt|cer|der)$/i;
const PEM = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g;

/** Certificates of the authorities that this installation believes (Ban Cơ yếu Chính phủ, licensed public ones). */
export class TrustedRoots {
  constructor(readonly certificates: readonly Certificate[]) {}

  static readonly none = new TrustedRoots([]);

  /** Reads a folder of PEM or DER files anew; what is no certificate is passed over. A missing folder holds none. */
  static async read(folder: string | null): Promise<TrustedRoots> {
    if (folder === null) return TrustedRoots.none;
    const names = await readdir(folder).catch(() => []);
    const files = await Promise.all(
      names.filter((name) => SUFFIX.test(name)).map((name) => readFile(join(folder, name))),
    );
    return TrustedRoots.of(files);
  }

  static of(files: readonly Uint8Array[]): TrustedRoots {
    return new TrustedRoots(files.flatMap((file) => certificatesOf(Buffer.from(file))));
  }
}

function certificatesOf(file: Buffer): Certificate[] {
  const blocks = Array.from(file.toString('latin1').matchAll(PEM), ([, body = '']) =>
    Buffer.from(body, 'base64'),
  );
  return (blocks.length > 0 ? blocks : [file]).flatMap((der) => {
    try {
      return [Certificate.fromBER(new Uint8Array(der))];
    } catch {
      return [];
    }
  });
}
