import { Constructed, GeneralizedTime, Sequence, UTCTime } from 'asn1js';
import {
  ContentInfo,
  Certificate,
  CertificateRevocationList,
  SignedData,
  type SignerInfo,
  TSTInfo,
} from 'pkijs';

import { NO_REVOCATION_DATA, type RevocationData, together } from './revocation';

const ID_SIGNED_DATA = '1.2.840.113549.1.7.2';
const ID_SIGNING_TIME = '1.2.840.113549.1.9.5';
const ID_TIME_STAMP = '1.2.840.113549.1.9.16.2.14';
/** Lists and answers that a tool put beside the signature when it was given (adbe-revocationInfoArchival). */
const ID_REVOCATION_INFO = '1.2.840.113583.1.1.8';
const ID_TST_INFO = '1.2.840.113549.1.9.16.1.4';
/** MD5 and SHA-1: two files with one digest can be made by anybody. */
const WEAK = new Set(['1.2.840.113549.2.5', '1.3.14.3.2.26', '1.2.840.113549.1.1.4', '1.2.840.113549.1.1.5']);

/** A CMS with one signer, parsed; whether it proves anything is asked of its methods. */
export class CmsSignature {
  private constructor(
    private readonly signed: SignedData,
    private readonly info: SignerInfo,
  ) {}

  /** Null when the bytes are no signature with exactly one signer. */
  static parse(der: Buffer): CmsSignature | null {
    try {
      const content = ContentInfo.fromBER(new Uint8Array(withoutPadding(der)));
      if (content.contentType !== ID_SIGNED_DATA) return null;
      const signed = new SignedData({ schema: content.content });
      const [info] = signed.signerInfos;
      return info === undefined || signed.signerInfos.length !== 1 ? null : new CmsSignature(signed, info);
    } catch {
      return null;
    }
  }

  get certificates(): Certificate[] {
    return (this.signed.certificates ?? []).filter((each) => each instanceof Certificate);
  }

  get isWeak(): boolean {
    return (
      WEAK.has(this.info.digestAlgorithm.algorithmId) || WEAK.has(this.info.signatureAlgorithm.algorithmId)
    );
  }

  /** What the signer's machine said the time was: a claim. */
  get claimedAt(): Date | null {
    const found: unknown = this.info.signedAttrs?.attributes.find(({ type }) => type === ID_SIGNING_TIME)
      ?.values[0];
    return found instanceof UTCTime || found instanceof GeneralizedTime ? found.toDate() : null;
  }

  /** What authorities said of withdrawn certificates, carried by the signature itself. */
  get revocationData(): RevocationData {
    const lists = (this.signed.crls ?? []).flatMap((each) => {
      const schema: unknown = each instanceof CertificateRevocationList ? each.toSchema() : null;
      return hasEncoding(schema) ? [new Uint8Array(schema.toBER())] : [];
    });
    const attribute: unknown = this.info.signedAttrs?.attributes.find(
      ({ type }) => type === ID_REVOCATION_INFO,
    )?.values[0];
    return together([{ lists, responses: [] }, archived(attribute)]);
  }

  /** The time stamp over the signature itself (RFC 3161), as its own CMS. */
  get timeStamp(): { stamp: CmsSignature | null; over: Buffer } | null {
    const found: unknown = this.info.unsignedAttrs?.attributes.find(({ type }) => type === ID_TIME_STAMP)
      ?.values[0];
    if (!hasEncoding(found)) return null;
    return {
      stamp: CmsSignature.parse(Buffer.from(found.toBER())),
      over: Buffer.from(this.info.signature.valueBlock.valueHexView),
    };
  }

  /** The time that a time-stamping authority states; null when this is none. */
  get statedTime(): Date | null {
    const { eContentType, eContent } = this.signed.encapContentInfo;
    if (eContentType !== ID_TST_INFO || !eContent) return null;
    try {
      return TSTInfo.fromBER(eContent.getValue()).genTime;
    } catch {
      return null;
    }
  }

  /**
   * The signer's certificate when digest and signature prove these bytes; null when they do not. Content carried inside
   * would be proved in place of the bytes given, so that only a time stamp may carry any.
   */
  async provenBy(bytes: Buffer): Promise<Certificate | null> {
    const isStamp = this.signed.encapContentInfo.eContentType === ID_TST_INFO;
    if (!isStamp && this.signed.encapContentInfo.eContent) return null;
    try {
      const result = await this.signed.verify({
        signer: 0,
        data: new Uint8Array(bytes).buffer,
        checkChain: false,
        extendedMode: true,
      });
      return result.signatureVerified === true ? (result.signerCertificate ?? null) : null;
    } catch {
      return null;
    }
  }
}

/** SEQUENCE { [0] lists, [1] answers }, each a sequence of its own. */
function archived(attribute: unknown): RevocationData {
  if (!(attribute instanceof Sequence)) return NO_REVOCATION_DATA;
  const of = (tag: number): Uint8Array[] =>
    attribute.valueBlock.value.flatMap((part) => {
      const [inner] =
        part instanceof Constructed && part.idBlock.tagNumber === tag ? part.valueBlock.value : [];
      return inner instanceof Sequence
        ? inner.valueBlock.value.map((each) => new Uint8Array(each.toBER()))
        : [];
    });
  return { lists: of(0), responses: of(1) };
}

function hasEncoding(value: unknown): value is { toBER(): ArrayBuffer } {
  return typeof value === 'object' && value !== null && 'toBER' in value && typeof value.toBER === 'function';
}

/** The gap in the file is filled up with zeros: the length in the head says where the signature ends. */
function withoutPadding(der: Buffer): Buffer {
  const first = der[1] ?? 0;
  if (first < 0x80) return der.subarray(0, first + 2);
  const size = first & 0x7f;
  if (size === 0 || size > 4) return der;
  return der.subarray(0, der.readUIntBE(2, size) + 2 + size);
}
