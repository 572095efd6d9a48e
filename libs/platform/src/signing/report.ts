/** How far one signature in a PDF can be believed, and what it says of itself. */
export interface PdfSignatureReport {
  /** `document-time` is a time stamp over the whole file, not a person's signature. */
  readonly kind: 'person' | 'document-time';
  /** Bytes and signature agree; `weak` when they do by an algorithm that no longer proves anything. */
  readonly integrity: 'intact' | 'tampered' | 'weak';
  /** As the certificate names the holder (CN), never as the file's own words do. */
  readonly signerName: string | null;
  readonly organisation: string | null;
  readonly issuerName: string | null;
  readonly serialNumber: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly chain: 'trusted' | 'unknown-root' | 'self-signed';
  /** The certificate on the day of `signedAt`, or of the check where no trusted time is given. */
  readonly certificate: 'valid' | 'expired' | 'not-yet-valid';
  /** Time that the signer's machine claims; a proof only when `time` is `trusted`. */
  readonly signedAt: string | null;
  /** Whether the certificate, or one above it, was withdrawn, as far as lists and answers at hand tell. */
  readonly revocation: 'not-checked' | 'good' | 'revoked';
  /** Day of the list that knew it as good, or of the withdrawal. */
  readonly revocationAt: string | null;
  /** `invalid`: there is a stamp, but it does not prove this signature. */
  readonly time: 'trusted' | 'untrusted-authority' | 'invalid' | 'none';
  readonly timeAuthority: string | null;
  /** Bytes of the file that this signature covers, its own gap included. */
  readonly coversBytes: number;
  readonly reason: string | null;
}

/** What the file as a whole amounts to; everything but `valid` is a refusal. */
export type SignedPdfVerdict =
  | 'valid'
  | 'none'
  | 'tampered'
  | 'changed-after'
  | 'other-content'
  | 'weak'
  | 'expired'
  | 'revoked'
  | 'self-signed'
  | 'unknown-root'
  | 'time-invalid';

/**
 * `same-bytes`: the approved file lies unchanged at the head of the signed one. `same-pages`: the tool wrote the file
 * anew, but every page draws the same. `other`: neither.
 */
export type ContentMatch = 'same-bytes' | 'same-pages' | 'other' | 'not-compared';

export interface SignedPdfReport {
  readonly verdict: SignedPdfVerdict;
  readonly content: ContentMatch;
  readonly signatures: readonly PdfSignatureReport[];
}
