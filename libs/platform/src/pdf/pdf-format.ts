const MARK = /pdfaid:part(?:=["']|>)\s*(\d)[\s\S]{0,200}?pdfaid:conformance(?:=["']|>)\s*([A-Ua-u])/;

/** "PDF/A-2b" when the file says so of itself in its metadata (which PDF/A keeps uncompressed), else "PDF". */
export function pdfFormat(bytes: Uint8Array): string {
  const [, part, level] = MARK.exec(Buffer.from(bytes).toString('latin1')) ?? [];
  return part === undefined || level === undefined ? 'PDF' : `PDF/A-${part}${level.toLowerCase()}`;
}
