import { PDFDocument, PDFName, type PDFRef, StandardFonts } from 'pdf-lib';

import {
  appended,
  certify,
  type Holder,
  pemOf,
  revocationList,
  signPdf,
} from '../../../../test/support/signing';
import { type SignedPdfReport } from './report';
import { TrustedRoots } from './trusted-roots';
import { verifySignedPdf } from './verify-signed-pdf';

const DAY = 86_400_000;
const now = new Date();

let root: Holder;
let issuing: Holder;
let stranger: Holder;
let authority: Holder;
let signer: Holder;
let roots: TrustedRoots;
let approved: Buffer;

beforeAll(async () => {
  root = await certify({ name: 'Root CA thử nghiệm', use: 'authority' });
  issuing = await certify({ name: 'CA phát hành thử nghiệm', use: 'authority', issuer: root });
  stranger = await certify({ name: 'Root CA lạ', use: 'authority' });
  authority = await certify({ name: 'TSA thử nghiệm', use: 'time', issuer: root });
  signer = await certify({ name: 'Trần Văn Bình', issuer: issuing });
  roots = TrustedRoots.of([pemOf(root)]);
  approved = await aPdf();
});

async function aPdf(text = 'Quy trinh QT-01'): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const page of [1, 2])
    document.addPage([595, 842]).drawText(`${text} page ${String(page)}`, { x: 60, y: 700, font });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

const verify = (pdf: Buffer, of: Buffer = approved): Promise<SignedPdfReport> =>
  verifySignedPdf(pdf, { roots, now, approved: of });

describe('OF-03 PDF signed outside (G8)', () => {
  it('believes a signature whose chain, time and bytes agree', async () => {
    const pdf = await signPdf(approved, { signer, time: { authority, at: new Date(now.getTime() - DAY) } });

    const report = await verify(pdf);

    expect(report).toMatchObject({ verdict: 'valid', content: 'same-bytes' });
    expect(report.signatures).toHaveLength(1);
    expect(report.signatures[0]).toMatchObject({
      kind: 'person',
      integrity: 'intact',
      signerName: 'Trần Văn Bình',
      issuerName: 'CA phát hành thử nghiệm',
      chain: 'trusted',
      certificate: 'valid',
      revocation: 'not-checked',
      time: 'trusted',
      timeAuthority: 'TSA thử nghiệm',
      signedAt: new Date(now.getTime() - DAY).toISOString(),
      coversBytes: pdf.length,
    });
  });

  it('says that no time is proved when nobody stamped one', async () => {
    const report = await verify(await signPdf(approved, { signer }));

    expect(report.verdict).toBe('valid');
    expect(report.signatures[0]).toMatchObject({ time: 'none', timeAuthority: null });
  });

  it('finds one changed byte anywhere before, in and after the signature', async () => {
    const pdf = await signPdf(approved, { signer });
    const places = [approved.indexOf('842'), pdf.indexOf('/Contents <') + 40, pdf.lastIndexOf('/Size') + 6];

    for (const place of places) {
      const changed = Buffer.from(pdf);
      changed[place] = (changed[place] ?? 0) === 0x38 ? 0x39 : 0x38;
      expect((await verify(changed)).verdict).toBe('tampered');
    }
  });

  it('finds what was appended after the last signature', async () => {
    const pdf = await signPdf(approved, { signer });
    const { context } = await PDFDocument.load(pdf);
    const changed = appended(pdf, { 900: '<< /Note (later) >>' }, context.trailerInfo.Root as PDFRef);

    expect((await verify(changed)).verdict).toBe('changed-after');
  });

  it('refuses a page changed under the signature itself', async () => {
    const document = await PDFDocument.load(approved);
    const page = document.getPage(1);
    const other = page.node.toString().replace('842', '421');
    const pdf = await signPdf(approved, { signer, besides: { [page.ref.objectNumber]: other } });

    expect(await verify(pdf)).toMatchObject({ verdict: 'other-content', content: 'other' });
  });

  it('refuses a page that is changed and changed back where only some viewers look', async () => {
    const document = await PDFDocument.load(approved);
    const page = document.getPage(1);
    const [shown, hidden] = [page.node.toString().replace('842', '421'), page.node.toString()];
    const number = page.ref.objectNumber;
    const twice = `${shown}\nendobj\n${String(number)} 0 obj\n${hidden}`;
    const pdf = await signPdf(approved, { signer, besides: { [number]: twice } });

    expect((await verify(pdf)).verdict).toBe('other-content');
  });

  it('refuses a note laid over the page', async () => {
    const document = await PDFDocument.load(approved);
    const page = document.getPage(1);
    const note = page.node
      .toString()
      .replace(/>>$/, '/Annots [<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 500] /Contents (X) >>] >>');
    const pdf = await signPdf(approved, { signer, besides: { [page.ref.objectNumber]: note } });

    expect((await verify(pdf)).verdict).toBe('other-content');
  });

  it('refuses another document, however well it is signed', async () => {
    const pdf = await signPdf(await aPdf('Quy trinh QT-02'), { signer });

    expect((await verify(pdf)).verdict).toBe('other-content');
  });

  it('takes a file that the tool wrote anew when every page draws the same', async () => {
    const rewritten = await PDFDocument.load(approved);
    rewritten.catalog.set(PDFName.of('PageLayout'), PDFName.of('OneColumn'));
    const source = Buffer.from(await rewritten.save({ useObjectStreams: false }));

    expect(await verify(await signPdf(source, { signer }))).toMatchObject({
      verdict: 'valid',
      content: 'same-pages',
    });
  });

  it('tells expired from unknown', async () => {
    const ended = await certify({
      name: 'Trần Văn Bình',
      issuer: issuing,
      from: new Date(now.getTime() - 60 * DAY),
      to: new Date(now.getTime() - DAY),
    });
    const late = await signPdf(approved, { signer: ended });
    const inTime = await signPdf(approved, {
      signer: ended,
      time: { authority, at: new Date(now.getTime() - 20 * DAY) },
    });

    expect(await verify(late)).toMatchObject({
      verdict: 'expired',
      signatures: [{ certificate: 'expired', chain: 'trusted' }],
    });
    expect((await verify(inTime)).verdict).toBe('valid');
  });

  it('believes no root that is not configured, and nobody who vouches for themselves', async () => {
    const foreign = await certify({ name: 'Trần Văn Bình', issuer: stranger });
    const own = await certify({ name: 'Trần Văn Bình' });

    expect((await verify(await signPdf(approved, { signer: foreign }))).verdict).toBe('unknown-root');
    expect((await verify(await signPdf(approved, { signer: own }))).verdict).toBe('self-signed');
    const nobody = { roots: TrustedRoots.none, now, approved };
    expect((await verifySignedPdf(await signPdf(approved, { signer }), nobody)).verdict).toBe('unknown-root');
  });

  it('believes no issuer that is itself only a person', async () => {
    const borrowed = await certify({ name: 'Người mượn danh', issuer: signer });

    expect((await verify(await signPdf(approved, { signer: borrowed }))).verdict).toBe('unknown-root');
  });

  it('believes no time of a stranger and refuses one of another signature', async () => {
    const foreign = await certify({ name: 'TSA lạ', use: 'time', issuer: stranger });
    const notForTime = await certify({ name: 'Không phải TSA', issuer: root });

    for (const [from, time] of [
      [foreign, 'untrusted-authority'],
      [notForTime, 'untrusted-authority'],
    ] as const) {
      const report = await verify(await signPdf(approved, { signer, time: { authority: from } }));
      expect(report).toMatchObject({ verdict: 'valid', signatures: [{ time }] });
    }
    const borrowed = await signPdf(approved, { signer, time: { authority, over: Buffer.from('another') } });
    expect((await verify(borrowed)).verdict).toBe('time-invalid');
  });

  it('reads several signatures in their order and believes all or none', async () => {
    const second = await certify({ name: 'Văn thư cơ quan', issuer: issuing });
    const foreign = await certify({ name: 'Người lạ', issuer: stranger });
    const first = await signPdf(approved, { signer });

    const both = await verify(await signPdf(first, { signer: second }));
    const mixed = await verify(await signPdf(first, { signer: foreign }));

    expect(both.signatures.map(({ signerName }) => signerName)).toEqual(['Trần Văn Bình', 'Văn thư cơ quan']);
    expect(both.verdict).toBe('valid');
    expect(mixed.verdict).toBe('unknown-root');
  });

  describe('withdrawn certificates', () => {
    const revokedAt = new Date(Math.floor(now.getTime() / 1000) * 1000 - 10 * DAY);
    const before = new Date(revokedAt.getTime() - DAY);
    const after = new Date(revokedAt.getTime() + DAY);
    const withLists = async (pdf: Buffer, lists: Buffer[]): Promise<SignedPdfReport> =>
      verifySignedPdf(pdf, { roots: TrustedRoots.of([pemOf(root)], lists), now, approved });

    it('OF-03: tells the day of the list that knows the certificate as good', async () => {
      const list = await revocationList({ issuer: issuing, at: revokedAt, revoked: [] });

      const report = await withLists(await signPdf(approved, { signer }), [list]);

      expect(report).toMatchObject({
        verdict: 'valid',
        signatures: [{ revocation: 'good', revocationAt: revokedAt.toISOString() }],
      });
    });

    it('OF-03: refuses a signature given after the withdrawal, or without a proof of when', async () => {
      const list = await revocationList({ issuer: issuing, at: now, revoked: [[signer, revokedAt]] });
      const late = await signPdf(approved, { signer, time: { authority, at: after } });
      const undated = await signPdf(approved, { signer, at: before });

      for (const pdf of [late, undated])
        expect(await withLists(pdf, [list])).toMatchObject({
          verdict: 'revoked',
          signatures: [{ revocation: 'revoked', revocationAt: revokedAt.toISOString() }],
        });
    });

    it('OF-03: lets a signature stand that a trusted time proves to be older', async () => {
      const list = await revocationList({ issuer: issuing, at: now, revoked: [[signer, revokedAt]] });
      const pdf = await signPdf(approved, { signer, time: { authority, at: before } });

      expect(await withLists(pdf, [list])).toMatchObject({
        verdict: 'valid',
        signatures: [{ revocation: 'revoked' }],
      });
    });

    it('OF-03: refuses who was certified by a withdrawn authority', async () => {
      const list = await revocationList({ issuer: root, at: now, revoked: [[issuing, revokedAt]] });

      expect((await withLists(await signPdf(approved, { signer }), [list])).verdict).toBe('revoked');
    });

    it('OF-03: believes no list that the issuer has not signed', async () => {
      const forged = await revocationList({
        issuer: stranger,
        as: issuing,
        at: now,
        revoked: [[signer, revokedAt]],
      });

      expect(
        await withLists(await signPdf(approved, { signer }), [forged, Buffer.from('no list')]),
      ).toMatchObject({
        verdict: 'valid',
        signatures: [{ revocation: 'not-checked' }],
      });
    });

    it('OF-03: reads the lists that the signature itself or the file carries', async () => {
      const list = await revocationList({ issuer: issuing, at: now, revoked: [[signer, revokedAt]] });
      const archived = await signPdf(approved, { signer, archived: [list] });
      const store = await PDFDocument.load(approved);
      const stream = store.context.register(store.context.stream(list));
      store.catalog.set(PDFName.of('DSS'), store.context.obj({ CRLs: [stream] }));
      const stored = Buffer.from(await store.save({ useObjectStreams: false }));

      expect((await verify(archived)).verdict).toBe('revoked');
      expect((await verify(await signPdf(stored, { signer }))).verdict).toBe('revoked');
    });
  });

  it('says so when nobody has signed', async () => {
    expect(await verify(approved)).toMatchObject({ verdict: 'none', signatures: [] });
  });
});
