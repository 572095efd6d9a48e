import { GeneralizedTime } from 'asn1js';
import { BasicOCSPResponse, type Certificate, CertificateRevocationList, OCSPResponse } from 'pkijs';

/** DER of what authorities said of withdrawn certificates: in the file, or in the operator's folder. */
export interface RevocationData {
  readonly lists: readonly Uint8Array[];
  readonly responses: readonly Uint8Array[];
}

export const NO_REVOCATION_DATA: RevocationData = { lists: [], responses: [] };

/** What is known of one certificate: nothing, that it was good on a day, or that it was withdrawn on one. */
export interface Revocation {
  readonly state: 'not-checked' | 'good' | 'revoked';
  readonly at: Date | null;
}

const MOST_STEPS = 5;
const UNKNOWN: Revocation = { state: 'not-checked', at: null };

/**
 * Asks the data at hand, since no way out to the authority is assumed. Only what the certificate's own issuer has signed
 * counts; a withdrawal outweighs whatever says "good", among those that say "good" the newest is told.
 */
async function revocationOf(
  certificate: Certificate,
  { issuers, data }: { issuers: readonly Certificate[]; data: RevocationData },
): Promise<Revocation> {
  const said: Revocation[] = [];
  for (const issuer of issuers.filter(({ subject }) => subject.isEqual(certificate.issuer))) {
    for (const list of data.lists) said.push(await listed(list, certificate, issuer));
    for (const response of data.responses) said.push(await answered(response, certificate, issuer));
  }
  const withdrawn = said.filter(({ state }) => state === 'revoked').sort(byTime)[0];
  const good = said.filter(({ state }) => state === 'good').sort(byTime);
  return withdrawn ?? good.at(-1) ?? UNKNOWN;
}

/** The certificate, and the authorities above it: whoever's issuer was withdrawn is withdrawn too. */
export async function revocationUpwards(
  certificate: Certificate,
  at: { issuers: readonly Certificate[]; data: RevocationData },
): Promise<Revocation> {
  const own = await revocationOf(certificate, at);
  let below = certificate;
  for (let steps = 0; own.state !== 'revoked' && steps < MOST_STEPS; steps += 1) {
    const above = at.issuers.find(({ subject }) => subject.isEqual(below.issuer));
    if (above === undefined || above.issuer.isEqual(above.subject)) break;
    const found = await revocationOf(above, at);
    if (found.state === 'revoked') return found;
    below = above;
  }
  return own;
}

async function listed(der: Uint8Array, certificate: Certificate, issuer: Certificate): Promise<Revocation> {
  try {
    const list = CertificateRevocationList.fromBER(new Uint8Array(der));
    if (!list.issuer.isEqual(certificate.issuer)) return UNKNOWN;
    if (!(await list.verify({ issuerCertificate: issuer }))) return UNKNOWN;
    const entry = list.revokedCertificates?.find(({ userCertificate }) =>
      userCertificate.isEqual(certificate.serialNumber),
    );
    return entry === undefined
      ? { state: 'good', at: list.thisUpdate.value }
      : { state: 'revoked', at: entry.revocationDate.value };
  } catch {
    return UNKNOWN;
  }
}

async function answered(der: Uint8Array, certificate: Certificate, issuer: Certificate): Promise<Revocation> {
  try {
    const bytes = OCSPResponse.fromBER(new Uint8Array(der)).responseBytes?.response.valueBlock.valueHexView;
    if (bytes === undefined) return UNKNOWN;
    const response = BasicOCSPResponse.fromBER(bytes);
    if (!(await response.verify({ trustedCerts: [issuer] }))) return UNKNOWN;
    const { isForCertificate, status } = await response.getCertificateStatus(certificate, issuer);
    if (!isForCertificate || status > 1) return UNKNOWN;
    const { producedAt } = response.tbsResponseData;
    return status === 0
      ? { state: 'good', at: producedAt }
      : { state: 'revoked', at: withdrawnAt(response, certificate) ?? producedAt };
  } catch {
    return UNKNOWN;
  }
}

function withdrawnAt({ tbsResponseData }: BasicOCSPResponse, certificate: Certificate): Date | null {
  const single = tbsResponseData.responses.find(({ certID }) =>
    certID.serialNumber.isEqual(certificate.serialNumber),
  );
  const status: unknown = single?.certStatus;
  const parts: unknown =
    typeof status === 'object' && status !== null && 'valueBlock' in status ? status.valueBlock : null;
  const values: unknown =
    typeof parts === 'object' && parts !== null && 'value' in parts ? parts.value : null;
  const first: unknown = Array.isArray(values) ? values[0] : null;
  return first instanceof GeneralizedTime ? first.toDate() : null;
}

function byTime(left: Revocation, right: Revocation): number {
  return (left.at?.getTime() ?? 0) - (right.at?.getTime() ?? 0);
}

export function together(all: readonly RevocationData[]): RevocationData {
  return {
    lists: all.flatMap(({ lists }) => lists),
    responses: all.flatMap(({ responses }) => responses),
  };
}
