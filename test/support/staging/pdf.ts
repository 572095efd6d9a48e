import { randomUUID } from 'node:crypto';

import { PDFDocument, StandardFonts } from 'pdf-lib';

/** A small honest PDF; no two have the same bytes unless they bear the same lines. */
export async function aPdf(lines: readonly string[] = [randomUUID()]): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  const page = pdf.addPage([595, 842]);
  lines.forEach((line, index) => {
    page.drawText(line, { x: 60, y: 780 - index * 18, size: 12, font });
  });
  return Buffer.from(await pdf.save());
}
