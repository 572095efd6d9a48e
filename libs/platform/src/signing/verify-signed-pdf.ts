import { type Certificate } from 'pkijs';

import { chainOf, nameOf, organisationOf, stateOn } from './certificates';
import { CmsSignature } from './cms-signature';
import { type FoundSignature, signaturesIn } from './pdf-signatures';
import {
  type ContentMatch,
  type PdfSignatureReport,
  type SignedPdfReport,
  type SignedPdfVerdict,
} from './report';
import { contentMatch } from './same-pages';
import { NO_REVOCATION_DATA, type RevocationData, revocationUpwards, together } from './revocation';
import { type TrustedRoots } from './trusted-roots';
import { validationStore } from './validation-store';

export interface Verification {
  readonly roots: TrustedRoots;
  readonly now: Date;
  /** The bytes that were to be signed; left out where there is nothing to compare with. */
  readonly approved?: Buffer;
}

/**
 * What the signatures of a PDF prove, each by itself, and what the file amounts to. Nothing is changed or written.
 * @throws PdfEncrypted, PdfUnreadable
 */
export async function verifySignedPdf(
  pdf: Buffer,
  { roots, now, approved }: Verification,
): Promise<SignedPdfReport> {
  const found = await signaturesIn(pdf);
  const stored = found.length === 0 ? NO_REVOCATION_DATA : await validationStore(pdf);
  const signatures: PdfSignatureReport[] = [];
  for (const each of found) signatures.push(await reportOf(each, { roots, now, stored }));
  const ends = found.map(({ end }) => end);
  const content = approved === undefined ? 'not-compared' : await contentMatch(approved, pdf, ends);
  return {
    verdict: verdictOf(signatures, { content, changedAfter: isChangedAfter(pdf, found) }),
    content,
    signatures,
  };
}

/** Blank space at the very end is nothing; anything else came after the last signature. */
function isChangedAfter(pdf: Buffer, found: readonly FoundSignature[]): boolean {
  const end = Math.max(0, ...found.map((each) => each.end));
  return pdf.toString('latin1', end).trim() !== '';
}

function verdictOf(
  signatures: readonly PdfSignatureReport[],
  { content, changedAfter }: { content: ContentMatch; changedAfter: boolean },
): SignedPdfVerdict {
  const some = (test: (signature: PdfSignatureReport) => boolean): boolean => signatures.some(test);
  // An authority of time that is not believed takes away the proof of time, not the signature.
  const somebody = (test: (signature: PdfSignatureReport) => boolean): boolean =>
    some((signature) => signature.kind === 'person' && test(signature));
  const inOrder: [SignedPdfVerdict, boolean][] = [
    ['none', !somebody(() => true)],
    ['tampered', some(({ integrity }) => integrity === 'tampered')],
    ['changed-after', changedAfter],
    ['other-content', content === 'other'],
    ['weak', some(({ integrity }) => integrity === 'weak')],
    ['expired', somebody(({ certificate }) => certificate !== 'valid')],
    ['revoked', somebody((signature) => isWithdrawn(signature))],
    ['self-signed', somebody(({ chain }) => chain === 'self-signed')],
    ['unknown-root', somebody(({ chain }) => chain === 'unknown-root')],
    ['time-invalid', some(({ time }) => time === 'invalid')],
  ];
  return inOrder.find(([, holds]) => holds)?.[0] ?? 'valid';
}

/** Before its certificate was withdrawn a signature stands, if a trusted time proves that it was before. */
function isWithdrawn({ revocation, revocationAt, time, signedAt }: PdfSignatureReport): boolean {
  if (revocation !== 'revoked') return false;
  const isProvedBefore =
    time === 'trusted' && signedAt !== null && revocationAt !== null && signedAt < revocationAt;
  return !isProvedBefore;
}

async function reportOf(
  found: FoundSignature,
  { roots, now, stored }: { roots: TrustedRoots; now: Date; stored: RevocationData },
): Promise<PdfSignatureReport> {
  const cms = found.wellFormed ? CmsSignature.parse(found.contents) : null;
  const signer = cms === null ? null : await cms.provenBy(found.covered);
  if (cms === null || signer === null) return unproven(found, cms);
  const others = cms.certificates;
  const time = await timeOf(found, cms, roots);
  // A claimed time proves nothing: without a trusted one the certificate must be valid at the time of the check.
  const at = time.trustedAt ?? now;
  const chain = await chainOf(signer, { others, roots, at });
  const lists = { lists: roots.lists, responses: [] };
  const known = await knownOf(
    signer,
    [...others, ...roots.certificates],
    together([stored, cms.revocationData, lists]),
  );
  return {
    ...describe(found, signer),
    integrity: cms.isWeak ? 'weak' : 'intact',
    chain,
    certificate: stateOn(signer, at),
    signedAt: (time.trustedAt ?? cms.claimedAt)?.toISOString() ?? null,
    time: time.state,
    timeAuthority: time.authority,
    ...known,
  };
}

async function knownOf(
  signer: Certificate,
  issuers: readonly Certificate[],
  data: RevocationData,
): Promise<Pick<PdfSignatureReport, 'revocation' | 'revocationAt'>> {
  const { state, at } = await revocationUpwards(signer, { issuers, data });
  return { revocation: state, revocationAt: at?.toISOString() ?? null };
}

function unproven(found: FoundSignature, cms: CmsSignature | null): PdfSignatureReport {
  const [claimed = null] = cms?.certificates ?? [];
  return {
    ...describe(found, claimed),
    integrity: 'tampered',
    chain: 'unknown-root',
    certificate: 'valid',
    signedAt: cms?.claimedAt?.toISOString() ?? null,
    time: 'none',
    timeAuthority: null,
    revocation: 'not-checked',
    revocationAt: null,
  };
}

function describe(
  found: FoundSignature,
  certificate: Certificate | null,
): Pick<
  PdfSignatureReport,
  | 'kind'
  | 'signerName'
  | 'organisation'
  | 'issuerName'
  | 'serialNumber'
  | 'validFrom'
  | 'validTo'
  | 'coversBytes'
  | 'reason'
> {
  return {
    kind: found.kind,
    signerName: certificate && nameOf(certificate.subject),
    organisation: certificate && organisationOf(certificate.subject),
    issuerName: certificate && nameOf(certificate.issuer),
    serialNumber:
      certificate &&
      Buffer.from(certificate.serialNumber.valueBlock.valueHexView).toString('hex').toUpperCase(),
    validFrom: certificate?.notBefore.value.toISOString() ?? null,
    validTo: certificate?.notAfter.value.toISOString() ?? null,
    coversBytes: found.end,
    reason: found.reason,
  };
}

interface StampedTime {
  state: PdfSignatureReport['time'];
  trustedAt: Date | null;
  authority: string | null;
}

const NO_TIME: StampedTime = { state: 'none', trustedAt: null, authority: null };
const BROKEN_TIME: StampedTime = { state: 'invalid', trustedAt: null, authority: null };

async function timeOf(found: FoundSignature, cms: CmsSignature, roots: TrustedRoots): Promise<StampedTime> {
  const own = found.kind === 'document-time' ? { stamp: cms, over: found.covered } : cms.timeStamp;
  if (own === null) return NO_TIME;
  return own.stamp === null ? BROKEN_TIME : stampedTime(own.stamp, own.over, roots);
}

/** A time is trusted when its stamp proves this very signature and comes from an authority that is believed. */
async function stampedTime(stamp: CmsSignature, over: Buffer, roots: TrustedRoots): Promise<StampedTime> {
  const stated = stamp.statedTime;
  const authority = await stamp.provenBy(over);
  if (stated === null || authority === null) return BROKEN_TIME;
  const isTrusted =
    stateOn(authority, stated) === 'valid' &&
    isForTime(authority) &&
    (await chainOf(authority, { others: stamp.certificates, roots, at: stated })) === 'trusted';
  const name = nameOf(authority.subject);
  return isTrusted
    ? { state: 'trusted', trustedAt: stated, authority: name }
    : { state: 'untrusted-authority', trustedAt: null, authority: name };
}

const EXTENDED_USE = '2.5.29.37';
const FOR_TIME = '1.3.6.1.5.5.7.3.8';

/** Only a certificate made for time stamping may state a time (RFC 3161, 2.3). */
function isForTime(certificate: Certificate): boolean {
  const use: unknown = certificate.extensions?.find(({ extnID }) => extnID === EXTENDED_USE)?.parsedValue;
  return (
    typeof use === 'object' &&
    use !== null &&
    'keyPurposes' in use &&
    Array.isArray(use.keyPurposes) &&
    use.keyPurposes.includes(FOR_TIME)
  );
}
