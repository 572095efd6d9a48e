import { createHash, randomBytes } from 'node:crypto';

import {
  Constructed,
  fromBER,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Sequence,
  UTCTime,
} from 'asn1js';
import { PDFArray, PDFDocument, PDFName, type PDFRef } from 'pdf-lib';
import {
  AlgorithmIdentifier,
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  MessageImprint,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TSTInfo,
} from 'pkijs';

import { type Holder } from './authority';

const SHA_256 = '2.16.840.1.101.3.4.2.1';
const ROOM = 12_000;

export interface Signing {
  readonly signer: Holder;
  readonly at?: Date;
  /** Who states the time, and which; left out: nobody. */
  readonly time?: { authority: Holder; at?: Date; over?: Buffer };
  /** Lists of withdrawn certificates that the tool puts into the signature. */
  readonly archived?: readonly Buffer[];
  /** Objects written with the signature, by number: what an honest tool would never write. */
  readonly besides?: Readonly<Record<string, string>>;
}

/** Appends a revision with a signature field and a detached CMS over it, as signing tools do (PAdES-B, PAdES-T). */
export async function signPdf(pdf: Uint8Array, signing: Signing): Promise<Buffer> {
  const { unsigned, gap } = await withField(Buffer.from(pdf), signing.besides ?? {});
  const end = unsigned.length - gap.end;
  const range = `[0 ${String(gap.start)} ${String(gap.end)} ${String(end)}]`;
  const ready = Buffer.from(
    unsigned.toString('latin1').replace(BLANK_RANGE, range.padEnd(BLANK_RANGE.length)),
    'latin1',
  );
  const covered = Buffer.concat([ready.subarray(0, gap.start), ready.subarray(gap.end)]);
  const cms = await cmsOver(covered, signing);
  if (cms.length * 2 > ROOM) throw new Error('the signature does not fit');
  ready.write(cms.toString('hex'), gap.start + 1, 'latin1');
  return ready;
}

const BLANK_RANGE = `[0 ${'0'.repeat(40)}]`;

async function withField(
  pdf: Buffer,
  besides: Readonly<Record<string, string>>,
): Promise<{ unsigned: Buffer; gap: { start: number; end: number } }> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context, catalog } = document;
  // pdf-lib forgets the numbers of the streams that objects lay packed in: they are taken all the same.
  const taken = Array.from(pdf.toString('latin1').matchAll(/(\d+) 0 obj\b/g), ([, number]) => Number(number));
  const next = Math.max(context.largestObjectNumber, ...taken) + 1;
  const page = document.getPage(0);
  const notes = page.node.Annots() ?? PDFArray.withContext(context);
  const form = catalog.lookup(PDFName.of('AcroForm'));
  const fields =
    form === undefined
      ? []
      : (/\/Fields \[([^\]]*)\]/
          .exec(form.toString())?.[1]
          ?.trim()
          .split(/(?<=R)\s+/) ?? []);
  page.node.set(PDFName.of('Annots'), notes);
  const place = `${String(next + 1)} 0 R`;
  const pageText = page.node.toString().replace(/\/Annots \[([^\]]*)\]/, `/Annots [$1 ${place}]`);
  catalog.delete(PDFName.of('AcroForm'));
  const root = context.trailerInfo.Root as PDFRef;
  const catalogText = catalog
    .toString()
    .replace(/>>$/, `/AcroForm << /SigFlags 3 /Fields [${[...fields, place].join(' ')}] >> >>`);
  const objects: Record<string, string> = {
    [next]: `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange ${BLANK_RANGE} /Contents <${'0'.repeat(ROOM)}> >>`,
    [next + 1]:
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature${String(next)}) /F 132 /Rect [0 0 0 0] /V ${String(next)} 0 R >>`,
    [page.ref.objectNumber]: pageText,
    [root.objectNumber]: catalogText,
    ...besides,
  };
  const unsigned = appended(pdf, objects, root);
  const start = unsigned.lastIndexOf(`/Contents <${'0'.repeat(64)}`) + '/Contents '.length;
  return { unsigned, gap: { start, end: start + ROOM + 2 } };
}

/** An incremental update: new objects, an index of them, a trailer that points back. */
export function appended(pdf: Buffer, objects: Readonly<Record<string, string>>, root: PDFRef): Buffer {
  const previous =
    /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString('latin1', Math.max(0, pdf.length - 200)))?.[1] ?? '0';
  let at = pdf.length + 1;
  const entries: string[] = [];
  const bodies = Object.entries(objects).map(([number, body]) => {
    const text = `${number} 0 obj\n${body}\nendobj\n`;
    entries.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
    at += Buffer.byteLength(text, 'latin1');
    return text;
  });
  const size = Math.max(...Object.keys(objects).map(Number)) + 1;
  const trailer = `trailer\n<< /Size ${String(size)} /Root ${root.toString()} /Prev ${previous} >>\nstartxref\n${String(at)}\n%%EOF\n`;
  return Buffer.concat([
    pdf,
    Buffer.from(`\n${bodies.join('')}xref\n${entries.join('')}${trailer}`, 'latin1'),
  ]);
}

async function cmsOver(
  covered: Buffer,
  { signer, at = new Date(), time, archived = [] }: Signing,
): Promise<Buffer> {
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: ContentInfo.DATA }),
    signerInfos: [signerInfo(signer, ContentInfo.DATA, { covered, at, archived })],
    certificates: [signer.certificate, ...signer.path],
  });
  await signed.sign(signer.privateKey, 0, 'SHA-256');
  const [info] = signed.signerInfos;
  if (time !== undefined && info !== undefined) {
    const over = time.over ?? Buffer.from(info.signature.valueBlock.valueHexView);
    const stamp = await timeStamp(over, time.authority, time.at ?? at);
    info.unsignedAttrs = new SignedAndUnsignedAttributes({
      type: 1,
      attributes: [new Attribute({ type: '1.2.840.113549.1.9.16.2.14', values: [stamp.toSchema()] })],
    });
  }
  return Buffer.from(wrapped(signed).toSchema().toBER());
}

function signerInfo(
  holder: Holder,
  contentType: string,
  { covered, at, archived = [] }: { covered: Buffer; at: Date; archived?: readonly Buffer[] },
): SignerInfo {
  const { issuer, serialNumber } = holder.certificate;
  return new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer, serialNumber }),
    signedAttrs: new SignedAndUnsignedAttributes({
      type: 0,
      attributes: [
        new Attribute({
          type: '1.2.840.113549.1.9.3',
          values: [new ObjectIdentifier({ value: contentType })],
        }),
        new Attribute({ type: '1.2.840.113549.1.9.5', values: [new UTCTime({ valueDate: at })] }),
        new Attribute({
          type: '1.2.840.113549.1.9.4',
          values: [new OctetString({ valueHex: sha256(covered) })],
        }),
        ...archived.map((list) => revocationInfo(list)),
      ],
    }),
  });
}

/** adbe-revocationInfoArchival: SEQUENCE { [0] SEQUENCE OF lists }. */
function revocationInfo(list: Buffer): Attribute {
  const lists = new Sequence({ value: [fromBER(new Uint8Array(list)).result] });
  const tagged = new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [lists] });
  return new Attribute({ type: '1.2.840.113583.1.1.8', values: [new Sequence({ value: [tagged] })] });
}

async function timeStamp(over: Buffer, authority: Holder, genTime: Date): Promise<ContentInfo> {
  const info = new TSTInfo({
    version: 1,
    policy: '1.2.3.4.1',
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: sha256(over) }),
    }),
    serialNumber: new Integer({ valueHex: new Uint8Array([1, ...randomBytes(6)]).buffer }),
    genTime,
  });
  const content = info.toSchema().toBER();
  const signed = new SignedData({
    version: 3,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: '1.2.840.113549.1.9.16.1.4',
      eContent: new OctetString({ valueHex: content }),
    }),
    signerInfos: [
      signerInfo(authority, '1.2.840.113549.1.9.16.1.4', { covered: Buffer.from(content), at: genTime }),
    ],
    certificates: [authority.certificate, ...authority.path],
  });
  await signed.sign(authority.privateKey, 0, 'SHA-256');
  return wrapped(signed);
}

function wrapped(signed: SignedData): ContentInfo {
  return new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
}

function sha256(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(createHash('sha256').update(bytes).digest()).buffer;
}
