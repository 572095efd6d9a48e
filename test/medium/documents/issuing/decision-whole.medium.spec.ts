import { systemActor, uuidV7 } from '@app/kernel';
import { Inbox, UnitOfWork } from '@app/platform/database';
import mammoth from 'mammoth';

import { Quarantine } from '../../../../libs/documents/src/application/quarantine';
import { InspectScan } from '../../../../libs/documents/src/application/issuing/inspect-scan';
import { ScansRepository } from '../../../../libs/documents/src/persistence/issuing/scans.repository';
import {
  aPdf,
  daysFromToday,
  type DecisionView,
  type Library,
  refusalOf,
  Stage,
} from '../../../support/staging';

let stage: Stage;
let library: Library;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
});

afterAll(() => stage.close());

const see = (decision: DecisionView, by = library.office.by.secretary): Promise<DecisionView> =>
  by.get(`/decisions/${decision.id}`);
const check = (decision: DecisionView, verdict: string, note?: string): Promise<string> =>
  refusalOf(library.office.by['office-lead'].post(`/decisions/${decision.id}/form-check`, { verdict, note }));

describe('OF-01: one decision with several kinds of change', () => {
  it('DI-13: keeps why a document ends and what follows it, and prints each line as what it is', async () => {
    const late = { signedOn: daysFromToday(-1), lateReason: 'Nhập muộn' };
    const [old, ended] = [await library.effective({}, late), await library.effective({}, late)];
    const next = await library.nextApproved(old);
    const reason = 'Thủ tục đã bị bãi bỏ';

    const decision = await library.decision([next], {
      withdrawals: [{ documentId: ended.documentId, reason, successorId: old.documentId }],
    });

    expect(decision.lines).toMatchObject([
      { action: 'replace', reason: null, successor: null },
      { action: 'withdraw', reason, successor: { documentId: old.documentId, code: old.code } },
    ]);
    const docx = await library.office.by.clerk.send<Buffer>('GET', `/decisions/${decision.id}/decision.docx`);
    const { value } = await mammoth.extractRawText({ buffer: docx.body });
    expect(value).toContain(`lý do: ${reason}; thay bằng ${old.code}`);
    await library.register(decision);
    const { rows } = await stage.world.owner.query<{ reason: string }>(
      `select reason from journal.entry where action = 'documents.document-withdrawn' and subject_id = $1`,
      [ended.documentId],
    );
    expect(rows).toEqual([{ reason }]);
  });

  it.each([
    ['without a reason', { reason: '' }, 'platform.invalid'],
    ['followed by itself', { successor: 'itself' }, 'documents.successor-unknown'],
    ['twice', { twice: true }, 'documents.version-not-approved'],
  ])('DI-13: refuses a withdrawal %s', async (_, change, refusal) => {
    const { documentId } = await library.effective();
    const { reason = 'Không còn', successor, twice } = change as Record<string, string | undefined>;
    const line = { documentId, reason, ...(successor === undefined ? {} : { successorId: documentId }) };

    const outcome = await refusalOf(
      library.decision([], { withdrawals: twice === undefined ? [line] : [line, line] }),
    );

    expect(outcome).toBe(refusal);
  });

  it('replaces an older decision and says what that one leaves in force', async () => {
    const late = { signedOn: daysFromToday(-2), lateReason: 'Nhập muộn' };
    const [kept, ended] = [await library.approved(), await library.approved()];
    const older = await library.register(await library.decision([kept, ended]), late);
    const standing = await library.office.by.secretary.get<{ documentId: string }[]>(
      `/decisions/${older.id}/standing`,
    );

    const newer = await library.decision([], {
      replacesId: older.id,
      withdrawals: [{ documentId: ended.documentId, reason: 'Hết áp dụng' }],
    });

    expect(standing.map(({ documentId }) => documentId).sort()).toEqual(
      [kept.documentId, ended.documentId].sort(),
    );
    expect(newer).toMatchObject({
      replaces: { id: older.id, number: older.number },
      warnings: [{ code: 'documents.left-standing', message: expect.stringContaining(kept.code) as string }],
    });
    const registered = await library.register(newer);
    expect(await see(older)).toMatchObject({ replacedBy: { id: newer.id, number: registered.number } });
    expect(await refusalOf(library.decision([], { replacesId: newer.lines[0]!.documentId }))).toBe(
      'documents.replaced-not-registered',
    );
  });

  it('entered late counts from its own date; entry date and reason are kept', async () => {
    const decision = await library.decision([await library.approved()]);

    await library.register(decision, { signedOn: daysFromToday(-9), lateReason: 'Bản giấy về chậm' });

    const { rows } = await stage.world.owner.query<{ day: string; late: boolean }>(
      `select effective_on::text as day, entered_at::date > effective_on as late
         from documents.issuing_decision where id = $1`,
      [decision.id],
    );
    expect(rows).toEqual([{ day: daysFromToday(-9), late: true }]);
  });
});

describe('OF-02: kiểm tra thể thức', () => {
  it('lies on the desk of the head of the office and passes', async () => {
    const decision = await library.decision([await library.approved()]);
    const { items } = await library.office.by['office-lead'].get<{ items: { link: string; kind: string }[] }>(
      '/work-items?limit=100',
    );

    expect(items).toContainEqual(
      expect.objectContaining({ kind: 'check-form', link: `/decisions/${decision.id}` }),
    );
    expect(await check(decision, 'passed')).toBe('granted');
    expect(await see(decision)).toMatchObject({ form: { state: 'passed' } });
  });

  it('gives the draft back with a reason; it is not registered before it is mended', async () => {
    const version = await library.approved();
    const decision = await library.decision([version]);

    expect(await check(decision, 'returned')).toBe('documents.return-reason-missing');
    expect(await check(decision, 'returned', 'Sai trích yếu')).toBe('granted');
    const returned = await see(decision);
    expect(returned).toMatchObject({ form: { state: 'returned', note: 'Sai trích yếu' } });
    expect(await refusalOf(library.register(decision))).toBe('documents.decision-returned');
    await library.office.by.secretary.patch(
      `/decisions/${decision.id}`,
      {
        abstract: 'Trích yếu đã sửa',
        legalBases: [],
        signerId: library.office.by.head.id,
        formula: 'TM.',
        versionIds: [version.id],
        withdrawals: [],
      },
      returned.rowVersion,
    );
    expect(await see(decision)).toMatchObject({ form: { state: 'waiting' } });
    expect(await refusalOf(library.register(decision))).toBe('granted');
  });

  it('is compulsory where the agency says so, and căn cứ thường dùng are its own', async () => {
    const office = await stage.library();
    const { secretary } = office.office.by;
    const shipped = await secretary.get<{ rowVersion: number; legalBases: string[]; forms: unknown[] }>(
      '/issuing-settings',
    );
    const setting = {
      legalBases: ['Căn cứ Quyết định số 01/QĐ-UBND;'],
      formCheck: 'required',
      amendmentColumns: [{ field: 'summary', heading: 'Nội dung' }],
    };
    const put = (rowVersion: number): Promise<{ status: number }> =>
      secretary.send('PUT', '/issuing-settings', {
        body: setting,
        headers: { 'if-match': `"${String(rowVersion)}"` },
      });

    expect(shipped).toMatchObject({ rowVersion: 0, forms: { length: 2 } });
    expect((await put(0)).status).toBe(200);
    expect((await put(0)).status).toBe(412);
    expect(await secretary.get('/issuing-settings')).toMatchObject({ ...setting, rowVersion: 1 });
    const decision = await office.decision([await office.approved()]);
    expect(await refusalOf(office.register(decision))).toBe('documents.form-check-missing');
    await office.office.by['office-lead'].post(`/decisions/${decision.id}/form-check`, { verdict: 'passed' });
    expect(await refusalOf(office.register(decision))).toBe('granted');
  });
});

describe('OF-01: the scan of the signed decision', () => {
  const inspect = async (decision: DecisionView): Promise<void> => {
    const app = stage.api.app;
    const inspection = new InspectScan(
      app.get(UnitOfWork),
      new Inbox(),
      app.get(Quarantine, { strict: false }),
      app.get(ScansRepository, { strict: false }),
    );
    const { agency } = library.office;
    const messageId = uuidV7();
    await inspection.execute(systemActor(agency.id, messageId, agency.path), decision.id, {
      messageId,
      attempt: 1,
    });
  };
  const send = (decision: DecisionView, name: string, content: Buffer): Promise<string> => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(content)]), name);
    return refusalOf(library.office.by.clerk.post(`/decisions/${decision.id}/scan`, form));
  };

  it('is seen by nobody before it was inspected, then by those who read decisions', async () => {
    const decision = await library.register(await library.decision([await library.approved()]));
    const pdf = await aPdf();

    expect(await send(decision, 'quyết định.pdf', pdf)).toBe('granted');
    const address = `/decisions/${decision.id}/scan`;
    expect(await refusalOf(library.office.by.auditor.get(address))).toBe('documents.scan-not-found');
    await inspect(decision);

    const shown = await library.office.by.auditor.send<Buffer>('GET', address);
    expect(shown.headers.get('content-type')).toBe('application/pdf');
    expect(shown.body.equals(pdf)).toBe(true);
  });

  it('may be a photo, and is refused when it is something else under that name', async () => {
    const decision = await library.decision([await library.approved()]);
    const photo = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

    await send(decision, 'anh.jpg', photo);
    await inspect(decision);
    expect(await see(decision)).toMatchObject({ scan: { state: 'ready', type: 'image' } });
    await send(decision, 'anh.jpg', Buffer.from('MZ not a photo'));
    await inspect(decision);
    expect(await see(decision)).toMatchObject({ scan: { state: 'refused' } });
  });
});
