import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createCanvas } from '@napi-rs/canvas';
import JSZip from 'jszip';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

import { eventually } from '../../support/eventually';
import { certify, type Holder, pemOf, signPdf } from '../../support/signing';
import {
  aForm,
  aPdf,
  type Caller,
  type Library,
  PASSWORD,
  refusalOf,
  Stage,
  startWorkerInProcess,
  today,
  type VersionView,
} from '../../support/staging';

interface FileView {
  id: string;
  way: string;
  state: string;
  problem: string | null;
  problemText: string | null;
  signed: {
    verdict: string;
    content: string;
    namesApprover: boolean;
    signatures: Record<string, unknown>[];
  } | null;
  scan: { outcome: string; pages: number; readPages: number; missingPages: number[] } | null;
  actions: Record<string, { allowed: boolean; code: string | null }>;
}

const PAPER = { signers: 'Trần Văn Bình', signedOn: today(), originalPlace: 'Văn thư cơ quan' };

let stage: Stage;
let worker: Awaited<ReturnType<typeof startWorkerInProcess>>;
let library: Library;
let root: Holder;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'iso-roots-'));
  root = await certify({ name: 'Root CA thử nghiệm', use: 'authority' });
  writeFileSync(join(folder, 'root.pem'), pemOf(root));
  stage = await Stage.open();
  worker = await startWorkerInProcess({ ...stage.environment, ISO_TRUSTED_ROOTS_FOLDER: folder });
  library = await stage.library();
});

afterAll(async () => {
  await worker.app.close();
  await stage.close();
});

const pages = async (by: Caller, path: string): Promise<Buffer> => (await by.send<Buffer>('GET', path)).body;

async function upload(
  by: Caller,
  version: VersionView,
  { way, files, ...fields }: { way: string; files: [string, Buffer][] } & Record<string, unknown>,
): Promise<FileView> {
  const form = new FormData();
  form.set('way', way);
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  for (const [name, bytes] of files) form.append('file', new Blob([new Uint8Array(bytes)]), name);
  return by.post(`/versions/${version.id}/approval-files`, form);
}

const checked = (version: VersionView, { id }: FileView): Promise<FileView> =>
  eventually(
    async () => {
      const files = await library.office.by.secretary.get<FileView[]>(
        `/versions/${version.id}/approval-files`,
      );
      return files.find((file) => file.id === id && file.state !== 'received');
    },
    { within: 60_000 },
  );

/** A page of a bản trình ký as a telephone gives it back. */
async function photo(pdf: Buffer, page = 1): Promise<Buffer> {
  const loading = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 });
  const found = await (await loading.promise).getPage(page);
  const viewport = found.getViewport({ scale: 2 });
  const canvas = createCanvas(viewport.width, viewport.height);
  await found.render({ canvas: canvas as never, canvasContext: canvas.getContext('2d') as never, viewport })
    .promise;
  await loading.destroy();
  return canvas.toBuffer('image/jpeg', 70);
}

describe('OF-03 approval by a PDF signed outside', () => {
  it('OF-03: approves by a signature that proves itself, and keeps the file byte for byte', async () => {
    const { approver, clerk } = library.office.by;
    const version = await library.waitingForApproval();
    const signer = await certify({ name: approver.fullName, issuer: root });
    const pdf = await signPdf(await pages(clerk, `/versions/${version.id}/rendition`), { signer });

    const file = await checked(
      version,
      await upload(clerk, version, { way: 'outside', files: [['signed.pdf', pdf]] }),
    );
    await clerk.post(`/approval-files/${file.id}/approval`, { password: PASSWORD });

    expect(file).toMatchObject({
      state: 'checked',
      signed: {
        verdict: 'valid',
        content: 'same-bytes',
        namesApprover: true,
        signatures: [{ signerName: approver.fullName, chain: 'trusted', time: 'none' }],
      },
    });
    const after = await library.see(version);
    expect(after.state).toBe('approved');
    expect(after.signatures.at(-1)).toMatchObject({
      meaning: 'approved',
      signerName: approver.fullName,
      valid: true,
    });
    expect((await pages(clerk, `/approval-files/${file.id}/content`)).equals(pdf)).toBe(true);
  });

  it('B-04: hands out a file signed outside byte for byte, with a cover sheet beside it', async () => {
    const { clerk, approver, reader } = library.office.by;
    const version = await library.waitingForApproval();
    const signer = await certify({ name: approver.fullName, issuer: root });
    const pdf = await signPdf(await pages(clerk, `/versions/${version.id}/rendition`), { signer });
    const file = await checked(
      version,
      await upload(clerk, version, { way: 'outside', files: [['a.pdf', pdf]] }),
    );
    await clerk.post(`/approval-files/${file.id}/approval`, { password: PASSWORD });
    await library.register(await library.decision([version]));

    const copy = await reader.send<Buffer>('POST', `/versions/${version.id}/copies`);

    expect(copy.headers.get('content-type')).toBe('application/zip');
    const parts = Object.values((await JSZip.loadAsync(copy.body)).files);
    const [signed, cover] = await Promise.all(parts.map((part) => part.async('nodebuffer')));
    expect(parts).toHaveLength(2);
    expect(signed?.equals(pdf)).toBe(true);
    expect(cover?.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('OF-03: refuses what was tampered with, signed by strangers or not at all, each by its own code', async () => {
    const { clerk, approver } = library.office.by;
    const version = await library.waitingForApproval();
    const rendition = await pages(clerk, `/versions/${version.id}/rendition`);
    const signer = await certify({ name: approver.fullName, issuer: root });
    const stranger = await certify({
      name: approver.fullName,
      issuer: await certify({ name: 'Root CA lạ', use: 'authority' }),
    });
    const tampered = await signPdf(rendition, { signer });
    tampered[tampered.lastIndexOf('(Signature') + 1] = 0x73;
    const other = await library.waitingForApproval();
    const cases: [string, Buffer][] = [
      ['documents.signature-tampered', tampered],
      ['documents.signature-unknown-root', await signPdf(rendition, { signer: stranger })],
      ['documents.signature-none', rendition],
      [
        'documents.signature-other-content',
        await signPdf(await pages(clerk, `/versions/${other.id}/rendition`), { signer }),
      ],
    ];

    for (const [code, pdf] of cases) {
      const file = await checked(
        version,
        await upload(clerk, version, { way: 'outside', files: [['a.pdf', pdf]] }),
      );
      expect(file).toMatchObject({ state: 'refused', problem: code });
      expect(file.problemText).toMatch(/[à-ỹ]/);
      expect(await refusalOf(clerk.post(`/approval-files/${file.id}/approval`, { password: PASSWORD }))).toBe(
        code,
      );
    }
    expect((await library.see(version)).state).toBe('waiting-approval');
  });

  it('OF-03: counts a certificate of another name only with a reason', async () => {
    const { clerk } = library.office.by;
    const version = await library.waitingForApproval();
    const signer = await certify({ name: 'Người ký tên khác', issuer: root });
    const pdf = await signPdf(await pages(clerk, `/versions/${version.id}/rendition`), { signer });
    const file = await checked(
      version,
      await upload(clerk, version, { way: 'outside', files: [['a.pdf', pdf]] }),
    );
    const approve = (note?: string): Promise<unknown> =>
      clerk.post(`/approval-files/${file.id}/approval`, { password: PASSWORD, ...(note ? { note } : {}) });

    expect(file.signed?.namesApprover).toBe(false);
    expect(await refusalOf(approve())).toBe('documents.signer-name-differs');
    expect(await refusalOf(approve('Chứng thư số của cơ quan, đã xác nhận với người ký'))).toBe('granted');
  });
});

describe('B-04 master that is signed already', () => {
  it('B-04: tells who signed an uploaded PDF and whether it holds, and never stamps it', async () => {
    const { secretary, reader } = library.office.by;
    const signer = await certify({ name: 'Trần Văn Bình', issuer: root });
    const lines = Array.from(
      { length: 30 },
      (_, at) => `Quy trinh tiep nhan ho so, buoc ${String(at)} cua can bo`,
    );
    const pdf = await signPdf(await aPdf(lines), { signer });
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(pdf)]), 'quy-trinh.pdf');
    const { id } = await secretary.post<{ id: string }>('/uploads', form);
    const read = await eventually(
      async () => {
        const found = await secretary.get<{
          state: string;
          proposal: { problems: { code: string; level: string; message: string }[] };
        }>(`/uploads/${id}`);
        return found.state === 'ready' ? found : null;
      },
      { within: 30_000 },
    );

    expect(read.proposal.problems.find(({ code }) => code === 'signed-pdf')).toMatchObject({
      level: 'information',
      message: expect.stringContaining('Trần Văn Bình: hợp lệ') as string,
    });

    const uploadId = await library.readUpload(secretary, pdf);
    const draft = await secretary.post<VersionView>('/documents', {
      ...aForm(library.office.by.author),
      uploadId,
    });
    const version = await library.approve(await library.review(await library.submit(draft)));
    await library.register(await library.decision([version]));
    const copy = await reader.send<Buffer>('POST', `/versions/${version.id}/copies`);
    const [signed] = Object.values((await JSZip.loadAsync(copy.body)).files);
    expect((await signed?.async('nodebuffer'))?.equals(pdf)).toBe(true);
  });
});

describe('OF-03 approval on paper', () => {
  it('OF-03: approves by a scan that a second person has compared with the original', async () => {
    const { secretary, clerk, approver } = library.office.by;
    const version = await library.waitingForApproval();
    const printed = await pages(secretary, `/versions/${version.id}/signing-copy`);

    const file = await checked(
      version,
      await upload(secretary, version, { way: 'paper', files: [['1.jpg', await photo(printed)]], ...PAPER }),
    );
    const confirm = (by: Caller): Promise<unknown> =>
      by.post(`/approval-files/${file.id}/confirmation`, { password: PASSWORD });

    expect(file).toMatchObject({
      state: 'checked',
      scan: { outcome: 'matches', pages: 1, readPages: 1, missingPages: [] },
    });
    expect(await refusalOf(confirm(secretary))).toBe('documents.second-person-needed');
    await confirm(clerk);
    const after = await library.see(version);
    expect(after.state).toBe('approved');
    expect(after.signatures.at(-1)).toMatchObject({ signerName: approver.fullName, valid: true });
  });

  it('OF-03: refuses the scan of another version', async () => {
    const { secretary } = library.office.by;
    const [version, other] = [await library.waitingForApproval(), await library.waitingForApproval()];
    const printed = await pages(secretary, `/versions/${other.id}/signing-copy`);

    const file = await checked(
      version,
      await upload(secretary, version, { way: 'paper', files: [['a.pdf', printed]], ...PAPER }),
    );

    expect(file).toMatchObject({ state: 'refused', problem: 'documents.scan-of-another-version' });
    expect((await library.see(version)).state).toBe('waiting-approval');
  });

  it('OF-03: takes a scan without readable codes only with a reason', async () => {
    const { secretary, clerk } = library.office.by;
    const version = await library.waitingForApproval();
    const plain = await pages(secretary, `/versions/${version.id}/rendition`);
    const file = await checked(
      version,
      await upload(secretary, version, { way: 'paper', files: [['a.pdf', plain]], ...PAPER }),
    );
    const confirm = (note?: string): Promise<unknown> =>
      clerk.post(`/approval-files/${file.id}/confirmation`, {
        password: PASSWORD,
        ...(note ? { note } : {}),
      });

    expect(file.scan?.outcome).toBe('unreadable');
    expect(await refusalOf(confirm())).toBe('documents.comparison-reason-needed');
    expect(await refusalOf(confirm('Mã bị mờ, đã so từng trang với bản gốc'))).toBe('granted');
  });

  it('OF-03: asks for signers, date and place, and only while the version waits for approval', async () => {
    const { secretary } = library.office.by;
    const version = await library.waitingForApproval();
    const inReview = await library.submit(await library.draft());
    const files: [string, Buffer][] = [['a.pdf', Buffer.from('%PDF-1.4')]];

    expect(await refusalOf(upload(secretary, version, { way: 'paper', files }))).toBe(
      'documents.paper-facts-missing',
    );
    expect(await refusalOf(upload(secretary, inReview, { way: 'paper', files, ...PAPER }))).toBe(
      'documents.not-at-approval',
    );
  });

  it('OF-03: lets the second person refuse, and a version that came back forgets its scans', async () => {
    const { secretary, clerk, approver } = library.office.by;
    const version = await library.waitingForApproval();
    const printed = await pages(secretary, `/versions/${version.id}/signing-copy`);
    const bring = async (): Promise<FileView> =>
      checked(
        version,
        await upload(secretary, version, { way: 'paper', files: [['a.pdf', printed]], ...PAPER }),
      );
    const [first, second] = [await bring(), await bring()];

    await clerk.post(`/approval-files/${first.id}/refusal`, { reason: 'Thiếu dấu' });
    await approver.post(`/versions/${version.id}/return`, { reason: 'Sửa lại' });

    const confirm = (id: string): Promise<unknown> =>
      clerk.post(`/approval-files/${id}/confirmation`, { password: PASSWORD });
    expect(await refusalOf(confirm(first.id))).toBe('documents.approval-file-closed');
    expect(await refusalOf(confirm(second.id))).toBe('documents.not-at-approval');
  });

  it('OF-03: hides scans of signatures from those who only read', async () => {
    const { secretary, reader } = library.office.by;
    const version = await library.waitingForApproval();
    const printed = await pages(secretary, `/versions/${version.id}/signing-copy`);
    const file = await checked(
      version,
      await upload(secretary, version, { way: 'paper', files: [['a.pdf', printed]], ...PAPER }),
    );

    expect(await refusalOf(reader.get(`/approval-files/${file.id}/content`))).toBe('identity.forbidden');
  });
});
