import { systemActor, uuidV7 } from '@app/kernel';

import { ChangeRequests } from '../../../libs/documents/src/application/upkeep/change-requests';
import {
  daysFromToday,
  type Library,
  type Page,
  PASSWORD,
  refusalOf,
  Stage,
  today,
  type VersionView,
} from '../../support/staging';

interface DueLine {
  documentId: string;
  dueOn: string;
  overdue: boolean;
  lastOutcome: string | null;
}
interface RequestView {
  id: string;
  state: string;
  kind: string;
  source: string;
  answerVersionId: string | null;
}
interface RecordView {
  id: string;
  state: string;
  disposeAfter: string | null;
  entries: { id: string; text: string; correctsId: string | null }[];
}
interface DisposalView {
  id: string;
  state: string;
  actions: Record<string, { allowed: boolean; code: string | null }>;
}

let stage: Stage;
let library: Library;
let effective: VersionView;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
  effective = await library.effective();
  await stage.world.owner.query('select documents.plan_reviews()');
});

afterAll(() => stage.close());

async function dueOf(documentId: string): Promise<DueLine | undefined> {
  const { items } = await library.office.by.secretary.get<Page<DueLine>>(
    '/periodic-reviews?scope=all&limit=100',
  );
  return items.find((line) => line.documentId === documentId);
}

async function workOf(kind: string): Promise<string[]> {
  const { items } =
    await library.office.by.secretary.get<Page<{ kind: string; link: string }>>('/work-items');
  return items.filter((item) => item.kind === kind).map(({ link }) => link);
}

function asWorker<Result>(work: (requests: ChangeRequests, tx: never) => Promise<Result>): Promise<Result> {
  const { agency } = library.office;
  const actor = systemActor(agency.id, uuidV7());
  const requests = stage.api.app.get(ChangeRequests, { strict: false });
  return stage.world.unitOfWork.write(actor, null, (tx) => work(requests, tx as never));
}

describe('DI-15: periodic review', () => {
  it('is due twelve months after a version came into force, or as the agency says for its kind', async () => {
    const { secretary } = library.office.by;
    const usual = await dueOf(effective.documentId);
    await secretary.send('PUT', '/review-rules', { body: { kind: 'procedure', months: 6 } });

    const shorter = await dueOf(effective.documentId);
    await secretary.send('PUT', '/review-rules', { body: { kind: 'procedure', months: 12 } });

    expect(usual!.dueOn > daysFromToday(360)).toBe(true);
    expect(shorter!.dueOn < daysFromToday(190)).toBe(true);
    expect(usual).toMatchObject({ overdue: false, lastOutcome: null });
  });

  it('stands on the list of what is overdue, and leaves it when signed as still valid', async () => {
    const version = await library.effective();
    await stage.world.owner.query('select documents.plan_reviews()');
    await stage.world.owner.query('update documents.review_due set due_on = $2 where document_id = $1', [
      version.documentId,
      daysFromToday(-3),
    ]);
    const before = await library.office.by.secretary.get<Page<DueLine>>('/periodic-reviews?scope=due');

    await library.office.by.head.post(`/documents/${version.documentId}/reviews`, {
      outcome: 'still-valid',
      comment: 'Còn phù hợp với quy định hiện hành',
      password: PASSWORD,
    });

    const after = await dueOf(version.documentId);
    expect(before.items.find(({ documentId }) => documentId === version.documentId)?.overdue).toBe(true);
    expect(after).toMatchObject({ overdue: false, lastOutcome: 'still-valid' });
    expect(after!.dueOn > daysFromToday(360)).toBe(true);
  });

  it('is signed: a wrong password reviews nothing', async () => {
    const review = { outcome: 'still-valid', comment: 'Còn phù hợp', password: 'khong-dung' };

    expect(
      await refusalOf(library.office.by.head.post(`/documents/${effective.documentId}/reviews`, review)),
    ).toBe('identity.wrong-password');
    expect((await dueOf(effective.documentId))?.lastOutcome).toBeNull();
  });

  it('that finds a document wanting makes a request for change of the secretary to answer', async () => {
    const version = await library.effective();
    await library.office.by.reviewer.post(`/documents/${version.documentId}/reviews`, {
      outcome: 'obsolete',
      comment: 'Thủ tục đã bị bãi bỏ',
      password: PASSWORD,
    });

    const { items } = await library.office.by.secretary.get<Page<RequestView>>(
      `/change-requests?documentId=${version.documentId}`,
    );

    expect(items).toEqual([
      expect.objectContaining({ kind: 'withdraw', source: 'periodic-review', state: 'opened' }),
    ]);
    expect(await workOf('answer-request')).toContain(`/change-requests/${items[0]!.id}`);
  });

  it('is of what is in force alone', async () => {
    const draft = await library.draft();
    const review = { outcome: 'still-valid', comment: 'Còn phù hợp', password: PASSWORD };

    expect(
      await refusalOf(library.office.by.head.post(`/documents/${draft.documentId}/reviews`, review)),
    ).toBe('documents.nothing-to-review');
  });
});

describe('a request for change by any reader', () => {
  async function ask(): Promise<RequestView> {
    return library.office.by.reader.post('/change-requests', {
      kind: 'amend',
      documentId: effective.documentId,
      place: 'Trang 3',
      reason: 'Biểu mẫu 02 đã thay đổi',
    });
  }

  it('is accepted, and done when a version that answers it comes into force', async () => {
    const asked = await ask();
    await library.office.by.secretary.post(`/change-requests/${asked.id}/acceptance`, {});
    await asWorker((requests, tx) =>
      requests.answered(tx, { documentId: effective.documentId, versionId: effective.id }, ['amend']),
    );

    const seen = await library.office.by.reader.get<RequestView>(`/change-requests/${asked.id}`);
    const { items } = await library.office.by.reader.get<Page<{ title: string }>>('/notices');

    expect(seen).toMatchObject({ state: 'done', answerVersionId: effective.id });
    expect(items.map(({ title }) => title).join('\n')).toContain('đã thực hiện xong');
  });

  it('is declined once, with the reason, and its work is closed', async () => {
    const asked = await ask();
    const { secretary } = library.office.by;
    const outcomes = await Promise.all(
      [1, 2].map(() =>
        refusalOf(secretary.post(`/change-requests/${asked.id}/refusal`, { reason: 'Đã có trong bản mới' })),
      ),
    );

    expect(outcomes.sort()).toEqual(['documents.change-request-closed', 'granted']);
    expect(await workOf('answer-request')).not.toContain(`/change-requests/${asked.id}`);
  });

  it('is seen by its asker and the officers, not by another reader', async () => {
    const asked = await ask();
    const other = await library.office.hire(['reader']);

    expect(await refusalOf(other.get(`/change-requests/${asked.id}`))).toBe(
      'documents.change-request-not-found',
    );
    expect((await other.get<Page<RequestView>>('/change-requests')).items).toEqual([]);
  });

  it.each([
    ['amend without a document', { kind: 'amend', title: 'Quy trình mới' }],
    ['new without a title', { kind: 'new' }],
  ])('to %s is refused', async (_, fields) => {
    const body = { ...fields, reason: 'Cần thiết' };

    expect(await refusalOf(library.office.by.reader.post('/change-requests', body))).toBe(
      'documents.change-request-subject',
    );
  });
});

describe('records', () => {
  let typeId: string;

  beforeAll(async () => {
    const type = await library.office.by.secretary.post<{ id: string }>('/record-types', {
      name: 'Sổ đăng ký khai sinh',
      retentionMonths: 12,
      legalBasis: 'Thông tư 10/2022/TT-BNV',
    });
    typeId = type.id;
  });

  async function completed(closedOn: string): Promise<RecordView> {
    const { secretary } = library.office.by;
    const opened = await secretary.post<RecordView>('/records', {
      typeId,
      title: 'Sổ năm 2020',
      openedOn: '2020-01-01',
    });
    await secretary.post(`/records/${opened.id}/entries`, { text: 'Quyển số 1' });
    return secretary.post(`/records/${opened.id}/completion`, { closedOn });
  }

  it('DI-18: are due a retention after their closing, fixed on that day whatever the list says later', async () => {
    const { secretary } = library.office.by;
    const type = await secretary.post<{ id: string; rowVersion: number }>('/record-types', {
      name: 'Phiếu kiểm soát',
      retentionMonths: 24,
    });
    const opened = await secretary.post<RecordView>('/records', {
      typeId: type.id,
      title: 'Phiếu năm 2021',
      openedOn: '2021-01-01',
    });
    const done = await secretary.post<RecordView>(`/records/${opened.id}/completion`, {
      closedOn: '2021-12-31',
    });
    await secretary.send('PATCH', `/record-types/${type.id}`, {
      body: { name: 'Phiếu kiểm soát', retentionMonths: 1 },
      headers: { 'if-match': `"${String(type.rowVersion)}"` },
    });

    expect(done.disposeAfter).toBe('2023-12-31');
    expect((await secretary.get<RecordView>(`/records/${opened.id}`)).disposeAfter).toBe('2023-12-31');
  });

  it('DI-19: take no new line after completion, only a correction that points to the old one', async () => {
    const { secretary } = library.office.by;
    const done = await completed('2020-12-31');
    const write = (body: Record<string, unknown>): Promise<unknown> =>
      secretary.post(`/records/${done.id}/entries`, body);
    const other = await completed('2020-12-31');

    expect(await refusalOf(write({ text: 'Viết thêm' }))).toBe('documents.record-completed');
    expect(await refusalOf(write({ text: 'Đính chính', correctsId: other.entries[0]!.id }))).toBe(
      'documents.correction-target',
    );
    expect(await refusalOf(write({ text: 'Đính chính: quyển số 2', correctsId: done.entries[0]!.id }))).toBe(
      'granted',
    );
    const { entries } = await secretary.get<RecordView>(`/records/${done.id}`);
    expect(entries.map(({ text }) => text)).toEqual(['Quyển số 1', 'Đính chính: quyển số 2']);
  });

  it('DI-19: cannot be rewritten by the application, the database refuses it', async () => {
    const { id } = await completed('2020-12-31');

    await expect(
      asWorker((_, tx) =>
        (tx as { change: (sql: string, values: unknown[]) => Promise<number> }).change(
          "update documents.record_entry set text = 'khác' where record_id = $1",
          [id],
        ),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it('DI-18: are disposed of by a list that another person signs, with proof, and leave a tombstone', async () => {
    const { secretary, head } = library.office.by;
    const record = await completed('2020-12-31');
    const list = await secretary.post<DisposalView>('/disposals', {
      method: 'destroy',
      reason: 'Hết thời hạn lưu',
      recordIds: [record.id],
    });
    const early = await refusalOf(
      secretary.post(`/disposals/${list.id}/execution`, {
        executedOn: today(),
        place: 'Trụ sở',
        witnesses: [],
      }),
    );
    await head.post(`/disposals/${list.id}/approval`, { password: PASSWORD });
    const done = await secretary.post<DisposalView>(`/disposals/${list.id}/execution`, {
      executedOn: today(),
      place: 'Trụ sở UBND',
      witnesses: ['Trần Văn A, văn thư'],
    });

    expect(early).toBe('documents.disposal-closed');
    expect(done.state).toBe('executed');
    expect(await secretary.get<RecordView>(`/records/${record.id}`)).toMatchObject({
      state: 'destroyed',
      entries: [expect.objectContaining({ text: 'Quyển số 1' })],
    });
  });

  it('DI-18: within their retention, on hold or on another list are not disposed of', async () => {
    const { secretary } = library.office.by;
    const [young, held, listed] = [
      await completed(today()),
      await completed('2020-12-31'),
      await completed('2020-12-31'),
    ];
    await secretary.post(`/records/${held.id}/hold`, { reason: 'Đang có khiếu nại' });
    const propose = (recordIds: string[]): Promise<unknown> =>
      secretary.post('/disposals', { method: 'transfer', reason: 'Hết hạn', recordIds });
    await propose([listed.id]);

    for (const { id } of [young, held, listed])
      expect(await refusalOf(propose([id]))).toBe('documents.record-not-disposable');
  });

  it('DI-18: held after the list was approved keep the whole list from being executed', async () => {
    const { secretary, head } = library.office.by;
    const record = await completed('2020-12-31');
    const list = await secretary.post<DisposalView>('/disposals', {
      method: 'destroy',
      reason: 'Hết thời hạn lưu',
      recordIds: [record.id],
    });
    await head.post(`/disposals/${list.id}/approval`, { password: PASSWORD });
    await secretary.post(`/records/${record.id}/hold`, { reason: 'Cơ quan kiểm tra yêu cầu' });
    const proof = { executedOn: today(), place: 'Trụ sở', witnesses: [] };

    expect(await refusalOf(secretary.post(`/disposals/${list.id}/execution`, proof))).toBe(
      'documents.record-not-disposable',
    );
    expect((await secretary.get<DisposalView>(`/disposals/${list.id}`)).state).toBe('approved');
  });

  it('DI-18: nobody approves the list that they propose', async () => {
    const both = await library.office.hire(['reader', 'secretary', 'head']);
    const record = await completed('2020-12-31');
    const list = await both.post<DisposalView>('/disposals', {
      method: 'destroy',
      reason: 'Hết thời hạn lưu',
      recordIds: [record.id],
    });

    expect(list.actions['approve']).toMatchObject({ allowed: false, code: 'documents.own-disposal' });
    expect(await refusalOf(both.post(`/disposals/${list.id}/approval`, { password: PASSWORD }))).toBe(
      'documents.own-disposal',
    );
  });

  it('DI-18: are taken over from what the effective procedures print, once', async () => {
    const { secretary } = library.office.by;
    const version = await library.effective();
    await stage.world.owner.query(
      `insert into documents.version_content (agency_id, version_id, origin, content) values ($1, $2, 'read', $3)`,
      [
        library.office.agency.id,
        version.id,
        JSON.stringify({
          records: [
            { name: 'Tờ khai đăng ký', place: 'Bộ phận Một cửa', retention: 'Vĩnh viễn' },
            { name: 'Phiếu theo dõi quá trình', place: 'Văn phòng', retention: '01 năm' },
          ],
        }),
      ],
    );
    const take = (): Promise<{ made: number }> => secretary.post('/record-types/taking-over', {});

    expect([(await take()).made, (await take()).made]).toEqual([2, 0]);
    const { items } =
      await secretary.get<Page<{ name: string; retentionMonths: number | null }>>('/record-types?limit=100');
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'Tờ khai đăng ký', retentionMonths: null }),
        expect.objectContaining({ name: 'Phiếu theo dõi quá trình', retentionMonths: 12 }),
      ]),
    );
  });
});
