/** One numbered object as it stands in the file: its dictionary or value, and the bytes of a stream. */
export interface PdfObject {
  readonly number: number;
  readonly value: string;
  readonly stream?: Buffer;
  /** Written as the length of the stream, in place of the true one. */
  readonly length?: string;
}

const page = (contents: number | null, parent = 2): string =>
  `<< /Type /Page /Parent ${String(parent)} 0 R /MediaBox [0 0 595 842]${contents === null ? '' : ` /Contents ${String(contents)} 0 R`} /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>`;

/** The objects of an honest page that says "Quy trinh". */
export function onePage(catalog = '', more: readonly PdfObject[] = []): PdfObject[] {
  return [
    { number: 1, value: `<< /Type /Catalog /Pages 2 0 R ${catalog} >>` },
    { number: 2, value: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>' },
    { number: 3, value: page(4) },
    { number: 4, value: '<< >>', stream: Buffer.from('BT /F1 12 Tf 50 800 Td (Quy trinh) Tj ET') },
    ...more,
  ];
}

/** The same with other objects in the place of some. */
export function replaced(objects: readonly PdfObject[], ...others: readonly PdfObject[]): PdfObject[] {
  const numbers = new Set(others.map(({ number }) => number));
  return [...objects.filter(({ number }) => !numbers.has(number)), ...others];
}

export interface PdfShape {
  readonly header?: string;
  readonly trailer?: string;
  readonly tail?: string | Buffer;
  /** Where the last line says that the table begins; the truth when left out. */
  readonly startxref?: number;
}

/** Writes a PDF by hand with a true cross-reference table, unless told to lie. */
export function handMade(objects: readonly PdfObject[], shape: PdfShape = {}): Buffer {
  const parts: Buffer[] = [Buffer.from(shape.header ?? '%PDF-1.7\n', 'latin1')];
  const places = new Map<number, number>();
  let at = parts[0]?.length ?? 0;
  for (const object of objects) {
    const bytes = written(object);
    places.set(object.number, at);
    parts.push(bytes);
    at += bytes.length;
  }
  const highest = Math.max(...places.keys());
  const rows = Array.from({ length: highest + 1 }, (_, number) => {
    const place = places.get(number);
    return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${String(highest + 1)}\n${rows.join('')}`;
  const trailer = shape.trailer ?? `/Root 1 0 R /Size ${String(highest + 1)}`;
  parts.push(
    Buffer.from(
      `${table}trailer\n<< ${trailer} >>\nstartxref\n${String(shape.startxref ?? at)}\n%%EOF\n`,
      'latin1',
    ),
    Buffer.from(shape.tail ?? ''),
  );
  return Buffer.concat(parts);
}

function written({ number, value, stream, length }: PdfObject): Buffer {
  if (stream === undefined) return Buffer.from(`${String(number)} 0 obj\n${value}\nendobj\n`, 'latin1');
  const sized = value.replace('<<', `<< /Length ${length ?? String(stream.length)}`);
  return Buffer.concat([
    Buffer.from(`${String(number)} 0 obj\n${sized}\nstream\n`, 'latin1'),
    stream,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
}
