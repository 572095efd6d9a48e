import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Certificate } from 'pkijs';

const SUFFIX = /\.(?:pem|crt|cer|der)$/i;
const LIST = /\.crl$/i;
const PEM = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g;
const PEM_LIST = /-----BEGIN X509 CRL-----([A-Za-z0-9+/=\s]+)-----END X509 CRL-----/;

/** Certificates of the authorities that this installation believes (Ban Cơ yếu Chính phủ, licensed public ones). */
export class TrustedRoots {
  constructor(
    readonly certificates: readonly Certificate[],
    /** Lists of withdrawn certificates that the operator fetched (.crl), as DER. */
    readonly lists: readonly Uint8Array[] = [],
  ) {}

  static readonly none = new TrustedRoots([]);

  /** Reads a folder of PEM or DER files anew; what is no certificate is passed over. A missing folder holds none. */
  static async read(folder: string | null): Promise<TrustedRoots> {
    if (folder === null) return TrustedRoots.none;
    const names = await readdir(folder).catch(() => []);
    const read = (suffix: RegExp): Promise<Buffer[]> =>
      Promise.all(names.filter((name) => suffix.test(name)).map((name) => readFile(join(folder, name))));
    return TrustedRoots.of(await read(SUFFIX), await read(LIST));
  }

  static of(files: readonly Uint8Array[], lists: readonly Uint8Array[] = []): TrustedRoots {
    return new TrustedRoots(
      files.flatMap((file) => certificatesOf(Buffer.from(file))),
      lists.map(listOf),
    );
  }
}

/** Authorities publish DER; some tools save it as PEM. */
function listOf(file: Uint8Array): Uint8Array {
  const [, body] = PEM_LIST.exec(Buffer.from(file).toString('latin1')) ?? [];
  return body === undefined ? file : Buffer.from(body, 'base64');
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
