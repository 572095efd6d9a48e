import JSZip from 'jszip';

import { type Copy } from '../make-copy';

export interface PackedCopy {
  content: Buffer;
  mediaType: 'application/pdf' | 'application/zip';
  fileName: string;
}

/** A signed file is never stamped: it travels as it is, in one package with a cover sheet of its own (design 8). */
export async function packedCopy({ pdf, cover, fileName }: Copy): Promise<PackedCopy> {
  if (cover === null) return { content: Buffer.from(pdf), mediaType: 'application/pdf', fileName };
  const zip = new JSZip();
  // Packed without pressing: whoever unpacks it gets the signed bytes whatever their tool does.
  zip.file(fileName, pdf, { compression: 'STORE' });
  zip.file('Tờ kèm bản ký số.pdf', cover, { compression: 'STORE' });
  return {
    content: await zip.generateAsync({ type: 'nodebuffer' }),
    mediaType: 'application/zip',
    fileName: fileName.replace(/\.pdf$/, '.zip'),
  };
}
