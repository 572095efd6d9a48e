export { type CopyStamp, instantVi } from './copy-stamp';
export { PDF_PROBLEMS } from './pdf.problems';
export { PdfEncrypted, PdfUnreadable } from './pdf-errors';
export { hasImages } from './pdf-images';
export { type PdfInfo, pdfInfo } from './pdf-info';
export { type IssuedPdf, stampCopy } from './stamp-copy';
export { markForVerification, type VerificationMark } from './verification-mark';
