export {
  type ContentMatch,
  type PdfSignatureReport,
  type SignedPdfReport,
  type SignedPdfVerdict,
} from './report';
export { SigningModule, TrustedRootsFolder } from './signing.module';
export { TrustedRoots } from './trusted-roots';
export { type Verification, verifySignedPdf } from './verify-signed-pdf';
