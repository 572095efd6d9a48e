import { type Certificate, CertificateChainValidationEngine, type RelativeDistinguishedNames } from 'pkijs';

import { type TrustedRoots } from './trusted-roots';

const COMMON_NAME = '2.5.4.3';
const ORGANISATION = '2.5.4.10';

export function nameOf(names: RelativeDistinguishedNames): string | null {
  return attribute(names, COMMON_NAME);
}

export function organisationOf(names: RelativeDistinguishedNames): string | null {
  return attribute(names, ORGANISATION);
}

function attribute(names: RelativeDistinguishedNames, type: string): string | null {
  const found = names.typesAndValues.find((each) => each.type === type);
  const value: unknown = found?.value.valueBlock.value;
  return typeof value === 'string' ? value.normalize('NFC').slice(0, 300) : null;
}

export function stateOn(certificate: Certificate, at: Date): 'valid' | 'expired' | 'not-yet-valid' {
  if (at < certificate.notBefore.value) return 'not-yet-valid';
  return at > certificate.notAfter.value ? 'expired' : 'valid';
}

/**
 * Whether the certificate leads to an authority that is believed. Asked for a day on which it was valid itself, so
 * that "expired" and "unknown" are told apart.
 */
export async function chainOf(
  certificate: Certificate,
  { others, roots, at }: { others: readonly Certificate[]; roots: TrustedRoots; at: Date },
): Promise<'trusted' | 'unknown-root' | 'self-signed'> {
  const isOwnIssuer = certificate.issuer.isEqual(certificate.subject);
  if (roots.certificates.length > 0) {
    const checkDate = stateOn(certificate, at) === 'valid' ? at : certificate.notAfter.value;
    const engine = new CertificateChainValidationEngine({
      trustedCerts: [...roots.certificates],
      // The engine takes the last for the one in question.
      certs: [...others.filter((other) => !isSame(other, certificate)), certificate],
      checkDate,
    });
    const { result } = await engine.verify({ passedWhenNotRevValues: true }).catch(() => ({ result: false }));
    if (result) return 'trusted';
  }
  return isOwnIssuer ? 'self-signed' : 'unknown-root';
}

function isSame(left: Certificate, right: Certificate): boolean {
  return left.serialNumber.isEqual(right.serialNumber) && left.issuer.isEqual(right.issuer);
}
