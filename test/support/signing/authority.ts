import { randomBytes, webcrypto } from 'node:crypto';

import { BitString, Integer, ObjectIdentifier, PrintableString, Sequence, Utf8String } from 'asn1js';
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  CertificateRevocationList,
  Extension,
  RevokedCertificate,
  Time,
} from 'pkijs';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** A key and its certificate, made for one test run and never written to disk. */
export interface Holder {
  readonly certificate: Certificate;
  readonly privateKey: webcrypto.CryptoKey;
  /** The issuers, nearest first, without the root. */
  readonly path: readonly Certificate[];
}

export interface Holding {
  readonly name: string;
  readonly organisation?: string;
  readonly from?: Date;
  readonly to?: Date;
  readonly use?: 'authority' | 'person' | 'time';
  readonly issuer?: Holder;
}

const YEAR = 365 * 86_400_000;

/** A certificate as an authority would give it; without an issuer it signs itself. */
export async function certify({
  name,
  organisation = 'UBND xã thử nghiệm',
  from = new Date(Date.now() - YEAR),
  to = new Date(Date.now() + YEAR),
  use = 'person',
  issuer,
}: Holding): Promise<Holder> {
  const { publicKey, privateKey } = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ valueHex: new Uint8Array([1, ...randomBytes(8)]).buffer });
  certificate.subject.typesAndValues.push(named('2.5.4.10', organisation), named('2.5.4.3', name));
  certificate.issuer.typesAndValues.push(...(issuer?.certificate ?? certificate).subject.typesAndValues);
  certificate.notBefore.value = from;
  certificate.notAfter.value = to;
  certificate.extensions = extensionsFor(use);
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  await certificate.sign((issuer ?? { privateKey }).privateKey, 'SHA-256');
  // Read back, as whoever receives it would.
  return {
    certificate: Certificate.fromBER(certificate.toSchema(true).toBER()),
    privateKey,
    path: pathFrom(issuer),
  };
}

function pathFrom(issuer: Holder | undefined): readonly Certificate[] {
  return issuer === undefined || isRoot(issuer) ? [] : [issuer.certificate, ...issuer.path];
}

/** What an operator puts into the folder of trusted roots. */
export function pemOf({ certificate }: Holder): Buffer {
  const body = Buffer.from(certificate.toSchema().toBER()).toString('base64');
  return Buffer.from(
    `-----BEGIN CERTIFICATE-----\n${body.match(/.{1,64}/g)?.join('\n') ?? ''}\n-----END CERTIFICATE-----\n`,
  );
}

/** What an authority publishes of certificates that it has withdrawn, as DER; `as` names another than the one who signs. */
export async function revocationList({
  issuer,
  as = issuer,
  at,
  revoked,
}: {
  issuer: Holder;
  as?: Holder;
  at: Date;
  revoked: readonly (readonly [Holder, Date])[];
}): Promise<Buffer> {
  const list = new CertificateRevocationList({ version: 1 });
  list.issuer = as.certificate.subject;
  list.thisUpdate = new Time({ value: at });
  if (revoked.length > 0)
    list.revokedCertificates = revoked.map(
      ([{ certificate }, day]) =>
        new RevokedCertificate({
          userCertificate: certificate.serialNumber,
          revocationDate: new Time({ value: day }),
        }),
    );
  await list.sign(issuer.privateKey, 'SHA-256');
  return Buffer.from((list.toSchema(true) as { toBER(): ArrayBuffer }).toBER());
}

function isRoot({ certificate }: Holder): boolean {
  return certificate.issuer.isEqual(certificate.subject);
}

function named(type: string, value: string): AttributeTypeAndValue {
  const text = /^[\x20-\x7e]*$/.test(value) ? new PrintableString({ value }) : new Utf8String({ value });
  return new AttributeTypeAndValue({ type, value: text });
}

function extensionsFor(use: 'authority' | 'person' | 'time'): Extension[] {
  const constraints = new BasicConstraints({ cA: use === 'authority' });
  const basic = extension('2.5.29.19', constraints.toSchema().toBER(), true);
  const usage = new BitString({
    valueHex: new Uint8Array([use === 'authority' ? 0x06 : 0xc0]).buffer,
    unusedBits: 1,
  });
  const key = extension('2.5.29.15', usage.toBER(), true);
  if (use !== 'time') return [basic, key];
  const purposes = new Sequence({ value: [new ObjectIdentifier({ value: '1.3.6.1.5.5.7.3.8' })] });
  return [basic, key, extension('2.5.29.37', purposes.toBER(), true)];
}

function extension(extnID: string, extnValue: ArrayBuffer, critical: boolean): Extension {
  return new Extension({ extnID, critical, extnValue });
}
